/// One coordinate of Sobol's sequence, 32 bits.
///
/// The point with index n is the exclusive or of the direction numbers that belong to the bits
/// of n: binary order, in which a block of 2^m points that starts at a multiple of 2^m is a net.
struct SobolDirections {
  /// The number of coordinates in `new-joe-kuo-6.txt`.
  static let dimensionCount = 256

  /// The direction numbers v_1 … v_32, as fractions of 2^32.
  let directions: [UInt32]

  init(dimension: Int) {
    directions = SobolDirections.table[dimension]
  }

  /// The coordinate of the point with this index.
  func coordinate(_ index: UInt32) -> UInt32 {
    var value: UInt32 = 0
    var remaining = index
    while remaining != 0 {
      value ^= directions[remaining.trailingZeroBitCount]
      remaining &= remaining - 1
    }
    return value
  }

  /// Coordinates with their bits reversed, for all values of each byte of the index.
  var reversedByBytes: [UInt32] {
    var table = [UInt32](repeating: 0, count: 4 * 256)
    for byte in 0..<4 {
      for value in 1..<256 {
        let bit = value.trailingZeroBitCount
        table[byte * 256 + value] =
          table[byte * 256 + (value & (value - 1))] ^ directions[byte * 8 + bit].bitsReversed
      }
    }
    return table
  }

  private static let table: [[UInt32]] = {
    let vanDerCorput = (0..<32).map { UInt32(1) << (31 - $0) }
    let rows = parse(PackageResources.new_joe_kuo_6_txt)
    precondition(rows.count == dimensionCount - 1, "new-joe-kuo-6.txt is not as shipped")
    return [vanDerCorput] + rows.map(directions(ofRow:))
  }()

  /// The numbers of each line that isn't a comment.
  private static func parse(_ bytes: [UInt8]) -> [[UInt32]] {
    bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: UInt8(ascii: " ")).map { digits in
          digits.reduce(0) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
        }
      }
  }

  /// The recurrence of Joe and Kuo, for a row d, s, a, m_1 … m_s.
  private static func directions(ofRow row: [UInt32]) -> [UInt32] {
    let degree = Int(row[1])
    let coefficients = row[2]
    var v = row.dropFirst(3).enumerated().map { $1 << UInt32(31 - $0) }
    for index in degree..<32 {
      var next = v[index - degree] ^ (v[index - degree] >> UInt32(degree))
      for back in 1..<degree where (coefficients >> UInt32(degree - 1 - back)) & 1 == 1 {
        next ^= v[index - back]
      }
      v.append(next)
    }
    return v
  }
}
