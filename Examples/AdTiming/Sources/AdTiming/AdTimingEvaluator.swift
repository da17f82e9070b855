public import Evaluation
internal import RunRecord

/// The year in which a free chat app should switch advertising on, and what the choice is worth.
///
/// `Models/paths/chat-advertising.yaml` takes the day as given: a company advertises at once, or
/// when the industry has consolidated. Here the company chooses, and formulas can't express that:
/// what is right this year depends on what would be right in every later one. Advertising earns
/// from its first year on, but drives users away many times faster while rivals are free of it,
/// and whoever has lost users is less likely to be in the head group at the gate.
///
/// It is an optimal-stopping problem on the draws. In each year the company sees whether the
/// industry has consolidated and, if so, whether it is in the head group; it doesn't see the draws
/// of what nobody has measured. Going backwards from the horizon, all draws in one state decide
/// alike, by the mean of what followed: the regression of Longstaff and Schwartz (2001) on
/// indicators of the states. The projection is the path under that policy, and `value_of_waiting`
/// what the choice itself is worth.
///
/// It replaces chat-advertising and must not be added to it: the cash flows are the same.
public struct AdTimingEvaluator: Evaluator {
  static let path = "chat-ad-timing"

  /// Makes the evaluator.
  public init() {}

  /// Id, version and titles; it has no readiness criteria of its own.
  public var description: PathDescription {
    PathDescription(
      id: Self.path, version: 1, title: "Chat advertising, well timed",
      summary: """
        A free assistant financed by advertising that is switched on when that is worth most: \
        at once, at the gate, later, or never.
        """,
      inputs: Self.inputs)
  }

  /// Monthly users and brand of the company, and the market's inputs.
  public var needs: [Requirement] { Self.inputs.requirements }

  /// The path under the best policy, and what being free to wait is worth.
  public func project(_ subject: Subject, over draws: Draws) throws -> Projection {
    var sheet = try Worksheet(Self.inputs, path: Self.path, subject: subject, draws: draws)
    let chats = try (0..<draws.count).map { try Chat(sheet, draw: $0) }
    // By draw and choice: to start in the first year, …, in the last, or never.
    let paths = chats.map { chat in
      (0...chat.years.count).map { chat.path(startingIn: $0) }
    }
    let policy = TimingProblem(chats, paths).solve()
    let chosen = paths.indices.map { paths[$0][policy.start[$0]] }
    return try record(chosen, policy: policy, in: &sheet)
  }

  private func record(
    _ chosen: [ChatPath], policy: TimingPolicy, in sheet: inout Worksheet
  ) throws -> Projection {
    let reach = ["mau_now", "market_users", "brand", "head_draw", "consolidation_year"]
    sheet.record(
      "value_of_waiting", title: "Value of being free to wait", unit: "CNY",
      formula: "what waiting is worth in this state beyond switching on now, nothing once it is on",
      from: reach + ["loss_before", "loss_after", "price_ad", "discount_rate", "beyond"]
    ) { year, draw in policy.valueOfWaiting[year, draw] }
    sheet.record(
      "advertises", title: "Advertises", unit: "1",
      formula: "1 from the year on in which switching on is worth more than waiting",
      from: ["value_of_waiting"]
    ) { year, draw in year >= policy.start[draw] ? 1 : 0 }
    let users = sheet.record(
      "users", title: "Monthly users on average in the year", unit: "user",
      formula: "reach * market_users; reach shrinks by loss * ad_load and moves at the gate",
      from: reach + ["advertises", "load_peak", "ramp", "loss_before", "loss_after"]
        + ["head_gain", "tail_loss"]
    ) { year, draw in chosen[draw].years[year].users }
    sheet.record(
      "revenue", title: "Revenue", unit: "CNY/year",
      formula: "users * queries * commercial * ad_load * fill * price_ad, less in the tail",
      from: ["users", "advertises", "queries", "commercial", "load_peak", "ramp", "fill"]
        + ["price_ad", "price_growth", "tail_price"]
    ) { year, draw in chosen[draw].years[year].revenue }
    sheet.record(
      "contribution", title: "Contribution", unit: "CNY/year",
      formula: "revenue * (1 - channel) - users * (queries * (tokens * token_price + retrieval) "
        + "+ moderation)",
      from: ["revenue", "users", "channel", "queries", "tokens", "token_price", "retrieval"]
        + ["moderation"]
    ) { year, draw in chosen[draw].years[year].contribution }
    sheet.record(
      "investment", title: "Investment", unit: "CNY/year",
      formula: "max(build_floor, build_user * users) + build_rate * revenue, a fifth of it before "
        + "advertising is switched on",
      from: ["users", "revenue", "build_floor", "build_user", "build_rate", "advertises"]
    ) { year, draw in chosen[draw].years[year].investment }
    let market = try sheet["market_users"]
    var claim = users
    for year in 0..<users.years {
      for draw in 0..<users.draws { claim[year, draw] /= market[year, draw] }
    }
    return try sheet.projection(
      metrics: ["users", "advertises", "value_of_waiting"], claim: claim)
  }
}

// MARK: - Inputs

extension AdTimingEvaluator {
  /// The numbers of chat-advertising, so that both can be compared, and two for the decision.
  static let inputs: [EvaluatorInput] = [
    .market("market_users", unit: "user"),
    .market("consolidation_year", unit: "1"),
    .market("token_price", unit: "CNY/token"),
    .market("price_growth", unit: "1/year"),
    .market("price_ad", unit: "CNY/ad"),
    .company("mau_now", metrics: ["chat_mau"], unit: "user", title: "Monthly active users"),
    .company(
      "brand", metrics: ["chat_brand"], unit: "1", title: "Chance of being in the head group"),
    .company(
      "build_floor", metrics: ["chat_ads_research"], unit: "CNY/year",
      title: "Ad system, the least",
      otherwise: .init("30M to 150M", because: "The smallest team that builds and keeps one.")),
    .company(
      "head_draw", unit: "1", title: "Luck at the gate",
      otherwise: .init(
        "uniform(0, 1)", because: "One draw a company: below its chance it is in the head group."),
      isChance: true),
    .assumption(
      "head_gain", unit: "1/year", "0.03 to 0.2",
      because: "After consolidation the head group takes over the users whom the others lose."),
    .assumption(
      "tail_loss", unit: "1/year", "0.25 to 0.6",
      because: "Outside the head group a chat app loses a quarter to over half a year."),
    .assumption(
      "queries", unit: "query/user/year", "300 to 1320",
      because: "From about one turn a day of an occasional user to four of a regular one."),
    .assumption(
      "commercial", unit: "1", "truncate(0.08 to 0.3, 0, 1)",
      because: "About one search in five shows advertisements at the top; chat does more besides."),
    .assumption(
      "load_peak", unit: "ad/query", "1 to 3.5",
      because: "Search shows two to four on a commercial query; an answer has less room."),
    .assumption(
      "ramp", unit: "year", "1 to 3",
      because: "Advertisers, formats and measurement take one to three years to build up."),
    .assumption(
      "fill", unit: "1", "truncate(0.4 to 0.8, 0, 1)",
      because: "Share of the slots that find an advertiser."),
    .assumption(
      "tail_price", unit: "1", "truncate(0.3 to 0.8, 0, 1)",
      because: "Advertisers pay less for a small audience with poorer data."),
    .assumption(
      "loss_before", unit: "query/ad/year", "0.1 to 0.4",
      because: """
        Share of users lost a year at one advertisement a query while rivals show none; judged, \
        since nobody has measured it.
        """, sources: ["seed-article"]),
    .assumption(
      "loss_after", unit: "query/ad/year", "0.01 to 0.06",
      because: "The same once nobody is free of advertisements and users have nowhere to go."),
    .assumption(
      "tokens", unit: "token/query", "800 to 4000",
      because: "The context of the conversation and the answer."),
    .assumption(
      "retrieval", unit: "CNY/query", "0.0005 to 0.004",
      because: "Search index and safety filter for one turn."),
    .assumption(
      "channel", unit: "1", "0.15 to 0.4",
      because: "Traffic partners, agencies and a sales force, as a share of ad revenue."),
    .assumption(
      "moderation", unit: "CNY/user/year", "0.1 to 0.6",
      because: "Content safety and support for one monthly user."),
    .assumption(
      "build_user", unit: "CNY/user/year", "0.2 to 1.2",
      because: "Measuring, matching and safety grow with the users."),
    .assumption(
      "build_rate", unit: "1", "0.05 to 0.15",
      because: "Part of ad revenue that goes back into the ad system."),
    .assumption(
      "discount_rate", unit: "1/year", "0.12",
      because: "The rate of scoring.yaml: a company chooses as it will be judged."),
    .assumption(
      "beyond", unit: "year", "3 to 8",
      because: """
        Years of the last year's surplus that the company counts beyond the horizon; without them \
        users would be worth nothing in the last year.
        """),
  ]
}

// MARK: - Cash flows of a choice

/// What follows from one choice in one draw.
struct ChatPath {
  struct Year {
    var users = 0.0
    var revenue = 0.0
    var contribution = 0.0
    var investment = 0.0

    var flow: Double { contribution - investment }
  }

  var years: [Year]
  /// What the company counts beyond the horizon, as if received a year after the last.
  var beyond: Double
}

/// A chat app in one draw: what it earns, costs and loses when advertising starts in a given year.
///
/// The formulas are those of `Models/paths/chat-advertising.yaml`.
struct Chat {
  let years: [Int]
  let marketUsers: [Double]
  let tokenPrice: [Double]
  let firstUsers, brand, headDraw, consolidationYear: Double
  let headGain, tailLoss, lossBefore, lossAfter: Double
  let queries, adsPerLoad, loadPeak, ramp: Double
  let priceAd, priceGrowth, tailPrice, channel: Double
  let tokens, retrieval, moderation: Double
  let buildFloor, buildUser, buildRate: Double
  let discount, beyond: Double

  init(_ sheet: Worksheet, draw: Int) throws {
    func value(_ name: String) throws -> Double { try sheet[name][draw] }
    func series(_ name: String) throws -> [Double] {
      let input = try sheet[name]
      return sheet.years.indices.map { input[$0, draw] }
    }
    years = sheet.years
    marketUsers = try series("market_users")
    tokenPrice = try series("token_price")
    (firstUsers, brand) = (try value("mau_now"), try value("brand"))
    (headDraw, consolidationYear) = (try value("head_draw"), try value("consolidation_year"))
    (headGain, tailLoss) = (try value("head_gain"), try value("tail_loss"))
    (lossBefore, lossAfter) = (try value("loss_before"), try value("loss_after"))
    (queries, adsPerLoad) = (try value("queries"), try value("commercial") * value("fill"))
    (loadPeak, ramp) = (try value("load_peak"), try value("ramp"))
    (priceAd, priceGrowth) = (try value("price_ad"), try value("price_growth"))
    (tailPrice, channel) = (try value("tail_price"), try value("channel"))
    (tokens, retrieval) = (try value("tokens"), try value("retrieval"))
    (moderation, buildFloor) = (try value("moderation"), try value("build_floor"))
    (buildUser, buildRate) = (try value("build_user"), try value("build_rate"))
    (discount, beyond) = (1 / (1 + (try value("discount_rate"))), try value("beyond"))
  }

  func isConsolidated(in year: Int) -> Bool { Double(years[year]) >= consolidationYear }

  /// What the company sees in a year in which it doesn't advertise yet.
  func state(in year: Int) -> TimingState {
    guard isConsolidated(in: year) else { return .beforeTheGate }
    return headDraw < brand ? .head : .tail
  }

  /// The path if advertising starts in a year, counted from 0; never, if that is beyond the last.
  func path(startingIn start: Int) -> ChatPath {
    let firstReach = min(0.9, firstUsers / marketUsers[0])
    var (reach, standing, load, price) = (firstReach, 1.0, 0.0, priceAd)
    var usersBefore = reach * marketUsers[0]
    var result: [ChatPath.Year] = []
    for year in years.indices {
      let consolidated = isConsolidated(in: year)
      // Standing is frozen at the gate: reach that was lost until then costs the head group.
      if year > 0, !isConsolidated(in: year - 1) { standing = min(1, reach / firstReach) }
      let head = headDraw < brand * standing
      if year > 0 {
        let drift = consolidated ? (head ? headGain : -tailLoss) : 0
        let loss = (consolidated ? lossAfter : lossBefore) * load
        reach = max(0, min(0.9, reach * (1 + drift - loss)))
        price *= 1 + priceGrowth
      }
      let isOn = year >= start
      if isOn { load = min(loadPeak, load + loadPeak / ramp) }
      let users = reach * marketUsers[year]
      var flows = ChatPath.Year(users: (users + usersBefore) / 2)
      let asked = flows.users * queries
      flows.revenue =
        asked * adsPerLoad * load * price * (consolidated && !head ? tailPrice : 1)
      flows.contribution =
        flows.revenue * (1 - channel) - asked * (tokens * tokenPrice[year] + retrieval)
        - flows.users * moderation
      flows.investment =
        (max(buildFloor, buildUser * flows.users) + buildRate * flows.revenue) * (isOn ? 1 : 0.2)
      usersBefore = users
      result.append(flows)
    }
    return ChatPath(years: result, beyond: beyond * max(0, result.last?.flow ?? 0))
  }
}

// MARK: - The decision

/// What a company that doesn't advertise yet sees when it decides.
enum TimingState: Int, CaseIterable {
  case beforeTheGate, head, tail
}

/// When to start, in every draw, and what being free to wait is worth.
struct TimingPolicy {
  /// The year, counted from 0, in which advertising starts; the number of years means never.
  var start: [Int]
  /// By year and draw: how much more waiting is worth than starting now, given the state; 0 where
  /// starting is better, and once it has started.
  var valueOfWaiting: YearlyDraws
}

/// A decision that can be taken once, in any of several years or never, on draws.
struct TimingProblem {
  /// By year and draw: the value, in that year, of starting in it.
  var starting: [[Double]]
  /// By year and draw: the flow of a year in which one waits.
  var waiting: [[Double]]
  /// By draw: what is left, at the end of the last year, for one who never started.
  var never: [Double]
  /// By year and draw: what one sees while waiting.
  var states: [[Int]]
  /// By draw: what a unit of money of the next year is worth this year.
  var discount: [Double]

  /// Backward induction: from the last year to the first, all draws in one state choose what is
  /// better on their mean.
  func solve() -> TimingPolicy {
    let draws = never.count
    var start = Array(repeating: starting.count, count: draws)
    var value = never
    var worth = YearlyDraws(repeating: 0, years: starting.count, draws: draws)
    for year in starting.indices.reversed() {
      let waited = (0..<draws).map { waiting[year][$0] + discount[$0] * value[$0] }
      for state in Set(states[year]).sorted() {
        let here = (0..<draws).filter { states[year][$0] == state }
        let gain = here.reduce(0) { $0 + waited[$1] - starting[year][$1] } / Double(here.count)
        for draw in here {
          if gain > 0 {
            worth[year, draw] = gain
            value[draw] = waited[draw]
          } else {
            start[draw] = year
            value[draw] = starting[year][draw]
          }
        }
      }
    }
    for draw in 0..<draws where start[draw] < starting.count {
      for year in start[draw]..<starting.count { worth[year, draw] = 0 }
    }
    return TimingPolicy(start: start, valueOfWaiting: worth)
  }
}

extension TimingProblem {
  /// The problem of a company whose path is known, in every draw, for every choice.
  init(_ chats: [Chat], _ paths: [[ChatPath]]) {
    let idle = paths.map { $0[$0.count - 1] }
    discount = chats.map(\.discount)
    never = idle.map(\.beyond)
    waiting = []
    starting = []
    states = []
    for year in chats[0].years.indices {
      states.append(chats.map { $0.state(in: year).rawValue })
      waiting.append(idle.map { $0.years[year].flow })
      starting.append(
        zip(chats, paths).map { chat, choices in
          choices[year].years[year...].reversed().reduce(choices[year].beyond) { later, flows in
            flows.flow + chat.discount * later
          }
        })
    }
  }
}
