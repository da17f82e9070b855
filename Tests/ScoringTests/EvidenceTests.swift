import Scoring
import Testing

@Suite struct EvidenceTests {
  private func item(
    _ low: Double, _ high: Double? = nil, _ grade: EvidenceGrade = .a, origin: String = "",
    age: Double = 0, halfLife: Double = 1, expired: Bool = false
  ) -> EvidenceItem {
    EvidenceItem(
      low: low, high: high ?? low, grade: grade, origin: origin, age: age, halfLife: halfLife,
      isExpired: expired)
  }

  // Method C27: means of Beta posteriors.
  @Test func meanLevels() {
    let tolerance = 5e-5
    #expect(isNear(CriterionPosterior([]).meanLevel, 1.5, within: tolerance))
    #expect(isNear(CriterionPosterior([item(3)]).meanLevel, 2.7, within: tolerance))
    #expect(
      isNear(
        CriterionPosterior([item(3, age: 3, halfLife: 1.5)]).meanLevel, 2.25, within: tolerance))
    let contradicted = CriterionPosterior([item(4, nil, .a), item(0, nil, .b)])
    #expect(isNear(contradicted.meanLevel, 1.9667, within: tolerance))
    // 1 - 4 × 2/9, by hand.
    #expect(isNear(contradicted.conflictFactor, 1.0 / 9, within: 1e-12))
  }

  // Method 3.4: 90 % intervals of the level, from SciPy's Beta quantiles.
  @Test(arguments: [
    ([], 0.06, 3.53), ([0.0], 1.69, 3.54), ([2.0], 0.73, 3.62),
  ])
  func intervals(_ halfLives: [Double], _ low: Double, _ high: Double) {
    let posterior = CriterionPosterior(halfLives.map { item(3, age: $0, halfLife: 1) })
    let levels = posterior.levels([0.05, 0.95])
    #expect(isNear(levels[0], low, within: 5.1e-3))
    #expect(isNear(levels[1], high, within: 5.1e-3))
  }

  @Test func gradesDecayAndExpiry() {
    let scale = ReadinessScale()
    let grades: [(EvidenceGrade, Double)] = [(.a, 8), (.b, 4), (.c, 2), (.d, 1)]
    for (grade, weight) in grades {
      #expect(item(2, nil, grade).weight(on: scale) == weight)
    }
    #expect(isNear(item(2, age: 1, halfLife: 2).weight(on: scale), 5.65685425, within: 1e-8))
    #expect(item(2, age: -1).weight(on: scale) == 8)
    #expect(item(2, expired: true).weight(on: scale) == 0)
    #expect(CriterionPosterior([item(2, expired: true)]).isPriorOnly)
  }

  @Test func aRangeCountsHalfAtEachEnd() {
    // By hand: A at 2..3, m = 5/8, s² = 1/64, c = 15/16; a = 0.75 + 15/16 × 5.
    let range = CriterionPosterior([item(2, 3)])
    #expect(isNear(range.conflictFactor, 15.0 / 16, within: 1e-12))
    #expect(isNear(range.alpha, 0.75 + 15.0 / 16 * 5, within: 1e-12))
    #expect(isNear(range.beta, 1.25 + 15.0 / 16 * 3, within: 1e-12))
    // What leaves everything open leaves the prior.
    let open = CriterionPosterior([item(0, 4)])
    #expect(open.alpha == 0.75 && open.beta == 1.25)
    #expect(!open.isPriorOnly)
  }

  @Test func itemsOfOneOriginCountOnce() {
    let filing = item(3, nil, .a, origin: "filing")
    let copy = item(1, nil, .c, origin: "filing")
    let other = item(2, nil, .b, origin: "notice")
    let posterior = CriterionPosterior([copy, filing, other])
    #expect(posterior.weights == [0, 8, 4])
    #expect(posterior.totalWeight == 12)
    // Without an origin each is its own.
    #expect(CriterionPosterior([item(3), item(3)]).weights == [8, 8])
  }

  @Test func theOrderOfItemsDoesNotMatter() {
    let young = item(1, nil, .b, origin: "x", age: 0, halfLife: 1)
    let old = item(3, nil, .a, origin: "x", age: 1, halfLife: 1)
    // Equal weights: the younger counts, wherever it stands.
    #expect(CriterionPosterior([young, old]).weights == [4, 0])
    #expect(CriterionPosterior([old, young]).weights == [0, 4])
    let low = item(1, nil, .b, origin: "y")
    let high = item(2, nil, .b, origin: "y")
    #expect(CriterionPosterior([high, low]).weights == [0, 4])
    #expect(CriterionPosterior([low, low]).weights == [4, 0])
  }

  // Method 11.2: agreeing evidence never widens a criterion.
  @Test func agreementNeverWidens() {
    let grades = EvidenceGrade.allCases
    for level in stride(from: 0.0, through: 4, by: 0.5) {
      for first in grades {
        for second in grades {
          for age in [0.0, 1, 5] {
            let one = CriterionPosterior([item(level, nil, first)])
            let two = CriterionPosterior([
              item(level, nil, first), item(level, nil, second, age: age),
            ])
            #expect(
              one.levelVariance <= CriterionPosterior([]).levelVariance + 1e-15,
              "level \(level), \(first)")
            #expect(
              two.levelVariance <= one.levelVariance + 1e-15,
              "level \(level), \(first) then \(second) aged \(age)")
          }
        }
      }
    }
  }
}
