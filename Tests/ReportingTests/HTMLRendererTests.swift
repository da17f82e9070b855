import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

struct HTMLRendererTests {
  /// XML 1.0, 2.4: these five characters are the only ones that can end text or an attribute.
  @Test(arguments: [
    ("<a href='x'>\"&\"</a>", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;"), ("雲", "雲"),
  ])
  func escapesText(text: String, expected: String) {
    #expect(HTMLEscaping.text(text) == expected)
  }

  @Test func pagesRunNothingAndFetchNothing() {
    for file in ReportWriter.pages(for: TinyStudy.run, format: .html) {
      #expect(file.path.hasSuffix(".html"), "charts are inside the pages")
      for forbidden in [
        "<script", "<link", "<iframe", "<img", "@import", "url(", " onload", "href=\"javascript",
      ] {
        #expect(!file.content.contains(forbidden), "\(file.path) has \(forbidden)")
      }
    }
  }
}
