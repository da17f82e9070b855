package import Publishing
package import RunRecord

/// What `breakeven inputs` prints.
package enum InputsNote {
  /// A row an input that can be set.
  package static func page(_ all: [InputListing], _ language: Language) -> Page {
    guard !all.isEmpty else { return .note([]) }
    let isOfCompany = all.contains { $0.distribution != nil }
    var columns = [language.column(InputsWords.name), language.column(Columns.input)]
    if isOfCompany {
      columns += [
        language.column(InputsWords.today), language.column(Columns.kind),
        language.column(InputsWords.share, .right),
      ]
    } else {
      columns += [language.column(InputsWords.model), language.column(InputsWords.unit)]
    }
    let rows = all.map { input -> [[Inline]] in
      let first: [[Inline]] = [
        [.code(input.name)], [.text(language.title(input.title, name: input.name))],
      ]
      guard isOfCompany else {
        return first + [[.text(input.model)], [.text(input.unit.rawValue)]]
      }
      return first + [
        [.text("\(input.distribution ?? "") \(input.unit == "1" ? "" : input.unit.rawValue)")],
        input.kind.map { KindWords.inlines($0, language) } ?? [],
        [.text(input.share.map { language.numbers.probability($0) } ?? "")],
      ]
    }
    return .note([
      .table(Table(columns: columns, rows: rows)), .paragraph(language.line(InputsWords.how)),
    ])
  }
}

/// The words of the list of inputs.
enum InputsWords: String, Phrases {
  static let topic = "InputsWords"

  case name = "Name to type"
  case today = "Today"
  case share = "Share of the odds' spread"
  case model = "Model"
  case unit = "Unit"
  case how = """
    Change one with `breakeven whatif COMPANY NAME*=2` or NAME=VALUE; COMPANY.NAME changes it for one \
    company alone.
    """
}
