import Testing

@testable import Simulation

struct SobolDirectionsTests {
  /// The n-th point of the usual Gray-code order is the point with index n xor n/2.
  private func point(_ n: UInt32, dimensions: Int) -> [Double] {
    (0..<dimensions).map {
      Double(SobolDirections(dimension: $0).coordinate(n ^ (n >> 1))) * 0x1p-32
    }
  }

  @Test(
    arguments: [
      // Points 1 to 7 in six dimensions, by SciPy 1.17.1: qmc.Sobol(6, scramble=False).
      (1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]),
      (2, [0.75, 0.25, 0.25, 0.25, 0.75, 0.75]),
      (3, [0.25, 0.75, 0.75, 0.75, 0.25, 0.25]),
      (4, [0.375, 0.375, 0.625, 0.875, 0.375, 0.125]),
      (5, [0.875, 0.875, 0.125, 0.375, 0.875, 0.625]),
      (6, [0.625, 0.125, 0.875, 0.625, 0.625, 0.875]),
      (7, [0.125, 0.625, 0.375, 0.125, 0.125, 0.375]),
    ] as [(UInt32, [Double])])
  func `gives the published points`(n: UInt32, expected: [Double]) {
    #expect(point(n, dimensions: 6) == expected)
  }

  @Test func `agrees with SciPy in 21 dimensions`() {
    // SciPy 1.17.1: qmc.Sobol(21, scramble=False).random(1024), last row and sum.
    let last = point(1023, dimensions: 21)
    #expect(Array(last[..<4]) == [0.0009765625, 0.7529296875, 0.6123046875, 0.1455078125])
    #expect(last[20] == 0.8662109375)
    let sum = (0..<1024).reduce(0) { $0 + point($1, dimensions: 21).reduce(0, +) }
    #expect(sum == 10741.5)
  }

  @Test(
    arguments: [
      // SciPy 1.17.1: qmc.Sobol(256, scramble=False, bits=30), row 12345 and row 1000000.
      (12345, 0, 0.64093017578125),
      (12345, 99, 0.53887939453125),
      (12345, 199, 0.85333251953125),
      (12345, 255, 0.58807373046875),
      (1000000, 0, 0.026474952697753906),
      (1000000, 99, 0.2996034622192383),
      (1000000, 199, 0.21246623992919922),
      (1000000, 255, 0.5557622909545898),
    ] as [(UInt32, Int, Double)])
  func `agrees with SciPy far out`(n: UInt32, dimension: Int, expected: Double) {
    #expect(point(n, dimensions: dimension + 1)[dimension] == expected)
  }

  @Test func `tabulates the same points by bytes`() {
    let directions = SobolDirections(dimension: 37)
    let table = directions.reversedByBytes
    for index: UInt32 in [0, 1, 255, 256, 65_537, 0xDEAD_BEEF, .max] {
      var reversed: UInt32 = 0
      for byte in 0..<4 {
        let value = (index >> UInt32(8 * byte)) & 255
        reversed ^= table[byte * 256 + Int(value)]
      }
      #expect(reversed.bitsReversed == directions.coordinate(index))
    }
  }
}
