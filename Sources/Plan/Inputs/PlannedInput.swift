internal import Formulas
package import Simulation

/// An uncertain number whose question "from where?" is settled: its distribution, and whose draws
/// it takes.
package struct PlannedInput: Sendable {
  /// Its name within the path or among the company's figures.
  package var name: String
  /// Its distribution, in its own unit.
  package var series: DistributionSeries
  /// One of the input's unit in base units: what its values are multiplied by.
  package var scale: Double
  /// The stream of its uniforms.
  package var block: String
  /// The place within the stream.
  package var dimension: Int
  /// True if several companies share its draws.
  package var isShared: Bool
  /// The place of each year's draws, for an input that has its own in every year.
  package var yearly: Yearly?
  /// True if it is chance by nature, which no research settles.
  package var isChance: Bool
  /// How its values come about.
  package var origin = Origin.distribution
  /// What is changed of its values once they are drawn.
  package var adjustment: InputAdjustment?

  /// The way in which an input's values come about.
  package indirect enum Origin: Sendable {
    /// They are drawn from its distribution.
    case distribution
    /// 1 in the draws in which the company wins a place, else 0.
    case contest(PlannedContest)
    /// What a market leaves of its companies' claims, year by year.
    case room(PlannedRoom)
  }

  /// The dimensions of an input with draws of its own in every year.
  package struct Yearly: Sendable {
    /// From one year to the next.
    package var stride: Int
    /// The year that has the input's first dimension.
    package var origin: Int

    /// Makes them.
    package init(stride: Int, origin: Int) {
      self.stride = stride
      self.origin = origin
    }
  }

  /// Makes an input.
  package init(
    name: String, series: DistributionSeries, scale: Double, block: String, dimension: Int,
    isShared: Bool, yearly: Yearly? = nil, isChance: Bool = false
  ) {
    self.name = name
    self.series = series
    self.scale = scale
    self.block = block
    self.dimension = dimension
    self.isShared = isShared
    self.yearly = yearly
    self.isChance = isChance
  }
}

extension PlannedInput {
  /// The same for inputs with the same draws, and for no others.
  package var identity: String {
    let drawn =
      switch origin {
      case .distribution: "\(block) \(dimension) \(series.text) \(scale)"
      case .contest(let contest): contest.identity
      case .room(let room): room.identity
      }
    return adjustment.map { "\(drawn) * \($0.factor) + \($0.offset)" } ?? drawn
  }

  /// True if its values differ from year to year.
  package var variesByYear: Bool {
    if case .room = origin { true } else { series.variesByYear }
  }

  /// True if it is a plain number in all years.
  package var isConstant: Bool {
    guard case .distribution = origin else { return false }
    return series.anchors.allSatisfy {
      if case .constant = $0.distribution { true } else { false }
    }
  }

  /// The uniforms at which one of its values ends and the next begins, if it has finitely many of them in
  /// each year; nil where it has more, or is drawn anew in every year.
  package var steps: [Double]? {
    guard case .distribution = origin, !series.isEachYear, !series.anchors.isEmpty,
      series.anchors.allSatisfy(\.distribution.isDiscrete)
    else { return nil }
    var steps: Set<Double> = []
    for anchor in series.anchors {
      guard let found = try? Distribution(anchor.distribution).steps else { return nil }
      steps.formUnion(found)
    }
    return steps.sorted()
  }

  /// The uniforms of its stream, or nil for a plain number and for an input that has many streams,
  /// one a year.
  package func uniforms(from draws: Draws) -> [Double]? {
    if case .room = origin { return nil }
    guard !isConstant, !series.isEachYear else { return nil }
    guard isShared, !draws.areMany else {
      return draws.uniforms(block: block, dimension: dimension)
    }
    return draws.sharedColumn("uniforms \(block) \(dimension)") {
      draws.uniforms(block: block, dimension: dimension)
    }
  }

  /// The value at a uniform of its distribution in a year, in its own unit.
  ///
  /// Few inputs are ever asked for it, so the distribution is made when one is.
  package func valueAtUniform(year: Int) -> (@Sendable (Double) -> Double)? {
    guard !series.anchors.isEmpty else { return nil }
    return { [series, adjustment] uniform in
      let anchors = series.anchors.compactMap { anchor in
        (try? Distribution(anchor.distribution)).map { (year: anchor.year, distribution: $0) }
      }
      guard !anchors.isEmpty else { return .nan }
      let value = YearlyInput(anchors: anchors).values([uniform], year: year)[0]
      return adjustment?(value) ?? value
    }
  }

  /// Its draws for the given years, from its own stream.
  package func drawn(years: [Int], from draws: Draws) throws -> DrawnValues {
    try drawn(years: years, from: draws, at: uniforms(from: draws), isCorrelated: false)
  }

  /// Its draws for the given years, in base units, at uniforms that are those of its own stream
  /// unless it is correlated with other inputs.
  package func drawn(
    years: [Int], from draws: Draws, at uniforms: [Double]?, isCorrelated: Bool
  ) throws -> DrawnValues {
    let drawn = try unadjusted(
      years: years, from: draws, at: uniforms, isCorrelated: isCorrelated)
    return adjustment.map(drawn.adjusted) ?? drawn
  }

  private func unadjusted(
    years: [Int], from draws: Draws, at uniforms: [Double]?, isCorrelated: Bool
  ) throws -> DrawnValues {
    switch origin {
    case .distribution: break
    case .contest(let contest):
      return DrawnValues(
        input: self, uniforms: uniforms, columns: [.values(try contest.won(from: draws))])
    case .room(let room):
      let (columns, names) = try room.columns(from: draws)
      return DrawnValues(input: self, uniforms: nil, columns: columns, sharedNames: names)
    }
    if case .eachYear(let distribution) = series, !isConstant {
      return try drawnEachYear(distribution, years: years, from: draws)
    }
    let anchors = try series.anchors.map { anchor in
      (year: anchor.year, distribution: try Distribution(anchor.distribution))
    }
    let input = YearlyInput(anchors: anchors)
    let wanted = series.variesByYear ? years : [years.first ?? 0]
    guard let uniforms else {
      return DrawnValues(
        input: self, uniforms: nil,
        columns: wanted.map { .constant(input.values([0.5], year: $0)[0] * scale) })
    }
    let levels = QuantileLevels(uniforms)
    func column(_ year: Int) -> [Double] {
      let values = input.values(levels, year: year)
      return scale == 1 ? values : values.map { $0 * scale }
    }
    let isOwn = draws.areMany && !isCorrelated
    let source = isOwn ? LevelSource.stream(self, draws) : .column(uniforms)
    guard isShared && !isCorrelated else {
      return DrawnValues(
        input: self, levels: source, columns: wanted.map { .values(column($0)) })
    }
    let names = wanted.map { "values \(block) \(dimension) \($0) \(series.text) \(scale)" }
    return DrawnValues(
      input: self, levels: source,
      columns: zip(names, wanted).map { name, year in
        .values(draws.sharedValues(name) { column(year) })
      }, sharedNames: names)
  }
}

extension PlannedInput {
  /// Values drawn anew in every year, each from a dimension of its own.
  private func drawnEachYear(
    _ spec: DistributionSpec, years: [Int], from draws: Draws
  ) throws -> DrawnValues {
    let distribution = try Distribution(spec)
    func column(_ year: Int) -> [Double] {
      let (block, dimension) = stream(of: year)
      let values = distribution.quantiles(draws.uniforms(block: block, dimension: dimension))
      return scale == 1 ? values : values.map { $0 * scale }
    }
    guard isShared else {
      return DrawnValues(
        input: self, uniforms: nil, columns: years.map { .values(column($0)) })
    }
    let names = years.map { "values \(block) \(dimension) \($0) \(series.text) \(scale)" }
    return DrawnValues(
      input: self, uniforms: nil,
      columns: zip(names, years).map { name, year in
        .values(draws.sharedValues(name) { column(year) })
      }, sharedNames: names)
  }

  /// The place of a year's numbers; those of years before the first have blocks of their own, so
  /// that how far back a company's accounts reach moves nothing later.
  private func stream(of year: Int) -> (block: String, dimension: Int) {
    let (stride, origin) = (yearly?.stride ?? 1, yearly?.origin ?? year)
    return year >= origin
      ? (block, dimension + (year - origin) * stride)
      : ("\(block) \(origin - year) years before", dimension)
  }
}

/// The draws of an input: its uniforms and its values in base units.
package struct DrawnValues: Sendable {
  /// The input that was drawn.
  package var input: PlannedInput
  /// Where the uniform of each draw is found; nil for an input that doesn't vary.
  package var levels: LevelSource?
  /// One column for all years, or one a year.
  package var columns: [Column]
  /// The names under which companies share the columns; empty where the columns are a company's
  /// own.
  package var sharedNames: [String] = []

  /// The uniform of each draw; nil for an input that doesn't vary.
  package var uniforms: [Double]? {
    get { levels?.values }
    set { levels = newValue.map(LevelSource.column) }
  }

  /// Makes draws.
  package init(
    input: PlannedInput, uniforms: [Double]?, columns: [Column], sharedNames: [String] = []
  ) {
    self.init(
      input: input, levels: uniforms.map(LevelSource.column), columns: columns,
      sharedNames: sharedNames)
  }

  /// Makes draws whose uniforms are found elsewhere.
  init(
    input: PlannedInput, levels: LevelSource?, columns: [Column], sharedNames: [String] = []
  ) {
    self.input = input
    self.levels = levels
    self.columns = columns
    self.sharedNames = sharedNames
  }

  /// True if there is a column a year.
  package var variesByYear: Bool { columns.count > 1 }

  /// The first column with a value a draw, whether or not it varies.
  package func values(count: Int) -> [Double] {
    switch columns[0] {
    case .constant(let value): Array(repeating: value, count: count)
    case .values(let values): values
    }
  }

  /// The summary of a column in base units; nil where it is a plain number.
  package func summary(of column: Int, among draws: Draws) -> Summary? {
    guard case .values(let values) = columns[column] else { return nil }
    return sharedNames.isEmpty
      ? Summary(values) : draws.sharedSummary(sharedNames[column], of: values)
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
