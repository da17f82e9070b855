@testable import Formulas
import Testing

@testable import Simulation

struct SlotAllocationTests {
  /// What is left of a program on columns, all of it kept.
  private func reduced(_ program: Program) -> ReducedProgram {
    withExtendedLifetime([0.0]) { column in
      column.withUnsafeBufferPointer { column in
        ReducedProgram(
          MachineLayout(program),
          InputColumns(
            columns: program.inputs.map { _ in column.baseAddress.map { .column($0) } ?? .number(0)
            }
          ), keeping: Array(program.outputs.indices))
      }
    }
  }

  /// Walks a program and notes whose value each piece of memory has.
  @Test(arguments: 1...100)
  func `a value stays until its last use`(seed: UInt64) {
    let program = reduced(
      RandomProgram.program(length: 80, seed: seed, keepsAll: seed.isMultiple(of: 10)))
    let layout = program.layout
    let slots = SlotAllocation(for: program)
    var owners = [Int?](repeating: nil, count: slots.count)
    for index in program.running {
      let (a, b, c) = program.operands(of: index)
      let (operands, target) = ([a, b, c], program.target(of: index))
      for value in operands where layout.isValue(value) && program.numbers[value] == nil {
        #expect(!layout.isMadeOnTheWay(value), "a product on the way is nowhere to be read")
        if let piece = slots.pieces[value] {
          #expect(owners[piece] == value, "seed \(seed)")
        } else {
          #expect(slots.homes[value] != nil, "seed \(seed)")
        }
      }
      guard let piece = slots.pieces[target] else { continue }
      for value in operands { #expect(slots.pieces[value] != piece, "a step writes what it reads") }
      owners[piece] = target
    }
    for (position, output) in program.kept.enumerated() {
      let place = program.place(of: output)
      guard layout.isValue(place), program.numbers[place] == nil else { continue }
      #expect(slots.pieces[place] == nil)
      #expect(slots.homes[place].map { $0 <= position } == true)
    }
  }

  @Test func `a chain needs two pieces, however long`() {
    let chain = Program(
      constants: [], inputs: [.init(input: 0, year: nil)],
      instructions: (0..<50).map { .init(.negate, $0 == 0 ? .input(0) : .value($0 - 1)) },
      outputs: [.init(variable: 0, year: nil, source: .value(49))])
    #expect(SlotAllocation(for: reduced(chain)).count == 2)
  }
}
