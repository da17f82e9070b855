import Breakeven
import Diagnostics
import RunRecord
import TestSupport
import Testing

/// The same economics in another currency give the same scores.
@Suite struct StudyCurrencyTests {
  private func run(_ currency: String, companies: [String]) throws -> RunRecord {
    let study = try TemporaryModels([
      "study.yaml": """
      title: {en: T}
      question: {en: Q}
      as_of: 2026-06-30
      horizon: 2030
      currency: \(currency)

      """
    ])
    return try Workspace(models: [Repository.models, study.path]).evaluate(
      EvaluationRequest(companies: companies, draws: 256, threads: 1))
  }

  @Test(arguments: ["USD", "HKD"]) func scoresStay(_ currency: String) throws {
    let few = ["openai", "sensetime", "synyi"]
    let (own, other) = (try run("CNY", companies: few), try run(currency, companies: few))
    var assessed = 0
    for (left, right) in zip(own.companies, other.companies) {
      for (first, second) in zip(left.paths, right.paths) {
        #expect(first.status == second.status)
        guard let numbers = first.results, let converted = second.results else { continue }
        assessed += 1
        for number in [\PathResults.moneyBackIndex, \.score, \.viability, \.readiness] {
          let value = try #require(numbers[keyPath: number].value)
          #expect(abs(value - (converted[keyPath: number].value ?? .nan)) < 1e-9)
        }
        let exposure = try #require(numbers.exposure.value)
        #expect(abs(exposure - (converted.exposure.value ?? .nan)) < 1e-6)
        // All money is divided by one rate, which the record names.
        let remark = try #require(converted.warnings.first { $0.kind == .pathConverted })
        #expect(
          remark.message.hasPrefix("The model computes in CNY; its revenue, contribution and"))
        let ratios = zip(numbers.series.prefix(3), converted.series.prefix(3)).flatMap {
          money, foreign -> [Double] in
          #expect(foreign.unit.rawValue == "\(currency)/year")
          return money.years.compactMap { year in
            money[year].flatMap { mine in
              mine.value == 0 ? nil : mine.value / (foreign[year]?.value ?? .nan)
            }
          }
        }
        let rate = try #require(ratios.first)
        #expect(ratios.allSatisfy { abs($0 - rate) < 1e-9 * rate })
        #expect(rate > (currency == "USD" ? 6 : 0.8) && rate < (currency == "USD" ? 8 : 1))
      }
    }
    #expect(assessed >= 3)
  }

  /// Of all companies: a draw may fall on the other side of zero by rounding, no more than one.
  @Test func oddsStay() throws {
    let (own, other) = (try run("CNY", companies: []), try run("USD", companies: []))
    var told = 0
    for (left, right) in zip(own.companies, other.companies) {
      #expect(left.hasBrokenEven == right.hasBrokenEven, "\(left.id)")
      for view in [\OutcomeRecord.states, \.statesOutside, \.statesInside] {
        guard let first = left.outcome.known?[keyPath: view] else {
          #expect(right.outcome.known?[keyPath: view] == nil, "\(left.id)")
          continue
        }
        let second = try #require(right.outcome.known?[keyPath: view])
        told += 1
        for state in [\StateProbabilities.brokeEven, \.stillLosing, \.sold, \.cashedOut] {
          let difference = first[keyPath: state].value - second[keyPath: state].value
          #expect(abs(difference) <= 1.0 / 256, "\(left.id)")
        }
      }
    }
    #expect(told > 30)
  }
}
