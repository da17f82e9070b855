/// A compiled tape with memory of its own, filled for each set of inputs: for one thread.
final class CompiledProgram {
  /// Draws run at a time, and once more by the kernels where one of them is unusual.
  static let blockDraws = 512

  private let tape: CompiledTape
  private let memory: UnsafeMutableRawPointer
  /// What differs from one set of inputs to the next, and where it goes.
  private var numbers: [(number: Frame.Number, offset: Int)] = []
  private var columns: [(input: Int, offset: Int)] = []
  private var coefficients: [(input: Int, offset: Int)] = []
  private var results: [(result: Int, offset: Int)] = []
  /// Whether all numbers are as small as the code takes them to be.
  private var isUsual = false
  /// The ranges run with these inputs, and those of them in which a draw was unusual.
  private var runs = (all: 0, unusual: 0)

  init(_ tape: CompiledTape) {
    self.tape = tape
    let frame = tape.frame
    memory = .allocate(byteCount: frame.size, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: frame.size)
    for (index, row) in frame.rows.enumerated() {
      for (lane, bits) in row.enumerated() { set(frame.offset(ofRow: index) + 8 * lane, bits) }
    }
    for (index, number) in frame.numbers.enumerated() {
      let offset = frame.offset(ofNumber: index)
      if case .constant(let bits) = number {
        set(offset, bits)
      } else {
        numbers.append((number, offset))
      }
    }
    for address in frame.addresses {
      let offset = frame.offset(of: address)
      switch address {
      case .column(let input): columns.append((input, offset))
      case .coefficients(let input): coefficients.append((input, offset))
      case .result(let result): results.append((result, offset))
      }
    }
  }

  deinit { memory.deallocate() }

  /// Puts the numbers and addresses of inputs in.
  func bind(slots: [Double], inputs: [BoundInput]) {
    isUsual = true
    runs = (0, 0)
    for (number, offset) in numbers {
      let value: Double
      switch number {
      case .constant(let bits): value = Double(bitPattern: bits)
      case .tape(let number): value = number.value(in: slots)
      case .parameter(let input, let index): value = inputs[input].numbers[index]
      case .oneLess(let input, let index): value = 1 - inputs[input].numbers[index]
      }
      if !(value.magnitude <= Magnitude.largestNumber) { isUsual = false }
      set(offset, value)
    }
    for (input, offset) in columns { set(offset, inputs[input].column) }
    for (input, offset) in coefficients { set(offset, inputs[input].coefficients) }
  }

  private func set<Word>(_ offset: Int, _ word: Word) {
    memory.storeBytes(of: word, toByteOffset: Frame.origin + offset, as: Word.self)
  }

  /// Runs the draws of a range, as many whole vectors as it has.
  ///
  /// - Returns: How many were run: none where one of them is unusual, or where that was so for more
  ///   than a few ranges before; then the kernels alone take less time.
  func run(
    _ range: Range<Int>, into target: [UnsafeMutablePointer<Double>], at place: Int
  ) -> Int {
    let count = range.count / CompiledTape.lanes * CompiledTape.lanes
    guard isUsual, count > 0, runs.unusual <= 1 + runs.all / 4 else { return 0 }
    // Results are addressed by the draw's offset, as columns are.
    for (result, offset) in results { set(offset, target[result] + (place - range.lowerBound)) }
    let stride = MemoryLayout<Double>.stride
    let isUnusual = tape.run(
      frame: memory, from: range.lowerBound * stride, to: (range.lowerBound + count) * stride)
    runs.all += 1
    if isUnusual { runs.unusual += 1 }
    return isUnusual ? 0 : count
  }
}
