/// One criterion of a path for one company.
package struct ReadinessCriterion: Sendable {
  /// The source of a criterion's level.
  package enum Level: Sendable {
    /// Ratings, and the uniforms of its own stream.
    case evidence(CriterionPosterior, uniforms: [Double])
    /// Levels 0...4 that the model computes from its inputs, in every draw.
    case computed([Double])
  }

  /// Its weight as written; weights are normalised over the criteria that count.
  package var weight: Double
  /// True if it limits the whole index.
  package var isGate: Bool
  /// True if it restates an input of the cash model and so leaves the index.
  package var isInModel: Bool
  /// True if it applies to this company; one that doesn't is removed.
  package var isApplicable: Bool
  /// The source of its level.
  package var level: Level

  /// Makes a criterion.
  package init(
    weight: Double, isGate: Bool = false, isInModel: Bool = false, isApplicable: Bool = true,
    level: Level
  ) {
    precondition(weight >= 0)
    self.weight = weight
    self.isGate = isGate
    self.isInModel = isInModel
    self.isApplicable = isApplicable
    self.level = level
  }
}

/// How complete the evidence is, in a word (Method 3.5).
package enum Completeness: String, Hashable, Sendable {
  /// Below 0.35 as a rule.
  case thin
  /// Between them.
  case fair
  /// Above 0.65 as a rule.
  case solid

  /// The word for a completeness of 0...1.
  package init(_ value: Double, thinBelow: Double = 0.35, solidAbove: Double = 0.65) {
    self = value < thinBelow ? .thin : value > solidAbove ? .solid : .fair
  }
}

/// The readiness index of one company on one path (Method 3.5).
package struct Readiness: Sendable {
  /// Draws of each criterion's level, 0...4, whether it counts or not; NaN where a computed one
  /// isn't a number.
  package var levels: [[Double]]
  /// Each criterion's normalised weight; 0 for those that don't count.
  package var weights: [Double]
  /// Q in every draw, 0...100; nil when no criterion counts.
  package var index: [Double]?
  /// Σ w_k c W_k / (c W_k + n0) over the rated criteria, their weights renormalised.
  ///
  /// 0 without any. Computed criteria rest on the model's inputs, whose evidence is counted there.
  package var completeness: Double
  /// True if no criterion that counts has evidence of its own: the index is the prior.
  package var isPriorOnly: Bool

  /// Q = 100 Σ w_k L_k / 4, limited by each gate to 25 + 75 L_gate / 4.
  ///
  /// A gate that leaves the index (restates the model, or doesn't apply) limits nothing.
  package init(_ criteria: [ReadinessCriterion], scale: ReadinessScale = ReadinessScale()) {
    levels = criteria.map { criterion in
      switch criterion.level {
      case .evidence(let posterior, let uniforms): posterior.levels(uniforms)
      case .computed(let levels): levels.map { $0.isNaN ? .nan : min(max($0, 0), 4) }
      }
    }
    let counted = criteria.map { $0.isInModel || !$0.isApplicable ? 0 : $0.weight }
    let total = counted.reduce(0, +)
    weights = counted.map { total > 0 ? $0 / total : 0 }
    completeness = 0
    isPriorOnly = true
    index = nil
    guard total > 0, let draws = levels.first?.count else { return }
    precondition(levels.allSatisfy { $0.count == draws })

    var ratedWeight = 0.0
    for (criterion, weight) in zip(criteria, weights) where weight > 0 {
      guard case .evidence(let posterior, _) = criterion.level else {
        isPriorOnly = false
        continue
      }
      ratedWeight += weight
      let effective = posterior.conflictFactor * posterior.totalWeight
      completeness += weight * effective / (effective + scale.priorObservations)
      if !posterior.isPriorOnly { isPriorOnly = false }
    }
    if ratedWeight > 0 { completeness /= ratedWeight }

    var index = [Double](repeating: 0, count: draws)
    for (levels, weight) in zip(levels, weights) where weight > 0 {
      for draw in 0..<draws { index[draw] += 25 * weight * levels[draw] }
    }
    for (criterion, levels) in zip(criteria.indices, levels)
    where criteria[criterion].isGate && weights[criterion] > 0 {
      for draw in 0..<draws where !index[draw].isNaN {
        index[draw] = min(index[draw], scale.gateBase + scale.gateSpan * levels[draw] / 4)
      }
    }
    self.index = index
  }
}
