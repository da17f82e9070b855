import Publishing
import RunRecord

extension BacktestPage {
  /// The same forecasts by companies like these alone, with paths, and by the paths' models in full,
  /// with which of them came nearest.
  var views: [Block] {
    guard !record.views.isEmpty else {
      return [heading(2, BacktestWords.views), paragraph(BacktestWords.noViews)]
    }
    return [heading(2, BacktestWords.views), paragraph(BacktestWords.viewsIntro)]
      + record.verdicts.map { .paragraph(verdict($0)) }
      + BacktestQuantity.allCases.flatMap { quantity -> [Block] in
        let rows = record.views.filter { $0.quantity == quantity }
        return rows.isEmpty ? [] : [.table(table(inViews: Self.sideBySide(rows)))]
      }
      + [
        paragraph(
          BacktestWords.viewsHindsight,
          [
            "count": [.text(String(record.hindsight.pathAssumptions))],
            "used": [.text(String(record.hindsight.pathAssumptionsUsed))],
          ])
      ]
  }

  /// The views of one group and number of years stand together.
  private static func sideBySide(_ rows: [BacktestRow]) -> [BacktestRow] {
    BacktestGroup.allCases.flatMap { group in
      let rows = rows.filter { $0.group == group }
      return Set(rows.map(\.years)).sorted().flatMap { years in
        rows.filter { $0.years == years }
      }
    }
  }

  private func table(inViews rows: [BacktestRow]) -> Table {
    Table(
      columns: [
        column(BacktestWords.group), column(BacktestWords.years, .right),
        column(BacktestWords.view), column(BacktestWords.count, .right),
        column(BacktestWords.inside50, .right), column(BacktestWords.inside90, .right),
        column(BacktestWords.crps, .right),
      ],
      rows: rows.map { row in
        [
          line(BacktestWords.name(row.group)), [.text(String(row.years))],
          line(BacktestWords.name(row.view)), [.text(forecasts(row))],
          [.text(share(row.inside50))], [.text(share(row.inside90))],
          [.text(score(row.crps))],
        ]
      })
  }

  private func verdict(_ verdict: BacktestVerdict) -> [Inline] {
    line(
      BacktestWords.verdict,
      [
        "quantity": line(BacktestWords.name(verdict.quantity)),
        "count": [.text(String(verdict.count))],
        "companies": [.text(String(verdict.companies))],
        "outsideScore": [.text(score(verdict.outside))],
        "pathsScore": [.text(score(verdict.paths))],
        "insideScore": [.text(score(verdict.inside))], "finding": finding(verdict),
      ])
  }

  private func finding(_ verdict: BacktestVerdict) -> [Inline] {
    if verdict.isAlike { return line(BacktestWords.alike) }
    let range =
      if let low = verdict.gainLow, let high = verdict.gainHigh {
        " [\(score(low)) … \(score(high))]"
      } else { "" }
    return line(
      BacktestWords.lower,
      [
        "best": line(BacktestWords.name(verdict.best)),
        "gain": [.text(score(verdict.gain))],
        "rival": line(BacktestWords.name(verdict.rival)), "range": [.text(range)],
        "evidence": line(evidence(verdict)), "weight": line(weight(verdict)),
      ])
  }

  private func evidence(_ verdict: BacktestVerdict) -> BacktestWords {
    switch verdict.evidence {
    case .established: BacktestWords.evidenceEstablished
    case .withinChance: BacktestWords.evidenceChance
    case .tooFew: BacktestWords.evidenceFew
    }
  }

  private func weight(_ verdict: BacktestVerdict) -> BacktestWords {
    guard verdict.evidence == .established else { return BacktestWords.weightOpen }
    return verdict.best == .outside ? BacktestWords.weightLost : BacktestWords.weightEarned
  }

  private func score(_ score: Double) -> String {
    DecimalText.fixed(score, digits: 3).replacing("-", with: "−")
  }
}
