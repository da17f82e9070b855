package import Evaluation
internal import Breakeven
internal import Facts
internal import Foundation
internal import RunRecord

/// The promises of an evaluator, checked on real companies; see `expectConformance`.
package struct ConformanceCheck {
  let evaluator: any Evaluator
  let models: [String]
  let companies: [String]
  let request: EvaluationRequest

  package init(
    evaluator: any Evaluator, models: [String], companies: [String] = [], draws: Int = 256
  ) {
    self.evaluator = evaluator
    self.models = models
    self.companies = companies
    request = EvaluationRequest(
      paths: [evaluator.description.record.id], draws: draws, threads: 2)
  }

  private var id: String { evaluator.description.record.id }

  /// The promises that are broken, a sentence each.
  package func problems() throws -> [String] {
    let workspace = Workspace(models: models, evaluators: [evaluator])
    let subjects = try assessable(workspace)
    guard !subjects.isEmpty else {
      return ["no company of \(models.joined(separator: ", ")) can be assessed on \(id)"]
    }
    var problems = descriptionProblems()
    var projections: [Projection] = []
    for company in subjects {
      let (subject, draws) = try workspace.subject(company, in: request)
      let projection = try evaluator.project(subject, over: draws)
      let check = ProjectionCheck(projection, subject: subject, draws: draws, evaluator: evaluator)
      problems += check.problems().map { "\(company): \($0)" }
      problems += undeclaredNeeds(of: subject, draws).map { "\(company): \($0)" }
      projections.append(projection)
    }
    problems += try repetitionProblems(workspace, subjects, projections)
    problems += try runProblems(workspace, subjects)
    problems += try missingFactsProblems(region: regions(workspace)[subjects[0]] ?? "")
    return problems
  }

  // MARK: Parts

  private func assessable(_ workspace: Workspace) throws -> [String] {
    let able = try workspace.companies().filter { $0.assessed.contains(id) }.map(\.id)
    guard !companies.isEmpty else { return Array(able.prefix(3)) }
    return companies.filter(able.contains)
  }

  private func regions(_ workspace: Workspace) throws -> [String: String] {
    Dictionary(
      try workspace.companies().map { ($0.id, $0.region) }, uniquingKeysWith: { $1 })
  }

  private func descriptionProblems() -> [String] {
    let (first, second) = (evaluator.description, evaluator.description)
    var problems: [String] = []
    if first != second { problems.append("description differs from one call to the next") }
    if evaluator.needs != evaluator.needs {
      problems.append("needs differ from one call to the next")
    }
    if first.record.id.isEmpty { problems.append("the path has no id") }
    if first.reference.path != first.record.id || first.reference.version != first.record.version {
      problems.append("description.reference names another path or version than description.record")
    }
    if first.record.title.text(in: "en").isEmpty { problems.append("the path has no title") }
    return problems
  }

  /// The companies once more, the other way round: the same bits, whoever was there before.
  private func repetitionProblems(
    _ workspace: Workspace, _ subjects: [String], _ earlier: [Projection]
  ) throws -> [String] {
    var problems: [String] = []
    for (company, before) in zip(subjects, earlier).reversed() {
      let (subject, draws) = try workspace.subject(company, in: request)
      let again = try evaluator.project(subject, over: draws)
      if ProjectionBits(again) != ProjectionBits(before) {
        problems.append(
          "\(company): the same seed gave other results when the companies came in another order")
      }
    }
    return problems
  }

  /// The promises that a whole evaluation breaks, alone and in company, on one thread and two.
  private func runProblems(_ workspace: Workspace, _ subjects: [String]) throws -> [String] {
    var problems: [String] = []
    var request = request
    request.companies = subjects
    let run = try workspace.evaluate(request)
    let known = Set(run.sources.map(\.id))
    for company in run.companies {
      guard let path = company.paths.first(where: { $0.path == id }) else { continue }
      if path.status == .missingFacts {
        problems.append(
          "\(company.id): lacks \(path.missing.map(\.description).joined(separator: ", "))")
      }
      for source in Set(path.inputs.flatMap(\.sources)).subtracting(known).sorted() {
        problems.append("\(company.id): sources.yaml has no source \"\(source)\"")
      }
      request.companies = [company.id]
      request.threads = 1
      if try workspace.evaluate(request).companies != [company] {
        problems.append("\(company.id): evaluated alone, the results are others")
      }
    }
    return problems
  }

  /// With the facts that are required, and no others, there is a projection.
  private func undeclaredNeeds(of subject: Subject, _ draws: Draws) -> [String] {
    guard var company = subject.facts else { return [] }
    company.facts.removeAll { !required.contains($0.metric) }
    var context = subject.context
    context.facts.companies = [company]
    do {
      _ = try evaluator.project(Subject(company: company, context: context), over: draws)
      return []
    } catch {
      return ["the facts that needs names are not enough: \(error)"]
    }
  }

  private var required: [String] {
    evaluator.needs.compactMap { need in
      if case .companyFact(let metric) = need { metric } else { nil }
    }
  }

  /// A company of which nothing is known misses every fact that is required.
  private func missingFactsProblems(region: String) throws -> [String] {
    guard !required.isEmpty else { return [] }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "breakeven-conformance-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "companies/conformance-unknown.yaml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let text = """
      id: conformance-unknown
      names: {en: A company of which nothing is known}
      region: \(region)
      fiscal_year_end: 12-31
      financing: unlisted

      """
    try Data(text.utf8).write(to: file)
    var request = request
    request.companies = ["conformance-unknown"]
    let run = try Workspace(models: models + [folder.path], evaluators: [evaluator])
      .evaluate(request)
    guard let path = run.companies.first?.paths.first else { return ["the path was left out"] }
    guard path.status == .missingFacts else {
      return ["a company without the required facts counts as \(path.status.rawValue)"]
    }
    return required.filter { !path.missing.contains(.fact($0)) }.map {
      "\($0) is required, but isn't named as missing"
    }
  }
}
