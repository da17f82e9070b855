import Breakeven
import RunRecord
import Testing

/// Whatever the program itself says of a run, it says with all the facts that its sentence names.
@Suite struct SentencesTests {
  @Test(arguments: StudyTests.days)
  func everyStatementHasItsFacts(asOf: String) throws {
    let run = try StudyRuns.run(asOf)
    var statements = run.warnings + run.run.overridden
    for company in run.companies {
      let outcome = company.outcome
      statements += company.warnings + outcome.notes
      statements += [outcome.unknown?.reason, company.alreadyBrokeEven].compactMap(\.self)
      statements += company.reported.compactMap(\.because)
      statements += outcome.inputs.flatMap(\.because)
      for path in company.paths {
        statements += path.warnings + path.inputs.flatMap(\.because)
        statements += [path.exposureToday, path.exposure, path.payback, path.score]
          .compactMap(\.reason)
      }
    }
    #expect(Set(statements.map(\.kind)).count > 1)
    for statement in Set(statements) {
      let named = statement.kind.english.matches(of: /\{([a-z]+)\}/).map { String($0.output.1) }
      #expect(Set(named) == Set(statement.facts.keys), "\(statement.message)")
    }
  }
}
