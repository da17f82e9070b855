@testable import Formulas
import Testing

@testable import Simulation

struct SlotAllocationTests {
  /// Walks a program and notes whose value each piece of memory has.
  @Test(arguments: 1...100)
  func `a value stays until its last use`(seed: UInt64) {
    let program = RandomProgram.program(length: 80, seed: seed, keepsAll: seed.isMultiple(of: 10))
    let steps = Steps(program)
    let slots = SlotAllocation(for: program, in: steps)
    var owners = [Int?](repeating: nil, count: slots.count)
    for (index, step) in steps.steps.enumerated() where !steps.inner.contains(index) {
      for case .value(let value) in step.operands {
        #expect(!steps.inner.contains(value), "a product on the way is nowhere to be read")
        if let piece = slots.pieces[value] { #expect(owners[piece] == value, "seed \(seed)") }
      }
      guard let piece = slots.pieces[index] else { continue }
      for case .value(let value) in step.operands {
        #expect(slots.pieces[value] != piece, "a step writes what it reads")
      }
      owners[piece] = index
    }
    for (place, output) in program.outputs.enumerated() {
      guard case .value(let value) = output.source else { continue }
      #expect(slots.pieces[value] == nil)
      #expect(slots.homes[value].map { $0 <= place } == true)
    }
  }

  @Test func `a chain needs two pieces, however long`() {
    let chain = Program(
      constants: [], inputs: [.init(input: 0, year: nil)],
      instructions: (0..<50).map { .init(.negate, $0 == 0 ? .input(0) : .value($0 - 1)) },
      outputs: [.init(variable: 0, year: nil, source: .value(49))])
    #expect(SlotAllocation(for: chain, in: Steps(chain)).count == 2)
  }
}
