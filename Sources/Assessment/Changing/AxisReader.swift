internal import Diagnostics
internal import Formulas
internal import Foundation
internal import RunRecord

/// Reads the axes of a table: `price_ad=0.1..0.4:4`, `fill*=0.5,1,2`, `horizon=2030..2034:5`,
/// `cloudwalk.round=1bn..4bn:4 in 2027`.
struct AxisReader {
  /// Reads what each value changes.
  let changes: ChangeReader

  /// An axis with a change for each of its values.
  struct Axis {
    /// The axis as it was typed.
    let text: String
    /// The changes, in the order of the values.
    let changes: [StudyChange]
  }

  /// The number of values of a range that doesn't say it.
  private static let usualCount = 5
  private static let mostCells = 400
  private static let form =
    "say NAME=LOW..HIGH:COUNT, such as price_ad=0.1..0.4:4, or NAME=A,B,C"

  /// Reads one axis or two.
  ///
  /// - Throws: `DiagnosticError` for what can't be read, axes of one thing, and too many cells.
  func read(_ texts: [String]) throws -> [Axis] {
    var problems = DiagnosticCollector()
    let axes = try texts.compactMap { text in try problems.attempt { try axis(text) } }
    try problems.throwIfErrors()
    guard (1...2).contains(axes.count) else {
      throw DiagnosticError(
        Diagnostic(
          "a table has one axis or two, not \(axes.count)",
          help: "make further changes in every cell by naming them outside --table"))
    }
    if axes.count == 2, axes[0].changes[0].contradicts(axes[1].changes[0]) {
      throw DiagnosticError(
        Diagnostic("both axes change \(axes[0].changes[0].target)", help: "name another one"))
    }
    let cells = axes.map(\.changes.count).reduce(1, *)
    guard cells <= Self.mostCells else {
      throw DiagnosticError(
        Diagnostic(
          "the table would have \(cells) cells, more than \(Self.mostCells)",
          help: "ask for fewer values"))
    }
    return axes
  }

  private func axis(_ text: String) throws -> Axis {
    guard let change = InputOverride(text) else {
      throw Diagnostic("\"\(text)\" is no axis of a table", help: Self.form)
    }
    let values = try values(change.text)
    return Axis(
      text: text,
      changes: try values.map { value in
        var one = change
        one.text = value
        return try changes.read(
          one, "\(change.name)\(change.operation.rawValue)\(value)")
      })
  }

  private func values(_ text: String) throws -> [String] {
    guard let dots = text.firstRange(of: "..") else {
      let values = text.split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard values.count > 1, values.allSatisfy({ !$0.isEmpty }) else {
        throw Diagnostic("\"\(text)\" has one value, but an axis takes several", help: Self.form)
      }
      return values
    }
    var rest = text[dots.upperBound...]
    // What follows the numbers holds for every value, such as the year of a round.
    let space = rest.firstIndex(of: " ") ?? rest.endIndex
    let suffix = String(rest[space...])
    rest = rest[..<space]
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    let count = parts.count == 1 ? Self.usualCount : Int(parts[1]) ?? 0
    guard parts.count <= 2, (2...50).contains(count) else {
      throw Diagnostic(
        "\"\(text)\" asks for \(parts.count > 1 ? "\"\(parts[1])\"" : "no") values",
        help: "an axis has 2 to 50; \(Self.form)")
    }
    let ends = [String(text[..<dots.lowerBound]), String(parts[0])]
    let isPercent = ends.allSatisfy { $0.hasSuffix("%") }
    let numbers = try ends.map { end -> Double in
      guard let number = NumberNotation.parse(try TypedNumber.notation(end)) else {
        throw Diagnostic("\"\(end)\" isn't a number", help: Self.form)
      }
      return number
    }
    guard numbers[0] != numbers[1] else {
      throw Diagnostic("\"\(text)\" begins where it ends", help: Self.form)
    }
    return (0..<count).map { index in
      let share = Double(index) / Double(count - 1)
      let value = numbers[0] * (1 - share) + numbers[1] * share
      return Self.notation(isPercent ? 100 * value : value) + (isPercent ? "%" : "") + suffix
    }
  }

  /// Without the dust of halves and tenths that aren't exact, and short where it is large.
  private static func notation(_ value: Double) -> String {
    let plain = NumberNotation.print(Double(String(format: "%.12g", value)) ?? value)
    let short = [(1e9, "bn"), (1e6, "M")].compactMap { unit, mark -> String? in
      guard abs(value) >= unit else { return nil }
      let text = NumberNotation.print(Double(String(format: "%.12g", value / unit)) ?? value)
      return text.count + mark.count < plain.count ? text + mark : nil
    }
    return short.first ?? plain
  }
}
