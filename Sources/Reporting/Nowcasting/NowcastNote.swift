package import Publishing
package import RunRecord

/// The note that `breakeven nowcast` prints, with its drawing.
package struct NowcastNote: Speaker {
  private let answer: CompanyNowcast
  package let language: Language

  package init(_ answer: CompanyNowcast, language: Language = .english) {
    self.answer = answer
    self.language = language
  }

  private var name: String { text(answer.names) }

  /// The note, with its sources under it.
  package var page: Page {
    let parts = NowcastBlocks(
      nowcast: answer.nowcast, asOf: answer.asOf, language: language,
      cite: { ids in [.text(unique(ids).joined(separator: ", "))] })
    var blocks: [Block] = [.heading(1, [.text(name)], key: nil)] + parts.blocks
    blocks.append(heading(2, Pages.sources))
    blocks.append(
      .list(
        answer.sources.map { source in
          ListItem([
            .text("\(source.id): \(source.title), \(source.publisher)")
          ])
        }, ordered: false))
    return .note(blocks)
  }

  /// The chart as an SVG file; nil where a single observation leaves nothing to draw.
  package var svg: String? {
    NowcastChart.drawing(
      answer.nowcast, company: name, asOf: TimeWords.years(answer.asOf), self
    ).map { SVGRenderer.file($0, language: language.tag) }
  }
}

/// Days as times in years, near enough for a chart.
enum TimeWords {
  /// 2025.5 for the end of June 2025.
  static func years(_ day: String) -> Double {
    let parts = day.split(separator: "-").compactMap { Double($0) }
    guard parts.count == 3 else { return 0 }
    return parts[0] + (parts[1] - 1 + min(parts[2] / 30, 1)) / 12
  }
}
