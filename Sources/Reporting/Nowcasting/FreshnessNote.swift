package import RunRecord
import Publishing

/// What has been due of a company, in a line of English.
package enum FreshnessNote {
  /// `the half-year to 2026-06, …`, or why there is no state.
  package static func due(_ listing: FreshnessListing) -> String {
    guard let freshness = listing.freshness else { return listing.reason?.message ?? "" }
    return freshness.due.map { FreshnessWords.report($0, Language.english) }
      .joined(separator: ", ")
  }
}
