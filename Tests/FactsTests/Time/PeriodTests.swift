import Facts
import Testing

@Suite struct PeriodTests {
  /// Periods by the fiscal year of Alibaba (31 March), TAL (28 February) and the calendar.
  @Test(arguments: [
    ("FY2024", "12-31", "2024-01-01", "2024-12-31", true),
    ("FY2025", "03-31", "2024-04-01", "2025-03-31", true),
    ("FY2025", "02-28", "2024-02-29", "2025-02-28", true),
    ("FY2024", "02-28", "2023-03-01", "2024-02-28", true),
    ("FY2024", "02-29", "2023-03-01", "2024-02-29", true),
    ("FY2025", "02-29", "2024-03-01", "2025-02-28", true),
    ("TTM-2025-09", "03-31", "2024-10-01", "2025-09-30", true),
    ("TTM-2024-02", "12-31", "2023-03-01", "2024-02-29", true),
    ("2025-Q1", "03-31", "2025-01-01", "2025-03-31", false),
    ("2025-Q4", "12-31", "2025-10-01", "2025-12-31", false),
    ("2025-H1", "12-31", "2025-01-01", "2025-06-30", false),
    ("2025-H2", "12-31", "2025-07-01", "2025-12-31", false),
    ("2025-9M", "12-31", "2025-01-01", "2025-09-30", false),
    ("2025", "03-31", "2025-01-01", "2025-12-31", false),
    ("2024-02", "12-31", "2024-02-01", "2024-02-29", false),
    ("2025-03-03", "12-31", "2025-03-03", "2025-03-03", false),
    ("FY2018/FY2024", "12-31", "2018-01-01", "2024-12-31", false),
    ("FY2018/2021-H1", "12-31", "2018-01-01", "2021-06-30", false),
    ("2024-04/2024-09", "12-31", "2024-04-01", "2024-09-30", false),
    ("2025/2025", "12-31", "2025-01-01", "2025-12-31", false),
  ])
  func days(_ text: String, _ yearEnd: String, _ start: String, _ end: String, _ isFullYear: Bool)
    throws
  {
    let period = try #require(Period(text))
    let days = period.days(fiscalYearEnd: try #require(FiscalYearEnd(yearEnd)))
    #expect(days.start.description == start)
    #expect(days.end.description == end)
    #expect(period.isFullYear == isFullYear)
    #expect(period.description == text)
  }

  @Test(arguments: [
    "", "FY24", "FY20245", "fy2024", "TTM-2025", "TTM-2025-09-30", "2025-Q5", "2025-Q0", "2025-H3",
    "2025-6M", "2025-13", "2025-02-30", "2025-3", "Q1-2025", "FY2024/", "/FY2024", "FY2024/FY2020",
    "FY2018/FY2019/FY2020", "FY2024 ", "2025-q1", "0000",
  ])
  func noPeriods(_ text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: ["13-01", "02-30", "1-1", "12-31-", "", "december"])
  func noFiscalYearEnds(_ text: String) {
    #expect(FiscalYearEnd(text) == nil)
  }

  @Test func datesAreYearsMonthsAndDays() {
    #expect(["2025", "2025-05", "2025-05-31"].allSatisfy { Period($0)?.isDate == true })
    #expect(["FY2025", "2025-Q1", "2025/2026"].allSatisfy { Period($0)?.isDate == false })
  }
}
