package import Diagnostics
package import Facts
package import Formulas
package import Plan
package import RunRecord
package import Units

/// A path's unit economics as its author wrote them, read and checked for form.
package struct ModelFile: Sendable {
  package var id: String
  package var version: Int
  package var title: LocalizedText
  package var summary: LocalizedText
  package var currency: String
  /// The first year and the last, where the file sets its own.
  package var start: Int?
  package var horizon: Int?
  package var inputs: [ModelInput]
  package var variables: [ModelVariable]
  package var outputs: [ModelVariable]
  package var metrics: [String]
  package var criteria: [ModelCriterion]
  package var correlations: [Correlation]
  package var sharedMarket: SharedMarket?
  /// The sums that must hold over all companies.
  package var checks: [SumCheck]
  /// The metrics under which companies report this path's revenue, the best first.
  package var reportedAs: [String]
  /// The ways of running it that are held against each other.
  package var comparisons: [ModelComparison] = []
  /// The file as the user gave it, such as `Models/paths/medical-ai.yaml`.
  package var file: String
  /// The position of the id.
  package var location: SourceLocation?
  /// The place of the file within its models folder, such as `paths/medical-ai.yaml`.
  package var relativeFile: String
  package var sha256: String
  /// The inputs and variables that are declared but have mistakes of their own, so that they are
  /// not among the others.
  package var unread: Set<String> = []
}

/// The inputs of one file, and where their draws and places are named after.
package struct InputSet: Sendable {
  /// The path's id, or `company` for the parameters of company outcomes.
  package var id: String
  package var inputs: [ModelInput]
  package var relativeFile: String
}

extension ModelFile {
  package var inputSet: InputSet {
    InputSet(id: id, inputs: inputs, relativeFile: relativeFile)
  }
}

/// An input of a model: an uncertain number with a name, a unit and an origin.
package struct ModelInput: Sendable {
  package var name: String
  package var title: LocalizedText?
  package var unit: UnitExpression
  package var scope: InputOrigin
  /// True if each company draws the assumption by itself instead of one draw for all.
  package var isOwn = false
  package var location: SourceLocation
  package var sourceLine: String?
  /// True if it is chance by nature, which no research settles.
  package var isChance = false
  /// What would replace it while it is an assumption.
  package var replacement: EvidenceToFind?
  /// Where its values live.
  package var domain = ValueDomain.number
}

extension ModelInput {
  /// True if it is drawn anew in every year, by any of its revisions.
  package var isEachYear: Bool {
    guard case .assumption(let assumption) = scope else { return false }
    return assumption.revisions.contains { $0.series.isEachYear }
  }
}

extension ModelInput {
  /// The fact that must be known for the input: a company's fact without a default, or a market
  /// input.
  package var requirement: Requirement? {
    switch scope {
    case .company(let metrics, nil): .companyFact(metric: metrics[0])
    case .series(let series) where series.otherwise == nil: .companyFact(metric: series.metric)
    case .market(let name): .marketInput(name: name)
    default: nil
    }
  }

  /// The metrics that answer for it, the first that a company has.
  package var metrics: [String] {
    switch scope {
    case .company(let metrics, _): metrics
    case .series(let series): [series.metric]
    default: []
    }
  }
}

/// The origin of an input's draws and of its distribution.
package enum InputOrigin: Sendable {
  /// One draw for all companies, declared in the model.
  case assumption(Assumption)
  /// The company's own: the fact of the first metric that answers, otherwise the assumption;
  /// without one it is required.
  case company(metrics: [String], otherwise: Assumption?)
  /// One draw for all companies of a region, declared once in `markets/`.
  case market(name: String)
  /// The company's own: the level of a metric by all facts of it.
  case series(SeriesOrigin)
  /// The trend of another input, which is a series.
  case trend(TrendOrigin)
  /// 1 for those of a region's companies that win a place, else 0.
  case contest(ContestOrigin)
  /// What a market leaves of the claims of all its companies.
  case room(RoomOrigin)
}

/// A number that no fact answers for: what is assumed or estimated, why, and since when.
package struct Assumption: Sendable {
  /// What a range rests on.
  package enum Basis: String, Sendable, CaseIterable {
    /// A judgement with its reason.
    case assumption
    /// Figures of its sources, from which the reason derives it.
    case estimate
  }

  /// The assumption made at the beginning, then what was learnt, by date.
  package var revisions: [Revision]

  package struct Revision: Sendable {
    /// The day from which it holds; nil from the beginning.
    package var since: Day?
    package var series: DistributionSeries
    package var because: String?
    package var sources: [String]
    package var basis = Basis.assumption
    package var location: SourceLocation
  }

  /// The same without what was learnt after a day.
  package func known(by day: Day) -> Assumption {
    Assumption(revisions: revisions.filter { revision in revision.since.map { $0 <= day } ?? true })
  }

  /// The revision that holds on a day: the latest that had been made by then.
  package func revision(asOf day: Day) -> Revision? {
    revisions.last { revision in revision.since.map { $0 <= day } ?? true }
  }
}

/// The figure that would replace an assumption, and where such figures are usually published.
package struct EvidenceToFind: Sendable {
  package var what: LocalizedText
  package var place: LocalizedText

  /// The same as a reason, for traces and lists.
  package var reason: Reason {
    Reason(.replacedBy, ["what": .named(what), "where": .named(place)])
  }
}

/// A variable or output with its formula.
package struct ModelVariable: Sendable {
  package var title: LocalizedText?
  package var declaration: VariableDeclaration
}

/// A readiness criterion (Method 3).
package struct ModelCriterion: Sendable {
  package var record: CriterionRecord
  /// The half-life of evidence, in years.
  package var halfLife: Double
  /// The metric of a rating fact that answers, where it isn't the path's own.
  package var fact: String?
  /// The variable of the model that gives the level 0...4.
  package var formula: String?
}

/// A rank correlation between two inputs (Method 1.4).
package struct Correlation: Sendable {
  package var first: String
  package var second: String
  /// Spearman's coefficient, -1...1.
  package var spearman: Double
  package var location: SourceLocation
}

/// The market that all companies' stories share, and the variable by which each claims a part.
package struct SharedMarket: Sendable {
  package var market: String
  package var claim: String
}

/// A sum over the companies of each region that their authors' numbers should give: the seats of a
/// head group, say, which all its members' chances share out.
package struct SumCheck: Hashable, Sendable {
  /// The input whose means are added up.
  package var input: String
  /// The sums that are in order.
  package var expected: ClosedRange<Double>
}
