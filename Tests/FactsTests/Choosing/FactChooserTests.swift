import Diagnostics
import Facts
import Testing

/// The rules of choice, each with a case made by hand.
@Suite struct FactChooserTests {
  private typealias T = TestFacts

  private func answer(
    _ facts: [Fact], of metric: String = "revenue", asOf: String = "2026-06-30"
  ) throws -> FactSelection {
    let base = TestFacts.base(facts)
    let answer = try base.answer(company: "acme", metric: metric, asOf: TestFacts.day(asOf))
    let market = try base.marketAnswer(
      region: "china", metric: metric, asOf: TestFacts.day(asOf))
    #expect(market.chosen == answer.chosen)
    return answer
  }

  /// A candidate: its period, value and verdict, and why.
  private struct Line: Equatable {
    var text: String
    var because: SelectionReason

    init(_ text: String, _ because: SelectionReason) {
      self.text = text
      self.because = because
    }
  }

  private func lines(_ answer: FactSelection) -> [Line] {
    answer.candidates.map {
      Line("\($0.fact.period) \($0.fact.valueInWords): \($0.verdict.rawValue)", $0.because)
    }
  }

  private let today = TestFacts.day("2026-06-30")

  @Test func nothingAnswersForNothing() throws {
    let answer = try answer([])
    #expect(answer.chosen == nil)
    #expect(answer.candidates.isEmpty)
    #expect(!answer.isEstimate)
  }

  @Test func theLatestYearThatIsKnown() throws {
    let facts = [
      T.fact("revenue", "FY2023", 628, T.source("ar-2023", "2024-04-18")),
      T.fact("revenue", "FY2024", 398, T.source("ar-2024", "2025-04")),
      T.fact("revenue", "FY2025", 300, T.source("ar-2025", "2026-04-20")),
    ]
    #expect(
      lines(try answer(facts, asOf: "2025-05-31")) == [
        Line("FY2024 398 CNY: chosen", .latestPeriod(by: T.day("2025-05-31"), .none)),
        Line(
          "FY2025 300 CNY: not_yet_known",
          .notKnownYet(since: T.day("2026-04-20"), asOf: T.day("2025-05-31"))),
        Line("FY2023 628 CNY: superseded", .endsLater(T.period("FY2024"))),
      ])
    // The month of April counts from its last day.
    #expect(try answer(facts, asOf: "2025-04-29").chosen?.value == 628)
    #expect(try answer(facts, asOf: "2025-04-30").chosen?.value == 398)
  }

  @Test func shorterPeriodsNeverStandInForAYear() throws {
    let facts = [
      T.fact("revenue", "FY2023", 628, T.source("ar-2023", "2024-04-18")),
      T.fact("revenue", "2025-9M", 500, T.source("q3", "2025-10-31")),
      T.fact("revenue", "2024-H2", 398, T.source("press", "2025-02-01")),
    ]
    #expect(
      lines(try answer(facts)) == [
        Line("FY2023 628 CNY: chosen", .onlyOne(by: today)),
        Line("2025-9M 500 CNY: superseded", .notAFullYear(metric: "revenue")),
        Line("2024-H2 398 CNY: superseded", .notAFullYear(metric: "revenue")),
      ])
  }

  /// Twelve months are a year, whatever they are called.
  @Test(arguments: ["2024", "2023-04/2024-03", "2023-Q2/2024-Q1", "TTM-2024-03"])
  func yearsByAnotherNameAnswer(_ period: String) throws {
    let facts = [
      T.fact("revenue", "FY2023", 628, T.source("ar-2023", "2024-04-18")),
      T.fact("revenue", period, 398, T.source("press", "2025-02-01")),
    ]
    #expect(
      lines(try answer(facts)) == [
        Line("\(period) 398 CNY: chosen", .latestPeriod(by: today, .none)),
        Line("FY2023 628 CNY: superseded", .endsLater(T.period(period))),
      ])
  }

  @Test func trailingYearsAnswerForFlows() throws {
    let facts = [
      T.fact("revenue", "FY2024", 398, T.source("ar-2024", "2025-04")),
      T.fact("revenue", "TTM-2025-09", 420, T.source("page", "2026-02", .aggregator), .medium),
    ]
    #expect(try answer(facts).chosen?.value == 420)
  }

  @Test func shorterPeriodsAnswerForStocksAndRates() throws {
    for metric in ["cash", "gross_margin"] {
      let facts = [
        T.fact(metric, "FY2024", 9, T.source("ar-2024", "2025-04")),
        T.fact(metric, "2025-09-30", 7, T.source("q3", "2025-10-31"), .low),
      ]
      #expect(try answer(facts, of: metric).chosen?.value == 7)
    }
  }

  @Test func aPeriodThatIsNotOverDoesNotAnswer() throws {
    let facts = [
      T.fact("cash", "FY2026", 5, T.source("press", "2026-01-10"), .low),
      T.fact("cash", "FY2025", 7, T.source("ar-2025", "2026-04")),
    ]
    #expect(
      lines(try answer(facts, of: "cash")) == [
        Line("FY2025 7 CNY: chosen", .onlyOne(by: today)),
        Line("FY2026 5 CNY: not_yet_known", .periodNotOver(end: T.day("2026-12-31"), asOf: today)),
      ])
  }

  @Test func higherConfidenceComesBeforeTheLaterSource() throws {
    let facts = [
      T.fact("revenue", "FY2024", 398, T.source("letter", "2025-04-01"), .high),
      T.fact("revenue", "FY2024", 340, T.source("page", "2025-06-01", .press), .medium),
    ]
    #expect(
      lines(try answer(facts)) == [
        Line("FY2024 398 CNY: chosen", .latestPeriod(by: today, .confidence)),
        Line(
          "FY2024 340 CNY: superseded",
          .moreTrusted(source: "letter", confidence: .high, than: .medium)),
      ])
  }

  @Test func theLaterSourceComesLast() throws {
    let facts = [
      T.fact("revenue", "FY2024", 398, T.source("first", "2025-04-01")),
      T.fact("revenue", "FY2024", 400, T.source("second", "2025-06")),
    ]
    #expect(
      lines(try answer(facts)) == [
        Line("FY2024 400 CNY: chosen", .latestPeriod(by: today, .source)),
        Line(
          "FY2024 398 CNY: superseded",
          .sourceLater(source: "second", date: T.period("2025-06"), than: T.period("2025-04-01"))),
      ])
  }

  @Test func ofEqualRatesTheLongerPeriodAnswers() throws {
    let source = T.source("ar-2024", "2025-04")
    let facts = [
      T.fact("gross_margin", "2024-H2", 0.3, source, unit: "1"),
      T.fact("gross_margin", "FY2024", 0.35, source, unit: "1"),
    ]
    #expect(
      lines(try answer(facts, of: "gross_margin")) == [
        Line("FY2024 0.35: chosen", .latestPeriod(by: today, .length)),
        Line("2024-H2 0.3: superseded", .longer(T.period("FY2024"))),
      ])
  }

  @Test func equallyGoodSourcesThatSayTheSame() throws {
    let facts = [
      T.fact("revenue", "FY2024", 398, T.source("b", "2025-04-30")),
      T.fact("revenue", "FY2024", 398, T.source("a", "2025-04")),
    ]
    for order in [facts, facts.reversed()] {
      let answer = try answer(order)
      #expect(answer.chosen?.source.id == "a")
      #expect(
        answer.candidates.map(\.because) == [
          .latestPeriod(by: today, .sameNumbers),
          .saysTheSame(source: "a"),
        ])
    }
  }

  @Test func aTieOfDifferentValuesNamesBoth() throws {
    let facts = [
      T.fact("revenue", "FY2024", 398, T.source("b", "2025-04-30"), line: 8),
      T.fact("revenue", "FY2024", 399, T.source("a", "2025-04"), line: 9),
    ]
    for order in [facts, facts.reversed()] {
      let error = #expect(throws: DiagnosticError.self) { try answer(order) }
      #expect(
        error?.description == """
          x.yaml:8:5: error: revenue of FY2024 is 399 CNY by a and 398 CNY by b, and neither is better
            help: the other stands at x.yaml:9:5; lower the confidence of the one to doubt
          """)
    }
    // Before both were known there was no tie, and a better one ends it.
    #expect(try answer(facts, asOf: "2025-01-01").chosen == nil)
    let better = T.fact("revenue", "FY2025", 300, T.source("c", "2026-04"))
    #expect(try answer(facts + [better]).chosen?.value == 300)
  }

  @Test func forecastsAndAimsNeverAnswer() throws {
    let source = T.source("plan", "2024-01-01")
    let facts = [
      T.fact("revenue", "FY2024", 500, source, kind: .forecast),
      T.fact("revenue", "FY2025", 600, source, kind: .guidance),
    ]
    let answer = try answer(facts)
    #expect(answer.chosen == nil)
    #expect(
      answer.candidates.map(\.because) == [
        .guidance, .forecast,
      ])
  }

  @Test(arguments: Source.Kind.allCases)
  func estimatesAreMarked(_ kind: Source.Kind) throws {
    let facts = [T.fact("revenue", "FY2024", 5, T.source("s", "2025-04", kind), .low)]
    #expect(try answer(facts).isEstimate == (kind == .memory || kind == .assumption))
  }

  /// FY2024 ends on 31 December 2024: 120 days later is 30 April 2025; 30 September 2024 and 60
  /// days is 29 November 2024.
  @Test(arguments: [
    (Source.Kind.filing, "2025-08", "FY2024", "2025-08-31"),
    (.press, "2025", "FY2024", "2025-12-31"),
    (.article, "2025-08-03", "FY2024", "2025-08-03"),
    (.analyst, "2024-02", "FY2024", "2024-02-29"),
    (.aggregator, "2026-02-11", "FY2024", "2025-04-30"),
    (.aggregator, "2025-02-11", "FY2024", "2025-02-11"),
    (.memory, "2026-01", "TTM-2024-12", "2025-04-30"),
    (.memory, "2025-12", "2024-09-30", "2024-11-29"),
    (.aggregator, "2025-12", "2024-9M", "2024-11-29"),
    (.memory, "2030", "FY2018/FY2024", "2025-04-30"),
    (.calculation, "2026-11", "FY2024", "2024-12-31"),
    (.assumption, "2026-11", "2025-05", "2025-05-31"),
  ])
  func knownSince(_ kind: Source.Kind, _ date: String, _ period: String, _ day: String) {
    let fact = T.fact("revenue", period, 1, T.source("s", date, kind), .low)
    #expect(fact.knownSince.description == day)
  }

  @Test func seriesHaveOneFactAYear() throws {
    let facts = [
      T.fact("revenue", "FY2024", 398, T.source("b", "2025-04")),
      T.fact("revenue", "FY2023", 600, T.source("a", "2024-04"), .medium),
      T.fact("revenue", "FY2023", 628, T.source("b", "2025-04"), .high),
      T.fact("revenue", "2025-H1", 200, T.source("c", "2025-08")),
      T.fact("revenue", "TTM-2025-09", 420, T.source("c", "2025-11")),
      T.fact("revenue", "FY2026", 900, T.source("c", "2025-11"), kind: .forecast),
      T.fact("cash", "2025-06-30", 5, T.source("c", "2025-08")),
      T.fact("cash", "2025-09-30", 4, T.source("c", "2025-11")),
      T.fact("cash", "FY2024", 7, T.source("b", "2025-04")),
    ]
    let base = T.base(facts)
    func series(_ metric: String, _ asOf: String) throws -> [String] {
      let history = try base.history(company: "acme", metric: metric, asOf: T.day(asOf))
      let market = try base.marketSeries(region: "china", metric: metric, asOf: T.day(asOf))
      #expect(history.map(\.fact) == market.map(\.fact))
      return history.map { "\($0.year): \($0.fact.valueInWords)" }
    }
    #expect(try series("revenue", "2026-06-30") == ["2023: 628 CNY", "2024: 398 CNY"])
    #expect(try series("revenue", "2024-06-30") == ["2023: 600 CNY"])
    #expect(try series("cash", "2026-06-30") == ["2024: 7 CNY", "2025: 4 CNY"])
  }

  @Test func namesThatAreUnknown() {
    let base = T.base([])
    let day = T.day("2025-01-01")
    let company = #expect(throws: DiagnosticError.self) {
      try base.answer(company: "acmee", metric: "revenue", asOf: day)
    }
    #expect(
      company?.description == """
        error: there is no company "acmee"
          help: did you mean "acme"?
        """)
    #expect(company?.category == .missing)
    let metric = #expect(throws: DiagnosticError.self) {
      try base.answer(company: "acme", metric: "revenu", asOf: day)
    }
    #expect(
      metric?.description == """
        error: there is no metric "revenu"
          help: did you mean "revenue"?
        """)
  }

  @Test func conflictsAreFactsThatDiffer() {
    let facts = [
      T.fact("revenue", "FY2024", 398, T.source("a", "2025-04")),
      T.fact("revenue", "FY2024", 399, T.source("b", "2025-04")),
      T.fact("revenue", "FY2023", 628, T.source("a", "2025-04")),
      T.fact("revenue", "FY2023", 628, T.source("b", "2025-04")),
      // Two promises of one month are no contradiction.
      T.fact("cash", "2026-03", 35, T.source("a", "2026-04"), kind: .commitment),
      T.fact("cash", "2026-03", 14, T.source("b", "2026-04"), kind: .commitment),
    ]
    #expect(T.base(facts).conflicts(company: "acme").map { $0.map(\.value) } == [[398, 399]])
  }
}
