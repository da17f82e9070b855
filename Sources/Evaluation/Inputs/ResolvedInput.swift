package import RunRecord
internal import Formulas
package import Simulation

/// An input whose question "from where?" is settled: a distribution, whose draws, and the evidence.
package struct ResolvedInput: Sendable {
  package var name: String
  package var series: DistributionSeries
  /// One of the input's unit in base units: what its values are multiplied by.
  package var scale: Double
  /// The stream of its quantile levels.
  package var block: String
  package var dimension: Int
  /// Whether its draws are the same for several companies.
  package var isShared: Bool
  /// Where the draws of each year are, for an input that has its own in every year.
  package var yearly: Yearly?
  /// What it is and what it rests on; `values` is filled in when the draws are known.
  package var record: InputRecord

  /// The dimensions of an input with draws of its own in every year.
  package struct Yearly: Sendable {
    /// From one year to the next.
    package var stride: Int
    /// The year that has the input's first dimension.
    package var origin: Int
  }

  package init(
    name: String, series: DistributionSeries, scale: Double, block: String, dimension: Int,
    isShared: Bool, yearly: Yearly? = nil, record: InputRecord
  ) {
    self.name = name
    self.series = series
    self.scale = scale
    self.block = block
    self.dimension = dimension
    self.isShared = isShared
    self.yearly = yearly
    self.record = record
  }
}

/// The draws of an input: its levels and its values in base units.
package struct InputDraws: Sendable {
  /// The quantile level of each draw; nil for an input that doesn't vary.
  package var levels: [Double]?
  /// One column for all years, or one a year.
  package var columns: [Column]
  /// The names under which companies share the columns; empty where the columns are a company's
  /// own.
  package var sharedNames: [String] = []

  package var variesByYear: Bool { columns.count > 1 }
}

extension ResolvedInput {
  /// Whether it is a plain number in all years.
  package var isConstant: Bool {
    series.anchors.allSatisfy {
      if case .constant = $0.distribution { true } else { false }
    }
  }

  /// The levels of its stream, or nil for a plain number and for an input that has many streams,
  /// one a year.
  package func levels(from draws: Draws) -> [Double]? {
    guard !isConstant, !series.isEachYear else { return nil }
    guard isShared else { return draws.levels(block: block, dimension: dimension) }
    return draws.sharedColumn("levels \(block) \(dimension)") {
      draws.levels(block: block, dimension: dimension)
    }
  }

  /// The value at a level of its distribution in a year, in its own unit.
  ///
  /// Few inputs are ever asked for it, so the distribution is made when one is.
  package func valueAtLevel(year: Int) -> (@Sendable (Double) -> Double)? {
    guard !series.anchors.isEmpty else { return nil }
    return { [series] level in
      let anchors = series.anchors.compactMap { anchor in
        (try? Distribution(anchor.distribution)).map { (year: anchor.year, distribution: $0) }
      }
      guard !anchors.isEmpty else { return .nan }
      return YearlyInput(anchors: anchors).values([level], year: year)[0]
    }
  }

  /// Its values in base units for the given years.
  ///
  /// `levels` are those of its own stream unless it is correlated with other inputs.
  package func values(
    years: [Int], draws: Draws, levels: [Double]?, isCorrelated: Bool
  ) throws -> InputDraws {
    if case .eachYear(let distribution) = series, !isConstant {
      return try eachYear(distribution, years: years, draws: draws)
    }
    let anchors = try series.anchors.map { anchor in
      (year: anchor.year, distribution: try Distribution(anchor.distribution))
    }
    let input = YearlyInput(anchors: anchors)
    let wanted = series.variesByYear ? years : [years.first ?? 0]
    guard let levels else {
      return InputDraws(
        levels: nil,
        columns: wanted.map { .constant(input.values([0.5], year: $0)[0] * scale) })
    }
    let quantileLevels = QuantileLevels(levels)
    func column(_ year: Int) -> [Double] {
      let values = input.values(quantileLevels, year: year)
      return scale == 1 ? values : values.map { $0 * scale }
    }
    guard isShared && !isCorrelated else {
      return InputDraws(levels: levels, columns: wanted.map { .values(column($0)) })
    }
    let names = wanted.map {
      "values \(block) \(dimension) \($0) \(record.distribution) \(scale)"
    }
    return InputDraws(
      levels: levels,
      columns: zip(names, wanted).map { name, year in
        .values(draws.sharedColumn(name) { column(year) })
      }, sharedNames: names)
  }
}

extension ResolvedInput {
  /// Values drawn anew in every year, from a dimension of its own.
  private func eachYear(
    _ spec: DistributionSpec, years: [Int], draws: Draws
  ) throws -> InputDraws {
    let distribution = try Distribution(spec)
    func column(_ year: Int) -> [Double] {
      let (block, dimension) = stream(of: year)
      let values = distribution.quantiles(draws.levels(block: block, dimension: dimension))
      return scale == 1 ? values : values.map { $0 * scale }
    }
    guard isShared else {
      return InputDraws(levels: nil, columns: years.map { .values(column($0)) })
    }
    let names = years.map {
      "values \(block) \(dimension) \($0) \(record.distribution) \(scale)"
    }
    return InputDraws(
      levels: nil,
      columns: zip(names, years).map { name, year in
        .values(draws.sharedColumn(name) { column(year) })
      }, sharedNames: names)
  }

  /// Where a year's numbers are; those of years before the first have blocks of their own, so that
  /// how far back a company's accounts reach moves nothing later.
  private func stream(of year: Int) -> (block: String, dimension: Int) {
    let (stride, origin) = (yearly?.stride ?? 1, yearly?.origin ?? year)
    return year >= origin
      ? (block, dimension + (year - origin) * stride)
      : ("\(block) \(origin - year) years before", dimension)
  }
}

extension Column {
  /// The value in a draw.
  package func value(in draw: Int) -> Double {
    switch self {
    case .constant(let value): value
    case .values(let values): values[draw]
    }
  }
}
