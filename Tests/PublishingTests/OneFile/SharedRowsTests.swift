import Publishing
import Testing

struct SharedRowsTests {
  private let words = SharedRows.Words(title: "Shared", intro: "Said once.") { numbers, link in
    [.text("rows \(numbers) of ")] + link
  }

  private func row(_ name: String) -> [[Inline]] {
    [[.text(name)], [.text(String(repeating: name, count: 2000))]]
  }

  private func page(_ path: String, _ rows: [[[Inline]]]) -> Page {
    Page(
      path: path, title: path,
      blocks: [
        .heading(1, [.text(path)], key: nil), .heading(2, [.text("Inputs")], key: nil),
        .table(Table(columns: [.init("Input"), .init("Because")], rows: rows)),
      ])
  }

  /// Rows a, b and d are on two pages each; c and e on one.
  @Test func rowsOfSeveralPagesMove() {
    let pages = [
      page("one", [row("a"), row("b"), row("c"), row("d")]),
      page("two", [row("b"), row("e"), row("a"), row("d")]),
    ]
    let result = SharedRows.moved(in: pages, words: words)
    #expect(result.map(\.path) == ["one", "two", "shared"])
    func table(_ page: Page) -> [[String]] {
      page.blocks.collected { if case .table(let table) = $0 { table } else { nil } }
        .flatMap { $0.rows.map { $0.map(\.plainText) } }
    }
    #expect(table(result[0]).map(\.first) == ["c"])
    #expect(table(result[1]).map(\.first) == ["e"])
    // In the order in which they were met a second time.
    #expect(table(result[2]).map(\.first) == ["1 · b", "2 · a", "3 · d"])
    #expect(
      result[0].blocks.last
        == .paragraph([
          .text("rows 1–3 of "), .link([.text("Inputs")], to: .page("shared", anchor: "shared:0")),
        ]))
    let places = HTMLPlaces(result, layout: .oneFile)
    #expect(
      places.address(of: .page("shared", anchor: "shared:0"), from: "one") == "#shared:inputs")
  }

  /// Short rows stay, as does what is on one page alone, or has another heading or other columns.
  @Test func otherRowsStay() {
    let short: [[Inline]] = [[.text("x")], [.text("y")]]
    var other = page("two", [row("a")])
    other.blocks[1] = .heading(2, [.text("Others")], key: nil)
    for pages in [
      [page("one", [short]), page("two", [short])], [page("one", [row("a"), row("a")])],
      [page("one", [row("a")]), other],
    ] {
      #expect(SharedRows.moved(in: pages, words: words) == pages)
    }
  }
}
