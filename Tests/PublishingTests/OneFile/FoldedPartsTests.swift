import Publishing
import Testing

struct FoldedPartsTests {
  private func fold(_ title: String) -> Block {
    .details(summary: [.text(title)], [.paragraph([.text(title)])])
  }

  /// Eight rows of 400 characters: long enough to be folded by HTML.
  private let long = Block.table(
    Table(
      columns: [.init("Row"), .init("Text")],
      rows: (0..<8).map {
        [[.text("\($0)")], [.text(String(repeating: "x", count: 400))]]
      }))

  private let short = Block.table(Table(columns: [.init("Row")], rows: [[[.text("1")]]]))

  private func page(_ path: String, _ blocks: [Block]) -> Page {
    Page(path: path, title: path, blocks: [.heading(1, [.text(path)], key: nil)] + blocks)
  }

  private var pages: [Page] {
    [page("answer", [fold("Facts")])]
      + ["a", "b", "c"].map {
        page(
          $0,
          [
            fold("Facts"), .heading(2, [.text("Inputs")], key: nil), long,
            .heading(3, [.text("Story")], key: nil), .paragraph([.text("Told.")]), short,
          ])
      } + [page("d", [fold("Rare"), .heading(2, [.text("Inputs")], key: nil), short])]
  }

  /// What only one page has, and what the answer has, is no kind that may go; bytes are told by the
  /// test, 10 for what is folded and 30 for a table.
  @Test func kindsAreCountedOverPages() {
    let kinds = FoldedParts.kinds(in: pages) { part, _ in
      if case .table = part { 30 } else { 10 }
    }
    #expect(
      kinds == [
        // A heading, a paragraph and a table, three times.
        .init(title: "Story", bytes: 150), .init(title: "Inputs", bytes: 90),
        .init(title: "Facts", bytes: 30),
      ])
  }

  @Test func aKindIsLeftOutEverywhereButInTheAnswer() {
    let note: ([String]) -> Block = { .paragraph([.text($0.joined(separator: ", "))]) }
    let rest = FoldedParts.leftOut(["Inputs", "Facts", "Story"], of: pages, note: note)
    #expect(rest[0] == pages[0])
    // A short table goes where long ones of its title go.
    #expect(rest[4].blocks == [pages[4].blocks[0], fold("Rare"), note(["Inputs"])])
    for (page, path) in zip(rest[1...3], ["a", "b", "c"]) {
      #expect(
        page.blocks == [
          .heading(1, [.text(path)], key: nil), .paragraph([.text("Facts, Inputs, Story")]),
        ])
    }
    #expect(FoldedParts.leftOut([], of: pages, note: note) == pages)
  }
}
