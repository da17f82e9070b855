/// One value a year and draw, stored year by year.
public struct YearlyDraws: Hashable, Sendable {
  /// The values; year `y` occupies `y * draws ..< (y + 1) * draws`.
  public var values: [Double]
  /// The number of draws.
  public let draws: Int

  /// The number of years.
  public var years: Int { draws == 0 ? 0 : values.count / draws }

  /// Takes values that are stored year by year.
  ///
  /// - Precondition: `values.count` is a multiple of `draws`.
  public init(values: [Double], draws: Int) {
    precondition(draws > 0 && values.count.isMultiple(of: draws))
    self.values = values
    self.draws = draws
  }

  /// The same value in every year and draw.
  public init(repeating value: Double, years: Int, draws: Int) {
    self.init(values: Array(repeating: value, count: years * draws), draws: draws)
  }

  /// The value in a year, counted from 0, and draw.
  public subscript(year: Int, draw: Int) -> Double {
    get { values[year * draws + draw] }
    set { values[year * draws + draw] = newValue }
  }

  /// All draws of a year, counted from 0.
  public subscript(year year: Int) -> ArraySlice<Double> {
    values[year * draws..<(year + 1) * draws]
  }
}
