import Scoring
import Testing

@Suite struct LevelBinsTests {
  // Method 8.2: 32 bins at 4096 draws; the cube root of 8 × 16384 lies between 50 and 51.
  @Test(arguments: [(4096, 32), (16384, 50), (1, 2), (512, 16), (511, 15)])
  func standardCount(_ draws: Int, _ count: Int) {
    #expect(LevelBins.standardCount(draws: draws) == count)
  }

  @Test func levelsFallIntoEqualBins() {
    let bins = LevelBins(levels: [0, 0.24, 0.25, 0.5, 0.999, 1], count: 4)
    #expect(bins.bins == [0, 0, 1, 2, 3, 3])
  }

  @Test func anInputWithFewValuesHasOneBinAValue() {
    let bins = LevelBins(levels: [0, 0.1, 0.2, 0.5, 0.51, 0.99, 1, 0.3, 0.4], steps: [0.2, 0.5])
    #expect(bins.count == 3)
    #expect(bins.bins == [0, 0, 0, 1, 2, 2, 2, 1, 1])
    // 9 draws have 4 equal bins.
    let many = LevelBins(levels: [0, 0.3, 0.6, 0.9, 1, 1, 1, 1, 1], steps: [0.1, 0.2, 0.3, 0.4])
    #expect(many.count == 4)
    #expect(many.bins.prefix(4) == [0, 1, 2, 3])
  }
}
