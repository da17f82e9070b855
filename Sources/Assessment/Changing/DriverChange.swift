internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Units

/// Another median of a variable that is computed of a company: `sensetime.growth_ahead=20%`.
struct DriverChange: Hashable, Sendable {
  /// The company; nil for each that is asked for.
  let company: String?
  /// The variable.
  let variable: String
  /// Its title, if the model gives one.
  let title: LocalizedText?
  /// The inputs by which one sets it, which are moved together.
  let inputs: [String]
  /// What is done to its median.
  let operation: InputOverride.Operation
  /// The number by which that is done, in the variable's unit.
  let number: Double

  /// Reads a change; nil where its name isn't that of a computed variable.
  ///
  /// - Throws: `Diagnostic` for what isn't one number.
  init?(
    _ change: InputOverride, _ catalogue: InputCatalogue, units: UnitRegistry
  ) throws {
    guard let (company, driver) = catalogue.driver(change.name) else { return nil }
    let typed = try TypedNumber.notation(change.text)
    guard let number = NumberNotation.parse(typed) else {
      throw Diagnostic(
        "\(change.name) is computed, so that its median can be set to one number, not to "
          + "\"\(change.text)\"", help: "\(change.name)=20%")
    }
    self.company = company
    variable = driver.variable
    title = driver.title
    inputs = driver.inputs
    operation = change.operation
    let isOfHundred =
      typed.hasSuffix("%") && change.operation != .multiply
      && units.hundredth(in: driver.unit.text) != nil
    self.number = isOfHundred ? 100 * number : number
  }

  /// The median that is wanted in place of one.
  func target(from median: Double) -> Double {
    switch operation {
    case .set: number
    case .multiply: median * number
    case .add: median + number
    case .subtract: median - number
    }
  }

  /// The changes of inputs that move a company's by an offset.
  func overrides(of company: String, by offset: Double) -> [InputOverride] {
    inputs.map {
      InputOverride(
        name: "\(company).company.\($0)", operation: .add, text: NumberNotation.print(offset))
    }
  }
}
