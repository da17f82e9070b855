import Scoring
import Testing

@Suite struct ReadinessTests {
  private func computed(
    _ weight: Double, _ level: Double, gate: Bool = false, inModel: Bool = false,
    applicable: Bool = true
  ) -> ReadinessCriterion {
    ReadinessCriterion(
      weight: weight, isGate: gate, isInModel: inModel, isApplicable: applicable,
      level: .computed([level]))
  }

  private func rated(_ weight: Double, _ items: [EvidenceItem]) -> ReadinessCriterion {
    ReadinessCriterion(
      weight: weight, level: .evidence(CriterionPosterior(items), uniforms: [0.5]))
  }

  @Test func weightsAreNormalised() {
    // By hand: 100 (0.75 × 4 + 0.25 × 2)/4 = 87.5.
    let readiness = Readiness([computed(30, 4), computed(10, 2)])
    #expect(readiness.weights == [0.75, 0.25])
    #expect(readiness.index == [87.5])
  }

  @Test func gatesLimitTheIndex() {
    // A gate at level 0 leaves at most 25, at 2 at most 62.5.
    #expect(Readiness([computed(1, 0, gate: true), computed(9, 4)]).index == [25])
    #expect(Readiness([computed(1, 2, gate: true), computed(9, 4)]).index == [62.5])
    #expect(Readiness([computed(1, 4, gate: true), computed(1, 2)]).index == [75])
  }

  @Test func criteriaThatDoNotCountLeaveWithTheirGates() {
    let readiness = Readiness([
      computed(50, 0, gate: true, inModel: true), computed(50, 0, gate: true, applicable: false),
      computed(1, 3),
    ])
    #expect(readiness.weights == [0, 0, 1])
    #expect(readiness.index == [75])
    #expect(readiness.levels == [[0], [0], [3]])
    #expect(Readiness([computed(1, 3, inModel: true)]).index == nil)
    #expect(Readiness([]).index == nil)
  }

  @Test func computedLevelsStayOnTheLadder() {
    #expect(Readiness([computed(1, 7)]).index == [100])
    #expect(Readiness([computed(1, -2)]).index == [0])
    let unknown = Readiness([computed(1, .nan, gate: true), computed(1, 4)])
    #expect(unknown.index?[0].isNaN == true)
  }

  @Test func completenessIsOfTheEvidence() {
    let item = EvidenceItem(low: 3, high: 3, grade: .a, origin: "", age: 0, halfLife: 1)
    // By hand: 8/(8 + 2) = 0.8 on half of the weight.
    let half = Readiness([rated(1, [item]), rated(1, [])])
    #expect(isNear(half.completeness, 0.4, within: 1e-12))
    #expect(!half.isPriorOnly)
    // Computed criteria stand aside.
    let aside = Readiness([rated(1, [item]), computed(9, 2)])
    #expect(isNear(aside.completeness, 0.8, within: 1e-12))
    let none = Readiness([rated(1, []), rated(1, [])])
    #expect(none.completeness == 0 && none.isPriorOnly)
  }

  @Test(arguments: [
    (0.0, Completeness.thin), (0.349, .thin), (0.35, .fair), (0.65, .fair), (0.651, .solid),
  ])
  func words(_ value: Double, _ word: Completeness) {
    #expect(Completeness(value) == word)
  }
}
