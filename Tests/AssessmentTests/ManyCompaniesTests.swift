import Evaluation
import Facts
import Formulas
import Plan
import RunRecord
import Simulation
import Testing

@testable import Assessment

/// What is recorded of a ranking of more companies than are held against each other.
@Suite struct ManyCompaniesTests {
  private func candidates(_ draws: Draws) -> [RankingBuilder.Candidate] {
    (0..<6).map { index in
      func column(_ criterion: Int) -> [Double] {
        draws.uniforms(block: "test \(index)", dimension: criterion).map {
          60 * $0 + 5 * Double(index)
        }
      }
      return RankingBuilder.Candidate(
        id: "c\(index)",
        criteria: CriterionDraws(
          headroom: column(0), cashCover: column(1), pathSupport: column(2),
          diversification: column(3)))
    }
  }

  @Test func neighboursAreHeldAgainstEachOtherAsBefore() throws {
    let (run, _) = try ShippedStudy.preparation(EvaluationRequest(draws: 256)).run()
    let candidates = candidates(run.draws)
    let all = RankingBuilder(run: run).build(candidates)
    let some = RankingBuilder(run: run, mostPaired: 4).build(candidates)
    #expect(all.holdsAllPairs)
    #expect(!some.holdsAllPairs)
    #expect(some.order.map(\.id) == all.order.map(\.id))
    #expect(some.order.map(\.sign) == all.order.map(\.sign))
    #expect(some.order.map(\.tier) == all.order.map(\.tier))
    #expect(some.order.map(\.rankShares) == all.order.map { Array($0.rankShares.prefix(4)) })
    let ids = all.order.map(\.id)
    #expect(some.prefers.values.reduce(0) { $0 + $1.count } == 2 * (ids.count - 1))
    for (upper, lower) in zip(ids, ids.dropFirst()) {
      #expect(some.prefers[upper]?[lower] == all.prefers[upper]?[lower])
      #expect(some.prefers[lower]?[upper] == all.prefers[lower]?[upper])
    }
  }

  // Of so many draws levels aren't kept but made again, and only what is wanted of a program's results.
  @Test func whatIsMadeAgainIsTheSame() throws {
    let (run, _) = try ShippedStudy.preparation(
      EvaluationRequest(companies: ["synyi"], draws: 1 << 17)
    ).run()
    let company = try #require(run.evaluation.facts.company("synyi"))
    let plan = try run.planner.plan(company).plan
    guard case .program(let program) = try #require(plan.paths.first).source else {
      Issue.record("the path has no program")
      return
    }
    let pass = try ProgramRun(program, over: run.draws)
    let whole = ProgramRun(program, inputs: pass.inputs, draws: run.draws.count)
    var seen: [Int] = []
    pass.eachSeries(at: Array(pass.model.variables.indices.reversed())) { position, series in
      seen.append(position)
      #expect(series == whole.series(at: position), "\(pass.model.variables[position].name)")
    }
    #expect(seen == pass.model.variables.indices.reversed())
    let input = try #require(pass.inputs.first { !($0.levels?.isKept ?? true) })
    #expect(input.uniforms == input.input.uniforms(from: run.draws))
  }
}
