internal import RunRecord
internal import Scoring

/// The factors in which two studies differ, with the things that belong to each.
struct Factors {
  /// A factor and the places of its things.
  struct Factor {
    let factor: ChangeFactor
    let items: Set<Int>
  }

  let all: [Factor]
  /// The weights by which a change is split among them.
  let split: ShapleyValues

  /// More factors than this aren't told apart: paths that come and go are one then.
  private static let most = 8

  init(_ difference: StudyDifference) {
    var places: [ChangeFactor: Set<Int>] = [:]
    for (place, item) in difference.items.enumerated() {
      places[item.factor, default: []].insert(place)
    }
    if places.count > Self.most {
      for kind in [ChangeFactor.Kind.pathCame, .pathWent] {
        let same = places.keys.filter { $0.kind == kind }
        for factor in same {
          places[ChangeFactor(kind), default: []].formUnion(places[factor] ?? [])
          if factor.path != nil { places[factor] = nil }
        }
      }
    }
    let kinds = ChangeFactor.Kind.allCases
    all = places.map { Factor(factor: $0, items: $1) }.sorted { left, right in
      func rank(_ factor: ChangeFactor) -> (Int, String) {
        (kinds.firstIndex(of: factor.kind) ?? 0, factor.path ?? "")
      }
      return rank(left.factor) < rank(right.factor)
    }
    split = ShapleyValues(
      factors: all.count, before: Self.order(all.map(\.factor), difference))
  }

  /// What became known between two days comes after the time that passed; going back in time, it is
  /// forgotten first.
  private static func order(_ factors: [ChangeFactor], _ difference: StudyDifference) -> [Int] {
    guard let time = factors.firstIndex(where: { $0.kind == .time }) else { return [] }
    let learnt = factors.indices.filter { [.facts, .assumptions].contains(factors[$0].kind) }
    var before = [Int](repeating: 0, count: factors.count)
    if difference.base.asOf <= difference.new.asOf {
      for factor in learnt { before[factor] = 1 << time }
    } else {
      before[time] = learnt.reduce(0) { $0 | 1 << $1 }
    }
    return before
  }

  /// The things of some factors, bit by bit.
  func items(in set: Int) -> Set<Int> {
    all.indices.reduce(into: []) { items, factor in
      if set & 1 << factor != 0 { items.formUnion(all[factor].items) }
    }
  }

  /// The things of factors of some kinds.
  func items(of kinds: Set<ChangeFactor.Kind>) -> Set<Int> {
    all.reduce(into: []) { items, factor in
      if kinds.contains(factor.factor.kind) { items.formUnion(factor.items) }
    }
  }
}
