/// Puts vector code into an order in which the processor waits little.
///
/// A processor looks some sixty instructions ahead for one that needn't wait; an exponential alone
/// is a chain of two dozen, each of which waits for the one before. Here instructions of chains that
/// are independent come in turn: a list schedule (J. A. Fisher, Trace scheduling, IEEE Transactions
/// on Computers C-30, 1981) that takes, of what is ready, what has the longest way to the end. It
/// never takes an instruction far beyond the first one left, so that values don't wait long in
/// registers.
struct VectorSchedule {
  /// How far beyond the first instruction left one is taken.
  ///
  /// On the reference model of the benchmark 70 took 123 µs a company, 100 119, 150 118, 250 112 and
  /// 400 117: farther on, values wait so long that they have to be stored.
  static let reach = 240

  private let instructions: [VectorCode.Instruction]
  /// The instructions that have to wait for each.
  private var followers: [[Int]]
  private var waitsFor: [Int]
  /// Cycles from each instruction's beginning to the end of the longest chain that it begins.
  private var distance: [Int]

  /// The instructions of some code in a better order.
  static func order(_ code: VectorCode) -> [VectorCode.Instruction] {
    var schedule = VectorSchedule(code)
    return schedule.run()
  }

  private init(_ code: VectorCode) {
    instructions = code.instructions
    followers = Array(repeating: [], count: instructions.count)
    waitsFor = Array(repeating: 0, count: instructions.count)
    distance = Array(repeating: 0, count: instructions.count)
    connect(valueCount: code.valueCount)
    for index in instructions.indices.reversed() {
      let rest = followers[index].map { distance[$0] }.max() ?? 0
      distance[index] = rest + instructions[index].latency
    }
  }

  // MARK: Dependencies

  private mutating func connect(valueCount: Int) {
    var makers = [Int?](repeating: nil, count: valueCount)
    var readers = [[Int]](repeating: [], count: valueCount)
    var mask = Resource()
    var table = Resource()
    var lastCall: Int?
    for (index, instruction) in instructions.enumerated() {
      for value in instruction.operands {
        if let maker = makers[value] { wait(index, for: maker) }
        readers[value].append(index)
      }
      if let target = instruction.target { makers[target] = index }
      // What replaces a value comes after all others that read it.
      if instruction.operation.replaces, let first = instruction.first {
        for reader in readers[first] where reader != index { wait(index, for: reader) }
      }
      for before in mask.pass(index, instruction.operation.useOfMask) { wait(index, for: before) }
      for before in table.pass(index, instruction.useOfTable) { wait(index, for: before) }
      if case .call = instruction.operation {
        for before in (lastCall ?? 0)..<index { wait(index, for: before) }
        lastCall = index
      } else if let lastCall {
        wait(index, for: lastCall)
      }
    }
  }

  private mutating func wait(_ index: Int, for other: Int) {
    followers[other].append(index)
    waitsFor[index] += 1
  }

  /// Something there is one of: who reads it has to come between the one who wrote it and the next
  /// to write it.
  fileprivate struct Resource {
    var writer: Int?
    var readers: [Int] = []

    enum Use { case none, read, write }

    /// What an instruction has to wait for.
    mutating func pass(_ index: Int, _ use: Use) -> [Int] {
      switch use {
      case .none: return []
      case .read:
        readers.append(index)
        return writer.map { [$0] } ?? []
      case .write:
        let before = readers + (writer.map { [$0] } ?? [])
        (writer, readers) = (index, [])
        return before
      }
    }
  }

  // MARK: The order

  private mutating func run() -> [VectorCode.Instruction] {
    var order: [VectorCode.Instruction] = []
    order.reserveCapacity(instructions.count)
    // The cycle from which on each instruction's operands are there.
    var ready = [Int](repeating: 0, count: instructions.count)
    var isDone = [Bool](repeating: false, count: instructions.count)
    // Those that wait for no other.
    var open = instructions.indices.filter { waitsFor[$0] == 0 }
    var (first, cycle, units) = (0, 0, Units())
    while first < instructions.count {
      var best: Int?
      for (place, index) in open.enumerated()
      where ready[index] <= cycle && index < first + Self.reach
        && units.has(instructions[index].unit)
      {
        if best.map({ isBetter(index, than: open[$0]) }) ?? true { best = place }
      }
      guard let best else {
        (cycle, units) = (cycle + 1, Units())
        continue
      }
      let index = open[best]
      open.swapAt(best, open.count - 1)
      open.removeLast()
      units.take(instructions[index].unit)
      isDone[index] = true
      order.append(instructions[index])
      for follower in followers[index] {
        waitsFor[follower] -= 1
        if waitsFor[follower] == 0 { open.append(follower) }
        ready[follower] = max(ready[follower], cycle + instructions[index].latency)
      }
      while first < instructions.count, isDone[first] { first += 1 }
    }
    return order
  }

  private func isBetter(_ index: Int, than other: Int) -> Bool {
    distance[index] > distance[other] || (distance[index] == distance[other] && index < other)
  }

  /// What a cycle can begin with: a product, a sum, and some others.
  private struct Units {
    private var products = 1
    private var sums = 1
    private var others = 2

    func has(_ unit: VectorCode.Instruction.Unit) -> Bool {
      switch unit {
      case .product: products > 0
      case .sum: sums > 0
      case .other: others > 0
      }
    }

    mutating func take(_ unit: VectorCode.Instruction.Unit) {
      switch unit {
      case .product: products -= 1
      case .sum: sums -= 1
      case .other: others -= 1
      }
    }
  }
}

extension VectorCode.Operation {
  /// Whether the target takes the first operand's register.
  var replaces: Bool {
    self == .power
  }

  fileprivate var useOfMask: VectorSchedule.Resource.Use {
    switch self {
    case .test, .testAlso, .testElse: .write
    case .choose, .truth, .notice: .read
    default: .none
    }
  }
}

extension VectorCode.Instruction {
  /// The values that it reads.
  var operands: [VectorCode.Value] {
    var values = first.map { [$0] } ?? []
    if case .value(let value) = second { values.append(value) }
    return values
  }

  fileprivate var useOfTable: VectorSchedule.Resource.Use {
    if case .store(.scratch) = operation { return .write }
    if case .table = operation { return .write }
    if case .place(.coefficients) = second { return .read }
    return .none
  }

  fileprivate enum Unit {
    case product, sum, other
  }

  fileprivate var unit: Unit {
    switch operation {
    case .multiply, .divide, .squareRoot: .product
    case .add, .subtract: .sum
    default: .other
    }
  }

  /// Cycles until the result is there, on recent processors.
  fileprivate var latency: Int {
    let memory = if case .place = second { 7 } else { 0 }
    let own =
      switch operation {
      case .add, .subtract, .multiply: 3
      case .convert, .truncate, .test, .testAlso, .testElse: 4
      case .power, .shuffleBlocks, .insertHalf: 5
      case .divide: 20
      case .squareRoot: 25
      default: 1
      }
    return own + memory
  }
}
