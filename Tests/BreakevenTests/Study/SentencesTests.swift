import Breakeven
import Reporting
import RunRecord
import Testing

/// Whatever sentence the program itself puts into a run, reports in Chinese can say.
@Suite struct SentencesTests {
  @Test(arguments: StudyTests.days)
  func everySentenceIsTranslated(asOf: String) throws {
    let run = try StudyRuns.run(asOf)
    var sentences = run.warnings
    for company in run.companies {
      let outcome = company.outcome
      sentences += company.warnings + outcome.notes
      sentences += [outcome.unknown, outcome.alreadyBrokeEvenBecause].compactMap(\.self)
      sentences += company.reported.compactMap(\.because)
      sentences += outcome.inputs.filter { $0.kind == "fact" || $0.kind == "estimate" }
        .compactMap(\.because)
      // Why a company isn't on a path is written by people, and what is missing is names.
      for path in company.paths where path.status == .assessed {
        sentences += path.warnings
        sentences += [path.exposureToday, path.exposure, path.payback, path.score]
          .compactMap(\.unknownReason)
      }
    }
    let unknown = Set(sentences).filter {
      RecordSentences.translated($0, to: .traditionalChinese, title: { $0 }) == nil
    }
    #expect(unknown.sorted() == [])
  }
}
