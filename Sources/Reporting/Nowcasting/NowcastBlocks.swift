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
  /// The inlines that cite sources, by their ids.
  let cite: ([String]) -> [Inline]

  /// All of it, without heading and chart.
  var blocks: [Block] { [base] + evidence + remarks + [freshness] }

  /// What is said at first sight: the state in a sentence or two, what it rests on, and what is to
  /// be known beside it.
  var summary: [Block] { [base, freshness] + remarks }

  /// What was observed, and what the state makes of it.
  var evidence: [Block] { [.table(observations), .table(state)] }

  private var freshness: Block { FreshnessWords.paragraph(nowcast.freshness, self) }

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
        NowcastWords.base,
        [
          "revenue": [.strong([.text(money(window.revenue))])],
          "end": [.text(MonthWords.month(window.end))],
          "terms": [.text(TermWords.sum(window.terms))],
        ])
    } else {
      line += self.line(NowcastWords.noBase)
    }
    line.append(.text(" "))
    line += self.line(
      NowcastWords.today,
      [
        "day": [.text(asOf)], "level": [.strong([.text(numbers.interval(level))])],
        "trend": [.text(growth(today.trend))],
      ])
    return .paragraph(line)
  }

  /// The yearly rate of today with its 90 % interval.
  private var level: Estimate {
    let (level, deviation) = (nowcast.today.level, nowcast.today.levelSd)
    return Estimate(
      value: level, unit: .perYear(nowcast.unit), p5: level * NowcastBand.factor(-deviation),
      p50: level, p95: level * NowcastBand.factor(deviation), standardError: 0)
  }

  private var observations: Table {
    Table(
      columns: [
        .init(text(NowcastWords.observation)), .init(text(NowcastWords.period)),
        .init(text(NowcastWords.yearlyRate), .right), .init(text(NowcastWords.uncertainty), .right),
        .init(text(NowcastWords.moved), .right), .init(text(Columns.source), place: .below),
      ],
      rows: nowcast.observations.enumerated().map { index, one in
        [
          self.line(NowcastWords.kind(one.kind)), [.text(TermWords.sum(one.terms))],
          [.text(rate(one.value))], [.text("±" + growth(NowcastBand.width * one.sd))],
          index == 0 ? self.line(NowcastWords.start) : [.text(numbers.signedGrowth(one.moved))],
          cite(one.terms.map(\.source)),
        ]
      })
  }

  private var state: Table {
    var rows: [[[Inline]]] = [
      row(NowcastWords.growth, growth(nowcast.growth), NowcastWords.growthMeaning),
      row(
        NowcastWords.trend,
        growth(nowcast.trend) + " ± " + growth(NowcastBand.width * nowcast.trendSd),
        NowcastWords.trendMeaning),
    ]
    if let result = nowcast.result {
      let value =
        result.low == result.high
        ? money(result.low) : numbers.range(result.low, result.high, unit: nowcast.unit)
      rows.append([
        line(NowcastWords.result), [.text(value)],
        line(
          result.isEstimate ? NowcastWords.resultEstimated : NowcastWords.resultMeaning,
          [
            "end": [.text(MonthWords.month(result.end))],
            "metrics": [
              .text(result.metrics.map(name(of:)).joined(separator: text(Joining.listSeparator)))
            ],
          ]),
      ])
    }
    if let reported = nowcast.kReported, let today = nowcast.k {
      rows.append(row(NowcastWords.costReported, ratio(reported), NowcastWords.costReportedMeaning))
      rows.append(row(NowcastWords.costToday, ratio(today), NowcastWords.costTodayMeaning))
    } else {
      rows.append(row(NowcastWords.costToday, text(NowcastWords.assumed), NowcastWords.costAssumed))
    }
    if let gap = nowcast.gap {
      rows.append(row(NowcastWords.gap, numbers.share(100 * gap), NowcastWords.gapMeaning))
    }
    rows.append(cash)
    return Table(
      columns: [
        .init(text(NowcastWords.quantity)), .init(text(Columns.value), .right),
        .init(text(Columns.meaning), place: .belowIfTight),
      ], rows: rows)
  }

  private func row(_ name: NowcastWords, _ value: String, _ meaning: NowcastWords) -> [[Inline]] {
    [line(name), [.text(value)], line(meaning)]
  }

  /// Costs over revenue: e^k.
  private func ratio(_ k: [Double]) -> String {
    let ends = k.map { numbers.share(100 * NowcastBand.exponential($0)) }
    return ends.first == ends.last ? ends.first ?? "" : ends.joined(separator: "–")
  }

  private var cash: [[Inline]] {
    guard let cash = nowcast.cash else {
      return [line(NowcastWords.cash), line(Absence.emptyCell), line(NowcastWords.cashUnknown)]
    }
    let values: [String: [Inline]] = [
      "balance": [.text(money(cash.balance))], "day": [.text(MonthWords.month(cash.at))],
      "metric": [.text(cash.metric.map(name(of:)) ?? "")],
      "since": [.text(money(cash.moneySince))], "debt": [.text(money(cash.debtDue))],
    ]
    return [
      line(NowcastWords.cash), [.text(money(cash.total))],
      cash.source.map {
        line(NowcastWords.cashMeaning, values) + line(Joining.inBrackets, ["content": cite([$0])])
      } ?? line(NowcastWords.cashOfRounds, values),
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

  /// The factor from the level to its 95th percentile, by the standard deviation of its logarithm.
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
