import Findings
import Publishing
import RunRecord

/// Says figures that are foretold, and what each answer would mean.
struct FigureSpeech: Speaker {
  let language: Language

  // MARK: Names and values

  /// `revenue growth, 2026-H1`, `operating result (adjusted net income), FY2026`.
  func label(
    _ kind: ExpectedFigure.Kind, metrics: [MetricName] = [], period: String, isUndated: Bool
  ) -> String {
    var name = text(AheadWords.name(of: kind))
    // Other metrics stand in for the operating result; that is said.
    if kind == .operatingResult, !metrics.isEmpty, metrics.map(\.id) != ["operating_income"] {
      let titles = metrics.map { title($0.title, name: $0.id) }
        .joined(separator: text(Joining.listSeparator))
      name = text(AheadWords.byMetrics, ["figure": name, "metrics": titles])
    }
    return isUndated
      ? name : text(AheadWords.ofPeriod, ["figure": name, "period": period])
  }

  /// A value of a figure: growth in per cent, else money.
  func value(_ value: Double, _ unit: UnitName) -> String {
    unit == "1"
      ? numbers.value(100 * value, unit: "percent")
      : numbers.money(value, currency: unit.rawValue)
  }

  /// `18 % (−3 to 40 %)`, to the digits that the interval leaves.
  func interval(_ forecast: FigureQuantiles, _ unit: UnitName) -> String {
    let scale = unit == "1" ? 100.0 : 1
    return numbers.interval(
      Estimate(
        value: scale * forecast.p50, unit: unit == "1" ? "percent" : unit,
        p5: scale * forecast.p5, p50: scale * forecast.p50, p95: scale * forecast.p95,
        standardError: 0))
  }

  /// `±6 points`.
  func moves(_ share: Double?) -> String {
    share.map { text(AheadWords.points, ["points": tenths(100 * $0)]) } ?? ""
  }

  /// One digit after the point, as much as the draws say.
  func tenths(_ value: Double) -> String { numbers.number((10 * value).rounded() / 10) }

  // MARK: Branches

  /// `Breaks even first: under 18 % (31 %): 6 %; 18 % to 25 % (38 %): 21 %; …`, and where the company
  /// would change its group.
  func branches(_ figure: ExpectedFigure) -> String {
    let told = figure.branches.map { branch(_: $0, figure) }
      .joined(separator: text(AheadWords.separator))
    var sentence = text(
      figure.moves == nil ? AheadWords.chances : AheadWords.breaks, ["branches": told])
    for flip in figure.flips {
      sentence += text(
        AheadWords.flip,
        [
          "at": value(flip.at, figure.unit), "below": group(flip.below),
          "above": group(flip.above),
        ])
    }
    return sentence
  }

  private func branch(_ branch: FigureBranch, _ figure: ExpectedFigure) -> String {
    let places = [
      "range": range(branch, figure.kind, figure.unit),
      "chance": numbers.probability(branch.chance),
      "odds": branch.states.map { numbers.probability($0.brokeEven) } ?? "",
    ]
    return text(branch.states == nil ? AheadWords.chance : AheadWords.branch, places)
  }

  /// Where a branch lies: `under 18 %`, `18 % to 25 %`, `25 % and more`.
  func range(_ branch: FigureBranch, _ kind: ExpectedFigure.Kind, _ unit: UnitName) -> String {
    let (low, high) = (branch.low.map { value($0, unit) }, branch.high.map { value($0, unit) })
    // Money begins with one unit of it.
    if kind == .moneyRaised, branch.low == nil, (branch.high ?? .infinity) <= 1 {
      return text(AheadWords.nothing)
    }
    if kind == .moneyRaised, (branch.low ?? .infinity) <= 1 {
      return high.map { text(AheadWords.upTo, ["high": $0]) } ?? text(AheadWords.any)
    }
    switch (low, high) {
    case (nil, let high?): return text(AheadWords.under, ["high": high])
    case (let low?, let high?): return text(AheadWords.between, ["low": low, "high": high])
    case (let low?, nil): return text(AheadWords.from, ["low": low])
    case (nil, nil): return text(AheadWords.only)
    }
  }

  /// The name of a group within a sentence.
  func group(_ group: OutcomeGroup) -> String {
    text(WhatIfWords.name(of: CompanyGroup(group)))
  }

  // MARK: Tables

  /// A row a figure; `names` are what stands before each, if anything does.
  func table(_ figures: [ExpectedFigure], names: [[Inline]]? = nil) -> Block {
    let first = names == nil ? [] : [column(AheadWords.company)]
    return .table(
      Table(
        columns: first + [
          column(AheadWords.figure), column(AheadWords.expected),
          column(AheadWords.forecast, .right), column(AheadWords.moves, .right),
          column(AheadWords.branches, place: .below),
        ],
        rows: figures.enumerated().map { index, figure in
          (names.map { [$0[index]] } ?? []) + cells(of: figure) + [[.text(branches(figure))]]
        }))
  }

  /// What a figure is, by when it is due, what is expected, and how far it moves the odds.
  func cells(of figure: ExpectedFigure) -> [[Inline]] {
    [
      [
        .text(
          label(
            figure.kind, metrics: figure.metrics, period: figure.period,
            isUndated: figure.expectedBy == nil))
      ], [.text(due(figure))], [.text(interval(figure.forecast, figure.unit))],
      [.text(moves(figure.moves))],
    ]
  }

  /// The lowest, the middle and the highest answer with its chance and the odds it leaves, a cell each.
  func answers(of figure: ExpectedFigure) -> [[Inline]] {
    let branches = figure.branches
    let shown = [
      branches.first, branches.count > 2 ? branches[branches.count / 2] : nil, branches.last,
    ]
    return shown.map { one in
      one.map { [.text(branch($0, figure))] } ?? line(Absence.emptyCell)
    }
  }

  /// Where what is said of the company would turn, a line each: `18 %: open → breaks even`.
  func turns(of figure: ExpectedFigure) -> [Inline] {
    guard !figure.flips.isEmpty else { return line(Absence.emptyCell) }
    return figure.flips.map { flip in
      line(
        AheadWords.turn,
        [
          "at": [.text(value(flip.at, figure.unit))],
          "below": line(AheadWords.short(flip.below)), "above": line(AheadWords.short(flip.above)),
        ])
    }.separatedByLines
  }

  func due(_ figure: ExpectedFigure) -> String {
    guard let day = figure.expectedBy else { return text(AheadWords.noDate) }
    return figure.isOverdue ? text(AheadWords.overdue, ["day": day]) : day
  }

  /// What becomes of a company as things stand.
  func standing(_ shares: OutcomeShares, name: String) -> [Inline] {
    line(
      AheadWords.standing,
      [
        "name": [.strong([.text(name)])], "broke": [.text(numbers.probability(shares.brokeEven))],
        "losing": [.text(numbers.probability(shares.stillLosing))],
        "sold": [.text(numbers.probability(shares.sold))],
        "out": [.text(numbers.probability(shares.cashedOut))],
      ])
  }
}
