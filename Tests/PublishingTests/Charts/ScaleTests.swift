import Publishing
import Testing

struct ScaleTests {
  @Test func mapsAndHolds() {
    let scale = Scale(0, 10, to: 100, 200)
    #expect([0, 5, 10, -5, 99].map { scale($0) } == [100, 150, 200, 100, 200])
  }

  @Test func ticksAreRound() {
    #expect(Scale(0, 100, to: 0, 1).ticks(5) == [0, 20, 40, 60, 80, 100])
    #expect(Scale(-1.7e9, 2.9e9, to: 0, 1).ticks(5) == [-1e9, 0, 1e9, 2e9])
  }
}
