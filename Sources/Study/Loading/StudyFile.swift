internal import Diagnostics
internal import Documents
package import Evaluation
package import Facts
package import RunRecord
internal import Units

/// The question at hand: `study.yaml`.
package struct StudyFile: Sendable {
  package var title: LocalizedText
  package var question: LocalizedText
  package var asOf: Day
  package var horizon: Int
  package var currency: String
  /// The place of the currency.
  package var currencyMark: Mark
  /// The ids of the companies under study; all of them when nil.
  package var companies: [String]?
  /// The places of the companies' ids.
  package var companyMarks: [Mark] = []

  /// Reads the file; `units` have the currencies, where they could be read.
  init(_ document: YAMLDocument, units: UnitRegistry?) throws {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: ["title", "question", "as_of", "horizon", "currency", "companies"],
        of: "the study", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(Diagnostic("\(document.source.file) is empty"))
    }
    let title = map.translations("title", into: &problems)
    let question = map.translations("question", into: &problems)
    let asOf = map.required("as_of", into: &problems)?.day(into: &problems)
    let horizon = map.integer("horizon", into: &problems)
    let currencyNode = map.required("currency", into: &problems)
    let currency = currencyNode.flatMap { node in
      units.map { node.currency(among: $0, into: &problems) } ?? node.string(into: &problems)
    }
    companies = map["companies"].flatMap { $0.strings(into: &problems) }
    if let node = map["companies"], companies?.isEmpty == true {
      problems.report(
        node.diagnostic(
          "the study is of no company",
          help: "list the ids of companies, or leave `companies` out for all of them"))
    }
    let marks = map["companies"]?.marks ?? []
    companyMarks = marks.count == companies?.count ? marks : []
    for (index, mark) in companyMarks.enumerated() {
      guard let id = companies?[index], let first = companies?.firstIndex(of: id), first < index
      else { continue }
      problems.report(
        mark.diagnostic(
          "the company \"\(id)\" stands here twice", help: "leave one of them out",
          category: .invalid))
    }
    if let asOf, let horizon, !(asOf.year...asOf.year + 50).contains(horizon) {
      problems.report(
        Diagnostic(
          "the horizon \(horizon) must be a year from \(asOf.year), the as-of year, to "
            + "\(asOf.year + 50)", at: map["horizon"]?.location,
          sourceLine: map["horizon"]?.sourceLine))
    }
    try problems.throwIfErrors()
    guard let title, let question, let asOf, let horizon, let currency, let currencyNode else {
      throw DiagnosticError(Diagnostic("\(document.source.file) is not complete"))
    }
    self.title = LocalizedText(title)
    self.question = LocalizedText(question)
    self.asOf = asOf
    self.horizon = horizon
    self.currency = currency
    currencyMark = currencyNode.mark
  }
}

extension StudyFile {
  /// The years that models run for: from the as-of day's to the horizon.
  package var years: [Int] { Array(asOf.year...horizon) }

  /// Years to check models over where no study can be read.
  package static let usualYears = Array(2025...2030)
}

extension YAMLNode {
  /// The places of the texts of a list, or of the one text in place of it.
  fileprivate var marks: [Mark] {
    if case .sequence(let nodes) = content { return nodes.map(\.mark) }
    return [mark]
  }
}
