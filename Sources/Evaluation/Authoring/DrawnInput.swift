internal import Plan
internal import Simulation

/// The values of an input in every year and draw, in the unit that its declaration names.
public struct DrawnInput: Sendable {
  /// One column for all years, or one a year.
  let columns: [Column]

  init(_ draws: DrawnValues, scale: Double) {
    columns = draws.columns.map { column in
      guard scale != 1 else { return column }
      switch column {
      case .constant(let value): return .constant(value / scale)
      case .values(let values): return .values(values.map { $0 / scale })
      }
    }
  }

  /// The value in a year, counted from 0, and draw.
  public subscript(year: Int, draw: Int) -> Double {
    columns[columns.count == 1 ? 0 : year].value(in: draw)
  }

  /// The value in a draw, for an input that doesn't vary by year; in the first year otherwise.
  public subscript(draw: Int) -> Double {
    columns[0].value(in: draw)
  }
}
