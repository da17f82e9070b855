import Publishing
import Testing

/// Drawings against what a hand would draw.
struct WaterfallTests {
  private func waterfall(_ values: [Double], from start: Double, to end: Double) -> Waterfall {
    Waterfall(
      title: "t", description: "d", start: .init(label: "then", value: start, text: "a"),
      parts: values.map { .init(label: "part", value: $0, text: "p") },
      end: .init(label: "now", value: end, text: "z"), names: ("up", "down"))
  }

  /// 30 + 12 − 20 + 3 = 25: each bar begins where the one before ended, the last at the end.
  @Test func barsLeadFromStartToEnd() throws {
    let spans = waterfall([12, -20, 3], from: 30, to: 25).spans
    #expect(spans.map(\.from) == [30, 42, 22])
    #expect(spans.map(\.to) == [42, 22, 25])
  }

  @Test func withoutPartsOrNumbersThereIsNoDrawing() {
    #expect(waterfall([], from: 1, to: 1).drawing == nil)
    #expect(waterfall([.nan], from: 1, to: 2).drawing == nil)
    #expect(waterfall([1], from: 1, to: 2).drawing != nil)
  }
}

struct QuantileDotsTests {
  private func dots(_ chances: [Double]) -> [Int] {
    QuantileDots(
      title: "", description: "", classes: chances.map { ("c", $0) }, lastIsNever: true, key: ""
    ).dots
  }

  /// By hand: dot i of 20 lies at (i + 1/2)/20, the first at 0.025, so that a chance of less than that
  /// gets none and one of a tenth gets two.
  @Test func dotsAreQuantiles() {
    #expect(dots([0.1, 0.4, 0.5]) == [2, 8, 10])
    #expect(dots([1, 0]) == [20, 0])
    #expect(dots([0, 0, 1]) == [0, 0, 20])
    #expect(dots([0.024, 0.976]) == [0, 20])
    #expect(dots([0.026, 0.974]) == [1, 19])
  }

  /// Whatever the chances are, there are twenty dots.
  @Test func thereAreTwenty() {
    for part in stride(from: 0.0, through: 1, by: 0.013) {
      #expect(dots([part / 2, part / 2, 1 - part]).reduce(0, +) == 20)
    }
    #expect(dots([0, 0]).reduce(0, +) == 0)
  }
}

struct ShareDrawingTests {
  @Test func aLineJoinsThenAndNow() throws {
    func lines(_ isJoined: Bool) -> Int {
      let drawing = ShareDrawing(
        title: "t", description: "d",
        rows: [.init(label: "a", value: 0.5, earlier: 0.2, text: "x")],
        names: ("now", "range", "then"), isJoined: isJoined,
        numbers: NumberText(language: .english)
      ).drawing
      guard case .element(_, _, let children)? = drawing else { return 0 }
      return children.count { if case .element("line", _, _) = $0 { true } else { false } }
    }
    #expect(lines(true) == lines(false) + 1)
  }

  @Test func rowsThatAreNoNumberAreLeftOut() {
    let drawing = ShareDrawing(
      title: "t", description: "d", rows: [.init(label: "a", value: .nan, text: "x")],
      names: ("", "", ""), numbers: NumberText(language: .english))
    #expect(drawing.drawing == nil)
  }
}
