import Breakeven
import Evaluation
import RunRecord
import Testing

@testable import BreakevenTesting

/// Each promise broken in one projection, and the sentence that says so.
@Suite struct ProjectionCheckTests {
  struct Break: CustomTestStringConvertible {
    var expected: String
    var change: @Sendable (inout Projection) -> Void

    var testDescription: String { expected }
  }

  static let evaluator = Subscriptions()
  static let sample = Result {
    let workspace = Workspace(models: [ConformanceTests.models], evaluators: [evaluator])
    let (subject, draws) = try workspace.subject("alibaba", in: EvaluationRequest(draws: 64))
    return (subject, draws, try evaluator.project(subject, over: draws))
  }

  static let breaks = [
    Break(expected: "the years are [2030], not [2026, 2027, 2028, 2029, 2030]") {
      $0.years = [2030]
    },
    Break(expected: "revenue has 5 years of 32 draws, not 5 of 64") {
      $0.revenue = YearlyDraws(repeating: 1, years: 5, draws: 32)
    },
    Break(expected: "claim has 4 years of 64 draws, not 5 of 64") {
      $0.claim = YearlyDraws(repeating: 1, years: 4, draws: 64)
    },
    Break(expected: "the levels of team are 1, not 64") { $0.levels["team"] = [2] },
    Break(expected: "there are levels of team, which is no criterion of the path") {
      $0.levels["team"] = Array(repeating: 2, count: 64)
    },
    Break(expected: "the input users has 1 uniforms") { $0.inputs[0].uniforms = [0.5] },
    Break(expected: "investment is negative in some draws") { $0.investment[0, 0] = -1 },
    Break(expected: "revenue of 2027 isn't a number in 1 draws, but the trace flags 0") {
      $0.revenue[1, 3] = .nan
    },
    Break(expected: "cost_base isn't in the trace") {
      $0.metrics["cost_base"] = YearlyDraws(repeating: 1, years: 5, draws: 64)
    },
    Break(expected: "the trace has no value of revenue in 2028") {
      if case .byYear(var values) = $0.trace[0].values {
        values[2028] = nil
        $0.trace[0].values = .byYear(values)
      }
    },
    Break(expected: "investment of 2026 is 1.0 on average, but the trace says 0.0") {
      for draw in 0..<64 { $0.investment[0, draw] = 1 }
    },
    Break(expected: "description.inputs doesn't name the input people") {
      $0.inputs[0].record.name = "people"
    },
    Break(expected: "the input users isn't in the trace") {
      $0.trace.removeAll { $0.name == "users" }
    },
    Break(expected: "nothing in the trace comes from the input cost") {
      $0.trace[1].children = ["revenue"]
    },
    Break(expected: "the input price has no values on record") {
      $0.inputs[1].record.values = .byYear([:])
    },
    Break(expected: "the uniforms of the input price leave 0..<1") {
      $0.inputs[1].uniforms?[5] = 1
    },
    Break(expected: "the input users is a fact, but names none") {
      $0.inputs[0].record.kind = .fact
      $0.inputs[0].record.facts = []
    },
    Break(expected: "the input price is an assumption without a reason") {
      $0.inputs[1].record.because = []
    },
    Break(expected: "the trace has two nodes revenue") { $0.trace.append($0.trace[0]) },
    Break(expected: "revenue comes from luck, which isn't in the trace") {
      $0.trace[0].children.append("luck")
    },
  ]

  @Test(arguments: breaks)
  func brokenPromisesAreNamed(_ broken: Break) throws {
    let (subject, draws, kept) = try Self.sample.get()
    var projection = kept
    broken.change(&projection)
    let problems = ProjectionCheck(
      projection, subject: subject, draws: draws, evaluator: Self.evaluator
    ).problems()
    #expect(problems.contains(broken.expected), "\(problems)")
  }

  @Test func whatIsKeptIsNotReported() throws {
    let (subject, draws, projection) = try Self.sample.get()
    let check = ProjectionCheck(
      projection, subject: subject, draws: draws, evaluator: Self.evaluator)
    #expect(check.problems() == [])
  }
}
