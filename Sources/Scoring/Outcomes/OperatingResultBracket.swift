/// An operating result that isn't reported, bracketed by what is (Method 4.1).
package enum OperatingResultBracket {
  /// Uniform from the lowest to the highest of the results known of the same year.
  ///
  /// A single one stands for itself ± 3 % of revenue.
  ///
  /// - Parameters:
  ///   - results: E.g. adjusted EBITDA, adjusted net income, net income.
  ///   - revenue: Of the same year, one a draw.
  ///   - uniforms: One a draw, each in (0, 1).
  ///   - margin: How far a single result reaches to either side, over revenue.
  /// - Returns: The operating result, one value a draw, or nil when no result is known.
  package static func draws(
    results: [Double], revenue: [Double], uniforms: [Double], margin: Double = 0.03
  ) -> [Double]? {
    guard let low = results.min(), let high = results.max() else { return nil }
    return zip(revenue, uniforms).map { revenue, uniform in
      let reach = results.count == 1 ? margin * revenue : 0
      return low - reach + uniform * (high - low + 2 * reach)
    }
  }
}
