/// An input's numbers and addresses, good as long as its column stays where it is.
struct BoundInput {
  /// The value of a constant, or the parameters of a transform.
  var numbers: SIMD4<Double>
  /// The draws.
  var column: UnsafePointer<Double>?
  /// The coefficients of a table.
  var coefficients: UnsafePointer<Double>?

  /// A transform of a column.
  init(_ transform: QuantileTransform, of column: UnsafePointer<Double>?) {
    self.column = column
    switch transform {
    case .normal(let first, let second), .lognormal(let first, let second),
      .uniform(let first, let second):
      numbers = [first, second, 0, 0]
    case .triangular(let low, let high, let width, let belowMode):
      numbers = [low, high, width, belowMode]
    case .table(let table):
      numbers = [table.cellsPerUnit, 0, 0, 0]
      coefficients = table.coefficients
    }
  }

  /// A constant, or a column as it is.
  init(constant: Double = 0, column: UnsafePointer<Double>? = nil) {
    numbers = [constant, 0, 0, 0]
    self.column = column
  }

  /// Calls `body` with all inputs and their addresses.
  static func with<Result>(_ inputs: [MachineInput], _ body: ([BoundInput]) -> Result) -> Result {
    with(inputs[...], after: [], body)
  }

  private static func with<Result>(
    _ inputs: ArraySlice<MachineInput>, after bound: [BoundInput],
    _ body: ([BoundInput]) -> Result
  ) -> Result {
    guard let input = inputs.first else { return body(bound) }
    func go(_ next: BoundInput) -> Result {
      with(inputs.dropFirst(), after: bound + [next], body)
    }
    switch input {
    case .constant(let value): return go(BoundInput(constant: value))
    case .values(let column):
      return column.withUnsafeBufferPointer { go(BoundInput(column: $0.baseAddress)) }
    case .transformed(let transform, let column):
      return column.withUnsafeBufferPointer { go(BoundInput(transform, of: $0.baseAddress)) }
    }
  }
}
