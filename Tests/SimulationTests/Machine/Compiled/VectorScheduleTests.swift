import Testing

@testable import Simulation

struct VectorScheduleTests {
  @Test func `takes chains in turn that don't wait for each other`() {
    var code = VectorCode()
    let start = code.make(.load, nil, .place(.column(0)))
    let chains = (0..<3).map { _ in
      (0..<4).reduce(into: [start]) { chain, _ in
        chain.append(code.make(.multiply, chain[chain.count - 1], .value(chain[chain.count - 1])))
      }
    }
    for chain in chains { code.append(.store(.result(0)), chain[4]) }
    // A product takes three cycles: a step of each chain, one a cycle.
    let expected = (1...4).flatMap { step in chains.map { $0[step] } }
    let products = VectorSchedule.order(code).filter { $0.operation == .multiply }
    #expect(products.compactMap(\.target) == expected)
  }

  @Test func `keeps a test with what it decides`() {
    var code = VectorCode()
    let x = code.make(.load, nil, .place(.column(0)))
    var choices: [(test: Int, choice: Int)] = []
    for number in 0..<6 {
      // Every second value to be tested is there late.
      let tested =
        number.isMultiple(of: 2) ? code.make(.divide, x, .place(.number(number))) : x
      code.append(.test(.isBelow), tested, .place(.number(number)))
      let choice = code.make(.choose, x, .place(.number(number)))
      choices.append((number, choice))
      code.append(.store(.result(number)), choice)
    }
    var latest = -1
    for instruction in VectorSchedule.order(code) {
      if case .test = instruction.operation, case .place(.number(let number)) = instruction.second {
        latest = number
      }
      if instruction.operation == .choose {
        #expect(choices.first { $0.choice == instruction.target }?.test == latest)
      }
    }
    #expect(latest == 5)
  }

  @Test func `never reads a value before it is made`() {
    var code = VectorCode()
    var values = [code.make(.load, nil, .place(.column(0)))]
    for index in 0..<400 {
      let other = values[(index * 7919) % values.count]
      values.append(
        code.make(index.isMultiple(of: 3) ? .divide : .add, values[index / 2], .value(other)))
    }
    code.append(.store(.result(0)), values[400])
    var made: Set<Int> = []
    let order = VectorSchedule.order(code)
    #expect(order.count == code.instructions.count)
    for instruction in order {
      for value in instruction.operands { #expect(made.contains(value)) }
      if let target = instruction.target { made.insert(target) }
    }
  }
}
