import Evaluation
import RunRecord
import Testing

@testable import Assessment

/// An event that luck decides by seven parts in ten, and the price by three.
@Suite struct DriversTests {
  private static let draws = 1024
  private let luck = (0..<draws).map { (Double($0) + 0.5) / Double(draws) }
  /// 517 is odd, so that its multiples pass all of 0..<1024, evenly over any run of draws.
  private let price = (0..<draws).map { (Double($0 * 517 % draws) + 0.5) / Double(draws) }

  private var event: [Double] {
    zip(luck, price).map { 0.7 * ($0 < 0.5 ? 1 : 0) + 0.3 * ($1 < 0.5 ? 1 : 0) }
  }

  private func input(_ name: String, _ uniforms: [Double], isChance: Bool) -> ProjectedInput {
    ProjectedInput(
      record: InputRecord(
        name: name, title: nil, unit: "1", kind: .assumption, scope: .company,
        distribution: "uniform(0, 1)", byYear: nil, values: .byYear([:]), because: [],
        sources: [], facts: [], place: nil),
      uniforms: uniforms, valueAtUniform: { $0 }, isChance: isChance)
  }

  private func named(luckIsChance: Bool) -> (band: String?, beliefs: [String]) {
    let drivers = Drivers(inputs: [
      input("luck", luck, isChance: luckIsChance), input("price", price, isChance: false),
    ])
    let ranked = drivers.ranked(drivers.shares(of: event))
    let beliefs = drivers.beliefs(event: event, target: 0.5, drivers: ranked, most: 5)
    return (drivers.band(of: event, drivers: ranked)?.input, beliefs.map(\.input))
  }

  /// 0.49 of 0.58 parts of the variance are luck's.
  @Test func whatMattersMostComesFirst() {
    let found = named(luckIsChance: false)
    #expect(found.band == "luck")
    #expect(found.beliefs == ["luck", "price"])
  }

  /// What no research settles is nothing to find out or to believe.
  @Test func chanceIsNotNamed() {
    let found = named(luckIsChance: true)
    #expect(found.band == "price")
    #expect(found.beliefs == ["price"])
  }
}
