import Facts
import Foundation
import MethodCases
import Nowcast
import Outlook
import Simulation
import Testing

@testable import Backtest

/// Holds replays to those of the reference implementation.
@Suite struct ReplayTests {
  @Test func isThatOfTheReference() throws {
    let expected: Expected = try read("BacktestTests/Fixtures/replay.json")
    let draws = 4096
    var compared = 0
    let replay = try replay(draws: draws)
    let wanted = Dictionary(grouping: expected.rows, by: \.company)
    for (company, rows) in wanted {
      let subject = try subject(company, isInChina: expected.china.contains(company))
      for (asOf, rows) in Dictionary(grouping: rows, by: \.asof) {
        let found = replay.rows(of: subject, asOf: asOf)
        for row in rows {
          compared += 1
          let revenue = try #require(
            found.first { $0.quantity == .revenue && $0.years == row.years })
          #expect(revenue.isLosing == (row.loss == 1))
          #expect(abs(revenue.forecast.carried - row.carry) < 1e-9)
          compare(revenue, row.revenue, draws, expected.draws, "\(company) \(asOf) revenue")
          let result = found.first {
            $0.quantity == .operatingIncome && $0.years == row.years
          }
          #expect((result == nil) == (row.result == nil))
          if let result, let wanted = row.result {
            compare(result, wanted, draws, expected.draws, "\(company) \(asOf) result")
          }
        }
        #expect(found.count { $0.quantity == .revenue } == rows.count)
      }
    }
    #expect(compared == expected.rows.count)
  }

  @Test func whatBecomesKnownLaterChangesNoForecast() throws {
    let subject = try subject("sensetime", isInChina: true)
    let asOf = 24294.0
    let replay = try replay(draws: 512)
    let before = replay.rows(of: subject, asOf: asOf)
    var later = subject
    later.rows.append(
      ReportedAmount(
        metric: "revenue", start: 24288, end: 24291, value: 9e12, confidence: .high,
        usdRate: 0.14, knownSince: asOf + 1, period: "2024-Q1"))
    // The windows that the new quarter opens are judged; the forecasts stay.
    let after = replay.rows(of: later, asOf: asOf)
    #expect(!before.isEmpty)
    for row in before { #expect(after.contains(row)) }
  }

  @Test func cashOfLossMakersIsHeldAgainstTheSameMetric() throws {
    func cash(result: Double) throws -> [Replay.Row] {
      let years = (0..<3).flatMap { year -> [ReportedAmount] in
        [("revenue", 100e6), ("operating_income", result), ("cash_and_equivalents", 50e6)].map {
          ReportedAmount(
            metric: $0.0, start: 24264 + 12 * Double(year), end: 24276 + 12 * Double(year),
            value: $0.1, confidence: .high, usdRate: 1, period: "FY\(2022 + year)")
        }
      }
      // Another metric at the last year's end is no balance to hold against.
      let other = ReportedAmount(
        metric: "cash_and_investments", start: 24312, end: 24312, value: 90e6,
        confidence: .high, usdRate: 1, period: "2025-12")
      let subject = Replay.Subject(
        id: "acme", rows: years + [other], isInChina: false,
        funding: Funding(isListed: true, lastRound: nil))
      return try replay(draws: 512).rows(of: subject, asOf: 24281)
    }
    // In May 2023 the balance of December 2022 is known; those of 2023 and 2024 were seen.
    let losing = try cash(result: -20e6)
    #expect(losing.filter { $0.quantity == .cash }.map(\.years) == [1, 2])
    // 50M carried forward are the 50M that were seen.
    #expect(losing.filter { $0.quantity == .cash }.allSatisfy { $0.forecast.carried == 0 })
    let earning = try cash(result: 20e6)
    #expect(earning.map(\.quantity).contains(.revenue))
    #expect(!earning.map(\.quantity).contains(.cash))
  }

  private func compare(
    _ row: Replay.Row, _ expected: Double, _ draws: Int, _ others: Int, _ name: String
  ) {
    let share = min(max(expected, 0.001), 0.999)
    let error = (share * (1 - share) * (1 / Double(draws) + 1 / Double(others))).squareRoot()
    #expect(
      abs(row.forecast.pit - expected) <= 3.5 * error,
      "\(name) \(row.years): \(row.forecast.pit), not \(expected)")
  }

  private func replay(draws: Int) throws -> Replay {
    let (parameters, laws) = try NamedParameters.read(MethodCases.numbers) {
      (NowcastParameters(&$0), MoneyLaws(&$0))
    }
    return try Replay(
      parameters: parameters, money: laws, streams: DrawStreams(seed: 1, draws: draws))
  }

  private func subject(_ company: String, isInChina: Bool) throws -> Replay.Subject {
    let one = try #require(MethodCases.all.first { $0.company == company })
    return Replay.Subject(
      id: company, rows: one.reported, isInChina: isInChina,
      funding: Funding(isListed: true, lastRound: nil))
  }

  private struct Expected: Decodable {
    var draws: Int
    var china: [String]
    var rows: [ExpectedRow]
  }

  private struct ExpectedRow: Decodable {
    var company: String
    var asof: Double
    var years: Int
    var loss: Int
    var revenue: Double
    var result: Double?
    var carry: Double
  }

  private func read<Value: Decodable>(_ name: String) throws -> Value {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try JSONDecoder().decode(
      Value.self, from: Data(contentsOf: tests.appending(path: name)))
  }
}
