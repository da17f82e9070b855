extension ModelMistakeTests {
  private static let growth = "growth: {unit: 1/year, assume: 0 to 20%, because: toys}"

  /// Inputs that are series.
  static let series = [
    WrittenMistake(
      growth, "\(growth)\n  1️⃣fans: {unit: user, series: toy_fans}",
      "the series \"fans\" doesn't say what holds where no fact of toy_fans is known",
      "write \"otherwise: none\", and the path is not assessed then, or a range of the level with "
        + "\"because:\""),
    WrittenMistake(
      growth, "\(growth)\n  fans: {unit: user, series: toy_fans, by_year: 1️⃣{2025: 1, 2030: 2}}",
      "a series has its level on the day of the study, and \"fans\" gives other years",
      "let a formula say how it goes on, such as level(fans) in \"start\" and "
        + "previous * exp(trend(fans) * step) in \"next\""),
    WrittenMistake(
      growth, "\(growth)\n  fans: {unit: user, series: toy_fans, otherwise: 1️⃣{2025: 1, 2030: 2}}",
      "a series has one level, and \"otherwise\" of \"fans\" gives several years",
      "give the level on the day of the study; a formula says how it goes on"),
    WrittenMistake(
      growth, "\(growth)\n  1️⃣fans: {unit: user, series: toy_fans, assume: 1}",
      "the input \"fans\" has series and assume: where does its number come from?",
      "give exactly one of company, series, market, assume, by_year, each_year, contest and "
        + "room_for"),
    WrittenMistake(
      "formula: users * price", "formula: level(1️⃣users) * price",
      "\"level\" needs a series, and \"users\" isn't one",
      "a variable has no facts: name an input that has \"series:\""),
    WrittenMistake(
      "fact: toy_price", "series: toy_price, fact: 1️⃣toy_price",
      "\"fact\" and \"series\" of \"toy_price\" both name a metric",
      "keep one: fact takes the years one by one, series filters level and trend", in: .market),
    WrittenMistake(
      "toy_price: {unit: CNY/user/year, fact: toy_price, assume: 8 to 12",
      "1️⃣toy_price: {unit: CNY/user/year, series: toy_price, by_year: {2025: 1, 2026: 2}",
      "a series has one level, and \"toy_price\" gives several years",
      "write \"assume:\" with the level on the day of the study; a formula says how it goes on",
      in: .market),
  ]
}
