import Evaluation
import Facts
import RunRecord
import Study
import Testing

@testable import Assessment

/// No two inputs of a run are correlated by accident (Method 1, *Streams*).
@Suite struct StreamsTests {
  /// Rank correlations of n independent draws have the standard deviation 1/√n: five of them, for
  /// some ten thousand pairs.
  @Test func everyPairOfInputsIsUncorrelated() throws {
    let draws = 1024
    let preparation = try ShippedStudy.preparation(EvaluationRequest(draws: draws))
    let loaded = preparation.loaded
    let (run, _) = try preparation.run()
    var columns: [(name: String, scores: [Double])] = []
    var seen: Set<[Double]> = []
    for id in ["iflytek", "synyi", "tencent"] {
      let company = try #require(loaded.facts.company(id))
      let subject = Subject(company: company, context: run.evaluation)
      for evaluator in run.evaluators {
        guard try run.evaluation.missing(for: evaluator, subject: subject).isEmpty else { continue }
        let projection = try evaluator.project(subject, over: run.draws)
        for input in projection.inputs {
          // What companies and paths share is the same column, and counts once.
          guard let uniforms = input.uniforms, seen.insert(uniforms).inserted else { continue }
          let name = "\(id) \(evaluator.description.record.id) \(input.record.name)"
          columns.append((name, Self.standardisedRanks(uniforms)))
        }
      }
    }
    #expect(columns.count > 100)
    let bound = 5 / Double(draws).squareRoot()
    for first in columns.indices {
      for second in 0..<first {
        let (x, y) = (columns[first].scores, columns[second].scores)
        var sum = 0.0
        for draw in 0..<draws { sum += x[draw] * y[draw] }
        if abs(sum) > bound {
          Issue.record("\(columns[first].name) ~ \(columns[second].name): \(sum)")
        }
      }
    }
  }

  /// Ranks with mean 0 and sum of squares 1.
  private static func standardisedRanks(_ values: [Double]) -> [Double] {
    let n = Double(values.count)
    let size = (n * (n * n - 1) / 12).squareRoot()
    var ranks = values
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[index] = (Double(rank) - (n - 1) / 2) / size
    }
    return ranks
  }
}
