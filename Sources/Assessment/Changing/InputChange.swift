internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Plan
internal import RunRecord
internal import Units

/// What is done to an input, read from what was typed.
struct InputChange {
  /// The change as evaluations take it.
  let value: InputOverrideValue.Value
  /// The change as runs print it.
  let text: String

  /// Reads a change of an input in a unit.
  ///
  /// Ten per cent more of an amount are ten per cent of it; of a share or a yearly rate they are ten
  /// points.
  ///
  /// - Throws: `Diagnostic` or `DiagnosticError` for what can't be read.
  init(_ override: InputOverride, unit: UnitExpression?, units: UnitRegistry) throws {
    let bare = Self.withoutUnit(override.text, unit?.text)
    // A currency may be written in Chinese, and is told from the number then.
    let typed = Self.withoutUnit(try TypedNumber.notation(bare), unit?.text)
    if let unit, TypedNumber.isYearly(bare), !TypedNumber.isYearly(unit.text) {
      throw Diagnostic(
        "\(override.name) is \(unit.text == "1" ? "a plain number" : "in \(unit.text)"), so "
          + "\"\(override.text)\" can't be what it is a year", help: "say it without /year")
    }
    if typed.contains("%"), let hundredth = unit.flatMap({ units.hundredth(in: $0.text) }) {
      throw Diagnostic(
        "\"\(override.text)\" for \(override.name) in the unit \"\(hundredth)\" says per cent twice",
        help: "leave out the %")
    }
    if override.operation == .set, typed.contains("%"), let unit, !unit.takesPercent {
      throw Diagnostic(
        "\(override.name) is an amount in \(unit.text), not a share",
        help: "say how much, or by how much it changes: \(override.name)+=\(override.text)")
    }
    if override.operation == .set {
      do {
        value = .set(try DistributionNotation.parseDrawable(typed))
      } catch var mistake as Diagnostic {
        if let currency = typed.split(separator: " ").map(String.init)
          .first(where: units.currencies.contains), let unit
        {
          throw Diagnostic(
            "\(override.name) is in \(unit.text), so \"\(override.text)\" can't be told from it",
            help: "say the number in \(unit.text), without \(currency)")
        }
        // What was typed has no place in a file: the text itself says where.
        mistake.message = "\(override.name)=\(override.text): \(mistake.message)"
        throw mistake
      }
      text = override.text
      return
    }
    guard let number = NumberNotation.parse(typed) else {
      throw Diagnostic(
        "\(override.name)\(override.operation.rawValue) takes one number, not \"\(override.text)\"",
        help: "a range can be set: \(override.name)='0.1 to 0.4'")
    }
    let isPlain = unit.map { TypedNumber.isOfShares(unit: $0.text) } ?? true
    let isShareOfItself = typed.hasSuffix("%") && !isPlain
    let signed = override.operation == .subtract ? -number : number
    let change =
      switch override.operation {
      case .multiply: InputAdjustment(factor: number)
      default:
        isShareOfItself ? InputAdjustment(factor: 1 + signed) : InputAdjustment(offset: signed)
      }
    value = .adjusted(change)
    text = change.notation(of: "itself")
  }

  /// What was typed as it is printed, without its unit behind it or in front.
  static func withoutUnit(_ text: String, _ unit: String?) -> String {
    guard let unit, NumberNotation.parse(unit) == nil else { return text }
    let words = text.split(separator: " ")
    guard words.count > 1, words.count(where: { $0 == unit }) == 1 else { return text }
    return words.filter { $0 != unit }.joined(separator: " ")
  }
}
