import Findings
import Publishing
package import RunRecord

/// Which weights put a company first, in words.
package enum LeadsIfWords {
  package static func text(_ place: RankedCompany, _ context: ReportContext) -> String {
    switch context.findings.leadsIf(place) {
    case .never: context.text(Words.never)
    case .rarely: context.text(Words.rarely)
    case .anyway(let share):
      context.text(Words.anyway, ["share": context.numbers.probability(share)])
    case .when(let criterion, let weighs, let usually, let share):
      context.text(
        Words.underWeights,
        [
          "criterion": self.criterion(criterion, context),
          "weight": context.numbers.share(weighs * 100),
          "usual": context.numbers.share(usually * 100),
          "share": context.numbers.probability(share),
        ])
    }
  }

  /// The name of a ranking criterion for readers.
  package static func criterion(_ name: String, _ context: ReportContext) -> String {
    switch name.lowercased().replacing("_", with: "").replacing(" ", with: "") {
    case "headroom": context.text(Words.criterionHeadroom)
    case "cashcover": context.text(Words.criterionCashCover)
    case "pathsupport": context.text(Words.criterionPathSupport)
    case "diversification": context.text(Words.criterionDiversification)
    default: name.replacing("_", with: " ")
    }
  }
}

extension LeadsIfWords {
  enum Words: String, Phrases {
    static let topic = "LeadsIfWords"

    case rarely = "hardly ever leads"
    case never = "never first"
    case anyway = "any weights may do (first in {share} of draws)"
    case underWeights = """
      {criterion} weighs more than usual ({weight} against {usual}); leads in {share} of \
      draws
      """
    case criterionHeadroom = "headroom"
    case criterionCashCover = "cash cover"
    case criterionPathSupport = "path support"
    case criterionDiversification = "diversification"
  }
}
