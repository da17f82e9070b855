internal import Diagnostics
internal import Formulas
internal import Simulation

/// A distribution in the notation of model files, ready to be drawn from.
///
/// Inputs are drawn by a `Worksheet`; this is for what lies beneath them, and for tests.
public struct UncertainNumber: Sendable {
  /// The notation that reads back as the same distribution.
  public let notation: String
  private let distribution: Distribution

  /// Reads a distribution: `5`, `0.1 to 0.4`, `truncate(0.3 to 0.8, 0, 1)`, `pert(1, 2, 4)`.
  ///
  /// - Throws: `DiagnosticError` with the place in the text and what to write instead.
  public init(_ text: String) throws {
    do {
      let spec = try DistributionNotation.parse(text)
      notation = spec.description
      distribution = try Distribution(spec)
    } catch let mistake as Diagnostic {
      throw DiagnosticError(mistake)
    } catch {
      throw DiagnosticError(Diagnostic("\"\(text)\" can't be drawn from: \(error)"))
    }
  }

  /// The value that the number stays at or below with the probability `level`, in 0..<1.
  public func quantile(_ level: Double) -> Double { distribution.quantile(level) }

  /// The values at a column of levels, as `Draws.levels` gives it.
  public func quantiles(_ levels: [Double]) -> [Double] { distribution.quantiles(levels) }
}
