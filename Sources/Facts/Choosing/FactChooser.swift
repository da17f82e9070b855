import Diagnostics

/// The rules by which one fact answers among several.
struct FactChooser {
  /// The name of the metric.
  var metric: String
  /// Only a full year answers for a flow.
  var metricKind: Metric.Kind
  /// The day for which the question is asked; nothing later exists for it.
  var asOf: Day

  /// The answer among all facts about the metric.
  ///
  /// - Throws: `DiagnosticError` when two facts are equally good and say different numbers.
  func answer(among facts: [Fact]) throws -> FactSelection {
    var candidates: [FactSelection.Candidate] = []
    var able: [Fact] = []
    for fact in facts {
      if let (verdict, because) = reasonAgainst(fact) {
        candidates.append(FactSelection.Candidate(fact: fact, verdict: verdict, because: because))
      } else {
        able.append(fact)
      }
    }
    if let best = try best(of: able) {
      for fact in able where fact != best {
        candidates.append(
          FactSelection.Candidate(
            fact: fact, verdict: .superseded, because: difference(of: fact, from: best)))
      }
      candidates.sort(by: isShownFirst)
      let chosen = FactSelection.Candidate(
        fact: best, verdict: .chosen, because: reasonFor(best, among: able))
      candidates.insert(chosen, at: 0)
    } else {
      candidates.sort(by: isShownFirst)
    }
    return FactSelection(metric: metric, asOf: asOf, candidates: candidates)
  }

  /// The answers by year: fiscal years for flows, calendar years of the period's end for others.
  func series(among facts: [Fact]) throws -> [YearlyFact] {
    var byYear: [Int: [Fact]] = [:]
    for fact in facts where reasonAgainst(fact) == nil {
      switch metricKind {
      case .flow: if let year = fact.period.fiscalYear { byYear[year, default: []].append(fact) }
      case .stock, .rate:
        byYear[fact.period.fiscalYear ?? fact.days.end.year, default: []].append(fact)
      }
    }
    return try byYear.keys.sorted().compactMap { year in
      try best(of: byYear[year] ?? []).map { YearlyFact(year: year, fact: $0) }
    }
  }

  /// The reason why a fact can't answer whatever the others say, or nil when it can.
  private func reasonAgainst(_ fact: Fact) -> (FactSelection.Verdict, SelectionReason)? {
    if fact.knownSince > asOf {
      return (.notYetKnown, .notKnownYet(since: fact.knownSince, asOf: asOf))
    }
    switch fact.kind {
    case .forecast: return (.superseded, .forecast)
    case .guidance: return (.superseded, .guidance)
    case .commitment: return (.superseded, .commitment)
    case .observation: break
    }
    if fact.days.end > asOf {
      return (.notYetKnown, .periodNotOver(end: fact.days.end, asOf: asOf))
    }
    if metricKind == .flow, !fact.period.isFullYear, !fact.days.isYearLong {
      return (.superseded, .notAFullYear(metric: metric))
    }
    return nil
  }

  /// Returns true for a fact that is known and isn't somebody's forecast.
  func canAnswer(_ fact: Fact) -> Bool { reasonAgainst(fact) == nil }

  /// The facts of the best rank, without those that only repeat another.
  func equallyGood(among facts: [Fact]) -> [Fact] {
    guard let best = facts.map(rank).max() else { return [] }
    var kept: [Fact] = []
    for fact in facts.filter({ rank($0) == best }).sorted(by: { $0.source.id < $1.source.id })
    where !kept.contains(where: { $0.saysTheSame(as: fact) }) {
      kept.append(fact)
    }
    return kept
  }

  /// The order of the rules: the latest period, then confidence, then the later source; of rates
  /// that are equal in all that, the one over the longer period.
  private func best(of facts: [Fact]) throws -> Fact? {
    let sorted = facts.sorted { left, right in
      let (first, second) = (rank(left), rank(right))
      // Facts of one rank say the same or are refused below; the order must not depend on files.
      return first == second ? left.source.id < right.source.id : second < first
    }
    guard let best = sorted.first else { return nil }
    let top = rank(best)
    if let rival = sorted.first(where: { rank($0) == top && !$0.saysTheSame(as: best) }) {
      throw DiagnosticError(tie(best, rival))
    }
    return best
  }

  /// The values that the choice goes by, the first difference deciding.
  private struct Rank: Comparable {
    var end: Day
    var confidence: Confidence
    var source: Day
    var length: Int

    static func < (left: Rank, right: Rank) -> Bool {
      if left.end != right.end { return left.end < right.end }
      if left.confidence != right.confidence { return left.confidence < right.confidence }
      if left.source != right.source { return left.source < right.source }
      return left.length < right.length
    }
  }

  private func rank(_ fact: Fact) -> Rank {
    Rank(
      end: fact.days.end, confidence: fact.confidence, source: fact.source.day,
      length: metricKind == .rate ? fact.days.length : 0)
  }

  private func difference(of fact: Fact, from best: Fact) -> SelectionReason {
    let (rank, other) = (self.rank(best), self.rank(fact))
    if rank.end != other.end { return .endsLater(best.period) }
    if rank.confidence != other.confidence {
      return .moreTrusted(
        source: best.source.id, confidence: best.confidence, than: fact.confidence)
    }
    if rank.source != other.source {
      return .sourceLater(source: best.source.id, date: best.source.date, than: fact.source.date)
    }
    if rank.length != other.length { return .longer(best.period) }
    return .saysTheSame(source: best.source.id)
  }

  private func reasonFor(_ best: Fact, among facts: [Fact]) -> SelectionReason {
    let rank = self.rank(best)
    let rivals = facts.filter { $0 != best }.map(self.rank)
    if rivals.isEmpty { return .onlyOne(by: asOf) }
    func latest(_ tie: SelectionReason.Tie) -> SelectionReason { .latestPeriod(by: asOf, tie) }
    let samePeriod = rivals.filter { $0.end == rank.end }
    if samePeriod.isEmpty { return latest(.none) }
    if samePeriod.allSatisfy({ $0.confidence < rank.confidence }) {
      return latest(.confidence)
    }
    if samePeriod.allSatisfy({ ($0.confidence, $0.source) < (rank.confidence, rank.source) }) {
      return latest(.source)
    }
    if samePeriod.allSatisfy({ $0 < rank }) { return latest(.length) }
    return latest(.sameNumbers)
  }

  private func tie(_ best: Fact, _ rival: Fact) -> Diagnostic {
    let place = rival.location
    return Diagnostic(
      "\(metric) of \(best.period) is \(best.valueInWords) by \(best.source.id) "
        + "and \(rival.valueInWords) by \(rival.source.id), and neither is better",
      at: place, sourceLine: rival.sourceLine,
      help: "the other stands at \(best.location); lower the confidence of the one to doubt")
  }

  private func isShownFirst(
    _ left: FactSelection.Candidate, _ right: FactSelection.Candidate
  ) -> Bool {
    let (first, second) = (rank(left.fact), rank(right.fact))
    if first != second { return second < first }
    return left.fact.location < right.fact.location
  }
}
