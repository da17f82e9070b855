/// The draws of one input of a program.
package enum Column: Hashable, Sendable {
  /// The same value in every draw.
  case constant(Double)
  /// A value a draw.
  case values([Double])
}
