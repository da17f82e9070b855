import Scoring
import Testing

@Suite struct BeliefTests {
  private let levels = midpoints(100_000)

  @Test func theSmallestShiftThatReachesTheTarget() {
    // Y = 1 above level 0.7: P over the top share a is 0.3/a, so 0.5 is reached at a = 0.6.
    let belief = Belief(event: levels.map { $0 > 0.7 ? 1 : 0 }, levels: levels, target: 0.5)
    #expect(belief.direction == .atLeast)
    #expect(isNear(belief.level ?? 0, 0.4, within: 1e-9))
    #expect(belief.best == 1)
    // The mirror image.
    let mirror = Belief(event: levels.map { $0 < 0.3 ? 1 : 0 }, levels: levels, target: 0.5)
    #expect(mirror.direction == .atMost)
    #expect(isNear(mirror.level ?? 0, 0.6, within: 1e-9))
  }

  @Test func notReachableAlone() {
    // P = level: over the top 2 % it is 0.99 at best.
    let belief = Belief(event: levels, levels: levels, target: 0.995)
    #expect(belief.direction == nil && belief.level == nil)
    #expect(isNear(belief.best ?? 0, 0.99, within: 1e-9))
    // What happens only in the top 1 % reaches a half in the top 2 %, not more.
    let rare = levels.map { $0 > 0.99 ? 1.0 : 0 }
    #expect(Belief(event: rare, levels: levels, target: 0.49).direction == .atLeast)
    #expect(Belief(event: rare, levels: levels, target: 0.51).direction == nil)
  }

  @Test func whatHoldsAlreadyNeedsNothing() {
    let belief = Belief(event: levels.map { _ in 1 }, levels: levels, target: 0.5)
    #expect(belief.direction == .atLeast && belief.level == 0)
    #expect(Belief(event: [.nan], levels: [0.5], target: 0.5).best == nil)
  }
}
