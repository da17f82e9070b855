internal import Threads

/// The share of draws in which an alternative is first at fixed weights; a tie counts its part.
struct FirstShare: Sendable {
  let index: Int
  private let weights: [Double]
  private var firsts = 0.0
  private var known = 0

  init(of index: Int, weights: [Double]) {
    self.index = index
    self.weights = weights
  }

  /// The share of the draws in which all alternatives are known; nil without any.
  var share: Double? { known == 0 ? nil : firsts / Double(known) }

  /// The shares of several alternatives, each at weights of its own.
  static func counted(
    _ all: [FirstShare], in shelf: ScoreShelf, over tiles: [Range<Int>], _ crew: Crew
  ) -> [FirstShare] {
    guard !all.isEmpty else { return [] }
    var counted = all
    for tile in tiles {
      let scores = (0..<shelf.count).map { shelf.scores(of: $0, in: tile) }
      counted = crew.map(counted.count) { [counted] place in
        var one = counted[place]
        one.add(scores)
        return one
      }
    }
    return counted
  }

  /// Counts some draws, of scores by alternative and criterion.
  private mutating func add(_ scores: [[[Double]]]) {
    let own = WeightSpace.utility(of: scores[index], weighing: weights)
    var above = [Int32](repeating: 0, count: own.count)
    var equal = above
    var isKnown = [Bool](repeating: true, count: own.count)
    for scores in scores {
      let other = WeightSpace.utility(of: scores, weighing: weights)
      Ranks.count(other[...], against: own[...], above: &above, equal: &equal)
      for draw in own.indices where other[draw].isNaN { isKnown[draw] = false }
    }
    for draw in own.indices where isKnown[draw] {
      known += 1
      if above[draw] == 0 { firsts += 1 / Double(equal[draw]) }
    }
  }
}
