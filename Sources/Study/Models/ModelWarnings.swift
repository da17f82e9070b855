internal import Diagnostics
internal import Evaluation
internal import Formulas
internal import Simulation

/// The warnings for a model's author, though the model runs.
struct ModelWarnings {
  let model: ModelFile
  /// The model's program; nil leaves out what only it can tell.
  let compiled: CompiledModel?
  /// Variables that something outside the model reads.
  var readElsewhere: Set<String> = []
  /// True if assumptions that cite no source are named.
  var wantsSources = false

  func diagnostics() -> [Diagnostic] {
    let unused = Set(compiled?.unusedInputs ?? []).subtracting(
      (model.sharedMarket.map { [$0.market, $0.claim] } ?? []) + model.inputs.flatMap(\.contested)
        + model.inputs.compactMap(\.trendOf))
    let inputs = model.inputs.flatMap { input -> [Diagnostic] in
      var found: [Diagnostic] = []
      if unused.contains(input.name) {
        found.append(
          .warning(
            "the input \"\(input.name)\" is not used by any formula", at: input.location,
            input.sourceLine, help: "remove it, or name it in a formula"))
      }
      if let assumption = input.assumption {
        found += assumption.warnings(
          of: input.name, at: input.location, input.sourceLine, wantsSources: wantsSources)
      }
      return found
    }
    return inputs + unusedVariables + constantOutputs + unboundedClaim
  }

  /// The warnings for a market's author.
  static func diagnostics(of market: MarketFile, wantsSources: Bool = false) -> [Diagnostic] {
    market.inputs.values.sorted { $0.location < $1.location }.flatMap { input -> [Diagnostic] in
      guard let assumption = input.assumption else { return [] }
      return assumption.warnings(
        of: input.name, at: input.location, input.sourceLine, wantsSources: wantsSources)
    }
  }

  // MARK: The program

  /// Variables that lead to no output, metric, criterion or claim.
  private var unusedVariables: [Diagnostic] {
    guard let compiled else { return [] }
    let shown =
      compiled.variables.filter(\.isOutput).map(\.name) + model.metrics
      + model.criteria.compactMap(\.formula) + (model.sharedMarket.map { [$0.claim] } ?? [])
      + readElsewhere
    let used = names(behind: shown, in: compiled)
    return model.variables.map(\.declaration).filter { !used.contains($0.name) }.map {
      .warning(
        "no output or metric uses the variable \"\($0.name)\"", at: $0.location, $0.sourceLine,
        help: "remove it, name it in a formula that leads to an output, or list it in metrics")
    }
  }

  /// Outputs that are the same in every year and every draw, other than an investment of nothing.
  private var constantOutputs: [Diagnostic] {
    guard let compiled else { return [] }
    let uncertain = Set(model.inputs.filter { !$0.isCertain }.map(\.name))
    return model.outputs.map(\.declaration).compactMap { output in
      guard let variable = compiled.variables.first(where: { $0.name == output.name }),
        !variable.variesByYear, !output.isNothing,
        names(behind: [output.name], in: compiled).isDisjoint(with: uncertain)
      else { return nil }
      return .warning(
        "the output \"\(output.name)\" is the same in every year and every draw",
        at: output.location, output.sourceLine,
        help: "give what it depends on a name and a range among the inputs")
    }
  }

  /// A claim that what the market has room for doesn't limit.
  private var unboundedClaim: [Diagnostic] {
    guard let compiled, let claim = model.sharedMarket?.claim,
      let room = model.inputs.first(where: { if case .room = $0.scope { true } else { false } }),
      !names(behind: [claim], in: compiled).contains(room.name)
    else { return [] }
    return [
      .warning(
        "the claim \"\(claim)\" isn't computed from \"\(room.name)\", so it isn't limited",
        at: room.location, room.sourceLine, help: "multiply the claim by \"\(room.name)\"")
    ]
  }

  /// Names, and all that their formulas name directly or through others.
  private func names(behind names: [String], in compiled: CompiledModel) -> Set<String> {
    let dependencies = Dictionary(
      compiled.variables.map { ($0.name, $0.dependencies) }, uniquingKeysWith: { $1 })
    var found: Set<String> = []
    var pending = names
    while let name = pending.popLast() {
      if found.insert(name).inserted { pending += dependencies[name] ?? [] }
    }
    return found
  }
}

extension ModelInput {
  fileprivate var assumption: Assumption? {
    switch scope {
    case .assumption(let assumption): assumption
    case .company(_, let otherwise): otherwise
    case .series(let series): series.otherwise
    case .market, .contest, .room, .trend: nil
    }
  }

  /// True if the model itself fixes the number.
  fileprivate var isCertain: Bool {
    guard case .assumption(let assumption) = scope else { return false }
    return assumption.revisions.allSatisfy { revision in
      revision.series.anchors.allSatisfy {
        if case .constant = $0.distribution { true } else { false }
      }
    }
  }
}

extension Assumption {
  /// The largest ratio of a 95th percentile to its 5th that raises no warning.
  private static let widest = 1000.0

  /// Missing reasons, and ranges in which every answer drowns.
  fileprivate func warnings(
    of name: String, at location: SourceLocation, _ line: String?, wantsSources: Bool
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if wantsSources, revisions.contains(where: \.sources.isEmpty) {
      found.append(
        .warning(
          "the assumption \"\(name)\" cites no source", at: location, line,
          help: "name in \"source\" what supports the range; a reason alone is a judgement"))
    }
    if revisions.contains(where: { $0.because == nil }) {
      found.append(
        .warning(
          "the assumption \"\(name)\" gives no reason", at: location, line,
          help: "say in \"because\" why this range and not another"))
    }
    let distributions = revisions.flatMap(\.series.anchors).map(\.distribution)
    if distributions.contains(where: Self.isTooWide) {
      found.append(
        .warning(
          "\"\(name)\" ranges over more than three orders of magnitude", at: location, line,
          help: "such a range drowns every answer; narrow it, or split the input"))
    }
    return found
  }

  private static func isTooWide(_ spec: DistributionSpec) -> Bool {
    guard let distribution = try? Distribution(spec) else { return false }
    let low = distribution.quantile(0.05)
    // Quantiles are rounded: a thousand times exactly is not too wide.
    return low > 0 && distribution.quantile(0.95) > widest * low * (1 + 1e-9)
  }
}

extension VariableDeclaration {
  /// True if the formula is the number 0 and nothing else.
  fileprivate var isNothing: Bool {
    guard case .formula(let source) = rule else { return false }
    let number = source.text.prefix { $0 != "[" }.split(separator: " ")
    return number.count == 1 && NumberNotation.parse(String(number[0])) == 0
  }
}

extension Diagnostic {
  fileprivate static func warning(
    _ message: String, at location: SourceLocation?, _ line: String?, help: String
  ) -> Diagnostic {
    Diagnostic(message, at: location, sourceLine: line, help: help, severity: .warning)
  }
}
