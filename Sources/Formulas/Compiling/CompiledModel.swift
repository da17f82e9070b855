package import Units

/// A model ready to run: its program, and what its results are called and measured in.
package struct CompiledModel: Sendable {
  /// The formulas as they are written, which is what the others are held to.
  package let program: Program
  /// The program that the machine runs, with the same inputs and outputs as `program`.
  ///
  /// It is equal to `program` up to rounding as long as its guarded values are of an ordinary size.
  package let optimized: Program
  /// Variables in order of declaration, then outputs that aren't variables themselves;
  /// `Program.OutputSlot.variable` counts them.
  package let variables: [CompiledVariable]
  /// The names of all inputs; `Program.InputSlot.input` counts them.
  package let inputs: [String]
  /// The inputs that no formula names, in order of declaration.
  package let unusedInputs: [String]
  package let years: [Int]
}

extension CompiledModel {
  /// The same model with the columns of its outputs alone, for a run that nobody traces.
  package var keepingOutputs: CompiledModel { keeping(\.isOutput) }

  /// The same model with the columns of some variables alone.
  package func keeping(_ isKept: (CompiledVariable) -> Bool) -> CompiledModel {
    func lean(_ program: Program) -> Program {
      var program = program
      program.outputs = program.outputs.filter { isKept(variables[$0.variable]) }
      return program
    }
    return CompiledModel(
      program: lean(program), optimized: lean(optimized), variables: variables, inputs: inputs,
      unusedInputs: unusedInputs, years: years)
  }
}

/// A variable or output of a compiled model.
package struct CompiledVariable: Hashable, Sendable {
  package let name: String
  /// As declared; the program's values are in base units.
  package let unit: UnitExpression
  /// True if it has a value for each year, false if one for all.
  package let variesByYear: Bool
  package let isOutput: Bool
  /// The inputs and variables that its formulas name, in order of first use, without its own name.
  package let dependencies: [String]
  /// Its place, from 0, among the variables in the order in which they can be computed within the
  /// first year.
  package let orderOfComputation: Int
}
