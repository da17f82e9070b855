import Simulation
import Testing

struct DrawStreamsTests {
  private static let blocks =
    (1...12).map { "model \($0)" } + (1...12).map { "market china/input_\($0)" }
    + ["", "company cloudwalk", "聊天廣告"]

  /// The ranks of a column whose values are all different.
  private func ranks(_ column: [Double]) -> [Double] {
    var ranks = [Double](repeating: 0, count: column.count)
    for (rank, index) in column.indices.sorted(by: { column[$0] < column[$1] }).enumerated() {
      ranks[index] = Double(rank)
    }
    return ranks
  }

  /// Spearman's correlation, from ranks without ties.
  private func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let squares = zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - 6 * squares / (n * (n * n - 1))
  }

  @Test(arguments: KernelLevel.available, [0, 1, 15, 16, 17, 1000, 70_000])
  func `gives the same bits at every level`(level: KernelLevel, draws: Int) {
    let streams = DrawStreams(seed: 6, draws: draws)
    for dimension in [0, 1, 77, 255, 256] {
      let column = streams.uniforms(block: "b", dimension: dimension, level: level)
      #expect(column == streams.uniforms(block: "b", dimension: dimension, level: .swift))
      #expect(column.allSatisfy { 0 < $0 && $0 < 1 })
    }
  }

  @Test(arguments: blocks)
  func `hits each of 4096 equal bins once`(block: String) {
    let streams = DrawStreams(seed: 1, draws: 4096)
    for dimension in [0, 1, 2, 7, 100, 255, 256, 700] {
      let bins = Set(
        streams.uniforms(block: block, dimension: dimension).map { Int($0 * 4096) })
      #expect(bins == Set(0..<4096), "dimension \(dimension)")
    }
  }

  @Test func `fills the elementary rectangles of the first two dimensions evenly`() {
    // The first two coordinates of Sobol's sequence are a (0, 2)-sequence: 1024 points put one in
    // each rectangle of 2^a by 2^(10-a) parts, and Owen's scramble keeps that.
    let streams = DrawStreams(seed: 7, draws: 1024)
    let x = streams.uniforms(block: "model", dimension: 0)
    let y = streams.uniforms(block: "model", dimension: 1)
    for a in 0...10 {
      let columns = Double(1 << a)
      let rows = Double(1 << (10 - a))
      let cells = Set(zip(x, y).map { Int($0 * columns) * (1 << (10 - a)) + Int($1 * rows) })
      #expect(cells.count == 1024, "\(columns) by \(rows)")
    }
  }

  @Test func `keeps every pair of streams uncorrelated`() {
    // Method C2b.
    let streams = DrawStreams(seed: 20_260_630, draws: 4096)
    let columns =
      Self.blocks.map { ranks(streams.uniforms(block: $0, dimension: 0)) }
      + (1...12).map { ranks(streams.uniforms(block: "model 1", dimension: $0)) }
      + [3, 6, 200].map { ranks(streams.uniforms(block: "model 2", dimension: $0)) }
    for first in columns.indices {
      for second in columns.indices where second > first {
        let value = correlation(columns[first], columns[second])
        #expect(value.magnitude < 0.07, "streams \(first) and \(second)")
      }
    }
  }

  @Test func `lets the ranks of two blocks correlate as those of independent columns do`() {
    // Spearman's correlation of independent columns has the variance 1/(n - 1).
    let n = 512
    let columns = (0..<40).map { block in
      ranks(DrawStreams(seed: 2, draws: n).uniforms(block: "block \(block)", dimension: block % 5))
    }
    var sum = 0.0
    var pairs = 0.0
    for first in columns.indices {
      for second in columns.indices where second > first {
        let value = correlation(columns[first], columns[second])
        sum += value * value
        pairs += 1
      }
    }
    // The mean of squares of 780 nearly independent pairs has a standard error of √(2/780) = 5%.
    #expect((sum / pairs * Double(n - 1) - 1).magnitude < 0.2)
  }

  @Test(arguments: Sampler.allCases)
  func `depends on seed, block and dimension alone`(sampler: Sampler) {
    let streams = DrawStreams(seed: 0, draws: 1000, sampler: sampler)
    let column = streams.uniforms(block: "a", dimension: 3)
    _ = streams.uniforms(block: "b", dimension: 4)
    #expect(streams.uniforms(block: "a", dimension: 3) == column)
    #expect(column.count == 1000)
    #expect(column.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(streams.uniforms(block: "a", dimension: 4) != column)
    #expect(streams.uniforms(block: "b", dimension: 3) != column)
    let otherSeed = DrawStreams(seed: 1, draws: 1000, sampler: sampler)
    #expect(otherSeed.uniforms(block: "a", dimension: 3) != column)
  }

  @Test func `continues in a derived block after 256 dimensions`() {
    let streams = DrawStreams(seed: 5, draws: 16)
    let beyond = streams.uniforms(block: "wide", dimension: 256 + 9)
    #expect(beyond == streams.uniforms(block: "wide#2", dimension: 9))
  }

  @Test func `gives no draws when none are asked for`() {
    for sampler in Sampler.allCases {
      let streams = DrawStreams(seed: 5, draws: 0, sampler: sampler)
      #expect(streams.uniforms(block: "a", dimension: 0).isEmpty)
    }
  }

  @Test func `samples at random with the moments of the uniform distribution`() {
    let n = 40_000
    let column = DrawStreams(seed: 3, draws: n, sampler: .random)
      .uniforms(block: "a", dimension: 0)
    let mean = column.reduce(0, +) / Double(n)
    let square = column.reduce(0) { $0 + $1 * $1 } / Double(n)
    // Four standard errors: sd of u is √(1/12), of u² √(4/45).
    #expect((mean - 0.5).magnitude < 4 * (1.0 / 12 / Double(n)).squareRoot())
    #expect((square - 1.0 / 3).magnitude < 4 * (4.0 / 45 / Double(n)).squareRoot())
  }
}
