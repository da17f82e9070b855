import Publishing
import Reporting
import RunRecord

/// How long the money lasts, and the figures and assumptions behind that.
extension CompanyNote {
  /// Notes of the record about cash belong to the runway; the others are cautions.
  private var cashNotes: [String] { outcome.notes.filter(isOfCash).map(\.message) }

  var cautions: [Remark] { outcome.notes.filter { !isOfCash($0) } }

  private func isOfCash(_ remark: Remark) -> Bool {
    [.cashBroughtForward, .cashAtFloor].contains(remark.kind)
  }

  var moneyLines: [String] {
    guard let runway = outcome.runwayMonths else { return [] }
    var lines = [
      line("If it goes on as in the latest twelve months", runway.static, runway),
      line("Simulated, without new money", runway.alone, runway),
      line("Simulated, with the rounds that it may raise", runway.withRounds, runway),
    ]
    lines.append(
      "Medians, nine of ten draws within the brackets, counted from \(run.run.asOf); after "
        + "\(numbers.points(runway.censoredAt)) months the year \(run.run.horizon) is over.")
    if let cash = outcome.cashAtStart {
      lines.append("Cash on \(run.run.asOf): \(numbers.interval(cash)).")
    }
    lines += cashNotes
    if let share = runway.selfFunding.value, share >= 0.005 {
      lines.append("In \(numbers.probability(share)) of draws it lives on its own money already.")
    }
    return lines
  }

  private func line(_ name: String, _ quantity: Quantity, _ runway: RunwayRecord) -> String {
    guard let estimate = quantity.estimate else {
      return "\(name): \(quantity.reason.map(Words.reason) ?? "unknown")."
    }
    let limit = runway.censoredAt
    func months(_ value: Double) -> String {
      value >= limit
        ? "more than \(numbers.points(limit))" : numbers.months(value, censoredAt: nil)
    }
    let central = months(estimate.p50)
    let low = months(estimate.p5)
    let high = months(estimate.p95)
    if low == high { return "\(name): \(central) months." }
    return "\(name): \(central) months (\(low) to \(high))."
  }

  var factLines: [String] {
    outcome.inputs.flatMap { input -> [String] in
      // What is judged by other figures must not look like one of them.
      if input.kind == .estimate, !input.facts.contains(where: \.isEstimate) {
        return ["\(label(input)): \(evidence.estimate(input))"]
      }
      return input.facts.map { "\(label(input)): \(evidence.figure($0))" }
    }
  }

  private func label(_ input: InputRecord) -> String {
    let text = name(input.name, input.title)
    return input.name.hasSuffix("_before") ? "\(text), the year before" : text
  }

  var assumptionLines: [String] {
    let shares = Dictionary(
      outcome.drivers.map { ($0.name, $0.share) }, uniquingKeysWith: { first, _ in first })
    // What explains most comes first, then what is uncertain, then what is fixed.
    func rank(_ input: InputRecord) -> Double {
      let isFixed = input.values.entries.allSatisfy { $0.value.p5 == $0.value.p95 }
      return shares[input.name].map { 1 + $0 } ?? (isFixed ? 0 : 0.5)
    }
    let inputs = outcome.inputs.filter(\.facts.isEmpty).enumerated()
      .sorted { (rank($1.element), $0.offset) < (rank($0.element), $1.offset) }.map(\.element)
    let shown = isFull ? inputs.count : min(8, inputs.count)
    var lines = inputs.prefix(shown).map { "\(label($0)): \(evidence.assumptionWithReason($0))" }
    if shown < inputs.count {
      lines.append("… and \(inputs.count - shown) more: `breakeven explain \(company.id) --full`.")
    }
    return lines
  }
}
