internal import Diagnostics
internal import Evaluation
internal import Units

/// Checks that the inputs of markets can be taken by the models that ask for them: in their unit,
/// and from a region that declares them.
struct MarketCheck {
  let markets: [String: MarketFile]
  /// The models, the company's among them.
  let models: [ModelFile]

  /// The mistakes that stand in the files of markets.
  func problems() -> [Diagnostic] {
    inOrder.flatMap { market in
      market.inputs.values.sorted { $0.name < $1.name }.flatMap { input -> [Diagnostic] in
        [circle(of: input, from: market.region)].compactMap(\.self)
          + misfits(of: input, in: market.region)
      }
    }
  }

  /// That an input of a model isn't in the unit of the market input that it takes.
  ///
  /// Where no model takes that in its unit, it stands wrong in the market's own file and is told of
  /// there.
  func mistakes(of input: ModelInput, market name: String) -> [Diagnostic] {
    let takers = takers(of: name)
    for market in inOrder {
      guard let found = market.inputs[name], let unit = found.unit,
        unit.dimension != input.unit.dimension,
        takers.isEmpty || takers.contains(where: { $0.unit.dimension == unit.dimension })
      else { continue }
      return [
        Diagnostic(
          misfit(of: input, found, unit, in: market.region), at: input.location,
          sourceLine: input.sourceLine,
          help: "give both the same unit: the market input stands at \(found.location)")
      ]
    }
    return []
  }

  private var inOrder: [MarketFile] { markets.values.sorted { $0.region < $1.region } }

  /// The inputs of models that take a market input.
  private func takers(of name: String) -> [ModelInput] {
    models.flatMap(\.inputs).filter { input in
      if case .market(let taken) = input.scope { taken == name } else { false }
    }
  }

  // MARK: Units

  /// That no model takes a market input in its unit; what inputs of several say alike is told once.
  private func misfits(of input: MarketInput, in region: String) -> [Diagnostic] {
    guard let unit = input.unit else { return [] }
    let takers = takers(of: input.name)
    guard takers.allSatisfy({ $0.unit.dimension != unit.dimension }) else { return [] }
    var told: Set<String> = []
    return takers.compactMap { taker -> Diagnostic? in
      let message = misfit(of: taker, input, unit, in: region)
      guard told.insert(message).inserted else { return nil }
      return Diagnostic(
        message, at: input.location, sourceLine: input.sourceLine,
        help: "give both the same unit: \"\(taker.name)\" stands at \(taker.location)")
    }
  }

  /// What whoever evaluates would say of it.
  private func misfit(
    of taker: ModelInput, _ input: MarketInput, _ unit: UnitExpression, in region: String
  ) -> String {
    "\"\(taker.name)\" is in \(taker.unit.text), but the market input \"\(input.name)\" of "
      + "\"\(region)\" is in \(unit.text)"
  }

  // MARK: Circles

  /// That regions say of an input that it is the same as each other's; told of the first of them.
  private func circle(of input: MarketInput, from region: String) -> Diagnostic? {
    var way: [String] = []
    var next = region
    while !way.contains(next),
      case .sameAs(let other)? = markets[next]?.inputs[input.name]?.origin
    {
      way.append(next)
      next = other
    }
    guard next == region, way.min() == region else { return nil }
    return Diagnostic(
      "the regions \((way + [region]).joined(separator: " → ")) say of \"\(input.name)\" that it "
        + "is the same as each other's", at: input.location, sourceLine: input.sourceLine,
      help: "declare the input in one of them")
  }
}
