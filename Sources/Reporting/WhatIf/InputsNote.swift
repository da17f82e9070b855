package import Publishing
package import RunRecord

/// What `breakeven inputs` prints.
package enum InputsNote {
  /// A row an input that can be set.
  package static func page(_ all: [InputListing], _ language: Language) -> Page {
    guard !all.isEmpty else { return .note([]) }
    let isOfCompany = all.contains { $0.distribution != nil }
    let table = isOfCompany ? today(all, language) : plain(all, language)
    var blocks: [Block] = [.table(table)]
    if all.contains(where: { $0.accounts != nil }) {
      blocks.append(language.paragraph(InputsWords.accountsNote))
    }
    return .note(blocks + [.paragraph(language.line(InputsWords.how))])
  }

  private static func plain(_ all: [InputListing], _ language: Language) -> Table {
    Table(
      columns: [
        language.column(InputsWords.name), language.column(Columns.input),
        language.column(InputsWords.model), language.column(InputsWords.unit),
      ],
      rows: all.map { input in
        [
          [.code(input.name)], [.text(language.title(input.title, name: input.name))],
          [.text(input.model)], [.text(input.unit.rawValue)],
        ]
      })
  }

  private static func today(_ all: [InputListing], _ language: Language) -> Table {
    Table(
      columns: [
        language.column(InputsWords.name), language.column(Columns.input),
        language.column(InputsWords.today, .right), language.column(InputsWords.unit),
        language.column(Columns.kind), language.column(InputsWords.share, .right),
        language.column(InputsWords.basis, place: .below),
      ],
      rows: all.map { input in
        [
          [.code(input.name)], [.text(language.title(input.title, name: input.name))],
          [.text(input.quantiles.map { quantiles($0, language) } ?? "")],
          [.text(unit(input, language))],
          input.accounts == nil
            ? input.kind.map { KindWords.inlines($0, language) } ?? []
            : language.line(InputsWords.accounts),
          [.text(input.share.map { language.numbers.probability($0) } ?? "")],
          basis(input, language),
        ]
      })
  }

  /// The median and the 5th to 95th percentile, each as it can be typed.
  private static func quantiles(
    _ quantiles: InputListing.Quantiles, _ language: Language
  ) -> String {
    func number(_ value: Double) -> String { language.numbers.number(value) }
    let isOne = number(quantiles.p5) == number(quantiles.p95)
    return isOne
      ? number(quantiles.p50)
      : language.text(
        InputsWords.quantiles,
        [
          "p50": number(quantiles.p50), "p5": number(quantiles.p5), "p95": number(quantiles.p95),
        ])
  }

  private static func unit(_ input: InputListing, _ language: Language) -> String {
    let unit = input.unit == "1" ? "" : input.unit.rawValue
    return input.quantiles?.year.map {
      language.text(InputsWords.ofYear, ["unit": unit, "year": String($0)])
    } ?? unit
  }

  /// The distribution in the notation of models, the base window of accounts, and sources.
  private static func basis(_ input: InputListing, _ language: Language) -> [Inline] {
    var parts: [[Inline]] = []
    if let window = input.accounts?.window {
      parts.append(language.line(InputsWords.window, ["window": [.text(window)]]))
    } else if input.accounts == nil, let distribution = input.distribution {
      parts.append([.code(distribution)])
    }
    parts += input.sources.map { [.code($0)] }
    return .joined(parts, separator: language.text(Joining.listSeparator))
  }
}

/// The words of the list of inputs.
enum InputsWords: String, Phrases {
  static let topic = "InputsWords"

  case name = "Name to type"
  case today = "Today"
  case quantiles = "{p50} ({p5} to {p95})"
  case ofYear = "{unit} in {year}"
  case share = "Share of the odds' spread"
  case model = "Model"
  case unit = "Unit"
  case basis = "From"
  case accounts = "accounts"
  case window = "base {window}"
  case accountsNote = """
    From the accounts: where the company stands today, estimated from what it reported \
    (`breakeven nowcast COMPANY`); its share is that of the variable which one sets by it.
    """
  case how = """
    Today: the median and the 5th to 95th percentile. Change one with `breakeven whatif COMPANY \
    NAME*=2` or NAME=VALUE; COMPANY.NAME changes it for one company alone.
    """
}
