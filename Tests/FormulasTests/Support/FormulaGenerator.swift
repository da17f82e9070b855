/// Writes random formulas and models of plain numbers.
struct FormulaGenerator {
  var random: SplitMix
  /// Names that may be read in the same year.
  var names: [String]
  /// Names that may be read a year earlier.
  var earlierNames: [String] = []
  /// Whether bare `previous` means something.
  var isNext = false
  /// Whether a function over time is around what is being written.
  private var isInTime = false

  init(seed: UInt64, names: [String]) {
    random = SplitMix(seed: seed)
    self.names = names
  }

  mutating func formula(depth: Int) -> String {
    guard depth > 0, random.chance(85) else { return leaf() }
    switch random.below(10) {
    case 0...4:
      let symbol = random.element([
        "+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!=", "and", "or",
      ])
      return "(\(formula(depth: depth - 1))) \(symbol) (\(formula(depth: depth - 1)))"
    case 5: return "-(\(formula(depth: depth - 1)))"
    case 6: return "not (\(formula(depth: depth - 1)))"
    default: return call(depth: depth - 1)
    }
  }

  private mutating func leaf() -> String {
    let constants = [
      "0", "1", "2", "0.5", "35%", "1.5k", "3.98亿", "1e-3", "year", "step / 1 [year]",
      "first_year", "last_year",
    ]
    if isNext, !isInTime, random.chance(20) { return "previous" }
    if random.chance(20), !isInTime, !earlierNames.isEmpty {
      return "previous(\(random.element(earlierNames)))"
    }
    return random.chance(60) ? random.element(names) : random.element(constants)
  }

  private mutating func call(depth: Int) -> String {
    if random.chance(25) { return overTime(depth: depth) }
    let (name, count) = random.element([
      ("if", 3), ("min", 2), ("max", 3), ("clamp", 3), ("abs", 1), ("sqrt", 1), ("exp", 1),
      ("ln", 1), ("log10", 1), ("floor", 1), ("ceil", 1), ("round", 1), ("s_curve", 4), ("bass", 3),
      ("touches_zero", 3),
    ])
    let arguments = (0..<count).map { _ in formula(depth: depth) }
    return "\(name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func overTime(depth: Int) -> String {
    let was = isInTime
    isInTime = true
    defer { isInTime = was }
    let inner = formula(depth: depth)
    switch random.below(4) {
    case 0: return "previous(\(inner))"
    case 3: return "previous(\(inner), \(formula(depth: depth)))"
    case 1: return "cumulative(\(inner)) / 1 [year]"
    default: return "at(\(inner), \(2025 + random.below(4)))"
    }
  }

  /// A model of inputs, variables in an order without cycles, stocks among them.
  static func model(seed: UInt64) -> String {
    var generator = FormulaGenerator(seed: seed, names: ["a", "b", "c"])
    var lines = ["input a [1]", "input b [1] by year", "input c [1]"]
    let all = (0..<8).map { "v\($0)" }
    for name in all {
      generator.earlierNames = []
      generator.isNext = false
      let first = generator.formula(depth: 4)
      if generator.random.chance(30) {
        generator.earlierNames = all.filter { generator.names.contains($0) } + [name]
        generator.isNext = true
        lines.append("\(name) [1] := \(first) ; \(generator.formula(depth: 4))")
      } else {
        lines.append("\(name) [1] = \(first)")
      }
      generator.names.append(name)
    }
    return lines.joined(separator: "\n")
  }
}
