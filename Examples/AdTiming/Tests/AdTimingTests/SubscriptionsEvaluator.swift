import Evaluation
import RunRecord

// The evaluator of the article "Writing an evaluator", line by line.
struct SubscriptionsEvaluator: Evaluator {
  static let inputs: [EvaluatorInput] = [
    .company("users", metrics: ["chat_mau"], unit: "user"),
    .assumption(
      "paying", unit: "1", "truncate(0.5% to 5%, 0, 1)",
      because: "From a nuisance that is paid away to a tool for work."),
    .assumption(
      "fee", unit: "CNY/user/year", "100 to 300", because: "List prices of apps for consumers."),
    .assumption(
      "growth", unit: "1/year", "-5% to 30%",
      because: "From losing a few to the best year of the industry."),
    .assumption(
      "cost", unit: "1", "0.3 to 0.7", because: "App shops and computing, as a share of the fee."),
  ]

  var description: PathDescription {
    PathDescription(
      id: "subscriptions", version: 1, title: "Subscriptions",
      summary: "Users pay a yearly fee for more than the free app offers.", inputs: Self.inputs)
  }

  var needs: [Requirement] { Self.inputs.requirements }

  func project(_ subject: Subject, over draws: Draws) throws -> Projection {
    var sheet = try Worksheet(
      Self.inputs, path: "subscriptions", subject: subject, draws: draws)
    let (users, paying) = (try sheet["users"], try sheet["paying"])
    let (fee, growth, cost) = (try sheet["fee"], try sheet["growth"], try sheet["cost"])
    let revenue = sheet.record(
      "revenue", unit: "CNY/year", formula: "users * paying * fee * (1 + growth)^years",
      from: ["users", "paying", "fee", "growth"]
    ) { year, draw in
      var amount = users[draw] * paying[draw] * fee[draw]
      for _ in 0..<year { amount *= 1 + growth[draw] }
      return amount
    }
    sheet.record(
      "contribution", unit: "CNY/year", formula: "revenue * (1 - cost)", from: ["revenue", "cost"]
    ) { year, draw in revenue[year, draw] * (1 - cost[draw]) }
    sheet.record("investment", unit: "CNY/year", formula: "0", from: []) { _, _ in 0 }
    return try sheet.projection()
  }
}
