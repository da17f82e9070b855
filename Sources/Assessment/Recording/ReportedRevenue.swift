internal import Evaluation
internal import Nowcast
internal import RunRecord

/// A path's revenue as the company reports it, held against the model's first year.
struct ReportedRevenue: Sendable {
  /// The path's revenue over the company's, points.
  private(set) var share = Quantity.unknown(Reason(.notReportedByPath))
  /// By what the path is scaled to the accounts, and that the two are of another order.
  private(set) var remarks: [Remark] = []

  /// Takes what the accounts say of the line and how the outcome took it; `limit` is how many times
  /// what is reported a model may say, either way, without a conflict.
  init(
    _ reported: SegmentWindow?, line: PathLine?, year: Int, limit: Double,
    context: EvaluationContext
  ) {
    guard let reported else {
      if let times = line?.timesCompany, times > limit {
        remarks.append(
          Remark(
            .lineAboveCompany,
            ["year": .text(String(year)), "times": .number(Self.rounded(times))]))
      }
      if line?.isWithheld == true { remarks.append(Remark(.lineWithheld)) }
      return
    }
    if let whole = reported.whole {
      share = .estimate(.exactly(100 * reported.window.amount / whole.amount, unit: .point))
    }
    guard let line, let factor = line.medianFactor, factor > 0, (1 / factor).isFinite else {
      return
    }
    let metrics = StatementValue.metrics(context.facts.names(of: [reported.metric]))
    let period = StatementValue.text(MonthText.sum(reported.window.terms))
    if !(1 / limit...limit).contains(factor) {
      remarks.append(
        Remark(
          .modelledAgainstReported,
          [
            "year": .text(String(year)), "times": .number(Self.rounded(1 / factor)),
            "metrics": metrics, "period": period,
            "source": .text(reported.window.terms.map(\.source).last ?? ""),
          ]))
    }
    remarks.append(
      line.isWithheld
        ? Remark(.lineWithheld)
        : Remark(
          .lineScaled,
          ["times": .number(Self.rounded(factor)), "metrics": metrics, "period": period]))
  }

  /// Two digits: it is a rough number.
  private static func rounded(_ factor: Double) -> Double {
    factor >= 1 ? (factor * 10).rounded() / 10 : (factor * 100).rounded() / 100
  }
}
