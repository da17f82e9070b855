import Breakeven
import RunRecord
import TestSupport
import Testing

@Suite struct TodoTests {
  private let workspace = Workspace(models: [Repository.models])

  /// What a company says it doesn't do is never asked for.
  @Test func nothingIsAskedOfAPathThatIsNotPursued() throws {
    let run = try StudyRuns.now.get()
    let todo = try workspace.factTodo()
    var notPursued = 0
    for company in run.companies {
      for cell in company.paths where cell.status == .notPursued {
        #expect(
          !todo.contains { $0.company == company.id && $0.path == cell.path },
          "\(company.id) \(cell.path)")
        notPursued += 1
      }
    }
    #expect(notPursued > 100)
  }

  /// Each market input that the four paths of the question take as assumed says what would replace
  /// it, and all that say so do it in every language.
  @Test func assumptionsSayWhatWouldReplaceThem() throws {
    let run = try StudyRuns.now.get()
    let paths = ["chat-advertising", "education-devices", "medical-ai", "on-device"]
    var assumed = 0
    for cell in run.companies.flatMap(\.paths) where paths.contains(cell.path) {
      for input in cell.inputs where input.scope == .market && input.kind == .assumption {
        #expect(input.because.contains { $0.kind == .replacedBy }, "\(cell.path) \(input.name)")
        assumed += 1
      }
    }
    #expect(assumed > 0)
    let wanted = try workspace.factTodo().filter { $0.kind == .replaceAssumption }
    #expect(!wanted.isEmpty)
    for item in wanted {
      #expect(item.because.kind == .replacedBy, "\(item.metric)")
      #expect(item.current == nil)
      for value in item.because.facts.values {
        guard case .named(let text) = value else {
          Issue.record("\(item.metric) isn't written in languages")
          continue
        }
        for language in ["en", "zh-Hant", "zh-Hans"] {
          #expect(text.byLanguage[language] != nil, "\(item.metric) lacks \(language)")
        }
      }
    }
  }
}
