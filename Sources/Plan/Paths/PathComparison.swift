package import Scoring
internal import Simulation

/// A path run twice on the same draws, with some of its inputs set to numbers.
package struct PathComparison: Sendable {
  /// The value of the one way.
  package let set: NetPresentValue
  /// The value of the other.
  package let against: NetPresentValue

  /// Runs a program's pass twice again; nil where the model lacks a flow.
  ///
  /// What the market leaves of its companies' claims stays as it was in the pass.
  ///
  /// - Parameters:
  ///   - pass: The path's own pass.
  ///   - set: Numbers in place of inputs, each in its input's unit, in the one way.
  ///   - against: The same in the other.
  ///   - draws: The draws of the pass.
  ///   - rules: The value judgements.
  /// - Throws: `DiagnosticError` where the multiple beyond the horizon can't be drawn.
  package init?(
    _ pass: ProgramRun, set: [String: Double], against: [String: Double], over draws: Draws,
    _ rules: ScoringRules
  ) throws {
    let multiple = try rules.horizonMultiples(from: draws)
    let discounting = rules.discounting(years: pass.years.count)
    func value(_ settings: [String: Double]) -> NetPresentValue? {
      pass.setting(settings, draws: draws.count).flows(draws: draws.count).map {
        NetPresentValue(
          contribution: $0.contribution, investment: $0.investment, discounting: discounting,
          multiple: multiple)
      }
    }
    guard let one = value(set), let other = value(against) else { return nil }
    self.set = one
    self.against = other
  }

  /// The draws in which the value of the one is larger, of those in which both have one.
  package func better(
    _ part: KeyPath<NetPresentValue, [Double]>
  ) -> EventProbability {
    Self.larger(set[keyPath: part], than: against[keyPath: part])
  }

  /// The draws in which the value of the other is larger, of those in which both have one.
  package func worse(
    _ part: KeyPath<NetPresentValue, [Double]>
  ) -> EventProbability {
    Self.larger(against[keyPath: part], than: set[keyPath: part])
  }

  /// The value of the one less that of the other, in every draw.
  package func difference(_ part: KeyPath<NetPresentValue, [Double]>) -> [Double] {
    zip(set[keyPath: part], against[keyPath: part]).map { $0 - $1 }
  }

  private static func larger(_ one: [Double], than other: [Double]) -> EventProbability {
    let pairs = zip(one, other).filter { $0.isFinite && $1.isFinite }
    return EventProbability(events: pairs.count { $0 > $1 }, draws: pairs.count)
  }
}

extension ProgramRun {
  /// The same pass with numbers in place of some inputs, each in its input's unit.
  func setting(_ numbers: [String: Double], draws: Int) -> ProgramRun {
    let inputs = inputs.map { drawn -> DrawnValues in
      guard let number = numbers[drawn.input.name] else { return drawn }
      var fixed = drawn
      fixed.uniforms = nil
      fixed.sharedNames = []
      fixed.columns = drawn.columns.map { _ in .constant(number * drawn.input.scale) }
      return fixed
    }
    let names = plan.wanted.names
    return ProgramRun(plan, inputs: inputs, draws: draws) { name, _ in names.contains(name) }
  }
}
