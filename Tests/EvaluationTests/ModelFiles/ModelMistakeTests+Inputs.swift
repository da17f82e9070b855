extension ModelMistakeTests {
  private static let growth = "growth: {unit: 1/year, assume: 0 to 20%, because: toys}"

  /// Inputs and where their numbers come from.
  static let inputs = [
    WrittenMistake(
      growth, "1️⃣growth: {unit: 1/year}",
      "the input \"growth\" doesn't say where its number comes from",
      "give exactly one of company, series, market, assume, by_year, each_year, contest and "
        + "room_for"),
    WrittenMistake(
      growth, "1️⃣growth: {unit: 1/year, market: growth, assume: 1}",
      "the input \"growth\" has market and assume: where does its number come from?",
      "give exactly one of company, series, market, assume, by_year, each_year, contest and "
        + "room_for"),
    WrittenMistake(
      growth, "growth: 1️⃣{assume: 1, because: toys}", "\"unit\" is missing in an input"),
    WrittenMistake(
      growth, "growth: 1️⃣10%", "expected an input as keys with values, found \"10%\""),
    WrittenMistake(
      growth, "growth: {unit: 1/year, assume: 1, 1️⃣becuase: toys}",
      "unknown key \"becuase\" in an input", "did you mean \"because\"?"),
    WrittenMistake(
      growth, "1️⃣growth: {unit: 1/year, assume: 1, otherwise: 2}",
      "\"otherwise\" of \"growth\" is for inputs that ask for a company's facts",
      "write \"company:\" or \"series:\" beside it, or \"assume:\" in its place"),
    WrittenMistake(
      "1/year, assume", "1/1️⃣yaer, assume", "unknown unit \"yaer\"", "did you mean \"year\"?"),
    WrittenMistake(
      "market: toy_price", "market: 1️⃣[toy_price]", "expected text, found a list"),
    WrittenMistake(
      "market: shop_rent}", "market: shop_rent, revisions: 1️⃣[{since: 2026-01-01, assume: 1}]}",
      "\"revisions\" of \"rent\" change an assumption, and there is none",
      "write \"assume\" or \"otherwise\" beside it, or remove it"),
    WrittenMistake(
      growth, "\(growth)\n  1️⃣Rate: {unit: \"1\", assume: 1}", "\"Rate\" can't be a name",
      "names are in snake_case: the letters a-z, digits and \"_\", a letter first"),
    WrittenMistake(
      growth, "\(growth)\n  1️⃣gr\u{043E}wth: {unit: \"1\", assume: 1}",
      "\"gr\u{043E}wth\" can't be a name",
      "names are in snake_case: the letters a-z, digits and \"_\", a letter first"),
    WrittenMistake(
      growth, "\(growth)\n  1️⃣max: {unit: \"1\", assume: 1}",
      "\"max\" is a word of the language and can't be a name",
      "choose another name, e.g. max_value"),
    WrittenMistake(
      growth, "\(growth)\n  1️⃣year: {unit: \"1\", assume: 1}",
      "\"year\" is a word of the language and can't be a name",
      "choose another name, e.g. year_value"),
    WrittenMistake(
      "sales: {unit", "1️⃣cost: {unit: \"1\", formula: 1}\n  sales: {unit",
      "the name \"cost\" is declared twice"),
  ]

  /// What is assumed, by year, and what was learnt later.
  static let assumptions = [
    WrittenMistake(
      "because: toys}", "because: toys, source: 1️⃣toy-report-2042}",
      "there is no source \"toy-report-2042\"", "did you mean \"toy-report-2024\"?"),
    WrittenMistake(
      "because: toys}", "because: toys, source: [toy-report-2024, 1️⃣hearsay]}",
      "there is no source \"hearsay\"", "sources are declared in sources.yaml"),
    WrittenMistake(
      "assume: 0 to 20%", "assume: 1️⃣0 to 20%, by_year: {2025: 1}",
      "\"assume\" and \"by_year\" both say what is assumed", "keep one"),
    WrittenMistake(
      "{2025: 1 to 2, 2030", "{1️⃣soon: 1 to 2, 2030",
      "expected a year such as 2030, found \"soon\""),
    WrittenMistake(
      "by_year: {2025: 1 to 2, 2030: 2 to 3}", "by_year: 1️⃣{}", "\"by_year\" has no year",
      "write {2025: 1 to 2, 2030: 3 to 5}"),
    WrittenMistake(
      "by_year: {2025: 1 to 2, 2030: 2 to 3}", "by_year: 1️⃣1 to 2",
      "expected keys with values, found \"1 to 2\""),
    WrittenMistake(
      growth, "\(growth)\n  more: {unit: 1/year, assume: 1, each_year: 1️⃣0 to 1, because: toys}",
      "\"assume\" and \"each_year\" both say what is assumed",
      "keep one: by_year has one draw for all years, each_year one for each"),
    WrittenMistake(
      "by_year: {2025: 1 to 2, 2030: 2 to 3}", "each_year: 1️⃣{2025: 1 to 2, 2030: 2 to 3}",
      "\"each_year\" is one distribution, drawn anew in every year",
      "write each_year: normal(0, 1), and scale it in a formula where years differ"),
    WrittenMistake(
      "market: toy_price}", "market: toy_price, shared: 1️⃣false}",
      "\"shared\" of \"price\" is for assumptions: a company's fact is always its own, "
        + "a market input always shared", "remove it"),
    WrittenMistake(
      "assume: 0 to 20%", "nowcast: 1️⃣growth",
      "\"nowcast\" is for company.yaml: a path's model stands below the company as a whole",
      "ask for a fact of the company with \"company:\""),
    WrittenMistake(
      "because: toys}", "because: toys, revisions: [1️⃣{assume: 1}]}",
      "\"since\" is missing in a revision"),
    WrittenMistake(
      "because: toys}", "because: toys, revisions: [{since: 1️⃣2025-02-30, assume: 1}]}",
      "expected a day such as 2025-03-31, found \"2025-02-30\"",
      "February 2025 has 28 days"),
    WrittenMistake(
      "because: toys}", "because: toys, revisions: [1️⃣{since: 2025-02-28, because: toys}]}",
      "\"assume\" is missing in a revision",
      "say what was assumed from 2025-02-28 on, in \"assume\" or \"by_year\""),
    WrittenMistake(
      "because: toys}",
      "because: toys, revisions: [{since: 2026-01-01, assume: 1}, "
        + "1️⃣{since: 2025-01-01, assume: 2}]}",
      "revisions must be in the order of their dates: 2025-01-01 stands after 2026-01-01",
      "move it up"),
    WrittenMistake(
      "because: toys}", "because: 1️⃣[toys, games]}",
      "expected a text in languages as keys with values, found a list"),
    WrittenMistake(
      "because: toys}", "because: toys, basis: 1️⃣estimat}",
      "expected assumption or estimate, found \"estimat\"", "did you mean \"estimate\"?"),
    WrittenMistake(
      "because: toys}", "because: toys, basis: 1️⃣estimate}",
      "an estimate needs \"source\": the figures that its range is derived from",
      "name them in \"source\", or leave \"basis\" out"),
    WrittenMistake(
      "because: toys}", "because: toys, replace_by: 1️⃣{what: a count}}",
      "\"where\" is missing in \"replace_by\""),
  ]

  private static func assume(
    _ wrong: String, _ message: String, _ help: String? = nil
  ) -> WrittenMistake {
    WrittenMistake("assume: 0 to 20%", "assume: \"\(wrong)\"", message, help)
  }

  /// Uncertain numbers.
  static let distributions = [
    assume("0.31️⃣-0.5", "a range is written with \"to\"", "write 0.3 to 0.5"),
    assume("1️⃣5 to 2", "the 5th percentile is above the 95th percentile", "write 2 to 5"),
    assume(
      "1️⃣2 to 2", "the 5th percentile equals the 95th percentile",
      "for a number without uncertainty, write 2"),
    assume(
      "1️⃣unifrom(0, 1)", "unknown distribution \"unifrom\"", "did you mean \"uniform\"?"),
    assume(
      "1️⃣normal(1)", "\"normal\" takes 2 parameters, found 1", "write normal(mean, sd)"),
    assume(
      "1️⃣normal(1, 0)", "the standard deviation must be above 0",
      "for a number without uncertainty, write 1"),
    assume(
      "1️⃣lognormal(0, 2)", "a lognormal is positive, so its 5th percentile must be above 0"),
    assume("1️⃣pert(1, 5, 2)", "low, mode and high must ascend, and low be below high"),
    assume("1️⃣beta(0, 2)", "alpha and beta must be above 0"),
    assume(
      "1️⃣beta(2, 1e300)", "alpha and beta must be from 0.01 to 1000000",
      "for a number that is nearly certain, write the number"),
    assume(
      "1️⃣truncate(1 to 2, 100, 200)",
      "truncate(1 to 2, 100, 200) can't be drawn from: the distribution has almost no probability "
        + "(less than 1e-9) between 100.0 and 200.0",
      "move or widen the ends, or write another distribution"),
    assume(
      "1️⃣pert(-1e308, 0, 1e308)",
      "pert(-1e+308, 0, 1e+308) can't be drawn from: high - low must be a finite number, but is inf",
      "move or widen the ends, or write another distribution"),
    assume(
      "1️⃣normal(0, 1e308)",
      "normal(0, 1e+308) can't be drawn from: its rarest draws are larger than a number can be",
      "move or widen the ends, or write another distribution"),
    assume(
      "1️⃣student_t(1, 0, 1e300)",
      "student_t(1, 0, 1e+300) can't be drawn from: its rarest draws are larger than a number can be",
      "move or widen the ends, or write another distribution"),
    assume(
      "1️⃣1e-200 to 1",
      "1e-200 to 1 can't be drawn from: its rarest draws are too small to be told from 0",
      "move or widen the ends, or write another distribution"),
    assume(
      "1️⃣bernoulli(30)", "a probability must be from 0 to 1",
      "write 30% or 0.3 for thirty percent"),
    assume(
      "1️⃣truncate(uniform(0, 1), 2, 3)", "nothing of uniform(0, 1) lies between 2 and 3"),
    assume(
      "discrete({0: 1, 1️⃣0: 2})", "the value 0 is given twice", "add its weights up"),
    assume(
      "1 to 2 1️⃣[1/year]", "a distribution has no unit of its own",
      "its unit is declared beside it, with \"unit:\""),
    assume(
      "1 1️⃣[CNY]", "a distribution has no unit of its own",
      "its unit is declared beside it, with \"unit:\""),
    assume(
      "11️⃣,000", "expected the end of the distribution, found \",\"",
      "numbers are written without commas: 1000 or 1k"),
    assume(
      "1️⃣1e999", "the number is out of range",
      "numbers are written like 1.5e8, 150M, 15.4k, 2bn, 3.98亿 or 35%"),
    assume(
      "1️⃣nan", "unknown distribution \"nan\"",
      "write a number, 10 to 40, or normal(…), lognormal(…), student_t(…), uniform(…), "
        + "triangular(…), pert(…), beta(…), bernoulli(…), discrete(…), truncate(…)"),
    assume(
      "1️⃣.inf", "unexpected character \".\"",
      "numbers are written like 1.5e8, 150M, 15.4k, 2bn, 3.98亿 or 35%"),
    WrittenMistake(
      "assume: 0 to 20%", "1️⃣assume: ~", "\"assume\" has no value in an input"),
    assume("1 to1️⃣", "expected the 95th percentile after \"to\", found the end"),
  ]
}
