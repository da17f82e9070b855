package import RunRecord

extension ChangesRecord {
  /// What the rules of a team say of the changes.
  package func reviewed(by rules: ReviewRules) -> ReviewRecord {
    ReviewRecord(
      rules: rules,
      failures: rules.rules.enumerated().flatMap { place, rule in
        failures(of: rule).map { failure in
          var failure = failure
          failure.rule = place
          return failure
        }
      })
  }

  private func failures(of rule: ReviewRule) -> [RuleFailure] {
    switch rule.kind {
    case .group: held(by: rule).compactMap(regrouped)
    case .odds:
      held(by: rule).flatMap { company in
        moved(company, beyond: (rule.atMost ?? 0) / 100) { $0.isOdds }
      }
    case .runway:
      held(by: rule).flatMap { company in
        moved(company, beyond: rule.atMost ?? 0) { $0 == .runway }
      }
    case .factSource:
      unsourced(rule) { [.fact, .rating, .marketFact, .rate].contains($0) }
    case .assumptionSource:
      unsourced(rule) { [.assumption, .marketInput, .override].contains($0) }
    case .membership: membership(rule)
    }
  }

  /// The companies that a rule holds for and nothing excuses.
  private func held(by rule: ReviewRule) -> [CompanyChanges] {
    companies.filter { company in
      rule.isAbout(company.id) && !(rule.unlessNewSource && !company.newSources.isEmpty)
    }
  }

  private func regrouped(_ company: CompanyChanges) -> RuleFailure? {
    let groups = [company.base, company.new].map(\.group)
    guard groups[0] != groups[1] else { return nil }
    return RuleFailure(
      rule: 0, company: company.id, headline: .brokeEven,
      base: company.base.states?.brokeEven.value, new: company.new.states?.brokeEven.value)
  }

  private func moved(
    _ company: CompanyChanges, beyond limit: Double, _ isMeant: (Headline) -> Bool
  ) -> [RuleFailure] {
    company.numbers.filter { isMeant($0.headline) && abs($0.difference) > limit }.map {
      RuleFailure(
        rule: 0, company: company.id, headline: $0.headline, base: $0.base, new: $0.new)
    }
  }

  private func unsourced(
    _ rule: ReviewRule, _ isMeant: (ChangedItem.Kind) -> Bool
  ) -> [RuleFailure] {
    items.enumerated().filter { _, item in
      isMeant(item.kind) && item.isEstimate && (item.company.map(rule.isAbout) ?? true)
    }.map { RuleFailure(rule: 0, company: $1.company, item: $0) }
  }

  private func membership(_ rule: ReviewRule) -> [RuleFailure] {
    (came + went).filter { rule.isAbout($0.id) }.map { RuleFailure(rule: 0, company: $0.id) }
      + (rule.companies.isEmpty ? pathsCame + pathsWent : []).map { RuleFailure(rule: 0, path: $0) }
  }
}

extension ReviewRule {
  /// True if it holds for a company.
  fileprivate func isAbout(_ company: String) -> Bool {
    companies.isEmpty || companies.contains(company)
  }
}
