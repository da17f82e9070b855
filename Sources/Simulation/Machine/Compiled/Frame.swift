/// Where compiled code finds what it doesn't keep in registers: the layout of a piece of memory.
///
/// Numbers and addresses come first, 8 bytes each; vectors of 64 bytes follow.
struct Frame {
  /// What a number is.
  enum Number: Hashable {
    /// The same for all inputs.
    case constant(UInt64)
    /// A number of the tape.
    case tape(Tape.Number)
    /// A parameter of an input's transform.
    case parameter(input: Int, index: Int)
    /// 1 less such a parameter.
    case oneLess(input: Int, index: Int)
  }

  /// What an address leads to.
  enum Address: Hashable {
    case column(Int)
    case result(Int)
    case coefficients(Int)
  }

  private enum Word: Hashable {
    case number(Number)
    case address(Address)
  }

  private(set) var numbers: [Number] = []
  private(set) var addresses: [Address] = []
  private(set) var rows: [[UInt64]] = []
  /// Vectors whose values code brings itself.
  private(set) var scratchCount = 0
  private var places: [Word: Int] = [:]
  private var numberWords: [Int] = []
  private var wordCount = 0

  /// The place of a number among `numbers`.
  mutating func number(_ number: Number) -> Int {
    if let known = places[.number(number)] { return known }
    places[.number(number)] = numbers.count
    numbers.append(number)
    numberWords.append(wordCount)
    wordCount += 1
    return numbers.count - 1
  }

  mutating func constant(_ value: Double) -> Int { number(.constant(value.bitPattern)) }

  /// Makes room for an address.
  mutating func address(_ address: Address) {
    guard places[.address(address)] == nil else { return }
    places[.address(address)] = wordCount
    addresses.append(address)
    wordCount += 1
  }

  /// The place of eight numbers among `rows`.
  mutating func row(_ row: [UInt64]) -> Int {
    if let known = rows.firstIndex(of: row) { return known }
    rows.append(row)
    return rows.count - 1
  }

  /// The place of a new scratch vector.
  mutating func scratch() -> Int {
    scratchCount += 1
    return scratchCount - 1
  }

  // MARK: Offsets in bytes from where the code's register points

  /// The register points into the words, so that many of them are near.
  static let origin = 1024

  func offset(ofNumber number: Int) -> Int { 8 * numberWords[number] - Frame.origin }
  func offset(of address: Address) -> Int { 8 * (places[.address(address)] ?? 0) - Frame.origin }
  func offset(ofRow row: Int) -> Int { vectors + 64 * row - Frame.origin }
  func offset(ofScratch scratch: Int) -> Int {
    vectors + 64 * (rows.count + scratch) - Frame.origin
  }

  private var vectors: Int { (8 * wordCount + 63) / 64 * 64 }
  /// The size of the memory in bytes.
  var size: Int { max(Frame.origin, vectors + 64 * (rows.count + scratchCount)) }
}
