import Publishing
import RunRecord

/// The sources that a note cites, numbered in the order in which it first does.
final class Citations {
  private let sources: [String: SourceRecord]
  private var cited: [String] = []

  init(_ run: RunRecord) {
    sources = Dictionary(run.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `[1]`, `[1, 4]`; nothing for no source.
  func mark(_ ids: [String]) -> String {
    var numbers: [Int] = []
    for id in ids {
      if let index = cited.firstIndex(of: id) {
        numbers.append(index + 1)
      } else {
        cited.append(id)
        numbers.append(cited.count)
      }
    }
    let marks = Set(numbers).sorted().map(String.init).joined(separator: ", ")
    return marks.isEmpty ? "" : "[\(marks)]"
  }

  /// The text with the mark behind it: `Staff was cut. [2]`.
  func cite(_ text: String, _ ids: [String]) -> String {
    let mark = mark(ids)
    return mark.isEmpty ? text : "\(text) \(mark)"
  }

  /// Whether nothing has been cited.
  var isEmpty: Bool { cited.isEmpty }

  /// The sources, each with its title, publisher and date.
  var list: String {
    "Sources\n"
      + cited.enumerated().map { index, id in
        TextWrap.paragraph(title(id).printable, first: "[\(index + 1)] ") + "\n"
      }.joined()
  }

  private func title(_ id: String) -> String {
    guard let source = sources[id] else { return id }
    let date = source.date.map { ", \($0)" } ?? ""
    return "\(source.title). \(source.publisher)\(date)."
  }
}
