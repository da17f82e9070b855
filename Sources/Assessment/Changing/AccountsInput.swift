internal import Evaluation
internal import RunRecord
internal import Units

/// A number that a company's accounts give to the company model: where it stands today.
struct AccountsInput: Sendable {
  /// The input's name.
  let name: String
  /// Its title, if the model gives one.
  let title: LocalizedText?
  /// Its unit as declared.
  let unit: UnitName
  /// The quantity that it is.
  let quantity: NowcastQuantity
  /// The number, in its unit.
  let value: Double
  /// The standard deviation that it is known with; nil where it is taken as it is.
  let deviation: Double?
}

extension CompanySide {
  /// What the accounts give, of quantities that are known, in the order of the model.
  var accounts: [AccountsInput] {
    guard case .success(let plan) = planned.outcome, let course = result.outcome?.course else {
      return []
    }
    let given = plan.model.formulas.inputs.compactMap {
      input -> (input: GivenInput, quantity: NowcastQuantity)? in
      guard case .given(let input) = input, case .nowcast(let quantity) = input.origin else {
        return nil
      }
      return (input, quantity)
    }
    func value(of quantity: NowcastQuantity?) -> Double? {
      given.first { $0.quantity == quantity }
        .flatMap { course.input($0.input.name)?.first?.first }
    }
    return given.compactMap { input, quantity in
      guard quantity.isReported, quantity.isKnownBy.map({ value(of: $0) == 1 }) ?? true,
        let number = course.input(input.name)?.first?.first
      else { return nil }
      return AccountsInput(
        name: input.name, title: input.title, unit: UnitName(input.unit.text), quantity: quantity,
        value: number, deviation: value(of: quantity.deviation).flatMap { $0 > 0 ? $0 : nil })
    }
  }
}
