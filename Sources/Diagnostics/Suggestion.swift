/// Finds the name that a writer probably meant.
public enum Suggestion {
  /// The candidate nearest to `name`, or nil when none is near enough to be a likely slip.
  ///
  /// Distance is Damerau-Levenshtein (restricted), ignoring case; a third of the length
  /// may differ, at least one character. Ties go to the first in alphabetical order.
  public static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let distance = self.distance(name.lowercased(), candidate.lowercased(), limit: limit)
      guard distance <= limit else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// `did you mean "x"?`, or nil when no candidate is near.
  public static func help(for name: String, among candidates: some Sequence<String>) -> String? {
    closest(to: name, among: candidates).map { "did you mean \"\($0)\"?" }
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours between two texts.
  static func distance(_ first: String, _ second: String, limit: Int) -> Int {
    let a = Array(first.unicodeScalars)
    let b = Array(second.unicodeScalars)
    if abs(a.count - b.count) > limit { return limit + 1 }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var twoBack: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var value = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          value = min(value, twoBack[j - 2] + 1)
        }
        current.append(value)
      }
      (twoBack, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
