import Breakeven
import Diagnostics
import RunRecord
import Testing
import TinyStudy

/// What knowing is worth for a choice, on the tiny study.
@Suite struct DecisionTests {
  private func request(_ companies: [String] = [], draws: Int = 1024) -> EvaluationRequest {
    EvaluationRequest(companies: companies, draws: draws, threads: 2)
  }

  private func mistake(_ companies: [String] = [], picks: Int, draws: Int = 1024) -> String? {
    do {
      _ = try TinyStudy.workspace.decision(request(companies, draws: draws), picks: picks)
      return nil
    } catch let error as DiagnosticError {
      return error.diagnostics.map { "\($0.message) | \($0.help ?? "")" }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  /// Expected values: the odds of an evaluation on the same draws.
  ///
  /// Of two companies knowing everything
  /// finds one that breaks even wherever one does.
  @Test func theBestIsChosen() throws {
    let decision = try TinyStudy.workspace.decision(request(), picks: 1)
    let run = try TinyStudy.workspace.evaluate(request())
    let odds = run.companies.compactMap { company in
      company.hasBrokenEven ? nil : company.outcome.states.map { (company.id, $0.brokeEven.value) }
    }
    let best = try #require(odds.max { $0.1 < $1.1 })
    #expect(decision.options == ["cloud-pipe", "hospital-mind"])
    #expect(decision.chosen == [best.0])
    #expect(abs(decision.value - best.1) < 1e-12)
    let sum = odds.reduce(0) { $0 + $1.1 }
    #expect(decision.value + decision.ofEverything <= min(sum, 1) + 1e-12)
    #expect(decision.ofEverything > 0)
    #expect(decision.inputs.allSatisfy { $0.gain > 0 && $0.gain < decision.ofEverything })
    #expect(decision.inputs.map(\.gain) == decision.inputs.map(\.gain).sorted(by: >))
  }

  /// What companies share is one input, whose knowledge moves both.
  @Test func whatIsSharedIsOneInput() throws {
    let decision = try TinyStudy.workspace.decision(request(draws: 4096), picks: 1)
    let places = decision.inputs.filter { $0.company == nil }.compactMap(\.place)
    #expect(places.count == Set(places).count)
  }

  @Test func mistakesTeach() {
    #expect(
      mistake(picks: 2)
        == "2 of 2 companies with odds can't be chosen: they are cloud-pipe, hospital-mind; "
        + "big-group, deep-whale have none, by their figures or for want of facts"
        + " | choose from 1 to 1")
    #expect(
      mistake(["cloud-pipe", "big-group"], picks: 1)
        == "there is nothing to choose: cloud-pipe alone has odds; big-group have none, by their "
        + "figures or for want of facts | name two companies with odds or more, or none for all "
        + "of the study")
    #expect(
      mistake(picks: 1, draws: 512)
        == "512 draws are too few to say what knowledge is worth | --draws takes 1024 or more, "
        + "16384 by default")
    #expect(
      mistake(["cloud-pip", "hospital-mind"], picks: 1)
        == "there is no company \"cloud-pip\" | did you mean \"cloud-pipe\"?")
  }
}
