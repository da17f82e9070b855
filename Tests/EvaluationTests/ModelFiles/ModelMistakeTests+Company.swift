extension ModelMistakeTests {
  /// What only the company model has.
  static let companyModel = [
    WrittenMistake(
      "nowcast: level", "nowcast: 1️⃣levle", "the nowcast has no \"levle\"",
      "did you mean \"level\"?", in: .companyModel),
    WrittenMistake(
      "unit: USD, nowcast: cash", "unit: USD/year, nowcast: 1️⃣cash",
      "\"cash\" of the nowcast is in [USD], but the input is in [USD/year]", "write unit: USD",
      in: .companyModel),
    WrittenMistake(
      "level: {unit: \"1\", nowcast: level}",
      "1️⃣level: {unit: \"1\", nowcast: level, sum_over_paths: revenue}",
      "the input \"level\" has nowcast and sum_over_paths: where does its number come from?",
      "keep one", in: .companyModel),
    WrittenMistake(
      "nowcast: level", "nowcast: level, 1️⃣assume: 3",
      "unknown key \"assume\" in an input that is given",
      "the keys are unit, title, nowcast, sum_over_paths, of_path", in: .companyModel),
    WrittenMistake(
      "(contribution - investment)", "(1️⃣contributoin - investment)",
      "unknown name \"contributoin\"", "did you mean \"contribution\"?", in: .companyModel),
    WrittenMistake(
      "weight * (contribution - investment)", "contribution 1️⃣- weight",
      "\"-\" needs the same unit on both sides: \"contribution\" is in [USD/year], "
        + "\"weight\" is in [1]", nil, in: .companyModel),
    WrittenMistake(
      "weight * (contribution - investment)", "1️⃣level * revenue",
      "unknown name \"level\"", "declare it among the inputs or variables", in: .companyModel),
    WrittenMistake(
      "head: {unit: \"1\", of_path: toys, variable: head, otherwise: 0}",
      "head: 1️⃣{unit: \"1\", of_path: toys, variable: head}",
      "\"otherwise\" is missing in an input that is given", nil,
      in: .companyModel),
    WrittenMistake(
      "weight: {unit: \"1\", assume: 0.5, because: toys}",
      "1️⃣weight: {unit: \"1\", assume: 0.5}", "the input \"weight\" needs a reason in \"because\"",
      nil, in: .companyModel),
    WrittenMistake(
      "revenue * head + paths", "revenue * head + 1️⃣pats", "unknown name \"pats\"",
      "did you mean \"paths\"?", in: .companyModel),
    WrittenMistake(
      "raised: 0 [USD]", "raised: 0 [USD]\n  1️⃣sodl: 0", "unknown key \"sodl\" in the outputs",
      "did you mean \"sold\"?", in: .companyModel),
    WrittenMistake(
      "cash: balance", "cash: 1️⃣result",
      "the formula of \"cash\" gives [USD/year], but it is declared in [USD]",
      "multiply it by step", in: .companyModel),
    WrittenMistake(
      "inside: {weight: 1}", "inside: {1️⃣wieght: 1}",
      "the view \"inside\" sets \"wieght\", which is no input", "did you mean \"weight\"?",
      in: .companyModel),
    WrittenMistake(
      "inside: {weight: 1}", "inside: {weight: 1}\n  1️⃣insied: {weight: 1}",
      "unknown key \"insied\" in the views",
      "did you mean \"inside\"?", in: .companyModel),
    WrittenMistake(
      "drivers: [result]", "drivers: 1️⃣[resutl]",
      "\"drivers\" names \"resutl\", which is no variable", "did you mean \"result\"?",
      in: .companyModel),
  ]
}
