import Findings
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// The page of what changed, on odds that were moved by hand: `hospital-mind` was 12 points better, and
/// `cloud-pipe` had none.
struct WhatMovedTests {
  private func text(since: RunRecord?, changes: ChangesRecord? = nil) throws -> String? {
    let pages = ReportWriter.tree(
      of: TinyStudy.run, language: .english, since: since, changes: changes)
    return pages.first { $0.path == "changes" }
      .map { MarkdownRenderer(AnchorIndex(pages)).render($0) }
  }

  @Test func withoutAnEarlierDayThereIsNoPage() throws {
    #expect(try text(since: nil) == nil)
  }

  @Test func theAnswerNamesWhatMovedMost() throws {
    let text = try #require(try text(since: EarlierRun.run))
    let now = try #require(odds(TinyStudy.run, "hospital-mind"))
    let numbers = NumberText(language: .english)
    #expect(text.contains("> What moved between 2025-12-31 and 2026-06-30, and why?"))
    #expect(
      text.contains(
        """
        **Of 1 companies with odds on both days 1 moved by 5 points or more, most \
        [\(name("hospital-mind"))](companies/hospital-mind.md): \(numbers.probability(now + 0.12)) then, \
        \(numbers.probability(now)) now.**
        """), "\(text.prefix(600))")
    #expect(text.contains("Odds now but not then: 1: [Cloud\\|Pipe"))
    #expect(text.contains("| −12 |"))
    #expect(
      text.contains("breakeven changes 2025-12-31 2026-06-30 --company hospital-mind"))
  }

  /// From 50.4 %, printed 50, to 54.6 %, printed 55, is five points to who reads it; to 54.4 % is four.
  @Test func farIsByPrintedPoints() throws {
    for (then, now, points) in [(0.504, 0.546, 5), (0.504, 0.544, 4), (0.546, 0.504, -5)] {
      let move = OddsMove(
        company: TinyStudy.run.companies[0], then: then, now: now, group: .open)
      #expect(move.points == points)
      #expect(move.isFar == (abs(points) >= 5))
    }
  }

  /// The parts of a waterfall stand in its drawing, and lead from then to now: 0.30 + 0.08 − 0.02.
  @Test func theWaterfallSumsToTheDifference() throws {
    let company = try #require(TinyStudy.run.companies.first { $0.id == "hospital-mind" })
    let states = company.outcome.states
    let standing = StandingRecord(states: states)
    func share(_ kind: ChangeFactor.Kind, _ value: Double) -> FactorShare {
      FactorShare(
        factor: ChangeFactor(kind), share: value, standardError: 0.001, isWithinNoise: false)
    }
    let number = NumberChange(
      headline: .brokeEven, unit: "1", base: 0.30, new: 0.36, difference: 0.06,
      standardError: 0.001, shares: [share(.facts, 0.08), share(.time, -0.02)])
    #expect(abs(number.base + number.shares.map(\.share).reduce(0, +) - number.new) < 1e-12)
    let side = ChangeSideRecord(kind: .day, name: "d", asOf: "2025-12-31", draws: 256, seed: 1)
    let changes = ChangesRecord(
      base: side, new: side, horizon: 2030, currency: "CNY", judgements: .standard,
      companies: [
        CompanyChanges(
          id: "hospital-mind", names: company.names, base: standing, new: standing,
          numbers: [number])
      ])
    let pages = ReportWriter.tree(
      of: TinyStudy.run, language: .english, since: EarlierRun.run, changes: changes)
    let page = try #require(pages.first { $0.path == "changes" })
    let figure = try #require(
      page.blocks.figures.first { $0.path == "charts/changes.hospital-mind.svg" })
    let texts = SVGReader(SVGRenderer.file(figure.drawing)).shapes.map(\.text)
    for text in ["30 %", "+8", "−2", "36 %", "facts", "time"] {
      #expect(texts.contains(text), "\(text) in \(texts)")
    }
    #expect(!page.blocks.contains { if case .code = $0 { true } else { false } })
  }

  private func name(_ id: String) -> String {
    TinyStudy.run.companies.first { $0.id == id }.map { $0.names.text(in: "en") } ?? ""
  }

  private func odds(_ record: RunRecord, _ id: String) -> Double? {
    record.companies.first { $0.id == id }?.outcome.states?.brokeEven.value
  }
}
