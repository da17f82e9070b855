import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// In one line, how past forecasts of this method held.
  package static let backtestLine = Section("BacktestLine", BacktestWords.self) { _, context in
    guard let record = context.backtest,
      let line = BacktestPage(record, language: context.language)
        .line(linkingTo: BacktestPage.path)
    else { return [] }
    return [.paragraph(line)]
  }
}
