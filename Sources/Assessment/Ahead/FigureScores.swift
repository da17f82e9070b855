internal import Backtest
internal import RunRecord

/// How settled forecasts held (Method 9.4).
enum FigureScores {
  /// A score a kind of figure, in the order of kinds, and one of all together where there are
  /// several; nothing where none is settled.
  static func scores(_ companies: [CompanySettlement]) -> [FigureScore] {
    let settled = companies.flatMap { company in
      company.figures.filter { $0.seen != nil }.map { (company.id, $0) }
    }
    let kinds = ExpectedFigure.Kind.allCases.compactMap { kind in
      score(settled.filter { $0.1.forecast.kind == kind }, kind)
    }
    return kinds.count > 1 ? kinds + [score(settled, nil)].compactMap(\.self) : kinds
  }

  private static func score(
    _ settled: [(company: String, figure: SettledFigure)], _ kind: ExpectedFigure.Kind?
  ) -> FigureScore? {
    func coverage(_ isInside: (SettledFigure) -> Bool?) -> Coverage? {
      Coverage(
        settled.map {
          Coverage.Outcome(company: $0.company, isInside: isInside($0.figure) ?? false)
        })
    }
    guard let half = coverage(\.isInside50), let most = coverage(\.isInside90) else { return nil }
    var branches = [0, 0, 0]
    for (_, figure) in settled {
      guard let branch = figure.branch else { continue }
      let last = figure.forecast.branches.count - 1
      branches[branch == 0 ? 0 : branch == last ? 2 : 1] += 1
    }
    return FigureScore(
      kind: kind, count: half.forecasts, companies: half.companies, inside50: half.share,
      inside90: most.share, interval50: [half.low, half.high], interval90: [most.low, most.high],
      branches: branches)
  }
}
