import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// A section on each comparison that the model's file names: for whom which way is worth more, to
  /// the horizon and beyond.
  package static let pathComparisons = Section("PathComparisons", Words.self) { path, context in
    let cells = PathCells(path, context).assessed
    let named = cells.first { $0.cell.results?.comparisons != nil }?.cell.results?.comparisons ?? []
    return named.flatMap { comparison -> [Block] in
      let rows = cells.compactMap { item in
        item.cell.results?.comparisons?.first { $0.id == comparison.id }.map {
          (company: item.company.id, result: $0)
        }
      }
      let counts = [
        "total": [Inline.text(String(rows.count))],
        "horizon": [.text(String(rows.count { leads($0.result.better, $0.result.worse) }))],
        "beyond": [
          .text(String(rows.count { leads($0.result.betterBeyond, $0.result.worseBeyond) }))
        ],
      ]
      return [
        .heading(2, [.text(context.text(comparison.title))], key: comparison.id),
        .paragraph([.strong(context.line(Words.verdict, counts))]),
        context.paragraph(
          Words.how,
          ["first": settings(comparison.set), "second": settings(comparison.against)]),
        .table(
          Table(
            columns: [.init(context.text(Columns.company))]
              + [
                Words.first, Words.second, Words.difference, Words.firstBeyond,
                Words.secondBeyond, Words.differenceBeyond,
              ].map { .init(context.text($0), .right) },
            rows: rows.map { company, result in
              [
                context.companyLink(company), context.probability(result.better),
                context.probability(result.worse), context.points(result.difference),
                context.probability(result.betterBeyond),
                context.probability(result.worseBeyond), context.points(result.differenceBeyond),
              ]
            })),
      ]
    }
  }

  /// True if the one is larger in more draws than the other.
  private static func leads(_ one: Quantity, _ other: Quantity) -> Bool {
    guard let one = one.value, let other = other.value else { return false }
    return one > other
  }

  private static func settings(_ settings: [InputSetting]) -> [Inline] {
    let texts = settings.map { setting in
      "\(setting.name)=\(Int(exactly: setting.value).map(String.init) ?? String(setting.value))"
    }
    return [.code(texts.joined(separator: " "))]
  }
}

private enum Words: String, Phrases {
  static let topic = "PathComparisons"

  case verdict = """
    The first way is worth more than the second in more futures at {horizon} of {total} companies by \
    the cash to the horizon, and at {beyond} of {total} with the value beyond it.
    """
  case how = """
    Each company's path is run twice on the same draws: the first way sets {first}, the second {second}, \
    and nothing else differs. Worth is the net present value of contribution less investment. Where the \
    two are equal neither is worth more, so the shares may leave a rest.
    """
  case first = "First worth more, to the horizon"
  case second = "Second worth more, to the horizon"
  case difference = "First less second, to the horizon"
  case firstBeyond = "First worth more, with value beyond"
  case secondBeyond = "Second worth more, with value beyond"
  case differenceBeyond = "First less second, with value beyond"
}
