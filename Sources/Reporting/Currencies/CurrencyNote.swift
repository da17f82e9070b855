import Publishing
import RunRecord

/// Says by which rates amounts were converted, once on a page.
enum CurrencyNote {
  /// The rates by which amounts in some currencies are told; nil where none was converted.
  static func paragraph(converting currencies: [String], _ context: ReportContext) -> Block? {
    let told = context.currency
    let study = context.record.run.currency.rawValue
    guard let conversion = context.record.conversion(to: told) else { return nil }
    let rates = unique(currencies).filter { $0 != told }.compactMap { code -> [Inline]? in
      guard let price = conversion.rates[code] else { return nil }
      // A rate between two currencies that aren't the study's is made of two.
      let parts = [code, told].filter { $0 != study }.compactMap { part in
        context.record.run.rates?.first { $0.currency.rawValue == part }
      }
      // The dearer currency is the one that people price.
      let (from, to) = price < 1 ? (told, code) : (code, told)
      return context.line(
        Words.rate,
        [
          "from": [.text(from)], "to": [.text(to)],
          "value": [.text(DecimalText.significant(price < 1 ? 1 / price : price, digits: 4))],
          "day": [.text(parts.map(\.day).min() ?? context.record.run.asOf)],
          "sources": context.citations(parts.flatMap(\.sources)),
        ])
    }
    guard !rates.isEmpty else { return nil }
    return .paragraph(
      context.line(Words.converted, ["rates": context.joined(rates)])
        + (context.language.conversion == nil ? [] : context.line(Words.published)))
  }

  /// The same for a page with blocks that print amounts of the study in another currency.
  static func paragraph(for blocks: [Block], _ context: ReportContext) -> Block? {
    guard let conversion = context.language.conversion else { return nil }
    let name = context.language.numberStyle.currencies[conversion.currency] ?? conversion.currency
    guard blocks.contains(where: { $0.mentions(name) }) else { return nil }
    return paragraph(converting: [context.record.run.currency.rawValue], context)
  }

  enum Words: String, Phrases {
    static let topic = "CurrencyNote"

    case converted = """
      Converted at {rates}: one rate for all years, so that its moves are no growth.
      """
    case rate = "1 {from} = {value} {to} (rate of {day}, {sources})"
    case published = """
       What is quoted from sources stays as published; odds and scores are the same.
      """
  }
}

extension Block {
  /// True if some text of the block holds a name.
  fileprivate func mentions(_ name: String) -> Bool {
    func holds(_ text: [Inline]) -> Bool { text.plainText.contains(name) }
    switch self {
    case .heading(_, let text, _), .paragraph(let text): return holds(text)
    case .list(let items, _):
      return items.contains { holds($0.text) || $0.blocks.contains { $0.mentions(name) } }
    case .table(let table):
      return table.columns.contains { holds($0.title) }
        || table.rows.contains { $0.contains(where: holds) }
    case .quote(let blocks), .details(_, let blocks):
      return blocks.contains { $0.mentions(name) }
    case .figure(let figure): return figure.alternative.contains(name)
    case .code, .tree: return false
    }
  }
}
