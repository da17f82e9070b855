import Breakeven
import RunRecord
import Testing
import TinyStudy

/// Tables and goals, which are what-ifs one after the other.
@Suite struct TableAndGoalTests {
  private func table(
    _ axes: [String], changes: [String] = [], companies: [String] = ["hospital-mind"]
  ) throws -> WhatIfTable {
    let study = try TinyChanges()
    return try study.workspace.whatIfTable(
      WhatIfTableRequest(
        WhatIfRequest(base: study.request(companies), changes: changes), axes: axes))
  }

  /// Each cell is the what-if of its two values and of what is changed everywhere.
  @Test func cellsAreWhatIfs() throws {
    let study = try TinyChanges()
    let table = try table(
      ["ad_price=4..12:3", "delivery*=0.5,1"], changes: ["tokens*=2"],
      companies: ["hospital-mind", "cloud-pipe"])
    #expect(
      table.axes.map(\.values) == [
        ["ad_price=4", "ad_price=8", "ad_price=12"], ["delivery*=0.5", "delivery*=1"],
      ])
    for (row, price) in table.axes[0].values.enumerated() {
      for (column, delivery) in table.axes[1].values.enumerated() {
        let alone = try study.answer(
          ["tokens*=2", price, delivery], ["hospital-mind", "cloud-pipe"])
        for (company, record) in zip(table.companies, alone.companies) {
          let cell = company.cells[row][column]
          #expect(cell.new == record.new && cell.difference == record.difference)
          #expect(company.base == record.base)
        }
      }
    }
  }

  /// An axis may be of one company's figures, of money in a year, of percentages, of what is computed.
  @Test(arguments: [
    (
      "cloud-pipe.cash=100M..300M:3 FY2025", ["100M", "200M", "300M"],
      "cloud-pipe.cash="
    ),
    ("delivery=20%..40%:2", ["20%", "40%"], "delivery="),
    ("cloud-pipe.growth_ahead=0.1,0.3", ["0.1", "0.3"], "cloud-pipe.growth_ahead="),
    ("horizon=2030..2032:3", ["2030", "2031", "2032"], "horizon="),
    ("tokens*=0..1", ["0", "0.25", "0.5", "0.75", "1"], "tokens*="),
  ])
  func axesAreOfAnything(_ axis: String, _ values: [String], _ start: String) throws {
    let table = try table([axis], companies: ["cloud-pipe"])
    let suffix = axis.hasSuffix(" FY2025") ? " FY2025" : ""
    #expect(table.axes[0].values == values.map { start + $0 + suffix })
    #expect(table.companies[0].cells.map(\.count) == values.map { _ in 1 })
  }

  @Test(arguments: [
    (["ad_price=4"], "\"4\" has one value, but an axis takes several"),
    (["ad_price=4..4:3"], "\"4..4:3\" begins where it ends"),
    (["ad_price=4..x"], "\"x\" isn't a number"),
    (["ad_price=4..8:1"], "\"4..8:1\" asks for \"1\" values"),
    (["ad_price=4..8:many"], "\"4..8:many\" asks for \"many\" values"),
    (["ad_price=4..8", "ad_price*=1,2"], "both axes change ad_price"),
    (["ad_price=1..2", "tokens*=1,2", "cost*=1,2"], "a table has one axis or two, not 3"),
    (["ad_price=1..2:30", "tokens*=1..2:30"], "the table would have 900 cells, more than 400"),
    (["ad_prise=1..2"], "there is nothing called \"ad_prise\" to change"),
    (["delivery=0.5..7"], "\"delivery=2.125\": delivery is a share: it lies between 0 and 1"),
    (["ad_price"], "\"ad_price\" is no axis of a table"),
  ])
  func malformedGridsAreRefused(_ axes: [String], _ expected: String) throws {
    let found = try TinyChanges().mistakes { _ = try table(axes) }
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
    #expect(expected.hasPrefix("both") || found[0].split(separator: "|").count == 2)
  }

  @Test func anAxisMayNotContradictAChange() throws {
    let found = try TinyChanges().mistakes {
      _ = try table(["ad_price=4..8"], changes: ["ad_price*=2"])
    }
    #expect(found.first?.hasPrefix("ad_price is changed 2 times") == true)
  }

  // MARK: Goals

  private func goal(
    _ text: String, _ companies: [String] = ["hospital-mind"]
  ) throws -> GoalRecord.Company {
    let study = try TinyChanges()
    return try study.workspace.goal(
      GoalRequest(
        WhatIfRequest(base: study.request(companies), changes: []), goal: text)
    ).companies[0]
  }

  /// The number of a way, evaluated by itself.
  private func odds(_ changes: [String], _ company: String = "hospital-mind") throws -> Double {
    let answer = try TinyChanges().answer(changes, [company])
    return try #require(answer.companies[0].new.states?.brokeEven.value)
  }

  /// A way reaches the goal by a what-if of its own.
  ///
  /// Of the trend, which accounts give as normal, one halving's width less doesn't: the 99th
  /// percentile's normal score over 2^8.
  @Test func theLeastChangeReachesIt() throws {
    let base = try odds(["ad_price*=1"])
    let target = base + 0.05
    let company = try goal("odds>=\(target)")
    #expect(company.base == base && !company.isMet && company.nearest == nil)
    #expect(company.single.map(\.distance) == company.single.map(\.distance).sorted())
    for way in company.single {
      #expect(way.inputs.count == 1 && way.reached >= target)
      #expect(try odds(way.changes) == way.reached)
    }
    let trend = try #require(
      company.single.first { $0.inputs[0].name == "hospital-mind.company.trend" })
    let input = trend.inputs[0]
    let share = 1 - 2.3263478740408408 / 256 / trend.distance
    let less = input.median + (input.value - input.median) * share
    #expect(try odds(["\(input.name)=\(less)"]) < target)
    let pair = try #require(company.pair)
    #expect(pair.inputs.count == 2 && pair.reached >= target)
    #expect(try odds(pair.changes) == pair.reached)
  }

  @Test func whatIsOutOfReachNamesTheBest() throws {
    let company = try goal("odds>=99.9%")
    let nearest = try #require(company.nearest)
    #expect(company.single.isEmpty && company.pair == nil)
    #expect(try odds(nearest.changes) == nearest.reached)
    #expect(nearest.reached > (company.base ?? 1) && nearest.reached < 0.999)
    let percentile = nearest.inputs[0].percentile
    #expect(abs(percentile - 1) < 1e-9 || abs(percentile - 99) < 1e-9)
  }

  @Test func whatHoldsIsMet() throws {
    #expect(try goal("odds>=0").isMet)
    #expect(try goal("out<=100%").isMet)
    #expect(try goal("runway>=0m").isMet)
    // Of one that earns nobody asks for odds, but its result is one.
    let earning = try goal("odds>=10%", ["big-group"])
    #expect(earning.base == nil && earning.reason != nil && !earning.isMet)
    #expect(try goal("result>=0", ["big-group"]).isMet)
  }

  @Test(arguments: [
    ("odds=50%", "\"odds=50%\" is no goal"), ("odd>=50%", "there is no \"odd\" to aim at"),
    ("odds>=50", "a chance lies between 0 and 100 %, not at \"50\""),
    ("odds>=half", "\"half\" is no number to aim at"),
    ("runway>=-3m", "money lasts no less than 0 months, not \"-3\""),
    // From the middle of 2026 to the end of 2030.
    (
      "runway>=60m",
      "money is looked at for 54 months, to the end of the last year, and \"runway>=60m\" lies beyond"
    ),
    (
      "runway<=54m",
      "money is looked at for 54 months, to the end of the last year, and \"runway<=54m\" lies beyond"
    ),
    ("result>=50%", "\"50%\" is no number to aim at"),
    ("result>=-1bn USD", "results are told in CNY, and the goal is in USD"),
  ])
  func malformedGoalsAreRefused(_ text: String, _ expected: String) throws {
    let found = try TinyChanges().mistakes { _ = try goal(text) }
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }
}
