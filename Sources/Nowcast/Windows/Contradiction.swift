/// A reported amount and others that can't be beside it: periods that say something else of the same months, or
/// parts of it that are more than the whole.
package struct Contradiction: Hashable, Sendable {
  /// What the others are to the amount.
  package enum Kind: Hashable, Sendable {
    /// The same months.
    case sameMonths
    /// Some of its months, of a metric that can't be below zero.
    case months
    /// What this metric holds of it at the same time.
    case metric(String)
  }

  /// The metric.
  package var metric: String
  /// The reported amount.
  package var amount: ReportedAmount
  /// The others.
  package var others: Window
  /// What they are to the amount.
  package var kind = Kind.sameMonths

  /// A difference below this share of the amount is rounding or a restatement.
  private static let leastShare = 0.02
  /// And so is one below so many standard deviations of both.
  private static let leastDeviations = 3.0

  /// The periods that take part, whichever of them is taken for the amount.
  private var periods: Set<String> { Set(others.terms.map(\.period) + [amount.period]) }

  /// Metrics of which each is part of the next.
  private static let nested = [
    "cash_and_equivalents", "cash_and_short_term_investments", "cash_and_investments",
  ]

  /// The contradictions among amounts that are known at a time.
  ///
  /// - Parameters:
  ///   - rows: What was reported, known or not, in one currency.
  ///   - asOf: The day, in months since the year 0.
  ///   - reporting: When rows are known, and how exact they are.
  ///   - metrics: Those that can't be below zero, so that no part of their months is more than the whole.
  /// - Returns: Those among amounts over time, one for each set of periods: of a year and its halves the year is
  ///   the amount. Then those among balances.
  package static func all(
    in rows: [ReportedAmount], asOf: Double, reporting: ReportingParameters,
    neverNegative metrics: Set<String> = []
  ) -> [Contradiction] {
    let known = rows.filter { $0.isKnown(at: asOf, reporting) }.sorted(by: ReportedAmount.isBefore)
    let overTime = known.filter(\.isOverTime)
    let ofSameMonths = ofSameMonths(overTime, reporting)
    let said = Dictionary(grouping: ofSameMonths, by: \.metric).mapValues { found in
      found.reduce(into: Set<String>()) { $0.formUnion($1.periods) }
    }
    let ofMonths = ofMonths(overTime.filter { metrics.contains($0.metric) }, reporting).filter {
      one in
      // What is contradicted by other periods of the same months has been named.
      !(said[one.metric]?.contains(one.amount.period) ?? false)
    }
    return ofSameMonths + ofMonths + ofBalances(known, reporting)
  }

  private static func ofSameMonths(
    _ known: [ReportedAmount], _ reporting: ReportingParameters
  ) -> [Contradiction] {
    let byMetric = Dictionary(grouping: known, by: \.metric)
    return byMetric.keys.sorted().flatMap { metric -> [Contradiction] in
      let found = WindowFinder(byMetric[metric] ?? [], reporting).comparisons.filter { pair in
        isApart(
          abs(pair.amount.value - pair.others.amount), of: pair.amount, pair.others, reporting)
      }.map { Contradiction(metric: metric, amount: $0.amount, others: $0.others) }
      let longestFirst = found.sorted { left, right in
        left.amount.length != right.amount.length
          ? left.amount.length > right.amount.length : left.amount.end < right.amount.end
      }
      var said: Set<Set<String>> = []
      return longestFirst.filter { said.insert($0.periods).inserted }
    }
  }

  /// True of a difference that is neither rounding nor a restatement.
  private static func isApart(
    _ difference: Double, of amount: ReportedAmount, _ others: Window,
    _ reporting: ReportingParameters
  ) -> Bool {
    let deviation = amount.deviation(reporting)
    let variance = deviation * deviation + others.deviation * others.deviation
    return difference
      > max(leastShare * amount.value.magnitude, leastDeviations * variance.squareRoot())
  }

  // MARK: Parts of a whole

  /// Periods that hold others which together are more.
  private static func ofMonths(
    _ known: [ReportedAmount], _ reporting: ReportingParameters
  ) -> [Contradiction] {
    let byMetric = Dictionary(grouping: ReportedAmount.best(of: known, reporting), by: \.metric)
    return byMetric.keys.sorted().flatMap { metric -> [Contradiction] in
      let rows = byMetric[metric] ?? []
      return rows.compactMap { whole in
        let others = sum(of: most(rows.filter { isPart($0, of: whole) }), reporting)
        guard !others.terms.isEmpty,
          isApart(others.amount - whole.value, of: whole, others, reporting)
        else { return nil }
        return Contradiction(metric: metric, amount: whole, others: others, kind: .months)
      }
    }
  }

  private static func isPart(_ row: ReportedAmount, of whole: ReportedAmount) -> Bool {
    row != whole && WindowFinder.point(row.start) >= WindowFinder.point(whole.start)
      && WindowFinder.point(row.end) <= WindowFinder.point(whole.end)
  }

  /// The rows of the largest sum among those that don't overlap.
  private static func most(_ rows: [ReportedAmount]) -> [ReportedAmount] {
    struct Chain {
      var rows: [ReportedAmount] = []
      var sum = 0.0
    }
    func larger(_ chains: [Chain]) -> Chain {
      chains.reduce(Chain()) { $1.sum > $0.sum ? $1 : $0 }
    }
    var chains: [Chain] = []
    for row in rows.sorted(by: ReportedAmount.isBefore) {
      let before = larger(
        chains.filter {
          WindowFinder.point($0.rows.last?.end ?? 0) <= WindowFinder.point(row.start)
        })
      chains.append(Chain(rows: before.rows + [row], sum: before.sum + row.value))
    }
    return larger(chains).rows
  }

  /// Balances of a metric beside larger ones of what is part of it.
  private static func ofBalances(
    _ known: [ReportedAmount], _ reporting: ReportingParameters
  ) -> [Contradiction] {
    let balances = ReportedAmount.best(of: known.filter { nested.contains($0.metric) }, reporting)
    return nested.indices.dropFirst().flatMap { index in
      balances.filter { $0.metric == nested[index] }.compactMap { whole -> Contradiction? in
        let part = balances.filter {
          nested[..<index].contains($0.metric)
            && WindowFinder.point($0.end) == WindowFinder.point(whole.end)
        }.max { $0.value < $1.value }
        guard let part else { return nil }
        let others = sum(of: [part], reporting)
        guard isApart(part.value - whole.value, of: whole, others, reporting) else { return nil }
        return Contradiction(
          metric: whole.metric, amount: whole, others: others, kind: .metric(part.metric))
      }
    }
  }

  private static func sum(of rows: [ReportedAmount], _ reporting: ReportingParameters) -> Window {
    let variance = rows.reduce(0) { $0 + $1.deviation(reporting) * $1.deviation(reporting) }
    return Window(
      end: rows.last?.end ?? 0, amount: rows.reduce(0) { $0 + $1.value },
      deviation: variance.squareRoot(), terms: rows.map(Window.Term.init))
  }

  /// Returns true if one of the periods is among some that were used, or, of balances, that of the balance used.
  package func reaches(_ terms: [Window.Term], balance: String? = nil) -> Bool {
    if case .metric = kind { return balance.map(periods.contains) ?? false }
    return terms.contains { periods.contains($0.period) }
  }
}
