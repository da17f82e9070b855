extension ModelMistakeTests {
  private static func sales(
    _ wrong: String, _ message: String, _ help: String? = nil
  ) -> WrittenMistake {
    WrittenMistake("formula: users * price", "formula: \"\(wrong)\"", message, help)
  }

  /// What is measured in what.
  static let units = [
    sales(
      "users * price 1️⃣+ 1 [CNY]",
      "\"+\" needs the same unit on both sides: \"users * price\" is in [CNY/year], "
        + "\"1 [CNY]\" is in [CNY]", "divide \"1 [CNY]\" by step"),
    sales(
      "users * price 1️⃣+ 1 [USD/year]",
      "\"+\" needs the same unit on both sides: \"users * price\" is in [CNY/year], "
        + "\"1 [USD/year]\" is in [USD/year]"),
    sales(
      "1️⃣users", "the formula of \"sales\" gives [user], but it is declared in [CNY/year]"),
    sales("1 [1️⃣CYN/year]", "unknown unit \"CYN\"", "did you mean \"CNY\"?"),
    sales(
      "1️⃣exp(users) * 1 [CNY/year]", "\"exp\" needs plain numbers, but \"users\" is in [user]",
      "divide it by a quantity in [user]"),
    WrittenMistake(
      "previous * (1 + growth * step)", "previous * (1 1️⃣+ growth)",
      "\"+\" needs the same unit on both sides: \"1\" is in [1], \"growth\" is in [1/year]",
      "multiply \"growth\" by step"),
    WrittenMistake(
      "unit: CNY/year, formula", "unit: CNY/1️⃣/year, formula", "expected a unit, found \"/\""),
    WrittenMistake(
      "unit: CNY/year, formula", "unit: CNY/year^1️⃣half, formula",
      "the power of a unit must be an integer", "write e.g. user^2"),
    WrittenMistake(
      "unit: CNY/year, formula", "unit: CNY 1️⃣per year, formula",
      "expected \"*\" or \"/\" between units, found \"p\""),
  ]

  /// Formulas.
  static let formulas = [
    sales("1️⃣user * price", "unknown name \"user\"", "did you mean \"users\"?"),
    sales("1️⃣mix(users, 2) * price", "unknown function \"mix\"", "did you mean \"max\"?"),
    sales(
      "1️⃣clamp(users, 1) * price", "\"clamp\" takes 3 arguments, found 2",
      "write clamp(x, low, high)"),
    sales("users 1️⃣× price", "\"×\" is not part of the language", "use \"*\""),
    sales(
      "if(users 1️⃣= 1, 1, 0) * price", "\"=\" is not part of the language",
      "use \"==\" to compare"),
    sales("users *1️⃣", "expected a number, a name or \"(\", found the end"),
    sales("1️⃣(users * price", "this \"(\" is never closed"),
    sales("users * price1️⃣)", "this \")\" closes nothing"),
    sales(
      "users 1️⃣price", "expected an operator, found \"price\"", "to multiply, write \"*\""),
    sales(
      "10 1️⃣to 20", "expected an operator, found \"to\"",
      "ranges stand in inputs: declare one with \"assume: 10 to 20\", and name it"),
    sales(
      "1️⃣previous * price", "\"previous\" alone only means something in the \"next\" of a stock",
      "write previous(x) for the value of x a year earlier"),
    sales(
      "at(users, 1️⃣2035) * price", "2035 is outside the horizon, which is 2025 to 2026"),
    sales(
      "1️⃣" + String(repeating: "1+", count: 10_000) + "1",
      "the text is longer than 20000 characters", "split it into several variables"),
    sales(
      "1️⃣sales", "\"sales\" needs its own value: sales → sales",
      "sales reads sales at paths/toys.yaml:13:37\n"
        + "        read one of them a year earlier with previous(…), or make it a stock"),
  ]

  /// Variables, stocks, outputs and metrics.
  static let rules = [
    WrittenMistake(
      "users: {unit: user, start: users_now, next: previous * (1 + growth * step)}",
      "1️⃣users: {unit: user, start: users_now}",
      "the variable \"users\" needs either a formula, or start and next",
      "a stock has its first value in start, and next year's from `previous` in next"),
    WrittenMistake(
      "start: users_now,", "start: 1️⃣1,",
      "the start of \"users\" gives [1], but it is declared in [user]"),
    WrittenMistake(
      "formula: users * price", "formula: users * price, 1️⃣nxt: 1",
      "unknown key \"nxt\" in a variable", "did you mean \"next\"?"),
    WrittenMistake(
      "  revenue: sales\n  contribution: sales - users * cost - rent\n", "  1️⃣revenue: sales\n",
      "\"contribution\" is missing in the outputs"),
    WrittenMistake(
      "  revenue: sales", "  1️⃣profit: sales\n  revenue: sales",
      "unknown key \"profit\" in the outputs",
      "the keys are revenue, contribution, investment"),
    WrittenMistake(
      "revenue: sales", "revenue: 1️⃣users",
      "the formula of \"revenue\" gives [user], but it is declared in [CNY/year]"),
    WrittenMistake(
      "outputs:\n  revenue: sales",
      "  revenue: {unit: CNY/year, formula: users * price}\noutputs:\n  1️⃣revenue: sales",
      "the output \"revenue\" has the name of a variable, but is something else",
      "write \"revenue: revenue\", or give one of them another name"),
    WrittenMistake(
      "metrics: [users]", "metrics: [1️⃣user]",
      "\"metrics\" names \"user\", which is no variable of this model",
      "did you mean \"users\"?"),
    WrittenMistake(
      "metrics: [users]", "metrics: [1️⃣growth]",
      "\"metrics\" names \"growth\", which is no variable of this model",
      "inputs are shown anyway"),
    WrittenMistake(
      "metrics: [users]", "metrics: 1️⃣users", "expected a list, found \"users\"",
      "write [a, b] or lines with \"- \""),
  ]
}
