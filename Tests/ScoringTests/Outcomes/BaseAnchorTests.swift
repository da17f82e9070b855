import Simulation
import Scoring
import Testing

@Suite struct BaseAnchorTests {
  private func anchor(_ change: (inout OutcomeInputs) -> Void = { _ in }) -> BaseAnchor {
    var inputs = OutcomeCase().inputs
    change(&inputs)
    return BaseAnchor(facts: inputs.facts, parameters: inputs.parameters, paths: inputs.paths)
  }

  @Test func sharedCostReproducesTheReportedResult() {
    // By hand: path revenue 20 of 100; LC = 80 × 0.5; FC = 40 - 50 + 80.
    let anchor = anchor {
      $0.facts.revenue = [100]
      $0.paths[0].revenue = oneDraw([20, 0, 0])
      $0.parameters.contributionMargin = [0.5]
    }
    #expect(anchor.legacyRevenue == [80])
    #expect(anchor.fixedCost == [70])
    #expect(anchor.nonCash == [0])
    #expect(anchor.totalCost == [180])
    #expect(!anchor.isUnreconciled && !anchor.isRevenueConflict)
  }

  @Test func sharedCostHasAFloor() {
    // LC 30 - 50 - 10 is below zero: a tenth of 100 stands.
    let anchor = anchor {
      $0.facts.operatingResult = [10]
      $0.parameters.fixedCostFloor = [0.1]
    }
    #expect(anchor.fixedCost == [10])
    #expect(anchor.floorShare == 1 && anchor.isUnreconciled)
  }

  @Test(arguments: [(32.9, 0.0), (33.1, 1.0)])
  func pathsMustNotClaimMoreThanIsReported(_ claimed: Double, _ conflicts: Double) {
    // Reported 30: up to 10 % more is within what ranges explain.
    let anchor = anchor { $0.paths[0].revenue = oneDraw([claimed, 0, 0]) }
    #expect(anchor.legacyRevenue == [0])
    #expect(anchor.conflictShare == conflicts)
    #expect(anchor.isRevenueConflict == (conflicts == 1))
  }

  @Test func aSegmentWithoutResultNeedsItsSharedCost() {
    // By hand: OP = 30 - 50 - 45; cash flow -60 leaves a gap of 5.
    let anchor = anchor {
      $0.facts.operatingResult = nil
      $0.facts.fixedCost = [45]
      $0.facts.operatingCashFlow = [-60]
    }
    #expect(anchor.fixedCost == [45] && anchor.nonCash == [5])
  }

  @Test func whatIsNotReportedIsAShare() {
    let anchor = anchor {
      $0.facts.operatingCashFlow = nil
      $0.facts.capitalExpenditure = nil
      $0.parameters.nonCashShare = [0.04]
      $0.parameters.capitalExpenditureShare = [0.05]
    }
    // 4 % of operating cost 100; 5 % of shared cost 60.
    #expect(anchor.nonCash == [4] && anchor.capitalExpenditure == [3])
  }

  // Method 4.1: the model gives the reported result in every draw whose floor doesn't bind.
  @Test func everyDrawStartsFromTheReport() throws {
    var inputs = randomCompany(seed: 11, draws: 300)
    inputs.facts.grants = Array(repeating: 0, count: 300)
    let model = OutcomeModel(inputs)
    let outcome = model.run()
    let reported = try #require(inputs.facts.operatingResult)
    #expect(model.anchor.floorShare == 0)
    for draw in 0..<300 {
      #expect(
        isNear(outcome.operatingResult[0, draw], reported[draw], within: 1e-9), "draw \(draw)")
    }
  }
}
