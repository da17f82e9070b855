import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The question of the page on the ranking, and how sure its answer is.
  package static let whoLeads = Section("WhoLeads", Words.self) { record, context in
    guard let first = record.ranking.order.first, record.ranking.order.count > 1 else { return [] }
    let tier = record.ranking.order.count { $0.tier == first.tier }
    return QuestionHead.blocks(
      context.line(Words.question),
      answer: context.line(
        tier > 1 ? Words.answer : Words.answerAlone,
        [
          "company": context.companyLink(first.id),
          "count": [.text(String(record.ranking.order.count))],
          "share": [.text(context.numbers.probability(first.rankShares.first ?? 0))],
          "tier": [.text(first.tier)], "others": [.text(String(tier))],
        ]))
  }
}

private enum Words: String, Phrases {
  static let topic = "WhoLeads"

  case question = "Which company is ahead of which, and how sure is that?"
  case answer = """
    {company} stands first of {count}, though it does so in {share} of draws of inputs and weights \
    only; {others} stand in its tier {tier}, in which nobody can be told apart.
    """
  case answerAlone = """
    {company} stands first of {count}, alone in its tier {tier}, in {share} of draws of inputs and \
    weights.
    """
}
