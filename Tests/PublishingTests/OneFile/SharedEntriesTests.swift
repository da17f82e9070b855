import Publishing
import Testing

struct SharedEntriesTests {
  private func entry(_ key: String) -> [Block] {
    [.heading(3, [.text(key)], key: key), .paragraph([.text("About \(key).")])]
  }

  private func cites(_ key: String, on page: String) -> Block {
    .table(
      Table(
        columns: [.init("Source")],
        rows: [[[.strong([.link([.text(key)], to: .page(page, anchor: key))])]]]))
  }

  private var pages: [Page] {
    [
      Page(
        path: "a", title: "A",
        blocks: [.heading(1, [.text("A")], key: nil), cites("s1", on: "a")]
          + [.heading(2, [.text("Sources")], key: nil)] + entry("s1")),
      Page(
        path: "list", title: "List",
        blocks: [.heading(1, [.text("List")], key: nil)] + entry("s1") + entry("s2")),
    ]
  }

  /// Page a loses its entry, and the heading under which nothing is left; its link leads to the list.
  @Test func entriesMoveToTheList() {
    let moved = SharedEntries.moved(in: pages, to: "list")
    #expect(moved[0].blocks == [.heading(1, [.text("A")], key: nil), cites("s1", on: "list")])
    #expect(moved[1] == pages[1])
    #expect(SharedEntries.moved(in: pages, to: "none") == pages)
  }

  @Test func whatNobodyCitesGoes() {
    let moved = SharedEntries.linked(
      in: SharedEntries.moved(in: pages, to: "list"), at: "list")
    #expect(moved[1].blocks == [.heading(1, [.text("List")], key: nil)] + entry("s1"))
  }

  /// A heading stays if text follows it, or a heading below it that stays.
  @Test func emptyHeadingsGo() {
    func heading(_ level: Int) -> Block { .heading(level, [.text("\(level)")], key: nil) }
    let text = Block.paragraph([.text("text")])
    #expect([heading(1), heading(2), heading(3), heading(2)].withoutEmptyHeadings == [heading(1)])
    #expect(
      [heading(2), heading(3), text, heading(3), heading(2), text].withoutEmptyHeadings
        == [heading(2), heading(3), text, heading(2), text])
  }
}
