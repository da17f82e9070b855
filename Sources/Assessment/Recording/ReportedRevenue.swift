internal import Evaluation
internal import Facts
internal import RunRecord
internal import Simulation

/// A path's revenue as the company reports it, held against the model's first year.
struct ReportedRevenue: Sendable {
  /// The path's revenue over the company's, points.
  private(set) var share = Quantity.unknown(Reason(.notReportedByPath))
  /// That the model's first year is of another order.
  private(set) var conflict: Remark?

  /// Looks for the path's metrics among the company's facts; `factor` is how many times what is
  /// reported a model may say, either way, without a remark.
  init(
    subject: Subject, path: PathDescription, projection: Projection, factor: Double
  ) throws {
    guard let company = subject.facts else { return }
    do {
      try compare(company, subject, path, projection, factor)
    } catch let rate as MissingRate {
      share = .unknown(rate.reason)
    }
  }

  private mutating func compare(
    _ company: Company, _ subject: Subject, _ path: PathDescription, _ projection: Projection,
    _ factor: Double
  ) throws {
    let finder = try BaseYearFinder(company: company, context: subject.context)
    for metric in path.reportedAs {
      guard let reported = try finder.latestFullYear(of: metric) else { continue }
      let amount = reported.lowest / 2 + reported.highest / 2
      if let whole = try finder.answer("revenue", of: reported.fact.period) {
        let total = whole.lowest / 2 + whole.highest / 2
        if total > 0 { share = .estimate(.exactly(100 * amount / total, unit: .point)) }
      }
      guard let modelled = Summary(projection.revenue[year: 0]).mean, amount > 0 else { return }
      let ratio = modelled / amount
      if !(1 / factor...factor).contains(ratio) {
        let times = ratio >= 1 ? (ratio * 10).rounded() / 10 : (ratio * 100).rounded() / 100
        conflict = Remark(
          .modelledAgainstReported,
          [
            "year": .text(String(projection.years[0])), "times": .number(times),
            "metrics": .metrics(subject.context.facts.names(of: [metric])),
            "period": .text(reported.fact.period.text), "source": .text(reported.fact.source.id),
            "note": .text(reported.fact.note.map { "\($0)." } ?? ""),
          ])
      }
      return
    }
  }
}
