extension ModelMistakeTests {
  /// Criteria of readiness.
  static let readiness = [
    WrittenMistake(
      "- id: trust", "- id: 1️⃣Trust", "a criterion's id must be in snake_case, found \"Trust\"",
      "names are in snake_case: the letters a-z, digits and \"_\", a letter first"),
    WrittenMistake(
      "weight: 100", "weight: 1️⃣-1", "a weight must not be negative, found -1",
      "the weights of a model add up to 100"),
    WrittenMistake(
      "  - id: trust\n    weight: 100", "  1️⃣- id: trust\n    weight: 90",
      "the weights of the criteria must add up to 100, found 90",
      "change the weights; 100 is the whole index"),
    WrittenMistake("weight: 100", "weight: 1️⃣heavy", "expected a number, found \"heavy\""),
    WrittenMistake(
      "weight: 100", "weight: 100\n    half_life: 1️⃣0",
      "a half-life must be positive, found 0 years",
      "say after how many years evidence counts half"),
    WrittenMistake(
      "weight: 100", "weight: 100\n    gate: 1️⃣yes", "expected true or false, found \"yes\""),
    WrittenMistake(
      "weight: 100", "weight: 100\n    1️⃣halflife: 2", "unknown key \"halflife\" in a criterion",
      "did you mean \"half_life\"?"),
    WrittenMistake(
      "{0: {en: a}, 1: {en: b}, 2: {en: c}, 3: {en: d}, 4: {en: e}}",
      "1️⃣{0: {en: a}, 1: {en: b}, 2: {en: c}, 3: {en: d}}", "\"4\" is missing in the levels"),
    WrittenMistake(
      "4: {en: e}}", "4: {en: e}, 1️⃣six: {en: f}}", "unknown key \"six\" in the levels",
      "the keys are 0, 1, 2, 3, 4"),
    WrittenMistake(
      "weight: 100", "weight: 100\n    formula: 1️⃣trst",
      "\"formula\" of a criterion names a variable that gives the level; there is no \"trst\"",
      "declare a variable with that formula, and name it here"),
    WrittenMistake(
      "weight: 100", "weight: 100\n    fact: 1️⃣trust_level\n    formula: users",
      "\"fact\" and \"formula\" both say where the level comes from", "keep one"),
    WrittenMistake(
      "correlate",
      """
        - 1️⃣id: trust
          weight: 0
          title: {en: Trust again}
          levels: {0: {en: a}, 1: {en: b}, 2: {en: c}, 3: {en: d}, 4: {en: e}}
      correlate
      """, "the criterion \"trust\" stands here twice", "give one of them another id"),
  ]

  /// Ways of running it that are held against each other.
  static let comparisons = [
    WrittenMistake(
      "correlate",
      "compare: {more: {title: {en: M}, set: {1️⃣grwth: 1}, against: {growth: 0}}}\ncorrelate",
      "\"set\" names \"grwth\", which is no input of this model", "did you mean \"growth\"?"),
    WrittenMistake(
      "correlate",
      "compare: {1️⃣more: {title: {en: M}, set: {growth: 1}, against: {cost: 0}}}\ncorrelate",
      "\"set\" and \"against\" set different inputs",
      "set the same ones, so that nothing else differs between the two"),
    WrittenMistake(
      "correlate", "compare: {more: 1️⃣{title: {en: M}, set: {growth: 1}}}\ncorrelate",
      "\"against\" is missing in a comparison"),
  ]

  /// Correlations and shares of a market.
  static let links = [
    WrittenMistake(
      "{growth ~ cost: 0.4}", "{1️⃣growth: 0.4}",
      "expected two inputs as in \"price ~ share\", found \"growth\""),
    WrittenMistake(
      "growth ~ cost: 0.4", "1️⃣growth ~ growth: 0.4",
      "expected two inputs as in \"price ~ share\", found \"growth ~ growth\""),
    WrittenMistake(
      "growth ~ cost: 0.4", "1️⃣growth ~ costs: 0.4",
      "\"correlate\" names \"costs\", which is no input of this model",
      "did you mean \"cost\"?"),
    WrittenMistake(
      "growth ~ cost: 0.4", "growth ~ cost: 1️⃣1.5",
      "a rank correlation must lie between -1 and 1, found 1.5",
      "0.3 is a weak link, 0.7 a strong one"),
    WrittenMistake(
      "growth ~ cost: 0.4", "growth ~ cost: 0.4, 1️⃣cost ~ growth: 0.2",
      "cost and growth are correlated twice", "keep one of the two"),
    WrittenMistake(
      "growth ~ cost: 0.4", "1️⃣price ~ rent: 0.4",
      "price and rent are both market inputs, whose draws all models share",
      "correlate an input of this model with one of them"),
    WrittenMistake(
      "market: rent, claim", "market: 1️⃣sales, claim",
      "\"market\" of \"share_of\" must be an input of this model, found \"sales\""),
    WrittenMistake(
      "claim: sales}", "claim: 1️⃣sale}",
      "\"claim\" of \"share_of\" must be an input or variable of this model, found \"sale\"",
      "did you mean \"sales\"?"),
    WrittenMistake(
      "share_of: {market: rent, claim: sales}", "share_of: 1️⃣{market: rent}",
      "\"claim\" is missing in the shared market"),
    WrittenMistake(
      "correlate", "checks: [{sum: 1️⃣growt, by: region, expect: 2 to 4}]\ncorrelate",
      "\"sum\" of \"checks\" must be an input of this model, found \"growt\"",
      "did you mean \"growth\"?"),
    WrittenMistake(
      "correlate", "checks: [{sum: growth, by: 1️⃣country, expect: 2 to 4}]\ncorrelate",
      "a check adds up companies by region, found \"country\"", "write by: region"),
    WrittenMistake(
      "correlate", "checks: [{sum: growth, by: region, expect: 1️⃣3}]\ncorrelate",
      "\"expect\" must be a range, found \"3\"", "write one such as 2 to 4"),
  ]

  /// Markets, the parameters of company outcomes, and units.
  static let otherFiles = [
    WrittenMistake(
      "", "1️⃣# nothing yet\n", "the file is empty: a market needs at least region and inputs",
      in: .market),
    WrittenMistake(
      "region: china\n", "1️⃣", "\"region\" is missing in a market", in: .market),
    WrittenMistake(
      "shop_rent: {same_as: world}", "1️⃣shop_rent: {unit: CNY}",
      "the market input \"shop_rent\" doesn't say where its number comes from",
      "give fact, series, assume, by_year or same_as", in: .market),
    WrittenMistake(
      "{same_as: world}", "{same_as: world, 1️⃣unit: CNY}",
      "\"unit\" stands beside \"same_as\", by which all is as in \"world\"",
      "remove one of them", in: .market),
    WrittenMistake(
      "shop_rent", "1️⃣shop-rent", "\"shop-rent\" can't be the name of a market input",
      "names are in snake_case: the letters a-z, digits and \"_\", a letter first", in: .market),
    WrittenMistake(
      "fact: toy_price", "1️⃣facts: toy_price", "unknown key \"facts\" in a market input",
      "did you mean \"fact\"?", in: .market),
    WrittenMistake(
      "assume: 8 to 12", "assume: 8 1️⃣- 12", "a range is written with \"to\"", "write 8 to 12",
      in: .market),
    WrittenMistake(
      "version: 2\n", "1️⃣", "\"version\" is missing in the company model", in: .companyModel),
    WrittenMistake(
      "is: 1/12 year", "is: 1️⃣a twelfth", "expected a number and a unit, found \"a twelfth\"",
      "write \"1/12 year\" or \"1000000 token\"", in: .units),
    WrittenMistake(
      "is: 1/12 year", "is: 1/12 1️⃣yaer", "unknown unit \"yaer\"",
      "did you mean \"year\"?", in: .units),
    WrittenMistake(
      "is: 1/12 year", "is: 1/12 1️⃣month",
      "units defined by each other: month → month", "say in \"is\" how many of another unit it is",
      in: .units),
    WrittenMistake(
      "currency: true", "currency: 1️⃣yes", "expected true or false, found \"yes\"", in: .units),
  ]
}
