extension FormulaFunction {
  /// The functions of inputs that are series; only before a parenthesis are their names words of
  /// the language, so that inputs and variables may bear them too.
  static let ofSeries: [FormulaFunction] = [
    FormulaFunction(
      name: "level", parameters: ["input"],
      summary: "The level of a series on the day of the study, which its bare name is too.",
      example: "level(users)", result: "2M [user]", units: .unchanged, meaning: .level),
    FormulaFunction(
      name: "trend", parameters: ["input"],
      summary: "The log growth of a series a year on the day of the study.",
      example: "trend(users)", result: "0.3 [1/year]", units: .trend, meaning: .trend),
  ]
}

extension FormulaFunction {
  /// True for the level and the trend of a series.
  var isOfSeries: Bool {
    switch meaning {
    case .level, .trend: true
    default: false
    }
  }
}

extension FormulaExpression {
  /// The inputs whose trend it asks for, by name.
  package var trends: [String] {
    nodes.compactMap { node in
      guard case .call(let function, let arguments) = node.kind, case .trend = function.meaning,
        case .name(let name) = nodes[arguments[0]].kind
      else { return nil }
      return name
    }
  }

  /// The inputs whose level it asks for, by name.
  package var levels: [String] {
    nodes.compactMap { node in
      guard case .call(let function, let arguments) = node.kind, case .level = function.meaning,
        case .name(let name) = nodes[arguments[0]].kind
      else { return nil }
      return name
    }
  }
}
