package import Publishing
package import RunRecord

/// The page that `breakeven backtest` prints, and the page of a report.
package struct BacktestPage: Speaker {
  let record: BacktestRecord
  package let language: Language

  package init(_ record: BacktestRecord, language: Language = .english) {
    self.record = record
    self.language = language
  }

  /// The page's path in a report.
  package static let path = "backtest"

  /// The whole page.
  package var page: Page {
    var blocks: [Block] =
      [heading(1, BacktestWords.title)]
      + QuestionHead.blocks(line(BacktestWords.question), answer: answer) + [intro] + tables
    if (record.rows + record.views).contains(where: { !$0.isEstablished }) {
      blocks.append(paragraph(BacktestWords.established))
    }
    blocks.append(paragraph(BacktestWords.intervals))
    if let drawing = PitChart.drawing(record, self) {
      blocks.append(
        .figure(
          Figure(
            path: "charts/backtest.pit.svg", alternative: text(BacktestWords.pits), drawing: drawing
          )))
    }
    blocks += views + signs + hindsight
    return Page(path: Self.path, title: text(BacktestWords.title), blocks: blocks)
  }

  /// Every forecast, a row each.
  package var forecasts: Page {
    .note([
      .table(
        Table(
          columns: [
            column(BacktestWords.asOf), column(Columns.company), column(BacktestWords.view),
            column(BacktestWords.quantity),
            column(BacktestWords.years, .right), column(BacktestWords.group),
            column(BacktestWords.meanPit, .right), column(BacktestWords.crps, .right),
            column(BacktestWords.carry, .right),
          ],
          rows: record.allForecasts.map { one in
            [
              [.text(one.asOf)], [.code(one.company)], line(BacktestWords.name(one.view)),
              line(BacktestWords.name(one.quantity)), [.text(String(one.years))],
              line(one.isLosing ? BacktestWords.atRisk : BacktestWords.earning),
              [.text(DecimalText.fixed(one.pit, digits: 2))],
              [.text(DecimalText.fixed(one.crps, digits: 3))],
              [.text(DecimalText.fixed(one.crpsCarry, digits: 3))],
            ]
          }))
    ])
  }

  /// How forecasts of all companies a year ahead held; nil where there are none.
  private var yearAhead: (revenue: BacktestRow, result: BacktestRow)? {
    func row(_ quantity: BacktestQuantity) -> BacktestRow? {
      record.rows.first {
        $0.view == .outside && $0.quantity == quantity && $0.group == .all && $0.years == 1
      }
    }
    guard let revenue = row(.revenue), let result = row(.operatingIncome) else { return nil }
    return (revenue, result)
  }

  /// The share of forecasts a year ahead that came out inside their intervals.
  private var answer: [Inline] {
    guard let (revenue, result) = yearAhead else {
      return line(BacktestWords.answerNone)
    }
    return line(
      BacktestWords.answer,
      [
        "revenue": [.text(numbers.share(100 * revenue.inside90.value))],
        "result": [.text(numbers.share(100 * result.inside90.value))],
        "count": [.text(String(revenue.count))],
        "resultCount": [.text(String(result.count))],
      ])
  }

  /// One line of how forecasts a year ahead held; nil where there are none.
  package func line(linkingTo page: String) -> [Inline]? {
    guard let (revenue, result) = yearAhead else { return nil }
    let knowledge: BacktestWords =
      record.knowledge == .usualDelays ? BacktestWords.lineDelays : BacktestWords.linePublished
    return line(
      BacktestWords.line,
      [
        "revenue": [.text(numbers.share(100 * revenue.inside90.value))],
        "result": [.text(numbers.share(100 * result.inside90.value))],
        "count": [.text(String(revenue.count))],
        "resultCount": [.text(String(result.count))], "knowledge": line(knowledge),
        "page": [.link(line(BacktestWords.linkText), to: .page(page, anchor: nil))],
      ])
  }

  private var intro: Block {
    let knowledge =
      record.delays.map { delays in
        line(
          BacktestWords.usualDelays,
          [
            "year": [.text(numbers.number(delays.year))],
            "half": [.text(numbers.number(delays.half))],
            "quarter": [.text(numbers.number(delays.quarter))],
            "moment": [.text(numbers.number(delays.moment))],
          ])
      } ?? line(BacktestWords.published)
    return .paragraph(
      sentences([
        line(
          BacktestWords.intro,
          [
            "count": [.text(String(record.days.count))],
            "first": [.text(record.days.first ?? "")], "last": [.text(record.days.last ?? "")],
            "draws": [.text(String(record.draws))], "seed": [.text(String(record.seed))],
          ]), knowledge,
      ]))
  }

  /// A table for each quantity.
  private var tables: [Block] {
    BacktestQuantity.allCases.flatMap { quantity -> [Block] in
      let rows = record.rows.filter { $0.quantity == quantity }
      if rows.isEmpty { return [] }
      return [heading(2, BacktestWords.name(quantity)), .table(table(rows))]
    }
  }

  private func table(_ rows: [BacktestRow]) -> Table {
    let hasPanel = rows.contains { $0.crpsPanel != nil }
    return Table(
      columns: [
        .init(text(BacktestWords.group)),
        .init(text(BacktestWords.years), .right), .init(text(BacktestWords.count), .right),
        .init(text(BacktestWords.inside50), .right), .init(text(BacktestWords.inside90), .right),
        .init(text(BacktestWords.meanPit), .right), .init(text(BacktestWords.crps), .right),
        .init(text(BacktestWords.carry), .right),
      ] + (hasPanel ? [.init(text(BacktestWords.panel), .right)] : []),
      rows: rows.map { row in
        [
          line(BacktestWords.name(row.group)), [.text(String(row.years))],
          [.text(forecasts(row))],
          [.text(share(row.inside50))], [.text(share(row.inside90))],
          [.text(DecimalText.fixed(row.meanPit, digits: 2))],
          [.text(DecimalText.fixed(row.crps, digits: 3))],
          [.text(DecimalText.fixed(row.crpsCarry, digits: 3))],
        ]
          + (hasPanel
            ? [[.text(row.crpsPanel.map { DecimalText.fixed($0, digits: 3) } ?? "–")]] : [])
      })
  }

  /// The number of forecasts and of their companies, with a star where they establish nothing.
  func forecasts(_ row: BacktestRow) -> String {
    "\(row.count) (\(row.companies))\(row.isEstablished ? "" : " *")"
  }

  func share(_ share: BacktestRow.Share) -> String {
    "\(numbers.share(100 * share.value)) [\(numbers.points(100 * share.low))–"
      + "\(numbers.points(100 * share.high))]"
  }

  private var signs: [Block] {
    if record.signs.isEmpty { return [] }
    return [heading(2, BacktestWords.signs)]
      + record.signs.flatMap { sign -> [Block] in
        [
          paragraph(
            BacktestWords.signsIntro,
            [
              "years": [.text(String(sign.years))],
              "count": [.text(String(sign.count))],
              "brier": [.text(DecimalText.fixed(sign.brier, digits: 3))],
              "carry": [.text(DecimalText.fixed(sign.brierCarry, digits: 3))],
            ]),
          .table(
            Table(
              columns: [
                .init(text(BacktestWords.bin)), .init(text(BacktestWords.forecasts), .right),
                .init(text(BacktestWords.told), .right), .init(text(BacktestWords.seen), .right),
              ],
              rows: sign.bins.map { bin in
                [
                  [.text(numbers.probabilities(bin.low, bin.high))], [.text(String(bin.count))],
                  [.text(numbers.share(100 * bin.told))],
                  [
                    .text(
                      share(
                        BacktestRow.Share(
                          value: bin.seen, low: bin.seenLow, high: bin.seenHigh)))
                  ],
                ]
              })),
        ]
      }
  }

  private var hindsight: [Block] {
    [
      heading(2, BacktestWords.hindsight),
      paragraph(
        BacktestWords.hindsightText,
        [
          "count": [.text(String(record.hindsight.assumptions.count))],
          "used": [.text(String(record.hindsight.assumptionsUsed))],
          "fields": joined(record.hindsight.fields.map { [.code($0)] }),
        ]),
      .details(
        summary: line(BacktestWords.hindsightNames),
        [.paragraph(joined(record.hindsight.assumptions.map { [.code($0)] }))]),
    ]
  }
}
