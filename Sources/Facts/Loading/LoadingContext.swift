import Diagnostics
import Documents
import Units

/// The state that readers of the files share: what was declared so far, and the mistakes.
struct LoadingContext: Sendable {
  var units: UnitRegistry?
  /// Files that were read already.
  var shelf = DocumentShelf()
  var metrics: [String: Metric] = [:]
  var sources: [String: Source] = [:]
  /// Names and ids whose declarations have mistakes of their own: nobody is blamed for using them.
  var misdeclared: Set<String> = []
  var problems = DiagnosticCollector()
  /// Units that fit their metrics, so that each is read once though many facts have it.
  var fittingUnits: [UnitOfMetric: UnitExpression] = [:]
  /// The sizes of metrics' own units, by text.
  var metricScales: [String: Double?] = [:]

  init(units: UnitRegistry?, shelf: DocumentShelf = DocumentShelf()) {
    self.units = units
    self.shelf = shelf
  }

  /// The same declarations, with no mistakes noted yet.
  var withoutProblems: LoadingContext {
    var copy = self
    copy.problems = DiagnosticCollector()
    return copy
  }

  /// The content of a file, or nil when it can't be read or holds nothing.
  mutating func root(of file: String) -> YAMLNode? {
    let document: YAMLDocument
    do {
      document = try shelf.document(file)
    } catch {
      problems.report((error as? DiagnosticError)?.diagnostics ?? [Diagnostic("\(error)")])
      return nil
    }
    guard let root = document.root, root.scalar?.isNull != true else {
      problems.report(Diagnostic("\(file) holds nothing"))
      return nil
    }
    return root
  }

  /// The source with the id that stands behind a key.
  mutating func source(_ key: String, of map: YAMLMapping) -> Source? {
    guard let node = map.required(key, into: &problems), let id = node.string(into: &problems)
    else { return nil }
    if let source = sources[id] { return source }
    guard !misdeclared.contains(id) else { return nil }
    problems.report(
      node.diagnostic(
        "there is no source \"\(id)\"",
        help: Suggestion.help(for: id, among: sources.keys) ?? "declare it in sources.yaml",
        category: .missing))
    return nil
  }

  /// The period behind a key that must be there.
  mutating func period(_ key: String, of map: YAMLMapping) -> Period? {
    map.required(key, into: &problems)?.value(Period.form, into: &problems) { Period($0) }
  }

  /// The date behind a key: a day, a month or a year.
  mutating func date(_ node: YAMLNode) -> Period? {
    node.value("a date such as 2025-03-31, 2025-03 or 2025", into: &problems) { text in
      Period(text).flatMap { $0.isDate ? $0 : nil }
    }
  }

  /// An id in kebab-case that equals the name of its file.
  mutating func id(_ key: String, of map: YAMLMapping, file: String) -> String? {
    guard let node = map.required(key, into: &problems), let id = kebabCase(node) else {
      return nil
    }
    let name = file.split(separator: "/").last.map { String($0.dropLast(".yaml".count)) } ?? ""
    if id != name {
      problems.report(
        node.diagnostic(
          "the \(key) \"\(id)\" differs from the name of the file",
          help: "write \(key): \(name), or rename the file to \(id).yaml"))
    }
    return id
  }

  /// Text in kebab-case.
  mutating func kebabCase(_ node: YAMLNode) -> String? {
    guard let text = node.string(into: &problems) else { return nil }
    if Self.isKebabCase(text) { return text }
    problems.report(
      node.diagnostic(
        "expected an id in small letters with hyphens, found \"\(text)\"",
        help: "an id looks like chat-advertising"))
    return nil
  }

  static func isKebabCase(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
    }
  }

  /// Notes facts with the same metric, period, kind and source.
  mutating func checkDuplicates(_ facts: [Fact]) {
    var seen: [Fact.Identity: Fact] = [:]
    for fact in facts {
      if let first = seen[fact.identity] {
        problems.report(
          Diagnostic(
            "\(fact.metric) of \(fact.period) from \(fact.source.id) stands here twice",
            at: fact.location, sourceLine: fact.sourceLine,
            help: "it stands first at \(first.location)"))
      } else {
        seen[fact.identity] = fact
      }
    }
  }

  /// Notes regions that no market has.
  mutating func checkNames(companies: [String: Company], regions: Set<String>) {
    guard !regions.isEmpty else { return }
    for company in companies.values.sorted(by: { $0.id < $1.id }) {
      for region in Set([company.region] + company.markets.values).sorted()
      where !regions.contains(region) {
        problems.report(
          Diagnostic(
            "\(company.id) sells in \"\(region)\", and there is no such market",
            at: company.location, help: Suggestion.help(for: region, among: regions)))
      }
    }
  }
}

extension Fact {
  /// The values that two facts which say the same thing have in common.
  struct Identity: Hashable {
    var kind: Kind
    var metric: String
    var period: Period
    var source: String
  }

  var identity: Identity {
    Identity(kind: kind, metric: metric, period: period, source: source.id)
  }
}
