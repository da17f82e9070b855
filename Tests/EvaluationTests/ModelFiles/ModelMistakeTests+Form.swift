extension ModelMistakeTests {
  /// What is no YAML, or YAML that models don't use.
  static let form = [
    WrittenMistake(
      "  users_now", "1️⃣\tusers_now", "a tab stands where YAML wants spaces",
      "replace the tab by spaces"),
    WrittenMistake(
      "currency: CNY\n", "currency: CNY\n1️⃣currency: USD\n",
      "the key \"currency\" stands here twice", "it stands first on line 4, column 1"),
    WrittenMistake(
      "title: {en: Toys}", "title: 1️⃣{en: Toys", "the \"{\" opened here is not closed",
      "close it with \"}\""),
    WrittenMistake(
      "metrics: [users]", "metrics: [\"users\" 1️⃣sales]", "expected \",\" or \"]\" here",
      "text with a comma, a colon and a space, or a bracket must stand in quotes"),
    WrittenMistake(
      "because: toys}\n  cost", "because: 1️⃣\"toys}\n  cost",
      "the quote opened here is never closed", "close it with the same quote"),
    WrittenMistake(
      "title: {en: Toys}", "title: Toys1️⃣: a tale",
      "a colon makes a key of what stands before it, and no key can stand here",
      "put text with a colon and a space in quotes, and look at the indentation"),
    WrittenMistake(
      "  - id: trust\n    weight", "  - id: trust\n    1️⃣- weight",
      "this line does not fit the lines above it",
      "entries that belong together begin in the same column"),
    WrittenMistake(
      "growth: {unit", "growth: 1️⃣&rate {unit", "the anchor \"&rate\" is not allowed",
      "write the value out wherever it is needed"),
    WrittenMistake(
      "investment: 0.1 * sales", "investment: 1️⃣*sales",
      "\"*\" begins an alias in YAML, and aliases are not allowed",
      "put text that begins with \"*\" in quotes"),
    WrittenMistake(
      "because: toys}", "because: 1️⃣@toys}", "no value can begin with this character",
      "put the text in quotes"),
    WrittenMistake(
      "currency: CNY", "currency: CNY1️⃣\u{0}",
      "found the control character U+0000, which no text needs", "delete it"),
    WrittenMistake(
      "{en: Toys}", "{en: \"To1️⃣\u{202E}ys\"}",
      "found the control character U+202E, which no text needs", "delete it"),
    WrittenMistake(
      "outputs:", "1️⃣---\noutputs:", "a second document begins here; a file holds one",
      "remove the line of three hyphens"),
    WrittenMistake(
      "", "1️⃣# nothing yet\n",
      "the file is empty: a model needs at least path, version, title, currency and outputs",
      "`breakeven model new ID` writes one to begin with"),
    WrittenMistake("", "1️⃣- path: toys\n", "expected a model as keys with values, found a list"),
    WrittenMistake(
      "", "1️⃣path toys\n", "expected a model as keys with values, found \"path toys\""),
  ]

  /// The keys at the top of a model.
  static let header = [
    WrittenMistake("path: toys\n", "1️⃣", "\"path\" is missing in a model"),
    WrittenMistake("path: toys", "1️⃣path:", "\"path\" has no value in a model"),
    WrittenMistake(
      "path: toys", "path: 1️⃣Toy_Shops", "the path's id \"Toy_Shops\" must be kebab-case",
      "use lower-case letters, digits and single hyphens, such as chat-advertising"),
    WrittenMistake(
      "path: toys", "path: 1️⃣tоys", "the path's id \"tоys\" must be kebab-case",
      "use lower-case letters, digits and single hyphens, such as chat-advertising"),
    WrittenMistake(
      "version: 1", "version: 1️⃣one", "expected a whole number, found \"one\""),
    WrittenMistake(
      "version: 1", "version: \"1️⃣1\"", "expected a whole number, found the text \"1\"",
      "remove the quotes"),
    WrittenMistake(
      "version: 1", "version: 1️⃣0", "expected a version from 1 on, found 0", "write 1"),
    WrittenMistake(
      "title: {en: Toys}", "title: {en: Toys}\n1️⃣sumary: {en: Toys}",
      "unknown key \"sumary\" in a model", "did you mean \"summary\"?"),
    WrittenMistake(
      "{en: Toys}", "1️⃣{zh-Hans: 玩具}", "\"en\" is missing in a text in languages"),
    WrittenMistake(
      "{en: Toys}", "{en: Toys, 1️⃣fr: Jouets}", "unknown key \"fr\" in a text in languages",
      "the keys are en, zh-Hant, zh-Hans"),
    WrittenMistake(
      "currency: CNY", "currency: 1️⃣CYN", "there is no currency \"CYN\"",
      "did you mean \"CNY\"?"),
    WrittenMistake(
      "currency: CNY", "currency: 1️⃣user", "there is no currency \"user\"",
      "the currencies of units.yaml are CNY, USD"),
    WrittenMistake(
      "currency: CNY", "currency: CNY\nstart: 1️⃣2025",
      "a model's own years need both \"start\" and \"horizon\"",
      "write both, or neither to take the study's"),
    WrittenMistake(
      "currency: CNY", "currency: CNY\nstart: 2030\nhorizon: 1️⃣2025",
      "expected a last year from 2030 on, within a hundred years, found 2025",
      "write years such as \"start: 2025\" and \"horizon: 2030\""),
  ]
}
