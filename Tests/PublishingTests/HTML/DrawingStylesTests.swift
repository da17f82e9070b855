import Testing

@testable import Publishing

struct DrawingStylesTests {
  /// SVG 2, 9.3: M moves, H and V draw level and upright, L anywhere and may be left out when it
  /// repeats, z closes.
  @Test func linesBecomePaths() {
    let points: [Point] = [
      Point(1, 2), Point(5.04, 2), Point(5.04, 7), Point(6, 8), Point(7.26, 9),
    ]
    let path = DrawingShape.path("polygon", [.init("points", .points(points))])
    #expect(path == "M1 2H5V7L6 8 7.3 9z")
    let box = [("x", 1.0), ("y", 2.0), ("width", 3.0), ("height", 4.0)]
    #expect(
      DrawingShape.path("rect", box.map { .init($0.0, .number($0.1)) }) == "M1 2H4V6H1z")
    #expect(DrawingShape.path("circle", []) == nil)
  }

  /// Two elements that look alike share a class; a style or a handler of a drawing is left out.
  @Test func looksAreClasses() {
    let blue = ChartPalette.blue
    func text(_ words: String, _ extra: [SVGNode.Attribute] = []) -> SVGNode {
      .element(
        "text",
        [
          .init("x", .number(1)), .init("fill", .string(blue.light)),
          .init("class", .string(blue.fillClass)),
        ] + extra, [.text(words)])
    }
    let root = SVGNode.element(
      "svg",
      [
        .init("xmlns", .string("http://www.w3.org/2000/svg")), .init("viewBox", .string("0 0 9 9")),
        .init("width", .number(9)), .init("height", .number(9)), .init("role", .string("img")),
      ],
      [
        .element("style", [], [.text("*{}")]), text("a<b"),
        text("c", [.init("onclick", .string("x")), .init("style", .string("y"))]),
      ])
    let styles = DrawingStyles([root])
    #expect(
      styles.fragment(root) == """
        <svg viewBox="0 0 9 9" width=9 height=9 role=img>\
        <text class=d1 x=1>a&lt;b</text><text class=d1 x=1>c</text></svg>
        """)
    #expect(
      styles.rules == """
        :root{--k1:\(blue.light)}
        @media screen and (prefers-color-scheme:dark){:root{--k1:\(blue.dark)}}
        .d1{fill:var(--k1)}
        """)
  }
}
