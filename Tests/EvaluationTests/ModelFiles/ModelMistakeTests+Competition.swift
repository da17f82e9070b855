extension ModelMistakeTests {
  /// Contests, and the room that a market has.
  static let competition = [
    contest(
      "odds", "1️⃣prize", "\"contest\" of \"wins\" must be an input of this model, found \"prize\"",
      "did you mean \"price\"?"),
    contest(
      "odds", "1️⃣growth",
      "\"contest\" of \"wins\" must name a fact of each company, and \"growth\" is none that is "
        + "required",
      "give \"growth\" company: METRIC and otherwise: none; who has the fact takes part"),
    contest(
      "places: seats", "places: 1️⃣odds",
      "\"places\" of \"wins\" must be the same for all companies and years, and \"odds\" isn't",
      "name a market input, or an assumption without by_year, each_year and shared"),
    contest(
      "places: seats", "places: 1️⃣rent",
      "\"places\" of \"wins\" is a number of places, but \"rent\" is in CNY/year",
      "write unit: \"1\""),
    contest(
      "rest: seats", "rest: 1️⃣rent",
      "\"rest\" of \"wins\" is in CNY/year, but the companies' odds, \"odds\", are in 1",
      "give both the same unit"),
    WrittenMistake(
      "growth:", "1️⃣wins: {unit: \"1\", assume: 1, because: toys, places: growth}\n  growth:",
      "\"places\" of \"wins\" is for a contest between companies",
      "write \"contest:\" beside it, with the input that gives their odds"),
    WrittenMistake(
      "growth:", "room: {unit: \"1\", room_for: 1️⃣users}\n  growth:",
      "\"room_for\" of \"room\" must name the variable that is the claim of \"share_of\", found "
        + "\"users\"", "write room_for: sales"),
    WrittenMistake(
      "growth:",
      "room: {unit: \"1\", room_for: sales}\n  1️⃣more: {unit: \"1\", room_for: sales}\n"
        + "  growth:", "\"more\" and \"room\" are both the room for \"sales\"",
      "keep one of the two"),
    WrittenMistake(
      "growth:", "1️⃣room: {unit: user, room_for: sales}\n  growth:",
      "\"room\" is a plain number, but its unit is user", "write unit: \"1\""),
    WrittenMistake(
      "weight: {unit", "1️⃣room: {unit: \"1\", room_for: revenue}\n  weight: {unit",
      "the input \"room\" depends on other companies, which is for a path's model",
      "let the path have it, and read its variable with \"of_path:\"", in: .companyModel),
  ]

  /// A contest with a part written wrongly.
  private static func contest(
    _ right: String, _ wrong: String, _ message: String, _ help: String?
  ) -> WrittenMistake {
    let part = right.contains(":") ? right : "contest: \(right)"
    let mistake = right.contains(":") ? wrong : "contest: \(wrong)"
    let contest = "wins: {unit: \"1\", contest: odds, places: seats, rest: seats}"
    let odds = """
      odds: {unit: "1", company: toy_odds, otherwise: none}
        seats: {unit: "1", assume: 3, because: toys}
        \(contest.replacing(part, with: mistake))
        growth:
      """
    return WrittenMistake("growth:", odds, message, help)
  }
}
