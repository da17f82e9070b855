import Foundation
import Publishing
import RunRecord

/// A company's state today as blocks: what it rests on, what each observation moved, what is to be
/// known beside it (Method 13.2).
struct NowcastBlocks: Speaker {
  let nowcast: NowcastRecord
  /// The day, as written.
  let asOf: String
  let language: Language
  /// How sources are named.
  let cite: ([String]) -> [Inline]

  typealias Words = NowcastWords

  /// Without heading and chart.
  var blocks: [Block] {
    [base, .table(observations), .table(state)] + remarks + [FreshnessWords.paragraph(nowcast.freshness, self)]
  }

  private func money(_ value: Double) -> String {
    numbers.value(value, unit: nowcast.unit)
  }

  private func rate(_ value: Double) -> String {
    numbers.value(value, unit: .perYear(nowcast.unit))
  }

  /// Log growth a year, as per cent.
  private func growth(_ log: Double) -> String { numbers.growth(log) }

  private var base: Block {
    let today = nowcast.today
    var line: [Inline] = []
    if let window = nowcast.window {
      line += self.line(
        Words.base,
        [
          "revenue": [.strong([.text(money(window.revenue))])],
          "end": [.text(MonthWords.month(window.end))],
          "terms": [.text(TermWords.sum(window.terms))],
        ])
    } else {
      line += self.line(Words.noBase)
    }
    line.append(.text(" "))
    line += self.line(
      Words.today,
      [
        "day": [.text(asOf)], "level": [.strong([.text(rate(today.level))])],
        "range": [
          .text(
            numbers.range(
              today.level * NowcastBand.factor(-today.levelSd),
              today.level * NowcastBand.factor(today.levelSd), unit: UnitName.fraction))
        ],
        "trend": [.text(growth(today.trend))],
      ])
    return .paragraph(line)
  }

  private var observations: Table {
    Table(
      columns: [
        .init(text(Words.observation)), .init(text(Words.period)),
        .init(text(Words.yearlyRate), .right), .init(text(Words.uncertainty), .right),
        .init(text(Words.moved), .right), .init(text(Columns.source), place: .below),
      ],
      rows: nowcast.observations.enumerated().map { index, one in
        [
          self.line(Words.kind(one.kind)), [.text(TermWords.sum(one.terms))],
          [.text(rate(one.value))], [.text("±" + growth(NowcastBand.width * one.sd))],
          index == 0 ? self.line(Words.start) : [.text(numbers.signedGrowth(one.moved))],
          cite(one.terms.map(\.source)),
        ]
      })
  }

  private var state: Table {
    var rows: [[[Inline]]] = [
      row(Words.growth, growth(nowcast.growth), Words.growthMeaning),
      row(
        Words.trend,
        growth(nowcast.trend) + " ± " + growth(NowcastBand.width * nowcast.trendSd),
        Words.trendMeaning),
    ]
    if let result = nowcast.result {
      let value =
        result.low == result.high
        ? money(result.low) : numbers.range(result.low, result.high, unit: nowcast.unit)
      rows.append([
        line(Words.result), [.text(value)],
        line(
          result.isEstimate ? Words.resultEstimated : Words.resultMeaning,
          [
            "end": [.text(MonthWords.month(result.end))],
            "metrics": [
              .text(result.metrics.map(name(of:)).joined(separator: text(Joining.listSeparator)))
            ],
          ]),
      ])
    }
    if let reported = nowcast.kReported, let today = nowcast.k {
      rows.append(row(Words.costReported, ratio(reported), Words.costReportedMeaning))
      rows.append(row(Words.costToday, ratio(today), Words.costTodayMeaning))
    } else {
      rows.append(row(Words.costToday, text(Words.assumed), Words.costAssumed))
    }
    if let gap = nowcast.gap {
      rows.append(row(Words.gap, numbers.share(100 * gap), Words.gapMeaning))
    }
    rows.append(cash)
    return Table(
      columns: [
        .init(text(Words.quantity)), .init(text(Columns.value), .right),
        .init(text(Columns.meaning), place: .belowIfTight),
      ], rows: rows)
  }

  private func row(_ name: Words, _ value: String, _ meaning: Words) -> [[Inline]] {
    [line(name), [.text(value)], line(meaning)]
  }

  /// Costs over revenue: e^k.
  private func ratio(_ k: [Double]) -> String {
    let ends = k.map { numbers.share(100 * NowcastBand.exponential($0)) }
    return ends.first == ends.last ? ends.first ?? "" : ends.joined(separator: "–")
  }

  private var cash: [[Inline]] {
    guard let cash = nowcast.cash else {
      return [line(Words.cash), line(Absence.emptyCell), line(Words.cashUnknown)]
    }
    let values: [String: [Inline]] = [
      "balance": [.text(money(cash.balance))], "day": [.text(MonthWords.month(cash.at))],
      "metric": [.text(cash.metric.map(name(of:)) ?? "")],
      "since": [.text(money(cash.moneySince))], "debt": [.text(money(cash.debtDue))],
    ]
    return [
      line(Words.cash), [.text(money(cash.total))],
      cash.source.map {
        line(Words.cashMeaning, values) + line(Joining.inBrackets, ["content": cite([$0])])
      } ?? line(Words.cashOfRounds, values),
    ]
  }

  /// A metric within a sentence.
  private func name(of metric: MetricName) -> String {
    language.isEnglish ? metric.english : title(metric.title, name: metric.id)
  }

  private var remarks: [Block] {
    if nowcast.warnings.isEmpty { return [] }
    return [
      .quote([
        .list(
          nowcast.warnings.map { ListItem([.text(sentence($0))]) }, ordered: false)
      ])
    ]
  }
}

/// Bands of the filtered level, which is normal in logarithms.
enum NowcastBand {
  /// From the middle to the 5th or 95th percentile, in standard deviations.
  static let width = 1.6448536269514722

  /// By what the level is larger, so many standard deviations of a log to its percentile.
  static func factor(_ deviation: Double) -> Double { exponential(width * deviation) }

  /// e to a power, for print alone: no digit that is shown depends on the library.
  static func exponential(_ value: Double) -> Double { Foundation.exp(value) }
}

extension NumberText {
  /// Log growth as per cent: `12 %`.
  func growth(_ log: Double) -> String { share(100 * (NowcastBand.exponential(log) - 1)) }

  /// The same with its sign: `+12 %`.
  func signedGrowth(_ log: Double) -> String { (log >= 0 ? "+" : "") + growth(log) }
}
