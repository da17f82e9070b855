import Diagnostics
import Foundation
import Simulation
import Testing

@testable import Evaluation

@Suite struct RankCorrelationTests {
  static let place = SourceLocation(file: "Models/paths/toys.yaml", line: 9, column: 13)

  private func pair(_ first: String, _ second: String, _ spearman: Double) -> Correlation {
    Correlation(first: first, second: second, spearman: spearman, location: Self.place)
  }

  /// Spearman's coefficient: Pearson's of the ranks; there are no ties.
  private func spearman(_ first: [Double], _ second: [Double]) -> Double {
    let (x, y) = (ranks(first), ranks(second))
    let n = Double(x.count)
    let squares = zip(x, y).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - 6 * squares / (n * (n * n - 1))
  }

  private func ranks(_ values: [Double]) -> [Double] {
    var ranks = values.map { _ in 0.0 }
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[index] = Double(rank)
    }
    return ranks
  }

  private func levels(_ names: [String]) -> [[Double]] {
    let draws = Draws(count: 4096)
    return names.map { draws.uniforms(block: $0, dimension: 0) }
  }

  /// Method C3: the sample coefficient of 4096 draws is the one asked for within 0.01.
  @Test(arguments: [0.5, -0.5, 0.9, -0.95, 0.1, 0])
  func coefficient(_ wanted: Double) throws {
    let copula = try RankCorrelation([pair("a", "b", wanted)], order: ["a", "b", "c"])
    #expect(copula.names == ["a", "b"])
    let own = levels(["a", "b"])
    let found = copula.correlate(own)
    #expect(abs(spearman(found[0], found[1]) - wanted) < 0.01)
    #expect(found[0] == own[0])
    // The marginal distribution stays uniform: the n-th smallest level is near n / 4096.
    for (rank, level) in found[1].sorted().enumerated() {
      #expect(abs(level - (Double(rank) + 0.5) / 4096) < 0.03)
    }
  }

  @Test func threeInputs() throws {
    let pairs = [pair("c", "a", 0.6), pair("b", "c", 0.3), pair("a", "b", -0.4)]
    let copula = try RankCorrelation(pairs, order: ["b", "a", "c"])
    #expect(copula.names == ["b", "a", "c"])
    let own = levels(copula.names)
    let found = copula.correlate(own)
    #expect(found[0] == own[0])
    #expect(abs(spearman(found[1], found[2]) - 0.6) < 0.015)
    #expect(abs(spearman(found[0], found[2]) - 0.3) < 0.015)
    #expect(abs(spearman(found[0], found[1]) + 0.4) < 0.015)
  }

  /// Who is high with b and with c can't be low with b and high with c: not positive definite.
  @Test func contradiction() throws {
    let pairs = [pair("a", "b", 0.9), pair("b", "c", 0.9), pair("a", "c", -0.9)]
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try RankCorrelation(pairs, order: ["a", "b", "c"])
      })
    #expect(
      error.description == """
        Models/paths/toys.yaml:9:13: error: these correlations contradict each other: no numbers \
        have "c" correlated with the others in this way
          help: bring the coefficients of "c" nearer to 0
        """)
  }

  @Test func nothingToCorrelate() throws {
    let copula = try RankCorrelation([], order: ["a"])
    #expect(copula.names.isEmpty)
    #expect(copula.correlate([]).isEmpty)
  }

  /// sin(π/12) = (√6 - √2) / 4, sin(π/6) = 1/2; other angles by the C library.
  @Test func sine() {
    #expect(
      abs(RankCorrelation.sine(.pi / 12) - (6.0.squareRoot() - 2.0.squareRoot()) / 4) < 1e-16)
    #expect(abs(RankCorrelation.sine(.pi / 6) - 0.5) < 1e-15)
    #expect(abs(2 * RankCorrelation.sine(.pi / 12) - 0.517638) < 5e-7)
    // The rank correlation 0.482584 is that of a normal correlation of a half.
    #expect(abs(2 * RankCorrelation.sine(0.482584 * .pi / 6) - 0.5) < 1e-6)
    for step in -52...52 {
      let angle = Double(step) / 100
      #expect(abs(RankCorrelation.sine(angle) - sin(angle)) < 1e-15)
    }
  }
}
