import RunRecord

/// What moved between two studies, for programs: a row a share, of a number, of a factor or of an
/// item.
enum ChangesData {
  static func table(_ record: ChangesRecord) -> DataTable {
    DataTable(
      [
        "company", "number", "unit", "base", "new", "difference", "standard_error", "factor",
        "path", "item", "item_base", "item_new", "sources", "share",
      ],
      rows: record.companies.flatMap { company in
        company.numbers.flatMap { number in rows(company.id, number, record.items) }
      })
  }

  private static func rows(
    _ company: String, _ number: NumberChange, _ items: [ChangedItem]
  ) -> [[DataTable.Cell]] {
    let head: [DataTable.Cell] = [
      .text(company), .text(number.headline.rawValue), .text(number.unit.rawValue),
      .number(number.base), .number(number.new), .number(number.difference),
    ]
    let whole = head + [.number(number.standardError)] + Array(repeating: .empty, count: 6)
    return [whole + [.number(number.difference)]]
      + number.shares.flatMap { share -> [[DataTable.Cell]] in
        let factor: [DataTable.Cell] = [
          .number(share.standardError), .text(share.factor.kind.rawValue),
          DataTable.Cell(share.factor.path),
        ]
        let own = head + factor + Array(repeating: .empty, count: 4) + [.number(share.share)]
        return [own]
          + share.items.map { part in
            let item = part.item.map { items[$0] }
            return head
              + [
                .empty, .text(share.factor.kind.rawValue), DataTable.Cell(share.factor.path),
                .text(item?.key ?? "joint"), DataTable.Cell(item?.base),
                DataTable.Cell(item?.new), .text((item?.sources ?? []).joined(separator: " ")),
                .number(part.share),
              ]
          }
      }
  }
}

extension ChangedItem {
  /// The item as one would name it: `cloudwalk.cash 2026-06-30`, `chat-advertising.fill`.
  var key: String {
    let place = [company ?? path, name == company || name == path ? nil : name]
      .compactMap(\.self).joined(separator: ".")
    return [place, period].compactMap(\.self).joined(separator: " ")
  }
}
