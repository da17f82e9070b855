import Diagnostics
import Documents
import Units

// Readers of one line of facts.
extension LoadingContext {
  /// Reads a fact of a company or a market.
  mutating func readFact(
    _ node: YAMLNode, fiscalYearEnd: FiscalYearEnd, isMarket: Bool
  ) -> Fact? {
    let keys = [
      "kind", "metric", "period", "value", "low", "high", "unit", "source", "published",
      "confidence", "note",
    ]
    let what = isMarket ? "a market fact" : "a fact"
    guard
      let map = node.mapping(
        allowedKeys: keys + (isMarket ? ["path"] : Self.commitmentKeys), of: what, into: &problems)
    else { return nil }
    let kind: Fact.Kind? =
      if let kindNode = map["kind"] {
        kindNode.choice(Fact.Kind.self, into: &problems)
      } else { .observation }
    let metric = self.metric(of: map)
    let period = self.period("period", of: map)
    let numbers = self.numbers(of: map)
    let unit = map.string("unit", into: &problems)
    let source = self.source("source", of: map)
    let confidence = map.choice("confidence", Confidence.self, into: &problems)
    let note = map.optionalProse("note", into: &problems)
    let path = map["path"].flatMap { kebabCase($0) }
    var expression: UnitExpression?
    if let metric, let unit, let unitNode = map["unit"] {
      expression = checkedUnit(unit, at: unitNode, of: metric)
      checkPercent(of: map, unit, expression)
    }
    if let confidence, let source { check(confidence, of: source, at: map["confidence"] ?? node) }
    guard let kind, let metric, let period, let numbers, let unit, let source, let confidence else {
      return nil
    }
    if kind == .commitment, metric.name != Fact.moneyThatComesIn {
      problems.report(
        (map["metric"] ?? node).diagnostic(
          "a commitment of \(metric.name) isn't counted: only \(Fact.moneyThatComesIn) is money that comes in",
          help: "write metric: \(Fact.moneyThatComesIn), or kind: forecast", severity: .warning))
    }
    let place = map["value"] ?? map["low"] ?? node
    let isPlausible = check(numbers, metric, expression, at: place)
    let amount = inCurrency(numbers, unit, expression, of: metric)
    let days = period.days(fiscalYearEnd: fiscalYearEnd)
    let publication = self.publication(of: map, by: source)
    if kind == .observation {
      check(
        publication, by: source, isAfter: period, days, what: metric.name,
        isFlow: metric.kind == .flow, at: node)
    }
    return Fact(
      kind: kind, metric: metric.name, path: path, period: period, days: days,
      value: amount.numbers.value, low: amount.numbers.low, high: amount.numbers.high,
      unit: amount.unit, unitExpression: amount.expression, source: source, confidence: confidence,
      note: note,
      commitment: commitment(of: map, kind),
      knownSince: publication ?? source.knownSince(about: days),
      location: node.location, sourceLine: node.sourceLine, isPlausible: isPlausible)
  }

  /// An amount in a multiple of a currency, such as `thousand_CNY`, in the currency itself: exchange
  /// rates are of currencies, and amounts are held against each other in them.
  private func inCurrency(
    _ numbers: Numbers, _ unit: String, _ expression: UnitExpression?, of metric: Metric
  ) -> (numbers: Numbers, unit: String, expression: UnitExpression?) {
    guard metric.unit == UnitText.money, let units, let expression,
      !units.currencies.contains(unit),
      let currency = units.currencies.first(where: { expression.dimension == .base($0) }),
      let plain = try? units.parse(currency)
    else { return (numbers, unit, expression) }
    let factor = expression.scale / plain.scale
    let scaled = Numbers(
      value: numbers.value.map { $0 * factor }, low: numbers.low.map { $0 * factor },
      high: numbers.high.map { $0 * factor })
    return (scaled, currency, plain)
  }

  /// Notes `40%` in a unit that is a hundredth already, and of an amount.
  private mutating func checkPercent(
    of map: YAMLMapping, _ unit: String, _ expression: UnitExpression?
  ) {
    for key in ["value", "low", "high"] {
      guard let node = map[key], let text = node.scalar?.text, text.hasSuffix("%") else { continue }
      if let hundredth = units?.hundredth(in: unit) {
        problems.report(node.percentTwice(text, hundredth))
      } else if expression?.takesPercent == false {
        problems.report(node.percentOfAmount(text, unit))
      }
    }
  }

  /// The metric of a fact.
  private mutating func metric(of map: YAMLMapping) -> Metric? {
    guard let node = map.required("metric", into: &problems),
      let name = node.string(into: &problems)
    else { return nil }
    if let metric = metrics[name] { return metric }
    guard !misdeclared.contains(name) else { return nil }
    problems.report(
      node.diagnostic(
        "there is no metric \"\(name)\"",
        help: Suggestion.help(for: name, among: metrics.keys) ?? "declare it in metrics.yaml",
        category: .missing))
    return nil
  }

  /// A number, a range or both.
  struct Numbers {
    var value: Double?
    var low: Double?
    var high: Double?

    var all: [Double] { [value, low, high].compactMap(\.self) }
  }

  /// The number and its range; a range has both ends, and the number lies in it.
  mutating func numbers(of map: YAMLMapping) -> Numbers? {
    let before = problems.diagnostics.count
    var numbers = Numbers()
    numbers.value = map.optionalNumber("value", into: &problems)
    numbers.low = map.optionalNumber("low", into: &problems)
    numbers.high = map.optionalNumber("high", into: &problems)
    guard problems.diagnostics.count == before else { return nil }
    let (value, low, high) = (numbers.value, numbers.low, numbers.high)
    if (low == nil) != (high == nil) {
      problems.report(
        map.node.diagnostic(
          "\"\(low == nil ? "high" : "low")\" stands without "
            + "\"\(low == nil ? "low" : "high")\" in \(map.what)"))
    } else if value == nil, low == nil {
      problems.report(
        map.node.diagnostic("\"value\", or \"low\" and \"high\", is missing in \(map.what)"))
    } else if let low, let high, low > high {
      problems.report(
        (map["low"] ?? map.node).diagnostic(
          "low \(Fact.plain(low)) is above high \(Fact.plain(high))"))
    } else if let value, let low, value < low {
      problems.report(
        (map["value"] ?? map.node).diagnostic(
          "value \(Fact.plain(value)) is below low \(Fact.plain(low))"))
    } else if let value, let high, value > high {
      problems.report(
        (map["value"] ?? map.node).diagnostic(
          "value \(Fact.plain(value)) is above high \(Fact.plain(high))"))
    } else {
      return numbers
    }
    return nil
  }

  /// Nobody is sure of what was only recalled or assumed.
  mutating func check(_ confidence: Confidence, of source: Source, at node: YAMLNode) {
    guard confidence == .high, source.kind.isEstimate else { return }
    problems.report(
      node.diagnostic(
        "high confidence in \(source.id), which is of kind \(source.kind.rawValue)",
        help: "look the number up and cite the document, or write medium or low"))
  }

  /// Notes a number that can't be; returns false, and warns, if one lies outside the range that its
  /// metric declares.
  private mutating func check(
    _ numbers: Numbers, _ metric: Metric, _ unit: UnitExpression?, at node: YAMLNode
  ) -> Bool {
    if let mistake = metric.impossible(numbers.all, in: unit) {
      problems.report(node.diagnostic(mistake.message, help: mistake.help))
      return false
    }
    guard let range = metric.plausible else { return true }
    // Ranges are in the metric's own unit; a fact may use another of the same dimension.
    let factor = unit.flatMap { unit in scale(ofMetric: metric).map { unit.scale / $0 } } ?? 1
    guard let outside = metric.implausible(numbers.all, factor: factor) else { return true }
    problems.report(
      node.diagnostic(
        "\(metric.name) of \(Fact.plain(outside)) is not plausible: expected "
          + "\(Fact.plain(range.lowerBound)) to \(Fact.plain(range.upperBound))",
        help: "look at the number of digits and the unit, or widen the range in metrics.yaml",
        severity: .warning))
    return false
  }

  private mutating func scale(ofMetric metric: Metric) -> Double? {
    guard let units else { return nil }
    if let known = metricScales[metric.unit] { return known }
    let currency = units.currencies.first ?? "CNY"
    let text = UnitText.replacing(UnitText.money, by: currency, in: metric.unit)
    let scale = (try? units.parse(text))?.scale
    metricScales[metric.unit] = .some(scale)
    return scale
  }
}
