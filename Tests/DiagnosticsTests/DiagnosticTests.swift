import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private struct Other: Error {}

  @Test func aCollectorKeepsAllMistakes() throws {
    var collector = DiagnosticCollector()
    let value = collector.attempt { 7 }
    let missing: Int? = try collector.attempt { throw Diagnostic("one") }
    let both: Int? = try collector.attempt {
      throw DiagnosticError([Diagnostic("two", severity: .warning), Diagnostic("three")])
    }
    #expect(value == 7)
    #expect(missing == nil)
    #expect(both == nil)
    #expect(collector.diagnostics.map(\.message) == ["one", "two", "three"])
    #expect(throws: DiagnosticError.self) { try collector.throwIfErrors() }
    #expect(throws: Other.self) { try collector.attempt { throw Other() } }
  }

  @Test func warningsAloneDontThrow() throws {
    var collector = DiagnosticCollector()
    collector.report(Diagnostic("look at this", severity: .warning))
    try collector.throwIfErrors()
    #expect(!collector.hasErrors)
  }

  @Test func theCategoryIsMissingOnlyWhenEveryErrorIs() {
    let missing = Diagnostic("no file", category: .missing)
    let invalid = Diagnostic("bad file")
    let warning = Diagnostic("odd", severity: .warning)
    #expect(DiagnosticError([missing, warning]).category == .missing)
    #expect(DiagnosticError([missing, invalid]).category == .invalid)
    #expect(DiagnosticError([warning]).category == .invalid)
  }
}
