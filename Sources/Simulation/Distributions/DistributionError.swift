/// The reason why parameters make no distribution, in words for their author.
package struct DistributionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence, without a capital or full stop: `sd must not be negative, but is -2`.
  package let message: String

  package var description: String { message }

  init(_ message: String) {
    self.message = message
  }

  /// Refuses infinities and what is not a number.
  static func requireFinite(_ parameters: (name: String, value: Double)...)
    throws(DistributionError)
  {
    for (name, value) in parameters where !value.isFinite {
      throw DistributionError("\(name) must be a finite number, but is \(value)")
    }
  }

  /// Refuses parameters that don't rise, or stay, from one to the next.
  static func requireAscending(
    _ parameters: (name: String, value: Double)...
  ) throws(DistributionError) {
    for (name, value) in parameters where !value.isFinite {
      throw DistributionError("\(name) must be a finite number, but is \(value)")
    }
    for (low, high) in zip(parameters, parameters.dropFirst()) where low.value > high.value {
      throw DistributionError("\(low.name) (\(low.value)) is above \(high.name) (\(high.value))")
    }
  }
}
