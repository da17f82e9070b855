package import RunRecord

/// The weights that put a company first.
package enum LeadsIf: Hashable, Sendable {
  /// It leads in no draw.
  case never
  /// It leads in too few draws to say when.
  case rarely
  /// It leads whatever the weights, in this share of draws.
  case anyway(share: Double)
  /// It leads where a criterion weighs more than it does on average.
  case when(criterion: String, weighs: Double, usually: Double, share: Double)
}

extension Findings {
  /// The weights that put a company first.
  package func leadsIf(_ place: RankedCompany) -> LeadsIf {
    let share = place.rankShares.first ?? 0
    guard let central = place.centralWeights else { return share > 0 ? .rarely : .never }
    let heavier = central.keys.sorted().compactMap { name -> (String, Double, Double)? in
      guard let mean = record.ranking.weights[name], let own = central[name] else { return nil }
      return own - mean >= scale.weightsApart ? (name, own, mean) : nil
    }
    guard let most = heavier.max(by: { $0.1 - $0.2 < $1.1 - $1.2 }) else {
      return .anyway(share: share)
    }
    return .when(criterion: most.0, weighs: most.1, usually: most.2, share: share)
  }

  /// The sign for P(the first beats the second), of at least a half.
  package func sign(_ chance: Double) -> RankSign {
    chance >= scale.signs.clear ? .clear : chance >= scale.signs.likely ? .likely : .even
  }

  /// Every two of some companies, the better one first, as far as they were compared.
  package func pairs(_ companies: [CompanyRecord]) -> [Pair] {
    companies.indices.flatMap { index in
      companies[(index + 1)...].compactMap { second -> Pair? in
        let first = companies[index]
        guard let chance = record.ranking.prefers[first.id]?[second.id] else { return nil }
        return chance >= 0.5
          ? Pair(better: first, worse: second, chance: chance, sign: sign(chance))
          : Pair(better: second, worse: first, chance: 1 - chance, sign: sign(1 - chance))
      }
    }
  }

  /// Two companies, one of which beats the other more often than not.
  package struct Pair: Hashable, Sendable {
    package var better: CompanyRecord
    package var worse: CompanyRecord
    /// P(the better beats the worse).
    package var chance: Double
    package var sign: RankSign
  }
}
