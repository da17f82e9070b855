/// How far a program is from the oracle, and how far it may be.
struct Agreement: Encodable {
  var check: String
  /// The farthest one.
  var worst: String
  var distance: Double
  var allowed: Double

  var holds: Bool { distance <= allowed }

  /// The farthest of several distances; one that isn't a number is farther than any other.
  init(_ check: String, allowed: Double, _ distances: [(name: String, distance: Double)]) {
    let worst = distances.max { left, right in
      !left.distance.isNaN && (right.distance.isNaN || left.distance < right.distance)
    }
    self.check = check
    self.allowed = allowed
    self.worst = worst?.name ?? "nothing was compared"
    distance = worst.map { $0.distance.isNaN ? .infinity : $0.distance } ?? .infinity
  }
}

/// The relative distance of a value from what is expected.
func relativeDistance(_ value: Double, _ expected: Double) -> Double {
  ((value - expected) / expected).magnitude
}
