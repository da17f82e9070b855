internal import Diagnostics
internal import Documents
internal import Facts
internal import Plan
internal import Units

/// Where the values of inputs live.
extension ModelFileReader {
  /// The domain behind `domain:`; any number where nothing is said.
  func domain(
    _ map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> ValueDomain {
    guard let node = map["domain"], let text = node.string(into: &problems) else { return .number }
    if let domain = ValueDomain(rawValue: text) { return domain }
    let choices = ValueDomain.allCases.map(\.rawValue)
    problems.report(
      node.diagnostic(
        "there is no domain \"\(text)\"",
        help: Suggestion.help(for: text, among: choices)
          ?? "write one of \(choices.joined(separator: ", "))"))
    return .number
  }

  /// Notes what is assumed outside of an input's domain.
  func check(
    _ assumption: Assumption, of entry: YAMLNode.Entry, in domain: ValueDomain,
    _ unit: UnitExpression, into problems: inout DiagnosticCollector
  ) {
    for revision in assumption.revisions {
      do {
        _ = try revision.series.confined(to: domain, of: entry.key, scale: unit.scale)
      } catch let mistake as Diagnostic {
        var mistake = mistake
        mistake.location = revision.location
        mistake.sourceLine = entry.value.source.line(revision.location.line)
        problems.report(mistake)
      } catch {
        // What can't be drawn from was noted where it was read.
        continue
      }
    }
  }
}
