import Publishing
import RunRecord

/// Values that may differ by year, in a cell.
enum YearlyText {
  /// The value of all years, or those of up to three years; of more the first and the last.
  static func lines(_ values: YearlyValues<Estimate>, _ context: ReportContext) -> [Inline] {
    let entries = values.entries
    guard let first = entries.first, let last = entries.last else {
      return context.line(Absence.notModelled)
    }
    let shown = entries.count > 3 ? [first, last] : entries
    return shown.map { [.text(text($0, context))] }.separatedByLines
  }

  /// The value of all years, or of the last one.
  static func last(_ values: YearlyValues<Estimate>, _ context: ReportContext) -> [Inline] {
    guard let last = values.entries.last else { return context.line(Absence.notModelled) }
    return [.text(text(last, context))]
  }

  /// The value of all years, or of the first and the last, in one line.
  static func ends(_ values: YearlyValues<Estimate>, _ context: ReportContext) -> String {
    let entries = values.entries
    let shown = [entries.first, entries.count > 1 ? entries.last : nil].compactMap(\.self)
    return shown.map { text($0, context) }.joined(separator: "; ")
  }

  /// The value of all years, or of each, in one line.
  static func all(_ values: YearlyValues<Estimate>, _ context: ReportContext) -> String {
    values.entries.map { text($0, context) }.joined(separator: "; ")
  }

  private static func text(
    _ entry: (year: Int?, value: Estimate), _ context: ReportContext
  ) -> String {
    let text = context.numbers.interval(entry.value)
    return entry.year.map { "\($0): \(text)" } ?? text
  }
}
