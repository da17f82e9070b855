internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import Formulas
internal import Plan
internal import Units

/// Checks that what models take from elsewhere, facts of companies and inputs of markets, lies
/// where the values of their own inputs live: whoever evaluated them would be stopped by it,
/// without a place.
///
/// Held against are all facts and revisions, whichever answer on the day of the study.
struct DomainCheck {
  let facts: FactBase
  let markets: [String: MarketFile]
  /// The models, the company's among them.
  let models: [ModelFile]
  /// The files, for the lines of what is wrong.
  let shelf: DocumentShelf

  /// The mistakes, company by company, then region by region.
  func problems() -> [Diagnostic] { ofCompanies + ofMarkets }

  /// What is wrong with a distribution in an input's place; nil where nothing is.
  ///
  /// `scale` is what one of the distribution's unit is, `text` what a message calls it.
  private func mistake(
    of distribution: DistributionSpec, scale: Double, called text: String, for input: ModelInput
  ) -> Diagnostic? {
    do {
      _ = try input.domain.confined(distribution, scale: scale)
      return nil
    } catch let outside as OutsideDomain {
      return outside.mistake(of: input.name, text)
    } catch {
      // What can't be drawn from is told by whoever reads it.
      return nil
    }
  }

  /// The same of a fact that is read in a unit.
  ///
  /// Rates are above 0, so that money needs none here.
  private func mistake(
    of fact: Fact, in unit: UnitExpression, for input: ModelInput
  ) -> Diagnostic? {
    guard let own = fact.unitExpression else { return nil }
    return mistake(
      of: fact.distribution(times: own.scale / unit.scale), scale: unit.scale,
      called: "\(fact.metric) of \(fact.period), \(fact.valueInWords),", for: input)
  }

  /// True if a fact can answer on some day; what its metric can't be is told already.
  private func mayAnswer(_ fact: Fact) -> Bool {
    guard fact.kind == .observation, let metric = facts.metrics[fact.metric],
      metric.impossible(fact.numbers, in: fact.unitExpression) == nil
    else { return false }
    return metric.kind != .flow || fact.period.isFullYear || fact.days.isYearLong
  }

  // MARK: Facts of companies

  /// An input that takes a figure of the company.
  private struct Taker {
    /// The path's id, or `company`.
    var model: String
    var input: ModelInput
    /// The metrics of which one answers.
    var metrics: [String]
    /// What else the model needs: of each, one of the metrics.
    var required: [[String]]
    /// True if it is brought to a contest, for which nothing else is needed.
    var isContested: Bool
  }

  private var figures: [Taker] {
    models.flatMap { model -> [Taker] in
      let contested = Set(model.inputs.flatMap(\.contested))
      let required = model.inputs.compactMap { input -> [String]? in
        if case .companyFact? = input.requirement { input.metrics } else { nil }
      }
      return model.inputs.compactMap { input -> Taker? in
        guard case .company(let metrics, _) = input.scope, input.domain != .number else {
          return nil
        }
        return Taker(
          model: model.id, input: input, metrics: metrics, required: required,
          isContested: contested.contains(input.name))
      }
    }
  }

  private var ofCompanies: [Diagnostic] {
    let takers = figures
    return facts.companies.flatMap { company -> [Diagnostic] in
      let answers = Dictionary(grouping: company.facts.filter(mayAnswer), by: \.metric)
      let known = Set(company.facts.filter { $0.kind == .observation }.map(\.metric))
      return takers.flatMap { taker -> [Diagnostic] in
        let found = taker.metrics.flatMap { answers[$0] ?? [] }
        guard !found.isEmpty, reaches(taker, company, known) else { return [] }
        return found.compactMap { mistake(of: $0, for: taker) }
      }
    }
  }

  /// True if a company's figures reach an input: it pursues the path and has what that needs.
  private func reaches(_ taker: Taker, _ company: Company, _ known: Set<String>) -> Bool {
    guard !company.notPursued.contains(where: { $0.path == taker.model }) else { return false }
    return taker.isContested || taker.required.allSatisfy { $0.contains(where: known.contains) }
  }

  private func mistake(of fact: Fact, for taker: Taker) -> Diagnostic? {
    guard var mistake = mistake(of: fact, in: taker.input.unit, for: taker.input) else {
      return nil
    }
    let model = taker.model == "company" ? "in the company model" : "on the path \(taker.model)"
    mistake.message = "\(model) \(mistake.message)"
    mistake.location = fact.location
    mistake.sourceLine = fact.sourceLine
    mistake.help =
      "look at the sign, the digits and the unit; where the number is right, the input's "
      + "\"domain\" is too narrow: it stands at \(taker.input.location)"
    return mistake
  }

  // MARK: Inputs of markets

  /// Inputs of one name and domain that take a market input.
  private struct MarketTaker {
    var input: ModelInput
    /// The ids of the paths that have it, or `company`.
    var models: [String]
  }

  private var ofMarkets: [Diagnostic] {
    markets.values.sorted { $0.region < $1.region }.flatMap { market in
      market.inputs.values.sorted { $0.name < $1.name }.flatMap { input in
        problems(of: input, in: market.region)
      }
    }
  }

  private func problems(of market: MarketInput, in region: String) -> [Diagnostic] {
    guard let unit = market.unit else { return [] }
    return takers(of: market.name, in: unit).flatMap { taker -> [Diagnostic] in
      let help =
        "\(taker.models.joined(separator: ", ")) can't take it: look at the sign, the digits and "
        + "the unit"
      func placed(
        _ mistake: Diagnostic?, at location: SourceLocation, _ line: String?
      ) -> Diagnostic? {
        guard var placed = mistake else { return nil }
        placed.location = location
        placed.sourceLine = line
        placed.help = help
        return placed
      }
      let revisions = (market.assumption?.revisions ?? []).compactMap { revision -> Diagnostic? in
        let found = revision.series.anchors.compactMap { anchor -> Diagnostic? in
          mistake(
            of: anchor.distribution, scale: unit.scale,
            called: "the market input \"\(market.name)\", \(anchor.distribution),",
            for: taker.input)
        }
        return placed(found.first, at: revision.location, shelf.line(at: revision.location))
      }
      guard case .declared(let metric?, _) = market.origin else { return revisions }
      let known = (facts.markets[region]?.facts ?? []).filter {
        $0.metric == metric && mayAnswer($0)
      }
      return revisions
        + known.compactMap { fact -> Diagnostic? in
          placed(mistake(of: fact, in: unit, for: taker.input), at: fact.location, fact.sourceLine)
        }
    }
  }

  /// The inputs that take a market input; what isn't in its unit is told of by `MarketCheck`.
  private func takers(of name: String, in unit: UnitExpression) -> [MarketTaker] {
    var found: [MarketTaker] = []
    for model in models {
      for input in model.inputs {
        guard case .market(let taken) = input.scope, taken == name, input.domain != .number,
          input.unit.dimension == unit.dimension
        else { continue }
        let same = found.firstIndex {
          $0.input.name == input.name && $0.input.domain == input.domain
        }
        if let same {
          found[same].models.append(model.id)
        } else {
          found.append(MarketTaker(input: input, models: [model.id]))
        }
      }
    }
    return found
  }
}
