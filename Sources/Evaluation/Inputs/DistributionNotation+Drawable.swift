package import Diagnostics
package import Formulas
internal import Simulation

extension DistributionNotation {
  /// Reads a distribution and makes sure that it can be drawn from.
  ///
  /// Some are sound as written but leave nothing to draw, such as `truncate(1 to 2, 100, 200)`;
  /// others span more than numbers can. Both are mistakes of whoever wrote them.
  ///
  /// - Throws: `Diagnostic` at the mistake's place.
  package static func parseDrawable(
    _ text: String, at location: SourceLocation? = nil, sourceLine: String? = nil
  ) throws -> DistributionSpec {
    let spec = try parse(text, at: location, sourceLine: sourceLine)
    do {
      try Distribution.requireDrawable(spec)
      return spec
    } catch {
      throw Diagnostic(
        "\(spec) can't be drawn from: \(error.message)", at: location, sourceLine: sourceLine,
        help: "move or widen the ends, or write another distribution")
    }
  }
}
