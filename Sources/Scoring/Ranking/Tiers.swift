/// How sure the order of two neighbours is (Method 5.6).
package enum OrderSign: String, Hashable, Sendable {
  /// P >= 0.90 as a rule.
  case clear = ">>"
  /// P >= 0.70 as a rule.
  case likely = ">"
  /// Below: can't tell.
  case open = "~"

  /// The sign for P(upper beats lower).
  package init(_ probability: Double, likely: Double = 0.7, clear: Double = 0.9) {
    self = probability >= clear ? .clear : probability >= likely ? .likely : .open
  }
}

/// Companies that can't be told apart, in the printed order (Method 5.6).
package struct Tiers: Hashable, Sendable {
  /// Each place's tier, counted from 0.
  package let tiers: [Int]
  /// Each place's sign to the one above; nil for the first.
  package let signs: [OrderSign?]

  /// Walks down the order: a company joins the tier while the tier's first beats it with
  /// P < 0.80.
  ///
  /// - Parameters:
  ///   - order: Places by mean utility, as `SMAA.order` gives them.
  ///   - threshold: P from which on a company is beaten out of the tier.
  ///   - likely: P from which on neighbours get `>`.
  ///   - clear: P from which on neighbours get `>>`.
  ///   - prefers: P(A beats B), asked of neighbours, and of a tier's first and the others.
  package init(
    order: [Int], threshold: Double = 0.8, likely: Double = 0.7, clear: Double = 0.9,
    prefers: (_ first: Int, _ second: Int) -> Double
  ) {
    var tiers: [Int] = []
    var signs: [OrderSign?] = []
    var tier = 0
    var leader: Int?
    for (place, index) in order.enumerated() {
      if let first = leader {
        if prefers(first, index) >= threshold {
          tier += 1
          leader = index
        }
        signs.append(OrderSign(prefers(order[place - 1], index), likely: likely, clear: clear))
      } else {
        leader = index
        signs.append(nil)
      }
      tiers.append(tier)
    }
    self.tiers = tiers
    self.signs = signs
  }

  /// The tier's letter: A to Z, then AA, AB and so on.
  package static func letter(_ tier: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let last = String(letters[tier % 26])
    return tier < 26 ? last : letter(tier / 26 - 1) + last
  }
}
