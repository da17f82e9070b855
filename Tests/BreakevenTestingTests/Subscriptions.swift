import Evaluation
import RunRecord
import Synchronization

/// The smallest evaluator that does something: users who pay a price; and ways to break it.
final class Subscriptions: Evaluator {
  let isForgetful: Bool
  let isCareful: Bool
  let source: String
  private let calls = Mutex(0)

  init(isForgetful: Bool = true, isCareful: Bool = true, source: String = "seed-article") {
    self.isForgetful = isForgetful
    self.isCareful = isCareful
    self.source = source
  }

  var inputs: [EvaluatorInput] {
    [
      .company("users", metrics: ["chat_mau"], unit: "user"),
      .assumption(
        "price", unit: "CNY/user/year", "5 to 20", because: "a guess", sources: [source]),
      .assumption("cost", unit: "1", "0.2 to 0.6", because: "a guess"),
    ]
  }

  var description: PathDescription {
    PathDescription(
      id: "subscriptions", version: 1, title: "Subscriptions", summary: "Users pay.",
      inputs: inputs)
  }

  var needs: [Requirement] {
    isCareful ? inputs.requirements : [.companyFact(metric: "revenue")]
  }

  func project(_ subject: Subject, over draws: Draws) throws -> Projection {
    let earlier = calls.withLock { count in
      count += 1
      return isForgetful ? 0 : Double(count)
    }
    var sheet = try Worksheet(inputs, path: "subscriptions", subject: subject, draws: draws)
    let (users, price, cost) = (try sheet["users"], try sheet["price"], try sheet["cost"])
    let revenue = sheet.record(
      "revenue", unit: "CNY/year", formula: "users * price", from: ["users", "price"]
    ) { year, draw in users[year, draw] * price[year, draw] + earlier }
    sheet.record(
      "contribution", unit: "CNY/year", formula: "revenue * (1 - cost)", from: ["revenue", "cost"]
    ) { year, draw in revenue[year, draw] * (1 - cost[year, draw]) }
    sheet.record("investment", unit: "CNY/year", formula: "0", from: []) { _, _ in 0 }
    return try sheet.projection()
  }
}
