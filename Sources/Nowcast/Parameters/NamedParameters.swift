/// Numbers by name, as a file of assumptions gives them.
///
/// Every number that a law needs is asked for by name, and none has a value of its own in the
/// program: whoever runs it sees, and may change, all of them.
package struct NamedParameters: Sendable {
  /// The mistakes in a set of parameters.
  package struct Mistake: Error, Hashable, Sendable {
    /// Names that a law asked for and nobody gave, in order.
    package var missing: [String]
    /// Names that nobody asked for, in order.
    package var unknown: [String]
  }

  private let values: [String: Double]
  private var asked: Set<String> = []

  private init(_ values: [String: Double]) {
    self.values = values
  }

  /// The number with a name; NaN stands in for a missing one until all were asked for.
  package mutating func callAsFunction(_ name: String) -> Double {
    asked.insert(name)
    return values[name] ?? .nan
  }

  /// Reads something from numbers by name, or says which are missing and which have no use.
  package static func read<Value>(
    _ values: [String: Double], _ make: (inout NamedParameters) -> Value
  ) throws(Mistake) -> Value {
    var parameters = NamedParameters(values)
    let made = make(&parameters)
    let given = Set(values.keys)
    let missing = parameters.asked.subtracting(given).sorted()
    let unknown = given.subtracting(parameters.asked).sorted()
    guard missing.isEmpty, unknown.isEmpty else {
      throw Mistake(missing: missing, unknown: unknown)
    }
    return made
  }

  /// Reads something from numbers of which others are for somebody else.
  package static func read<Value>(
    among values: [String: Double], _ make: (inout NamedParameters) -> Value
  ) throws(Mistake) -> Value {
    var parameters = NamedParameters(values)
    let made = make(&parameters)
    let missing = parameters.asked.subtracting(values.keys).sorted()
    guard missing.isEmpty else { throw Mistake(missing: missing, unknown: []) }
    return made
  }
}
