internal import Simulation

/// Places that are given to contestants one after the other, without replacement (Method 2.6).
///
/// In each draw a contestant of odds w has the key E / w with E exponential; the smallest keys win.
/// So the first place goes to each with the probability of its odds over the sum of all odds, the
/// second likewise among those that are left, and so on (Efraimidis and Spirakis 2006).
package enum Contest {
  /// The most places there are: more make no head group.
  package static let mostPlaces = 100

  /// The number of places in a draw, from an uncertain number: rounded, from none to the most.
  package static func places(_ number: Double) -> Int {
    number.isFinite ? Int(min(max(number.rounded(), 0), Double(mostPlaces))) : 0
  }

  /// 1 for each contestant that wins a place in a draw, else 0.
  ///
  /// As many unlisted rivals as there are places take part, so that all places are given whoever
  /// is listed; each has an equal part of the odds of all unlisted ones.
  ///
  /// - Parameters:
  ///   - odds: The contestants' odds, one column each; what isn't positive wins nothing.
  ///   - luck: A uniform a draw for each contestant, independent of each other.
  ///   - rest: The odds of all unlisted rivals together.
  ///   - rivals: The unlisted rivals' uniforms, as many columns as there are places at most.
  ///   - places: The number of places in each draw.
  /// - Returns: One column for each contestant.
  package static func winners(
    odds: [[Double]], luck: [[Double]], rest: [Double], rivals: [[Double]], places: [Int]
  ) -> [[Double]] {
    precondition(odds.count == luck.count)
    var won = odds.map { [Double](repeating: 0, count: $0.count) }
    var keys: [(key: Double, contestant: Int)] = []
    for draw in places.indices {
      let count = min(places[draw], rivals.count)
      guard count > 0 else { continue }
      keys.removeAll(keepingCapacity: true)
      for contestant in odds.indices {
        let key = key(odds: odds[contestant][draw], luck: luck[contestant][draw])
        if key < .infinity { keys.append((key, contestant)) }
      }
      for rival in 0..<count {
        let key = key(odds: rest[draw] / Double(count), luck: rivals[rival][draw])
        if key < .infinity { keys.append((key, odds.count + rival)) }
      }
      // Of equal keys the one that comes first wins: exactly as many win as there are places.
      keys.sort { ($0.key, $0.contestant) < ($1.key, $1.contestant) }
      for (_, contestant) in keys.prefix(count) where contestant < odds.count {
        won[contestant][draw] = 1
      }
    }
    return won
  }

  /// An exponential number of the rate `odds`; infinite where there are none.
  ///
  /// Small where `luck` is large.
  private static func key(odds: Double, luck: Double) -> Double {
    odds > 0 && odds < .infinity ? -Elementary.log(luck) / odds : .infinity
  }
}
