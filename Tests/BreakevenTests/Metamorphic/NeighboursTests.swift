import Foundation
import RunRecord
import Testing
import TinyStudy

/// What concerns nobody changes nothing, and the same evidence twice is no more than once.
@Suite struct NeighboursTests {
  /// A source that repeats another, with the same facts again: the odds stay as they are.
  @Test func theSameFactsFromASecondSource() throws {
    var variation = try Variation()
    let sources = try #require(variation.files["sources.yaml"])
    let line = try #require(
      sources.components(separatedBy: "\n").first { $0.hasPrefix("  mind-prospectus: ") })
    variation.files["sources.yaml"]? +=
      line.replacing("mind-prospectus", with: "mind-prospectus-copy") + "\n"
    var copies = 0
    try variation.mapFacts("hospital-mind") { line in
      guard line.contains("confidence: high"), line.contains("mind-prospectus") else {
        return [line]
      }
      copies += 1
      return [line, line.replacing("mind-prospectus", with: "mind-prospectus-copy")]
    }
    #expect(copies == 4)
    let run = try variation.run()
    for company in TinyStudy.run.companies {
      #expect(try run.company(company.id).numbers == company.numbers, "\(company.id)")
    }
    #expect(run.ranking == TinyStudy.run.ranking)
  }

  private static let newcomer = """
    id: aaa-newcomer
    names: {en: Newcomer}
    region: europe
    kind: AI company
    fiscal_year_end: 12-31
    financing: unlisted
    not_pursued:
      medical-ai: {because: sells furniture, source: sector-article}
      chat-advertising: {because: sells furniture, source: sector-article}
    facts:
      - {metric: revenue, period: FY2025, value: 200M, unit: CNY, source: pipe-ar-2025, confidence: medium}
      - {metric: operating_income, period: FY2025, value: -150M, unit: CNY, source: pipe-ar-2025, confidence: medium}
      - {metric: cash_and_short_term_investments, period: 2025-12-31, value: 400M, unit: CNY, source: pipe-ar-2025, confidence: medium}

    """

  private static let market = """
    region: europe
    title: {en: Europe, zh-Hant: 歐洲, zh-Hans: 欧洲}
    inputs:
      hospitals: {unit: hospital, assume: 3000 to 5000, because: a guess, source: own-assumption}
      token_price: {unit: CNY/million_token, assume: 1 to 2, because: a guess, source: own-assumption}
      ad_price: {unit: CNY/user/year, assume: 20 to 40, because: a guess, source: own-assumption}

    """

  /// A company in another market that pursues none of the paths: everything that is said of the others
  /// stays to the last bit.
  @Test func aCompanyAndAMarketMore() throws {
    var variation = try Variation()
    variation.files["markets/europe.yaml"] = Self.market
    variation.files["companies/aaa-newcomer.yaml"] = Self.newcomer
    let run = try variation.run()
    #expect(try run.company("aaa-newcomer").odds.count == 4)
    for company in TinyStudy.run.companies {
      #expect(try run.company(company.id) == company, "\(company.id)")
    }
    for (first, row) in TinyStudy.run.ranking.prefers {
      for (second, share) in row { #expect(run.ranking.prefers[first]?[second] == share) }
    }
  }

  /// A source that nobody cites, a unit that nobody uses.
  @Test func whatNobodyUses() throws {
    var variation = try Variation()
    variation.files["sources.yaml"]? +=
      "  aaa-unused: {title: Unused, publisher: Nobody, date: 2025-01-31, kind: press, reference: web}\n"
    try variation.edit("units.yaml", "  year: {title", "  furlong: {}\n  year: {title")
    #expect(try variation.run().textWithoutHashes() == TinyStudy.run.textWithoutHashes())
  }
}
