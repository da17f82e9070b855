internal import Diagnostics
import Foundation

/// Holds the rates between two currencies against each other, and against what a third makes of
/// them.
///
/// Within a year hardly any rate nearly doubles, and within three hardly any moves fivefold, so that
/// one that far from most others is a slip; where it is that far by five and its inverse fits them,
/// it stands the wrong way round. A rate that no other of its pair confirms is held against two that
/// lead there by a third currency.
struct RateCheck {
  /// A rate that most others contradict.
  struct Finding {
    /// The rate's place among all.
    var index: Int
    /// How many times it is off.
    var times: Double
    /// The rates that contradict it: one of its pair, or two by a third currency.
    var others: [ExchangeRate]
    /// True if its inverse fits.
    var isUpsideDown: Bool
  }

  private static let limit = log(5.0)
  private static let window = 1100
  private static let limitOfAYear = log(1.8)
  private static let year = 400
  private let rates: [ExchangeRate]

  init(_ rates: [ExchangeRate]) {
    self.rates = rates
  }

  /// The rates that can't be right, in their order.
  var findings: [Finding] {
    let pairs = Dictionary(grouping: rates.indices) { index in
      [rates[index].from, rates[index].to].sorted()
    }
    let found = pairs.values.flatMap(findings)
    let said = Set(found.map(\.index))
    return (found + triangles(pairs, without: said)).sorted { $0.index < $1.index }
  }

  private func findings(_ pair: [Int]) -> [Finding] {
    var suspects = pair.filter { index in
      let others = others(than: index, in: pair)
      return 2 * others.count { isFar($0, from: index) } > others.count
    }
    if suspects.count == pair.count, let first = pair.first {
      // Two against two: whoever came first is believed.
      suspects.removeAll { !isFar($0, from: first) }
    }
    return suspects.compactMap { index in
      let far = others(than: index, in: pair).filter { isFar($0, from: index) }
        .sorted { logarithm($0) < logarithm($1) }
      guard !far.isEmpty else { return nil }
      let other = far[far.count / 2]
      return Finding(
        index: index, times: Self.times(abs(logarithm(index) - logarithm(other))),
        others: [rates[other]],
        isUpsideDown: abs(logarithm(index) - logarithm(other)) > Self.limit
          && abs(logarithm(index) + logarithm(other)) < log(1.5))
    }
  }

  /// How many times a logarithm is; of more than a number can be 1e299.
  private static func times(_ logarithm: Double) -> Double { exp(min(logarithm, 299 * log(10.0))) }

  /// The others of about the same time, or all where there are none.
  private func others(than index: Int, in pair: [Int]) -> [Int] {
    let all = pair.filter { $0 != index }
    for window in [Self.year, Self.window] {
      let near = all.filter { apart(index, $0) <= window }
      if !near.isEmpty { return near }
    }
    return all
  }

  /// The days between two rates.
  private func apart(_ index: Int, _ other: Int) -> Int {
    abs(rates[index].days.end.days(to: rates[other].days.end))
  }

  private func isFar(_ index: Int, from other: Int) -> Bool {
    let limit = apart(index, other) <= Self.year ? Self.limitOfAYear : Self.limit
    return abs(logarithm(index) - logarithm(other)) > limit
  }

  // MARK: By a third currency

  /// Rates that no other of their pair confirms and that two by a third currency contradict; of
  /// several in one triangle the last, since whoever came first is believed.
  private func triangles(_ pairs: [[String]: [Int]], without said: Set<Int>) -> [Finding] {
    let lone = pairs.values.flatMap { pair in
      pair.filter { index in
        !said.contains(index) && !pair.contains { $0 != index && confirms($0, index) }
      }
    }.sorted()
    // So many that nothing confirms are no table of rates.
    guard lone.count <= 500 else { return [] }
    let currencies = Set(pairs.keys.flatMap(\.self)).sorted()
    var found: [Int: Finding] = [:]
    for index in lone {
      let rate = rates[index]
      for third in currencies where third != rate.from && third != rate.to {
        guard let first = nearest(to: index, pairs[[rate.from, third].sorted()] ?? [], said),
          let second = nearest(to: index, pairs[[third, rate.to].sorted()] ?? [], said)
        else { continue }
        let implied = logarithm(first, from: rate.from) + logarithm(second, from: third)
        let times = abs(log(rate.value) - implied)
        let suspect = ([first, second].filter { lone.contains($0) } + [index]).max()
        guard times > Self.limitOfAYear, suspect == index, found[index] == nil else { continue }
        found[index] = Finding(
          index: index, times: Self.times(times), others: [rates[first], rates[second]],
          isUpsideDown: false)
      }
    }
    return Array(found.values)
  }

  private func confirms(_ other: Int, _ index: Int) -> Bool {
    apart(index, other) <= Self.window && !isFar(index, from: other)
  }

  /// The rate of a pair that is nearest in time, within a year.
  private func nearest(to index: Int, _ pair: [Int], _ said: Set<Int>) -> Int? {
    pair.filter { !said.contains($0) && apart(index, $0) <= Self.year }
      .min { (apart(index, $0), $0) < (apart(index, $1), $1) }
  }

  /// The logarithm of the value of a currency in the other of the pair.
  private func logarithm(_ index: Int, from currency: String) -> Double {
    rates[index].from == currency ? log(rates[index].value) : -log(rates[index].value)
  }

  /// The logarithm of the value of the currency that comes first by name in the other.
  private func logarithm(_ index: Int) -> Double {
    let rate = rates[index]
    return rate.from < rate.to ? log(rate.value) : -log(rate.value)
  }
}

extension RateCheck.Finding {
  /// The finding as a mistake in the file of the rate.
  func diagnostic(of rate: ExchangeRate) -> Diagnostic {
    let times = times < 10 ? (times * 10).rounded() / 10 : times.rounded()
    let words = others.map(\.inWords)
    let found =
      "\(rate.inWords) is \(Fact.plain(times)) times off "
      + (words.count > 1
        ? "what \(words.joined(separator: " and ")) make of it"
        : "the other rates between the two, such as \(words.joined())")
    return isUpsideDown
      ? Diagnostic(
        found + ": it stands the wrong way round", at: rate.location,
        help: "write from: \(rate.to), to: \(rate.from), or the value the other way round")
      : Diagnostic(
        found, at: rate.location, help: "look at the number of digits and the two currencies",
        severity: .warning)
  }
}
