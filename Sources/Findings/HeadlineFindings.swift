package import RunRecord

extension RobustnessRecord {
  /// The record with what is said of the study, each with the variants in which something else would
  /// be.
  package func withHeadlines() -> RobustnessRecord {
    var record = self
    record.headlines = groups + groupCounts + counts + tiers + leads
    return record
  }

  /// A headline by what each variant says; nothing where the study as it is says nothing.
  private func headline(
    _ kind: HeadlineRecord.Kind, company: String? = nil, other: String? = nil,
    group: String? = nil, holds: (String, String) -> Bool = { $0 == $1 },
    _ say: (RobustnessVariant) -> String?
  ) -> HeadlineRecord? {
    guard let value = say(base) else { return nil }
    let breaks = variants.enumerated().compactMap { place, variant -> HeadlineBreak? in
      let said = say(variant) ?? ""
      return holds(value, said) ? nil : HeadlineBreak(variant: place, value: said)
    }
    return HeadlineRecord(
      kind: kind, company: company, other: other, group: group, value: value, breaks: breaks)
  }

  // MARK: Groups

  private func group(_ id: String, _ variant: RobustnessVariant) -> CompanyGroup? {
    variant.companies.first { $0.id == id }.map { CompanyGroup($0.states, on: judgements) }
  }

  private var groups: [HeadlineRecord] {
    base.companies.compactMap { company in
      headline(.group, company: company.id) { self.group(company.id, $0)?.rawValue }
    }
  }

  private var groupCounts: [HeadlineRecord] {
    guard base.companies.count > 1 else { return [] }
    let groups: [CompanyGroup] = [.breakEven, .runOut, .stillLosing, .open]
    return groups.compactMap { group in
      headline(.groupCount, group: group.rawValue) { variant in
        String(variant.companies.count { self.group($0.id, variant) == group })
      }
    }
  }

  // MARK: Joint statements

  /// How many break even, and run out, in nine of ten futures: said alike while each end is within
  /// one company.
  private var counts: [HeadlineRecord] {
    func ends(_ estimate: Estimate?) -> String? {
      estimate.map { "\(Int($0.p5.rounded()))–\(Int($0.p95.rounded()))" }
    }
    func isNear(_ left: String, _ right: String) -> Bool {
      let ends = [left, right].map { $0.split(separator: "–").compactMap { Int($0) } }
      guard ends[0].count == 2, ends[1].count == 2 else { return false }
      return zip(ends[0], ends[1]).allSatisfy { abs($0 - $1) <= 1 }
    }
    return [
      headline(.breakEvenCount, holds: isNear) { ends($0.breakEven) },
      headline(.runOutCount, holds: isNear) { ends($0.runOut) },
    ].compactMap(\.self)
  }

  // MARK: Ranks

  private var tiers: [HeadlineRecord] {
    guard base.order.count > 1 else { return [] }
    return base.order.compactMap { id in
      headline(.tier, company: id) { variant in
        variant.companies.first { $0.id == id }?.tier
      }
    }
  }

  /// Of neighbours in the order those of which one is likely or clearly better: said while it does
  /// better more often than not.
  private var leads: [HeadlineRecord] {
    zip(base.order, base.order.dropFirst()).compactMap { first, second in
      guard let chance = base.prefers[first]?[second], chance >= judgements.signs.likely else {
        return nil
      }
      return headline(.leads, company: first, other: second) { variant in
        guard let chance = variant.prefers[first]?[second] else { return nil }
        return chance >= 0.5 ? first : second
      }
    }
  }
}

extension Findings {
  /// True if another seed may well put a company into another group: the chance that decides it is
  /// within two of its errors of where groups part.
  package func isNearAnotherGroup(_ states: StateProbabilities) -> Bool {
    let clear = scale.likelihood.moreLikelyThanNot
    let lost = states.cashedOut.value + states.sold.value
    let error = (lost * (1 - lost) / Double(max(record.run.draws, 1))).squareRoot()
    return [
      (states.brokeEven.value, states.brokeEven.standardError), (lost, error),
      (states.stillLosing.value, states.stillLosing.standardError),
    ].contains { abs($0 - clear) < 2 * $1 }
  }
}
