import Publishing
import RunRecord

/// From the odds then to the odds now by what moved them.
enum DifferenceWaterfall {
  /// The chart of a number of a company; nil where it moved by nothing that is known.
  static func figure(
    _ number: NumberChange, of company: CompanyChanges, _ note: ChangesNote,
    _ context: ReportContext
  ) -> Block? {
    guard number.headline.isOdds else { return nil }
    func points(_ fraction: Double) -> String {
      let text = context.numbers.number((1000 * fraction).rounded() / 10)
      return fraction > 0 ? "+" + text : text
    }
    let title = context.text(
      Words.title,
      ["company": context.text(company.names), "number": note.label(number.headline)])
    let description = context.text(Words.description)
    let drawing = Waterfall(
      title: title, description: description,
      start: .init(
        label: note.record.base.asOf, value: 100 * number.base,
        text: context.numbers.probability(number.base)),
      parts: number.shares.map {
        .init(label: note.name(of: $0.factor), value: 100 * $0.share, text: points($0.share))
      },
      end: .init(
        label: note.record.new.asOf, value: 100 * number.new,
        text: context.numbers.probability(number.new)),
      names: (context.text(Words.up), context.text(Words.down))
    ).drawing
    return drawing.map {
      .figure(
        Figure(
          path: "charts/changes.\(safeName(company.id)).svg",
          alternative: "\(title). \(description)", drawing: $0))
    }
  }
}

extension DifferenceWaterfall {
  enum Words: String, Phrases {
    static let topic = "DifferenceWaterfall"

    case title = "{company}: {number}, from then to now"
    case description = "Points of 100; the parts add up to the difference"
    case up = "raises it"
    case down = "lowers it"
  }
}
