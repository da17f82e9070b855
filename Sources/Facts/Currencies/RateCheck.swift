internal import Diagnostics
import Foundation

/// Holds the rates between two currencies against each other.
///
/// Within three years hardly any rate moves fivefold, so that one that far from most others is a
/// slip; where its inverse fits them, it stands the wrong way round.
struct RateCheck {
  /// A rate that most others contradict.
  struct Finding {
    /// The rate's place among all.
    var index: Int
    /// How many times it is off.
    var times: Double
    /// A rate that contradicts it.
    var other: ExchangeRate
    /// True if its inverse fits.
    var isUpsideDown: Bool
  }

  private static let limit = log(5.0)
  private static let window = 1100
  private let rates: [ExchangeRate]

  init(_ rates: [ExchangeRate]) {
    self.rates = rates
  }

  /// The rates that can't be right, in their order.
  var findings: [Finding] {
    let pairs = Dictionary(grouping: rates.indices) { index in
      [rates[index].from, rates[index].to].sorted()
    }
    return pairs.values.flatMap(findings).sorted { $0.index < $1.index }
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
        index: index, times: exp(abs(logarithm(index) - logarithm(other))), other: rates[other],
        isUpsideDown: abs(logarithm(index) + logarithm(other)) < log(1.5))
    }
  }

  /// The others of about the same time, or all where there are none.
  private func others(than index: Int, in pair: [Int]) -> [Int] {
    let all = pair.filter { $0 != index }
    let near = all.filter {
      abs(rates[index].days.end.days(to: rates[$0].days.end)) <= Self.window
    }
    return near.isEmpty ? all : near
  }

  private func isFar(_ index: Int, from other: Int) -> Bool {
    abs(logarithm(index) - logarithm(other)) > Self.limit
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
    let found =
      "\(rate.inWords) is \(Fact.plain(times)) times off the other rates between the two, such as "
      + other.inWords
    return isUpsideDown
      ? Diagnostic(
        found + ": it stands the wrong way round", at: rate.location,
        help: "write from: \(rate.to), to: \(rate.from), or the value the other way round")
      : Diagnostic(
        found, at: rate.location, help: "look at the number of digits and the two currencies",
        severity: .warning)
  }
}
