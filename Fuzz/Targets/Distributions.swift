import Diagnostics
@testable import Formulas
import FuzzSupport
@testable import Simulation

/// Reads a distribution.
///
/// It prints as a text that reads back as the same; if it can be drawn from, its quantiles are finite,
/// in order, within its bounds, and the same one by one and in columns.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = Input(start, count).text else { return isOfNoUse }
  let place = SourceLocation(file: "input", line: 1, column: 1)
  let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String($0) }
  do {
    let spec = try DistributionNotation.parse(text, at: place, sourceLine: lines[0])
    let again = try DistributionNotation.parse(spec.description)
    require(again == spec, "\(text) prints as \(spec), which is \(again)")
    guard (try? Distribution.requireDrawable(spec)) != nil else { return isDone }
    do {
      hold(try Distribution(spec), spec)
    } catch {
      require(false, "\(spec) was said to be drawable, and \(error)")
    }
  } catch {
    requireTold(error, in: lines)
  }
  return isDone
}

private let levels = [
  0x1p-33, 1e-4, 0.01, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 0.9999, 1 - 0x1p-33,
]

private func hold(_ distribution: Distribution, _ spec: DistributionSpec) {
  let values = levels.map { distribution.quantile($0) }
  let support = distribution.support
  require(values.allSatisfy(\.isFinite), "\(spec) has quantiles \(values)")
  // A beta's table is within 1e-7 of its range, and may fall by as much.
  let width = support.upperBound - support.lowerBound
  let slack = width.isFinite ? 1e-7 * width : 0
  require(
    zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + slack }, "\(spec) falls: \(values)")
  require(values.allSatisfy(support.contains), "\(spec) leaves \(support): \(values)")
  let column = distribution.quantiles(levels)
  require(
    zip(values, column).allSatisfy { $0.bitPattern == $1.bitPattern },
    "\(spec): \(values) one by one, \(column) together")
  if distribution.isPositive {
    require(values.allSatisfy { $0 > 0 }, "\(spec) is positive, and gives \(values)")
  }
  let shares = values.sorted().map { distribution.cumulative($0) }
  require(shares.allSatisfy((0...1).contains), "\(spec) has probabilities \(shares)")
  require(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 }, "\(spec): \(shares) falls")
}
