/// An amount over some months, as a signed sum of reported periods.
package struct Window: Hashable, Sendable {
  /// One reported period with its sign.
  package struct Term: Hashable, Sendable {
    /// 1 where the period is added, -1 where it is taken away.
    package var sign: Double
    /// The period as written.
    package var period: String
    /// The id of the source.
    package var source: String
    /// The reported amount, without the sign.
    package var value: Double
  }

  /// The end of its time, in months since the year 0.
  package var end: Double
  /// The amount, in the currency of its terms.
  package var amount: Double
  /// The standard deviation of the amount.
  package var deviation: Double
  /// The reported periods in the order of the path, from the window's start to its end.
  package var terms: [Term]
}
