import Nowcast
import Simulation
import Testing

@testable import Outlook

/// Holds that years of whole steps from the start are the course itself, draw by draw.
@Suite struct CourseStartTests {
  @Test(arguments: OutlookReference.cases)
  func leadsToTheSameYears(of one: OutlookReference.Case) throws {
    let (parameters, _) = try OutlookReference.parameters()
    let laws = parameters.laws
    let nowcast = try OutlookReference.nowcast(one, parameters)
    let first = OutlookRun.firstYear(asOf: one.as_of_month)
    let starts = (first...2030).map(Double.init)
    let steps = Course.steps(from: nowcast.state.time, to: starts)
    let draws = CourseDraws(
      DrawStreams(seed: 3, draws: 64), block: "course", steps: steps,
      tails: try OutlookReference.tails.get())
    let scale = one.expected.region_scale[1]
    var whole = Course(nowcast, draws: draws, regionScale: scale, laws: laws)
    let years = whole.years(starts)

    var course = Course(nowcast, draws: draws, regionScale: scale, laws: laws)
    let start = course.start(firstYear: first)
    #expect(start.shift <= 0 && (start.shift == 0 || start.steps == 0))
    #expect(start.secondStep > 0 && start.secondStep <= 1)
    let wide = laws.panelScale(
      growth: nowcast.growth, costRatio: nowcast.costRatio?.high ?? 0)
    for draw in 0..<64 {
      let revenue = Elementary.exp(start.logRevenue[draw] + start.trend[draw] * start.shift)
      #expect(revenue == years[0].revenue[draw])
      var state = CourseState(
        logRevenue: start.logRevenue[draw], trend: start.trend[draw],
        growth: start.growth[draw], surprise: start.surprise[draw],
        costRatio: start.costRatio[draw], gap: start.gap[draw],
        growthPath: start.growthPath[draw], costPath: start.costPath[draw])
      for (index, year) in years.dropFirst().enumerated() {
        let length = index == 0 ? start.secondStep : 1
        let noise = draws.steps[start.steps + index]
        state.advance(
          CourseState.Step(
            length: length, width: Elementary.pow(length, laws.partialYearPower),
            isFirst: start.steps + index == 0, growthScale: scale * wide, costScale: wide),
          CourseState.Noise(
            growth: noise.growth[draw], cost: noise.cost[draw], gap: noise.gap[draw]), laws)
        #expect(abs(state.logRevenue - year.logRevenue[draw]) < 1e-12)
        #expect(abs(state.costRatio - year.costRatio[draw]) < 1e-12)
        #expect(abs(state.gap - year.gap[draw]) < 1e-12)
      }
    }
  }
}
