import Evaluation
import Outlook
import Testing

/// The years of the company model.
@Suite struct CompanyTimelineTests {
  /// By hand: from the middle of 2024 (2024.25) to that of 2026 is 2.25 years.
  @Test func anOlderStateHasYearsBefore() {
    let timeline = CompanyTimeline(time: 2024.25, asOf: 24321, horizon: 2028)
    #expect(timeline.years == [2023, 2024, 2025, 2026, 2027, 2028])
    #expect(timeline.lengths == [0, 0.25, 1, 1, 1, 1])
    #expect(timeline.before == 3)
    #expect(timeline.asOfYear == 2026)
    #expect(timeline.elapsed == 0.75)
    #expect(timeline.shifts.allSatisfy { $0 == 0 })
  }

  /// From September 2026 back to its middle is a quarter; on to that of 2027 are three.
  @Test func aYoungerStateIsMovedBack() {
    let timeline = CompanyTimeline(time: 2026.75, asOf: 24321, horizon: 2028)
    #expect(timeline.years == [2026, 2027, 2028])
    #expect(timeline.lengths == [0, 0.75, 1])
    #expect(timeline.shifts == [-0.25, 0, 0])
    #expect(timeline.before == 0)
  }

  @Test func theEndOfAYearBelongsToIt() {
    let timeline = CompanyTimeline(time: 2025.5, asOf: 24312, horizon: 2026)
    #expect(timeline.asOfYear == 2025)
    #expect(timeline.elapsed == 1)
    #expect(timeline.lengths == [0, 1])
    #expect(CompanyTimeline(time: 2025.5, asOf: 24313, horizon: 2026).asOfYear == 2026)
  }

  /// The same steps as the course in Swift takes, for states at any month.
  @Test func stepsAreThoseOfTheCourse() {
    for month in 24260...24321 {
      let time = Double(month) / 12
      let timeline = CompanyTimeline(time: time, asOf: 24321, horizon: 2030)
      let steps = Course.steps(from: time, to: (2026...2030).map(Double.init))
      #expect(timeline.lengths.count { $0 > 0 } == steps)
      let ahead = max(2026.5 - time, 0)
      let own = timeline.lengths[1...].prefix(timeline.before)
      #expect(Array(own) == Course.parts(years: ahead))
    }
  }
}
