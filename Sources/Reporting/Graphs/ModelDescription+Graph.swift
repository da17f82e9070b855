package import RunRecord

extension ModelDescription {
  /// The graph of the model's computation: inputs in the order of the file, then formulas in the
  /// order of computation.
  package var graph: DependencyGraph {
    let inputs = self.inputs.map { input in
      DependencyGraph.Node(
        name: input.name, unit: input.unit,
        kind: DependencyGraph.Kind(rawValue: input.scope)
          ?? (["nowcast", "paths"].contains(input.scope) ? .company : .assumption))
    }
    let formulas = path.formulas.map { formula in
      DependencyGraph.Node(
        name: formula.name, unit: formula.unit.rawValue,
        kind: outputs.contains(formula.name) ? .output : .variable)
    }
    return DependencyGraph(
      title: path.title.text(in: "en"), nodes: inputs + formulas, dependencies: dependencies)
  }
}
