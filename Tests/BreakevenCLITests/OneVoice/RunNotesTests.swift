import Breakeven
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// The library says to other programs what the terminal prints.
struct RunNotesTests {
  private static let companies = ["big-group", "cloud-pipe", "deep-whale", "hospital-mind"]

  @Test(
    arguments: [RunNotes.Form.terminal(width: 80), .markdown],
    [Language.english, .simplifiedChinese])
  func sayWhatCommandsPrint(_ form: RunNotes.Form, _ language: Language) throws {
    let notes = RunNotes(on: TinyStudy.run, language: language, form: form)
    let invoke = try Invocation()
    func printed(_ arguments: [String]) -> String {
      let more = form == .markdown ? ["--format", "markdown"] : []
      return invoke.run(arguments + more + ["--language", language.tag]).output
    }
    for company in Self.companies {
      let isAsked = TinyStudy.run.companies.first { $0.id == company }?.outcome.states != nil
      let trace =
        isAsked
        ? try TinyStudy.workspace.trace(company: company, EvaluationRequest(draws: 256)) : nil
      #expect(notes.explanation(of: company, trace: trace) == printed(["explain", company]))
      if let trace {
        #expect(
          notes.explanation(of: "break_even", in: trace)
            == printed(["explain", company, "break_even"]))
      }
      #expect(
        notes.explanation(of: company, on: "medical-ai", isFull: true)
          == printed(["explain", company, "medical-ai", "--full"]))
    }
    #expect(notes.comparison(of: Self.companies) == printed(["compare"] + Self.companies))
    #expect(notes.league == printed(["evaluate"]))
  }

  @Test func whatTheRunLacksHasNoNote() {
    let notes = RunNotes(on: TinyStudy.run)
    #expect(notes.explanation(of: "nobody") == nil)
    #expect(notes.explanation(of: "cloud-pipe", on: "nothing") == nil)
    #expect(notes.comparison(of: ["nobody", "cloud-pipe"]) == notes.comparison(of: ["cloud-pipe"]))
  }
}
