package import Facts
package import Formulas
package import RunRecord
package import Units
package import Plan
internal import Diagnostics

/// The values that all assessments of a run share: the day, the years, the facts, what was set.
package struct EvaluationContext: Sendable {
  package var asOf: Day
  package var years: [Int]
  package var currency: String
  package var facts: FactBase
  package var markets: [String: MarketFile]
  package var units: UnitRegistry
  package var defaultRegion: String
  /// What a scenario or `--set` put in place of inputs, by `PATH.NAME`, or `NAME` in every path, with
  /// `COMPANY.` in front where it holds for one company alone.
  package var overrides: [String: InputOverrideValue]
  /// The ids of the companies under study, who compete with each other; all that are known if nil.
  package var studied: [String]?
  /// The model that has the numbers by which series are estimated; nil where none is read.
  package var companyModel: CompanyFormulas?

  package init(
    asOf: Day, years: [Int], currency: String, facts: FactBase, markets: [String: MarketFile],
    units: UnitRegistry, defaultRegion: String, overrides: [String: InputOverrideValue],
    studied: [String]? = nil, companyModel: CompanyFormulas? = nil
  ) {
    self.companyModel = companyModel
    self.asOf = asOf
    self.years = years
    self.currency = currency
    self.facts = facts
    self.markets = markets
    self.units = units
    self.defaultRegion = defaultRegion
    self.overrides = overrides
    self.studied = studied
  }

  /// Puts a value in place of an input, `NAME` or `PATH.NAME`, of all companies that have none of
  /// their own, whatever was there.
  package mutating func set(_ input: String, to value: InputOverrideValue) {
    for key in overrides.keys {
      let parts = key.split(separator: ".", maxSplits: 1)
      if parts.count == 2, parts[1] == input, facts.company(String(parts[0])) == nil {
        overrides[key] = nil
      }
    }
    overrides[input] = value
  }

  /// What was put in place of an input of a path, or of the company model, whose path is `company`:
  /// for a company alone if there is such, else for all.
  package func override(
    of name: String, in path: String, for company: String = ""
  ) -> InputOverrideValue? {
    let own =
      company.isEmpty
      ? nil : overrides["\(company).\(path).\(name)"] ?? overrides["\(company).\(name)"]
    return own ?? overrides["\(path).\(name)"] ?? overrides[name]
  }

  /// A fact as a distribution in a unit, money converted at the rate of its period.
  ///
  /// - Throws: `MissingRate` when there is no rate between the currencies, `DiagnosticError` when
  ///   the units don't fit.
  package func answering(
    _ fact: Fact, in unit: UnitExpression, because: SelectionReason
  ) throws -> SelectedFact {
    let reading = try reading(fact, in: unit.dimension, scale: unit.scale, as: unit.text)
    return SelectedFact(
      fact: fact, distribution: fact.distribution(times: reading.factor),
      record: record(of: fact, verdict: .chosen, because: because),
      because: [Reason(because)] + reading.reasons, sources: reading.sources)
  }

  /// The way in which a fact is read in another unit.
  struct Reading {
    /// By what its numbers are multiplied.
    var factor: Double
    /// The conversions of money, for readers.
    var reasons: [Reason] = []
    /// The sources of the fact and of rates.
    var sources: [String]
  }

  /// By what a fact's numbers are multiplied in another unit, money at the rate of its period.
  ///
  /// - Throws: `MissingRate` when there is no rate between the currencies, `DiagnosticError` when
  ///   the units don't fit.
  func reading(
    _ fact: Fact, in dimension: UnitDimension, scale: Double, as text: String
  ) throws -> Reading {
    let own =
      try fact.unitExpression
      ?? units.parse(fact.unit, at: fact.location, sourceLine: fact.sourceLine)
    var reading = Reading(factor: own.scale / scale, sources: [fact.source.id])
    if own.dimension != dimension {
      guard let from = currency(of: own.dimension), let to = currency(of: dimension),
        own.dimension * .base(to) / .base(from) == dimension
      else {
        throw DiagnosticError(
          Diagnostic(
            "\(fact.metric) is in \(fact.unit), which can't be read as \(text)",
            at: fact.location, sourceLine: fact.sourceLine))
      }
      let conversion = facts.exchangeRates.convert(
        1, from: from, to: to, days: fact.days, isFlow: facts.metrics[fact.metric]?.kind == .flow,
        asOf: asOf)
      switch conversion {
      case .failure(let mistake):
        throw MissingRate(fact, from: from, to: to, asOf: asOf, mistake)
      case .success(let conversion):
        reading.factor *= conversion.factor
        for step in conversion.steps {
          reading.reasons += Reason.conversion(step)
          reading.sources.append(step.rate.source.id)
        }
      }
    }
    return reading
  }

  /// The one currency that a unit is in, or nil.
  private func currency(of dimension: UnitDimension) -> String? {
    let found = units.currencies.filter { dimension.powers[$0] == 1 }
    return found.count == 1 ? found[0] : nil
  }

  /// A fact as reports show it.
  package func record(
    of fact: Fact, verdict: FactSelection.Verdict? = nil, because: SelectionReason? = nil
  ) -> FactRecord {
    FactRecord(
      metric: fact.metric, title: facts.metrics[fact.metric].map { LocalizedText($0.title) },
      period: fact.period.text, value: fact.value, low: fact.low, high: fact.high,
      unit: UnitName(fact.unit),
      source: fact.source.id, confidence: FactConfidence(fact.confidence), note: fact.note,
      isEstimate: fact.isEstimate, knownSince: fact.knownSince.description,
      verdict: verdict.map(FactVerdict.init), because: because.map(Reason.init))
  }
}

/// A value that a scenario or `--set` put in place of an input, or by how much it changed it.
package struct InputOverrideValue: Hashable, Sendable {
  /// What is done to the input.
  package enum Value: Hashable, Sendable {
    /// It gets another distribution.
    case set(DistributionSpec)
    /// It keeps its own, or what was put in its place before, changed.
    case adjusted(InputAdjustment, of: DistributionSpec? = nil)
  }

  package var value: Value
  package var because: Reason

  package init(_ value: Value, because: Reason) {
    self.value = value
    self.because = because
  }

  package init(distribution: DistributionSpec, because: Reason) {
    self.init(.set(distribution), because: because)
  }

  /// The value as runs print it.
  package var text: String {
    switch value {
    case .set(let distribution): distribution.description
    case .adjusted(let change, let other):
      change.notation(of: other.map { "(\($0))" } ?? "itself")
    }
  }

  /// The value where another one was put in place before: what is set holds, what is changed is
  /// changed further.
  package func after(_ earlier: InputOverrideValue?) -> InputOverrideValue {
    guard case .adjusted(let change, _) = value, let earlier else { return self }
    var further = self
    switch earlier.value {
    case .set(let distribution): further.value = .adjusted(change, of: distribution)
    case .adjusted(let first, let other): further.value = .adjusted(first.then(change), of: other)
    }
    return further
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
