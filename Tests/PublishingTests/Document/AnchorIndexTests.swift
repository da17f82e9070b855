import Publishing
import Testing

struct SluggerTests {
  /// Anchors that GitHub gives these headings.
  @Test(arguments: [
    ("What becomes of it", "what-becomes-of-it"), ("Cloud|Pipe <AI> & Co", "cloudpipe-ai--co"),
    ("資金能撐多久", "資金能撐多久"), ("1.2 A_b-c!", "12-a_b-c"), ("pipe-ar-2024", "pipe-ar-2024"),
  ])
  func slugsHeadings(heading: String, expected: String) {
    var slugger = Slugger()
    #expect(slugger.slug(heading) == expected)
  }

  @Test func numbersRepeats() {
    var slugger = Slugger()
    #expect(["A", "a", "a-1", "A"].map { slugger.slug($0) } == ["a", "a-1", "a-1-1", "a-2"])
  }
}

struct SafeNameTests {
  @Test func keepsPlainIDs() { #expect(safeName("cloud-walk-2") == "cloud-walk-2") }

  /// Nothing leaves the folder, and different ids never share a file, even where case is ignored.
  @Test func differsForDifferentIDs() {
    let ids = ["../x", "..", "a/b", "a.b", "A", "a", "a_b", "a_2f_b", "", "雲", "a b", "a\0b"]
    let names = ids.map(safeName)
    #expect(Set(names.map { $0.lowercased() }).count == ids.count)
    for name in names {
      #expect(
        name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
      #expect(!name.isEmpty)
    }
  }
}
