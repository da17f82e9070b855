/// How sure the order of two neighbours is (METHODOLOGY 5.6).
package enum OrderSign: String, Hashable, Sendable {
  /// P >= 0.90.
  case clear = ">>"
  /// 0.70 <= P < 0.90.
  case likely = ">"
  /// P < 0.70: can't tell.
  case open = "~"

  /// The sign for P(upper beats lower).
  package init(_ probability: Double) {
    self = probability >= 0.9 ? .clear : probability >= 0.7 ? .likely : .open
  }
}

/// Companies that can't be told apart, in the printed order (METHODOLOGY 5.6).
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
  ///   - prefers: P(A beats B).
  package init(order: [Int], prefers: [[Double]]) {
    var tiers: [Int] = []
    var signs: [OrderSign?] = []
    var tier = 0
    var leader: Int?
    for (place, index) in order.enumerated() {
      if let first = leader {
        if prefers[first][index] >= 0.8 {
          tier += 1
          leader = index
        }
        signs.append(OrderSign(prefers[order[place - 1]][index]))
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
