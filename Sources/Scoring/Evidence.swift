internal import Simulation

/// How good a piece of evidence is (Method 3.2).
package enum EvidenceGrade: String, Hashable, Sendable, CaseIterable {
  /// A regulator, an audited filing, a register.
  case a = "A"
  /// A company document with its method, a signed contract's notice.
  case b = "B"
  /// Reputable press, a third party's count.
  case c = "C"
  /// An interview, a forum, an analyst's impression.
  case d = "D"
}

/// The prior of every criterion and the worth of evidence, in pseudo-observations.
package struct ReadinessScale: Hashable, Sendable {
  /// n0: how many observations the prior is worth.
  package var priorObservations: Double
  /// mu0: the prior's mean level over 4.
  package var priorMean: Double
  /// The worth of an item of each grade, before decay.
  package var observations: [EvidenceGrade: Double]
  /// The most that the index can be where a gate stands at level 0, points.
  package var gateBase: Double
  /// The points that a gate's full level adds to that.
  package var gateSpan: Double

  /// A scale; the defaults are Method 3.2, 3.4 and 3.5's.
  ///
  /// - Precondition: Both parameters of the prior's Beta are positive.
  package init(
    priorObservations: Double = 2, priorMean: Double = 0.375,
    observations: [EvidenceGrade: Double] = [.a: 8, .b: 4, .c: 2, .d: 1],
    gateBase: Double = 25, gateSpan: Double = 75
  ) {
    precondition(priorObservations > 0 && priorMean > 0 && priorMean < 1)
    self.priorObservations = priorObservations
    self.priorMean = priorMean
    self.observations = observations
    self.gateBase = gateBase
    self.gateSpan = gateSpan
  }
}

/// One piece of evidence on a criterion.
package struct EvidenceItem: Hashable, Sendable {
  /// The lower level, 0...4.
  package var low: Double
  /// The upper level, 0...4; the same as `low` unless the evidence leaves a range.
  package var high: Double
  /// The grade of the evidence.
  package var grade: EvidenceGrade
  /// Items of one origin count once; empty for an origin of its own.
  package var origin: String
  /// Years from the source's date to the as-of day; younger than 0 counts as 0.
  package var age: Double
  /// The years in which it loses half of its worth.
  package var halfLife: Double
  /// True if it has run out, as a licence does: then it is worth nothing.
  package var isExpired: Bool

  /// Makes an item.
  ///
  /// - Precondition: 0 <= low <= high <= 4 and the half-life is positive.
  package init(
    low: Double, high: Double, grade: EvidenceGrade, origin: String, age: Double,
    halfLife: Double, isExpired: Bool = false
  ) {
    precondition(low >= 0 && low <= high && high <= 4 && halfLife > 0)
    self.low = low
    self.high = high
    self.grade = grade
    self.origin = origin
    self.age = age
    self.halfLife = halfLife
    self.isExpired = isExpired
  }

  /// w = g 2^(-age / half-life), 0 once expired (Method 3.3).
  package func weight(on scale: ReadinessScale) -> Double {
    guard !isExpired, let observations = scale.observations[grade] else { return 0 }
    let ln2 = 0.6931471805599453
    return observations * Elementary.exp(-ln2 * max(age, 0) / halfLife)
  }
}

/// What the evidence on one criterion says: a Beta distribution of its level over 4
/// (Method 3.4).
package struct CriterionPosterior: Hashable, Sendable {
  /// The first parameter.
  package let alpha: Double
  /// The second parameter.
  package let beta: Double
  /// The weight of each item after decay, in the order given; 0 where another item of the same
  /// origin counts in its place.
  package let weights: [Double]
  /// 1 when the items agree, 0 when half of their weight says 0 and half says 4.
  package let conflictFactor: Double

  /// W_k: the sum of the weights.
  package var totalWeight: Double { weights.reduce(0, +) }
  /// True if nothing but the prior speaks.
  package var isPriorOnly: Bool { weights.allSatisfy { $0 == 0 } }
  /// The mean level, 0...4.
  package var meanLevel: Double { 4 * alpha / (alpha + beta) }
  /// The variance of the level.
  package var levelVariance: Double {
    let sum = alpha + beta
    return 16 * alpha * beta / (sum * sum * (sum + 1))
  }

  /// The posterior of a criterion's level.
  ///
  /// A range counts with half of its weight at each end; so a single item that leaves everything
  /// open (0 to 4) contradicts itself and leaves the prior as it was. Of the items of one origin
  /// the weightiest counts; of equals the younger, then the one with the lower levels, whatever
  /// their order.
  package init(_ items: [EvidenceItem], scale: ReadinessScale = ReadinessScale()) {
    let decayed = items.map { $0.weight(on: scale) }
    let weights = items.indices.map { index in
      let isOutdone = items.indices.contains { other in
        !items[index].origin.isEmpty && other != index
          && items[other].origin == items[index].origin
          && Self.precedes(
            (items[other], decayed[other], other), (items[index], decayed[index], index))
      }
      return isOutdone ? 0 : decayed[index]
    }
    var total = 0.0
    var sum = 0.0
    for (item, weight) in zip(items, weights) {
      total += weight
      sum += weight * (item.low + item.high) / 8
    }
    var conflict = 1.0
    if total > 0 {
      let mean = sum / total
      var squares = 0.0
      for (item, weight) in zip(items, weights) {
        let low = item.low / 4 - mean
        let high = item.high / 4 - mean
        squares += weight * (low * low + high * high) / 2
      }
      conflict = min(1, max(0, 1 - 4 * squares / total))
    }
    alpha = scale.priorObservations * scale.priorMean + conflict * sum
    beta = scale.priorObservations * (1 - scale.priorMean) + conflict * (total - sum)
    self.weights = weights
    conflictFactor = conflict
  }

  /// Returns true if the left item of one origin counts rather than the right one.
  private static func precedes(
    _ left: (item: EvidenceItem, weight: Double, index: Int),
    _ right: (item: EvidenceItem, weight: Double, index: Int)
  ) -> Bool {
    if left.weight != right.weight { return left.weight > right.weight }
    if left.item.age != right.item.age { return left.item.age < right.item.age }
    if left.item.low != right.item.low { return left.item.low < right.item.low }
    if left.item.high != right.item.high { return left.item.high < right.item.high }
    return left.index < right.index
  }

  /// Draws of the level, 0...4, at given uniforms.
  package func levels(_ uniforms: [Double]) -> [Double] {
    LevelTable(alpha: alpha, beta: beta).levels(uniforms)
  }
}
