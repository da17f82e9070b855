internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
internal import RunRecord
internal import Simulation

/// A changed input as companies have it: what it was and became, and whether it can be.
struct ChangedInput {
  let change: StudyChange
  let columns: Columns?
  let isForced: Bool

  /// The draws of the input before and after, and its unit.
  struct Columns: Sendable {
    let base: [Double]
    let new: [Double]
    let unit: UnitName
    /// True if the accounts give it.
    let isReported: Bool

    /// Nil where the company hasn't got the input.
    init?(_ change: StudyChange, _ pair: SidePair) {
      let record = change.record
      guard record.kind == .input, record.company ?? pair.base.company.id == pair.base.company.id
      else { return nil }
      func number(_ side: CompanySide) -> CompanySide.Number? {
        side.numbers.first {
          $0.key.stage == .input && $0.key.name == record.name
            && change.paths.contains($0.key.path ?? "company")
        }
      }
      guard let old = number(pair.base), let new = number(pair.new) else { return nil }
      base = old.values()
      self.new = new.values()
      unit = old.unit
      isReported = old.isReported
      if base.isEmpty || self.new.isEmpty { return nil }
    }
  }

  /// The change with what it was before, what it became, and remarks.
  ///
  /// - Throws: `Diagnostic` for a value that can't be, unless it is forced.
  func record() throws -> ChangeRecord {
    var record = change.record
    guard case .inputs(let overrides) = change.effect, let override = overrides.first, let columns
    else { return record }
    let (base, new) = (columns.base, columns.new)
    let before = Summary(base)
    let after = Summary(new)
    func inUnit(_ text: String) -> String {
      // It may have been typed with its unit, or as so much a year.
      let bare = InputChange.withoutUnit(text, columns.unit.rawValue)
      return columns.unit == "1" || TypedNumber.isYearly(bare) ? bare : "\(bare) \(columns.unit)"
    }
    record.base = words(before).map(inUnit)
    record.new = inUnit(
      override.operation == .set ? override.text : words(after) ?? override.text)
    let (low, high) = (base.min() ?? 0, base.max() ?? 0)
    let (least, most) = (new.min() ?? 0, new.max() ?? 0)
    if !isForced {
      if isShare(columns), most > 1 || least < 0 {
        throw impossible("is a share: it lies between 0 and 1", override)
      }
      if low > 0, least < 0, !columns.isReported { throw impossible("can't be below 0", override) }
    }
    if low < high, let median = after.p50, !(low...high).contains(median) {
      record.remarks.append(
        Remark(
          .outsideDraws,
          [
            "name": .text(change.record.name), "low": .number(rounded(low)),
            "high": .number(rounded(high)),
          ]))
    }
    return record
  }

  /// A plain number that never leaves 0...1 before, isn't a plain switch, and doesn't come from
  /// accounts, whose logarithms may have any size.
  private func isShare(_ columns: Columns) -> Bool {
    columns.unit == "1" && !columns.isReported
      && columns.base.allSatisfy { (0...1).contains($0) }
      && columns.base.contains { $0 > 0 && $0 < 1 }
  }

  private func words(_ summary: Summary) -> String? {
    guard let low = summary.p5, let high = summary.p95 else { return nil }
    return low == high
      ? NumberNotation.print(rounded(low))
      : "\(NumberNotation.print(rounded(low))) to \(NumberNotation.print(rounded(high)))"
  }

  /// Three digits, as much as anybody reads.
  private func rounded(_ value: Double) -> Double {
    Double(String(format: "%.3g", value)) ?? value
  }

  private func impossible(_ why: String, _ override: InputOverride) -> Diagnostic {
    Diagnostic(
      "\"\(change.record.text)\": \(override.name) \(why)",
      help: "--force takes it all the same")
  }
}
