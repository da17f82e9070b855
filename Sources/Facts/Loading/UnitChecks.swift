import Diagnostics
import Documents
import Units

/// A fact's unit and its metric's, as written.
struct UnitOfMetric: Hashable {
  var unit: String
  var metric: String
}

extension LoadingContext {
  /// The unit of a fact, when it fits its metric; any currency fits money.
  ///
  /// - Returns: The unit, or nil when it doesn't fit or no units were given.
  mutating func checkedUnit(
    _ unit: String, at node: YAMLNode, of metric: Metric
  ) -> UnitExpression? {
    guard let units else {
      checkText(of: unit, at: node, of: metric)
      return nil
    }
    let pair = UnitOfMetric(unit: unit, metric: metric.unit)
    if let known = fittingUnits[pair] { return known }
    let found: UnitExpression
    do {
      found = try units.parse(unit, at: node.location, sourceLine: node.sourceLine)
    } catch {
      problems.report(error)
      return nil
    }
    let currency = UnitText.names(in: unit).first { units.currencies.contains($0) }
    guard
      let wanted = try? units.parse(
        UnitText.replacing(
          UnitText.money, by: currency ?? units.currencies.first ?? UnitText.money,
          in: metric.unit))
    else { return nil }
    guard found.dimension == wanted.dimension else {
      reportUnit(unit, at: node, of: metric)
      return nil
    }
    fittingUnits[pair] = found
    return found
  }

  /// Without declared units the text must be the same, with any currency code for money and any
  /// of the usual units of time for another.
  private mutating func checkText(of unit: String, at node: YAMLNode, of metric: Metric) {
    let currency = UnitText.names(in: unit).first { Self.looksLikeCurrency($0) }
    let wanted =
      currency.map { UnitText.replacing(UnitText.money, by: $0, in: metric.unit) } ?? metric.unit
    if inOneTime(unit) != inOneTime(wanted) { reportUnit(unit, at: node, of: metric) }
  }

  private func inOneTime(_ unit: String) -> String {
    ["month", "day"].reduce(unit) { UnitText.replacing($1, by: "year", in: $0) }
  }

  private mutating func reportUnit(_ unit: String, at node: YAMLNode, of metric: Metric) {
    let money = metric.isMoney ? ", where money is any currency" : ""
    problems.report(
      node.diagnostic(
        "\(metric.name) is measured in \"\(metric.unit)\"\(money), found \"\(unit)\""))
  }

  static func looksLikeCurrency(_ name: String) -> Bool {
    name.unicodeScalars.count == 3 && name.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) }
  }
}
