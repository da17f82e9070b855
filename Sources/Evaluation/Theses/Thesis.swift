package import Diagnostics
package import Facts
package import Formulas
package import RunRecord
package import Units

/// Claims that somebody makes of companies, to be tested in every draw: `theses/ID.yaml`.
package struct Thesis: Sendable {
  /// The id in kebab-case, the name of its file.
  package var id: String
  /// The name for readers.
  package var title: LocalizedText
  /// Who says it and what it is about.
  package var summary: LocalizedText?
  /// The ids of the sources that make the claims.
  package var sources: [String]
  /// The earlier day that the claims are held against.
  package var since: Day?
  /// The claims, in the order of the file.
  package var claims: [Claim]
  /// The file as the user gave it.
  package var file: String
  /// The place of the file within its models folder.
  package var relativeFile: String
  /// The SHA-256 of the file.
  package var sha256: String
  /// The position of the id.
  package var location: SourceLocation?
}

/// A claim: numbers of companies, and a formula that is true or false of them in each draw.
package struct Claim: Sendable {
  /// The id within the thesis.
  package var id: String
  /// The claim in a sentence.
  package var title: LocalizedText
  /// The words for exactly what is tested.
  package var says: LocalizedText
  /// The missing thing without which nothing can test it; nil for a claim with a formula.
  package var needs: LocalizedText?
  /// The paths without which it isn't tested.
  package var neededPaths: [String]
  /// The numbers in its formulas.
  package var measures: [Measure]
  /// The formula; nil for a claim that nothing can test yet.
  package var holds: FormulaSource?
  /// The weaker or stronger forms, by the same numbers.
  package var also: [Form]
  /// The inputs that it may rest on.
  package var hinges: [Hinge]
  /// The position of its id.
  package var location: SourceLocation
  /// The line there.
  package var sourceLine: String?

  /// A weaker or stronger form of a claim.
  package struct Form: Sendable {
    /// The id within the claim.
    package var id: String
    /// The form in a sentence.
    package var title: LocalizedText
    /// The formula.
    package var holds: FormulaSource
  }
}

/// A number of a claim: something of some companies, taken together in each draw.
package struct Measure: Sendable {
  /// The way in which the companies' values become one.
  package enum Take: String, Hashable, Sendable, CaseIterable {
    /// 1 where it is true of some company, of all, of none, else 0.
    case any, all, none
    /// The number of companies of which it is true, and their share.
    case count, share
    /// The sum, the mean, the median of the values.
    case sum, mean, median
    /// The value of a single company.
    case value

    /// True if the companies' values are true or false.
    package var isOfEvents: Bool {
      switch self {
      case .any, .all, .none, .count, .share: true
      case .sum, .mean, .median, .value: false
      }
    }
  }

  /// The companies that take part.
  package enum Companies: Hashable, Sendable {
    /// These.
    case named([String])
    /// All of the study.
    case study
    /// Those of the study that don't earn and have an outcome.
    case atRisk
  }

  /// The model whose variables and inputs the formula names.
  package enum Scope: Hashable, Sendable {
    /// A path's.
    case path(String)
    /// The company model's, in a view or plainly.
    case company(CompanyFormulas.View?)

    /// The path's id; nil for the company model.
    package var path: String? {
      if case .path(let id) = self { id } else { nil }
    }
  }

  /// The name in the claim's formulas.
  package var name: String
  /// The name for readers.
  package var title: LocalizedText?
  /// The way in which values become one.
  package var take: Take
  /// The formula that is computed for each company.
  package var each: FormulaSource
  /// The unit of a company's value.
  package var unit: UnitExpression
  /// The companies.
  package var companies: Companies
  /// The place of the list of companies.
  package var companiesNode: Mark
  /// The model.
  package var scope: Scope
  /// The place of the path's id.
  package var pathNode: Mark?
  /// The calendar year; the last one modelled if nil.
  package var year: Int?
  /// True if it is averaged over the draws: a chance.
  package var isChance: Bool
  /// The inputs that are set for it alone.
  package var set: [Setting]
  /// The position of its name.
  package var location: SourceLocation
  /// The line there.
  package var sourceLine: String?

  /// The unit of the number: of what is counted none.
  package func unit(_ units: UnitRegistry) throws -> UnitExpression {
    take.isOfEvents ? try units.parse("1") : unit
  }
}

/// An input with what stands in its place.
package struct Setting: Hashable, Sendable {
  /// The input, as `--set` names it.
  package var input: String
  /// What is put in its place.
  package var distribution: DistributionSpec
  /// The place of the name.
  package var mark: Mark
}

/// An input that a claim may rest on, and its neutral place.
package struct Hinge: Sendable {
  /// The input and what is put in its place.
  package var neutral: Setting
  /// The reason why that is neutral.
  package var because: String
}

/// A place in a file, with its line.
package struct Mark: Hashable, Sendable {
  /// The place.
  package var location: SourceLocation
  /// The line there.
  package var sourceLine: String?

  package init(location: SourceLocation, sourceLine: String? = nil) {
    self.location = location
    self.sourceLine = sourceLine
  }

  /// An error there.
  package func diagnostic(
    _ message: String, help: String? = nil, category: Diagnostic.Category = .missing
  ) -> Diagnostic {
    Diagnostic(
      message, at: location, sourceLine: sourceLine, help: help, category: category)
  }
}
