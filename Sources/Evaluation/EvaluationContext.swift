package import Diagnostics
package import Facts
package import Formulas
package import RunRecord
package import Units

/// What all assessments of a run have in common: the day, the years, the facts, what was set.
package struct EvaluationContext: Sendable {
  package var asOf: Day
  package var years: [Int]
  package var currency: String
  package var facts: FactBase
  package var markets: [String: MarketFile]
  package var units: UnitRegistry
  package var defaultRegion: String
  /// What a scenario or `--set` put in place of an input, by `NAME` or `PATH.NAME`.
  package var overrides: [String: InputOverrideValue]

  package init(
    asOf: Day, years: [Int], currency: String, facts: FactBase, markets: [String: MarketFile],
    units: UnitRegistry, defaultRegion: String, overrides: [String: InputOverrideValue]
  ) {
    self.asOf = asOf
    self.years = years
    self.currency = currency
    self.facts = facts
    self.markets = markets
    self.units = units
    self.defaultRegion = defaultRegion
    self.overrides = overrides
  }

  package func override(of name: String, in path: String) -> InputOverrideValue? {
    overrides["\(path).\(name)"] ?? overrides[name]
  }

  /// A fact as a distribution in a unit, money converted at the rate of its period.
  ///
  /// - Throws: `DiagnosticError` when there is no rate between the currencies.
  package func answering(
    _ fact: Fact, in unit: UnitExpression, because: String
  ) throws -> AnsweringFact {
    let own = try units.parse(fact.unit, at: fact.location, sourceLine: nil)
    var factor = own.scale / unit.scale
    var reasons = [because]
    var sources = [fact.source]
    if own.dimension != unit.dimension {
      guard let from = own.dimension.currency, let to = unit.dimension.currency, from != to,
        own.dimension.exchanging(from, for: to) == unit.dimension
      else {
        throw DiagnosticError(
          Diagnostic(
            "\(fact.metric) is in \(fact.unit), which can't be read as \(unit.text)",
            at: fact.location))
      }
      let exchange = try facts.rates.rate(
        from: from, to: to, for: fact, isFlow: facts.isFlow(fact.metric), asOf: asOf)
      factor *= exchange.rate
      reasons.append(exchange.because)
      sources.append(exchange.source)
    }
    return AnsweringFact(
      fact: fact, distribution: fact.distribution(times: factor),
      record: facts.record(of: fact, verdict: "chosen", because: because),
      because: reasons.joined(separator: "; "), sources: sources)
  }
}

/// What a scenario or `--set` put in place of an input.
package struct InputOverrideValue: Hashable, Sendable {
  package var distribution: DistributionSpec
  package var because: String

  package init(distribution: DistributionSpec, because: String) {
    self.distribution = distribution
    self.because = because
  }
}

extension Fact {
  /// Its range as 5th to 95th percentile, or its value alone, times a factor.
  package func distribution(times factor: Double) -> DistributionSpec {
    if let low, let high, low < high {
      let (first, second) = factor < 0 ? (high, low) : (low, high)
      return .interval(low: first * factor, high: second * factor)
    }
    return .constant((value ?? low ?? high ?? .nan) * factor)
  }
}
