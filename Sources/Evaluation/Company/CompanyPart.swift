/// A part of what a company is, by which it may differ from another: what can be taken from the other
/// while the rest stays its own (Method 9.3).
package enum CompanyPart: Hashable, Sendable {
  /// Revenue today, which all money is held against.
  case size
  /// Trend and growth of revenue, and how well and when they were seen.
  case growth
  /// Cost over revenue.
  case costs
  /// Cash flow beyond the operating result, over cost.
  case gap
  /// Cash, debt, worth, promised money and rounds over revenue, and who stands behind the company.
  case money
  /// The region, by which the laws are wider or narrower.
  case region
  /// One path's line, with the evidence for it.
  case path(String)
  /// The lines of several paths together.
  case paths(Set<String>)
  /// Numbers of the company model that were set for one company alone.
  case settings
}
