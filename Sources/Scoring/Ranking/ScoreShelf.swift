internal import Synchronization

/// The scores of many alternatives, by criterion and draw, until they are ranked.
///
/// A ranking needs every criterion of every alternative in every draw, which is most of what a large
/// run keeps: 32 bytes a company and draw. What goes beyond a limit lies in a file without a name.
package final class ScoreShelf: Sendable {
  /// The weights that the criteria will have, a vector a draw.
  package let space: WeightSpace
  private let limit: Int
  private let shelf = Mutex(Shelf())

  private struct Shelf {
    /// Those in memory, by alternative and criterion; empty once there is a file.
    var columns: [[[Double]]] = []
    var file: ScratchFile?
    var summaries: [Summary] = []
  }

  /// What is known of an alternative by itself.
  struct Summary {
    /// The mean of each criterion over the draws in which it is known; NaN without.
    var means: [Double]
    /// The mean of u = Σ w_k g_k over the draws in which it is known; NaN without.
    var meanUtility: Double
    /// The mean of w_k g_k by criterion over the same draws.
    var meanParts: [Double]
  }

  /// So many bytes lie in memory before a file is made.
  package static let usualLimit = 128 << 20

  /// Makes an empty shelf.
  ///
  /// - Parameters:
  ///   - space: The weights that the criteria will have, a vector a draw.
  ///   - limit: How many bytes may lie in memory.
  package init(space: WeightSpace, limit: Int = ScoreShelf.usualLimit) {
    self.space = space
    self.limit = limit
  }

  /// The number of alternatives.
  package var count: Int { shelf.withLock { $0.summaries.count } }

  /// The number of criteria.
  var criteria: Int { space.weights.count }

  /// The number of draws.
  var draws: Int { space.draws }

  /// Adds an alternative's scores, by criterion and draw; NaN where unknown.
  package func add(_ scores: [[Double]]) {
    precondition(scores.count == criteria && scores.allSatisfy { $0.count == draws })
    let summary = Summary(scores, space)
    shelf.withLock { shelf in
      shelf.summaries.append(summary)
      if let file = shelf.file {
        write(scores, as: shelf.summaries.count - 1, to: file)
        return
      }
      shelf.columns.append(scores)
      guard shelf.columns.count * bytesEach > limit, let file = ScratchFile() else { return }
      for (index, scores) in shelf.columns.enumerated() { write(scores, as: index, to: file) }
      shelf.file = file
      shelf.columns = []
    }
  }

  /// What is known of each alternative by itself.
  var summaries: [Summary] { shelf.withLock { $0.summaries } }

  /// u = Σ w_k g_k of an alternative in every draw; NaN where unknown.
  func utility(of alternative: Int) -> [Double] {
    space.utility(of: scores(of: alternative, in: 0..<draws), from: 0)
  }

  /// An alternative's scores in some draws, by criterion.
  func scores(of alternative: Int, in range: Range<Int>) -> [[Double]] {
    let (columns, file) = shelf.withLock { shelf in
      (shelf.file == nil ? shelf.columns[alternative] : [], shelf.file)
    }
    guard let file else {
      return range == 0..<draws ? columns : columns.map { Array($0[range]) }
    }
    return (0..<criteria).map { criterion in
      file.read(range.count, at: place(of: alternative, criterion) + range.lowerBound)
    }
  }

  private var bytesEach: Int { criteria * draws * MemoryLayout<Double>.stride }

  private func place(of alternative: Int, _ criterion: Int) -> Int {
    (alternative * criteria + criterion) * draws
  }

  private func write(_ scores: [[Double]], as alternative: Int, to file: ScratchFile) {
    for (criterion, column) in scores.enumerated() {
      file.write(column, at: place(of: alternative, criterion))
    }
  }
}

extension ScoreShelf.Summary {
  fileprivate init(_ scores: [[Double]], _ space: WeightSpace) {
    means = scores.map(Self.mean)
    let utility = space.utility(of: scores, from: 0)
    meanUtility = Self.mean(utility)
    let known = utility.indices.filter { !utility[$0].isNaN }
    meanParts = zip(scores, space.weights).map { score, weight in
      known.isEmpty
        ? .nan : known.reduce(0) { $0 + weight[$1] * score[$1] } / Double(known.count)
    }
  }

  /// The mean of the values that are numbers; NaN without.
  private static func mean(_ values: [Double]) -> Double {
    var (sum, count) = (0.0, 0)
    for value in values where !value.isNaN {
      sum += value
      count += 1
    }
    return count == 0 ? .nan : sum / Double(count)
  }
}
