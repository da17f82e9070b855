/// What is known of a value in every draw that isn't unusual: how large and small it can be.
struct Magnitude: Hashable {
  /// It is at most 2 to this power in size; nil where it may be infinite or no number.
  var most: Int?
  /// It is at least 2 to this power in size, if that is known.
  var least: Int?
  /// Whether it is neither negative nor -0.
  var isUnsigned = false

  static let unknown = Magnitude()
  static let truth = Magnitude(most: 1, isUnsigned: true)

  /// A number that may be different each time, but never of more than 2^100.
  static let number = Magnitude(most: numberLimit)
  static let numberLimit = 100
  static let largestNumber = Double(sign: .plus, exponent: numberLimit, significand: 1)

  init(most: Int? = nil, least: Int? = nil, isUnsigned: Bool = false) {
    // A double holds no more.
    self.most = most.flatMap { $0 < 1023 ? $0 : nil }
    self.least = least.flatMap { $0 > -1022 ? $0 : nil }
    self.isUnsigned = isUnsigned
  }

  init(of number: Double) {
    if number == 0 {
      self.init(most: -1022, isUnsigned: number.sign == .plus)
    } else if number.isFinite {
      let exponent = Int(number.exponent)
      self.init(most: exponent + 1, least: exponent, isUnsigned: number.sign == .plus)
    } else {
      self.init()
    }
  }

  /// Whether x - x is 0.
  var isFinite: Bool { most != nil }

  var negated: Magnitude { Magnitude(most: most, least: least) }
  var absolute: Magnitude { Magnitude(most: most, least: least, isUnsigned: true) }

  static func + (a: Magnitude, b: Magnitude) -> Magnitude {
    let isUnsigned = a.isUnsigned && b.isUnsigned
    let least = isUnsigned ? [a.least, b.least].compactMap { $0 }.max() : nil
    return Magnitude(
      most: larger(a.most, b.most).map { $0 + 1 }, least: least, isUnsigned: isUnsigned)
  }

  static func - (a: Magnitude, b: Magnitude) -> Magnitude { a + b.negated }

  static func * (a: Magnitude, b: Magnitude) -> Magnitude {
    Magnitude(
      most: sum(a.most, b.most), least: sum(a.least, b.least),
      isUnsigned: a.isUnsigned && b.isUnsigned)
  }

  static func / (a: Magnitude, b: Magnitude) -> Magnitude {
    Magnitude(
      most: sum(a.most, b.least.map { -$0 }), least: sum(a.least, b.most.map { -$0 }),
      isUnsigned: a.isUnsigned && b.isUnsigned)
  }

  /// What is true of both.
  static func either(_ a: Magnitude, _ b: Magnitude) -> Magnitude {
    Magnitude(
      most: larger(a.most, b.most), least: smaller(a.least, b.least),
      isUnsigned: a.isUnsigned && b.isUnsigned)
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    if let a, let b { a + b } else { nil }
  }

  private static func larger(_ a: Int?, _ b: Int?) -> Int? {
    if let a, let b { max(a, b) } else { nil }
  }

  private static func smaller(_ a: Int?, _ b: Int?) -> Int? {
    if let a, let b { min(a, b) } else { nil }
  }
}
