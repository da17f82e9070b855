internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
internal import RunRecord
internal import Scoring
internal import Simulation

/// An input of a company that could be otherwise, with what is assumed of it today.
struct GoalLever: Sendable {
  /// What is assumed of an input.
  enum Belief: Sendable {
    /// The draws of today, in order; NaN left out.
    case draws([Double])
    /// Normal, as accounts are known.
    case normal(mean: Double, deviation: Double)

    /// The value at a percentile, 0...1.
    func value(at level: Double) -> Double {
      switch self {
      case .draws(let sorted):
        return sorted[min(max(Int(level * Double(sorted.count)), 0), sorted.count - 1)]
      case .normal(let mean, let deviation):
        return mean + deviation * Elementary.normalQuantile(level)
      }
    }

    /// The median.
    var median: Double { value(at: 0.5) }
  }

  /// How the input gets another value.
  enum Form: Sendable {
    /// It is set, to one number in all draws and years.
    case set
    /// It is multiplied, since it has another value in each year.
    case scaled
    /// Several inputs are moved by the same amount, since the accounts leave a range.
    case moved([String])
  }

  /// The name to type, with the company in front.
  let name: String
  /// Its title, where it has one.
  let title: LocalizedText?
  /// Its unit.
  let unit: UnitName
  /// The year of the values, for one that differs from year to year.
  let year: Int?
  /// What is assumed of it.
  let belief: Belief
  /// How it gets another value.
  let form: Form
  /// The share of the goal's spread that it explains; nil of what doesn't vary from draw to draw.
  let share: Double?

  /// The changes that bring it to a percentile.
  func changes(at level: Double) -> [InputOverride] {
    let value = belief.value(at: level)
    switch form {
    case .set: return [InputOverride(name: name, text: Self.notation(value))]
    case .scaled:
      return [
        InputOverride(
          name: name, operation: .multiply, text: Self.notation(value / belief.median))
      ]
    case .moved(let names):
      return names.map {
        InputOverride(
          name: $0, operation: .add, text: Self.notation(value - belief.median))
      }
    }
  }

  /// The input at a percentile, for the record.
  func input(at level: Double) -> GoalRecord.Input {
    GoalRecord.Input(
      name: name, title: title, unit: unit, year: year, value: belief.value(at: level),
      median: belief.median, percentile: 100 * level)
  }

  /// Five digits: what is typed again gives the same within less than anybody can tell.
  private static func notation(_ value: Double) -> String {
    NumberNotation.print(Double(String(format: "%.5g", value)) ?? value)
  }
}

extension CompanySide {
  /// The inputs that could be otherwise, those first that say most of a goal's spread; what the
  /// accounts give, of which no draw says that, comes before all.
  ///
  /// Chance is left out: nobody can change it.
  func levers(for goal: Goal, _ catalogue: InputCatalogue, most: Int) -> [GoalLever] {
    let event = goal.event(of: self)
    let explained = ExplainedResult(event)
    var known: Set<String> = []
    let drawn = numbers.compactMap { number -> GoalLever? in
      guard number.key.stage == .input, number.isUncertain else { return nil }
      let name = typedName(of: number, catalogue)
      guard known.insert(name).inserted else { return nil }
      let values = number.values()
      let sorted = values.filter(\.isFinite).sorted()
      guard let first = sorted.first, let last = sorted.last, first < last,
        event.count == values.count
      else { return nil }
      let isScaled = number.year != nil
      // A factor says nothing of what may be on either side of zero.
      if isScaled, first <= 0 { return nil }
      let share = FirstOrderShare.share(
        of: explained, by: LevelBins(levels: Self.levels(of: values)))
      return GoalLever(
        name: name, title: number.title, unit: number.unit, year: number.year,
        belief: .draws(sorted), form: isScaled ? .scaled : .set, share: share ?? 0)
    }
    let ranked = drawn.sorted { (($1.share ?? 0), $0.name) < (($0.share ?? 0), $1.name) }
    return accountsLevers + ranked.prefix(most)
  }

  /// What the accounts give, as far as it is known how sure it is.
  private var accountsLevers: [GoalLever] {
    let accounts = accounts
    func full(_ input: AccountsInput) -> String { "\(company.id).company.\(input.name)" }
    var levers = accounts.compactMap { input -> GoalLever? in
      guard let deviation = input.deviation, [.trend, .level, .cash].contains(input.quantity) else {
        return nil
      }
      return GoalLever(
        name: full(input), title: input.title, unit: input.unit, year: nil,
        belief: .normal(mean: input.value, deviation: deviation), form: .set, share: nil)
    }
    if let low = accounts.first(where: { $0.quantity == .costRatioLow }),
      let high = accounts.first(where: { $0.quantity == .costRatioHigh })
    {
      // Anywhere between the ends alike, and carried to today.
      let width = high.value - low.value
      let deviation = (width * width / 12 + pow(low.deviation ?? 0, 2)).squareRoot()
      if deviation > 0 {
        levers.append(
          GoalLever(
            name: full(low), title: low.title, unit: low.unit, year: nil,
            belief: .normal(mean: (low.value + high.value) / 2, deviation: deviation),
            form: .moved([full(low), full(high)]), share: nil))
      }
    }
    return levers
  }

  /// The name with the company in front; of what all paths take from one market, without the path.
  private func typedName(of number: Number, _ catalogue: InputCatalogue) -> String {
    let plain = "\(company.id).\(number.key.name)"
    if number.isOfMarket, catalogue.ambiguity(of: plain) == nil { return plain }
    return "\(company.id).\(number.key.path ?? "company").\(number.key.name)"
  }

  /// The place of each draw among all, 0...1.
  private static func levels(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var levels = [Double](repeating: 0.5, count: values.count)
    for (rank, draw) in order.enumerated() {
      levels[draw] = (Double(rank) + 0.5) / Double(values.count)
    }
    return levels
  }
}
