/// A function of the language: how it is called, what it means, and how it is computed.
///
/// A new function is a value of this type in a file beside this one, and one line in
/// `FormulaFunction.all`; the language guide and a test read `example` and `result`.
package struct FormulaFunction: Sendable {
  /// As written in formulas.
  package let name: String
  /// The names of the parameters; the last may repeat if `isVariadic`.
  package let parameters: [String]
  /// The number of the last parameters that may be left out.
  package var optionalCount = 0
  /// True if any number of further arguments may follow.
  package var isVariadic = false
  /// One sentence: what it gives.
  package let summary: String
  /// A formula that uses it.
  package let example: String
  /// The value of `example` in the last year of a horizon from 2025 to 2030, with its unit.
  package let result: String
  /// The units that its arguments must have, and the one that they give the result.
  package let units: UnitRule
  let meaning: Meaning

  /// The way in which a call becomes values.
  enum Meaning: Sendable {
    /// From the values of its arguments in the same year.
    case pointwise(@Sendable (inout ValueGraph, [ValueGraph.Value]) -> ValueGraph.Value)
    /// Likewise, with the calendar year besides.
    case pointwiseInYear(
      @Sendable (inout ValueGraph, [ValueGraph.Value], Double) -> ValueGraph.Value)
    /// The first argument a year earlier; in the first year the second, or without one the first
    /// argument in that year.
    case earlier
    /// The sum over the years so far, times the length of a step.
    case sum
    /// The argument in the year that the second argument writes.
    case moment
    /// The level of the series that the argument names.
    case level
    /// Its trend.
    case trend
  }
}

extension FormulaFunction {
  /// Every function but those of series, in the order of the language guide.
  package static let all: [FormulaFunction] =
    [choice] + rounding + extremes + elementary + overTime + [sCurve, bass, touchesZero]

  /// The names of all functions, for suggestions.
  static let names = (all + ofSeries).map(\.name)

  private static let byName = Dictionary(
    uniqueKeysWithValues: (all + ofSeries).map { ($0.name, $0) })

  /// The function of a name, if there is one.
  package static func named(_ name: String) -> FormulaFunction? { byName[name] }

  /// The notation: `clamp(x, low, high)`, `min(a, b, …)`, `previous(x) or previous(x, y)`.
  package var signature: String {
    let least = parameters.count - optionalCount
    return (least...parameters.count).map { count in
      "\(name)(\(parameters.prefix(count).joined(separator: ", "))\(isVariadic ? ", …" : ""))"
    }.joined(separator: " or ")
  }

  func accepts(count: Int) -> Bool {
    let least = parameters.count - optionalCount
    return isVariadic ? count >= least : (least...parameters.count).contains(count)
  }

  /// `3 arguments`, `2 or more arguments`, `1 or 2 arguments`.
  var expectedCount: String {
    let noun = parameters.count == 1 && !isVariadic ? "argument" : "arguments"
    let least = optionalCount > 0 ? "\(parameters.count - optionalCount) or " : ""
    return "\(least)\(parameters.count)\(isVariadic ? " or more" : "") \(noun)"
  }
}

extension FormulaFunction: Hashable {
  /// Functions are told apart by their names.
  package static func == (left: FormulaFunction, right: FormulaFunction) -> Bool {
    left.name == right.name
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
