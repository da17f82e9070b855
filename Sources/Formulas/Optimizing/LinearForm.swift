/// A value as a sum of products of other values, with numbers before them, or as itself.
///
/// It tells that `exp(-k * (2027 - m))` is `exp(-k * (2026 - m))` times `exp(-k)`. Coefficients
/// are pairs of doubles, so that differences of years times a constant come out as they should.
struct LinearForm {
  /// A product of atoms, the empty one being 1; an atom is a value or the inverse of one.
  struct Monomial: Hashable {
    var atoms: [Atom]
  }

  struct Atom: Hashable, Comparable {
    var value: Int
    var isInverse: Bool

    static func < (left: Atom, right: Atom) -> Bool {
      (left.value, left.isInverse ? 1 : 0) < (right.value, right.isInverse ? 1 : 0)
    }
  }

  /// Beyond these bounds a value is only itself.
  private static let mostTerms = 8
  private static let mostAtoms = 4

  /// The terms, those with the coefficient 0 among them: they tell which series a value is from.
  private(set) var terms: [Monomial: LongNumber]

  init(number: Double) {
    terms = [Monomial(atoms: []): LongNumber(number)]
  }

  init(value: Int) {
    terms = [Monomial(atoms: [Atom(value: value, isInverse: false)]): LongNumber(1)]
  }

  init(inverseOf value: Int) {
    terms = [Monomial(atoms: [Atom(value: value, isInverse: true)]): LongNumber(1)]
  }

  private init?(_ terms: [Monomial: LongNumber]) {
    guard terms.count <= LinearForm.mostTerms,
      terms.values.allSatisfy({ $0.value.isFinite && $0.value.magnitude < 1e100 })
    else { return nil }
    self.terms = terms
  }

  /// The number that it is, if it is nothing else.
  var number: Double? {
    terms.count == 1 ? terms[Monomial(atoms: [])]?.value : nil
  }

  /// True if it is 0 whatever the values are, as long as they are finite.
  var isZero: Bool { terms.values.allSatisfy { $0.value == 0 } }

  func times(_ factor: Double) -> LinearForm? {
    LinearForm(terms.mapValues { $0 * LongNumber(factor) })
  }

  static func + (left: LinearForm, right: LinearForm) -> LinearForm? {
    LinearForm(left.terms.merging(right.terms) { $0 + $1 })
  }

  static func - (left: LinearForm, right: LinearForm) -> LinearForm? {
    right.times(-1).flatMap { left + $0 }
  }

  static func * (left: LinearForm, right: LinearForm) -> LinearForm? {
    var product: [Monomial: LongNumber] = [:]
    for (first, factor) in left.terms {
      for (second, other) in right.terms {
        let atoms = (first.atoms + second.atoms).sorted()
        guard atoms.count <= mostAtoms else { return nil }
        product[Monomial(atoms: atoms), default: LongNumber(0)] =
          product[Monomial(atoms: atoms), default: LongNumber(0)] + factor * other
      }
    }
    return LinearForm(product)
  }
}

/// A number as the sum of two doubles, about 106 bits.
///
/// The steps are those of T. J. Dekker, A floating-point technique for extending the available
/// precision, Numerische Mathematik 18 (1971).
struct LongNumber: Hashable {
  var high: Double
  var low: Double

  init(_ value: Double) {
    high = value
    low = 0
  }

  private init(high: Double, low: Double) {
    self.high = high + low
    self.low = low - (self.high - high)
  }

  /// The nearest double.
  var value: Double { high + low }

  static func + (a: LongNumber, b: LongNumber) -> LongNumber {
    let sum = a.high + b.high
    let part = sum - a.high
    let error = (a.high - (sum - part)) + (b.high - part)
    return LongNumber(high: sum, low: error + a.low + b.low)
  }

  static func - (a: LongNumber, b: LongNumber) -> LongNumber {
    a + LongNumber(high: -b.high, low: -b.low)
  }

  static func * (a: LongNumber, b: LongNumber) -> LongNumber {
    let product = a.high * b.high
    let error = (-product).addingProduct(a.high, b.high)
    return LongNumber(high: product, low: error + a.high * b.low + a.low * b.high)
  }
}
