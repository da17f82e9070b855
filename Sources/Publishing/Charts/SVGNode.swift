/// A part of a drawing.
///
/// Holds plain values: `SVGRenderer` escapes text and prints numbers.
package indirect enum SVGNode: Hashable, Sendable {
  /// An element with attributes in the order they are printed.
  case element(String, [Attribute], [SVGNode])
  /// Text.
  case text(String)

  /// A name and a value.
  package struct Attribute: Hashable, Sendable {
    package var name: String
    package var value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A value of an attribute.
  package enum Value: Hashable, Sendable {
    case number(Double)
    case string(String)
    /// Pairs of coordinates, as `points` of a line or an area.
    case points([Point])
  }
}

/// A place in a drawing.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
