/// The numbers and addresses of a program's inputs, good as long as their arrays stay.
struct InputColumns {
  enum Input {
    /// The same in every draw.
    case number(Double)
    /// The first of a value a draw.
    case column(UnsafePointer<Double>)
  }

  let columns: [Input]

  /// Calls `body` with all inputs and their addresses.
  static func with<Result>(_ inputs: [Column], _ body: (InputColumns) -> Result) -> Result {
    with(inputs[...], after: [], body)
  }

  private static func with<Result>(
    _ inputs: ArraySlice<Column>, after bound: [Input], _ body: (InputColumns) -> Result
  ) -> Result {
    switch inputs.first {
    case nil: body(InputColumns(columns: bound))
    case .constant(let value): with(inputs.dropFirst(), after: bound + [.number(value)], body)
    case .values(let values):
      values.withUnsafeBufferPointer { values in
        let next = values.baseAddress.map { Input.column($0) } ?? .number(.nan)
        return with(inputs.dropFirst(), after: bound + [next], body)
      }
    }
  }
}
