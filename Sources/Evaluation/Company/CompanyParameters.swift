package import Nowcast
internal import Diagnostics
internal import Facts
internal import Formulas
internal import Plan
internal import Simulation
internal import Units

extension CompanyFormulas {
  /// The numbers of the file by name on a day: the median of each that is uncertain.
  ///
  /// The state of today is estimated with them, and whoever looks for a number finds it here.
  /// Student's t adds the degrees of freedom as `NAME_degrees`.
  ///
  /// - Throws: `DiagnosticError` for an assumption that didn't hold yet.
  package func numbers(in context: EvaluationContext) throws -> [String: Double] {
    try numbers(of: file.inputs + nowcast.inputs, in: context)
  }

  private func numbers(
    of inputs: [ModelInput], in context: EvaluationContext
  ) throws -> [String: Double] {
    var numbers: [String: Double] = [:]
    for input in inputs {
      guard case .assumption(let assumption) = input.scope else { continue }
      let series = assumption.revision(asOf: context.asOf)?.series
      var (spec, change) = (series?.anchors.first?.distribution, InputAdjustment())
      switch context.override(of: input.name, in: file.id)?.value {
      case .set(let distribution)?: spec = distribution
      case .adjusted(let adjustment, let other)?: (spec, change) = (other ?? spec, adjustment)
      case nil: break
      }
      guard let spec else {
        throw DiagnosticError(
          Diagnostic(
            "nothing was assumed for \"\(input.name)\" on \(context.asOf)", at: input.location,
            sourceLine: input.sourceLine, category: .missing))
      }
      try input.check(spec, change)
      if case .studentT(let degrees, _, _) = spec { numbers["\(input.name)_degrees"] = degrees }
      numbers[input.name] = try change(Distribution(spec).quantile(0.5))
    }
    return numbers
  }

  /// The parameters that the state of today is estimated with.
  ///
  /// - Throws: `DiagnosticError` naming the numbers that the file lacks.
  package func nowcastParameters(in context: EvaluationContext) throws -> NowcastParameters {
    try read(numbers(in: context)) { NowcastParameters(&$0) }
  }

  /// The parameters that series are estimated with.
  ///
  /// - Throws: `DiagnosticError` naming the numbers that the file lacks.
  package func seriesParameters(in context: EvaluationContext) throws -> SeriesParameters {
    let own = nowcast.inputs.filter { $0.name.hasPrefix("series_") }
    return try read(numbers(of: own, in: context)) { SeriesParameters(&$0) }
  }

  /// Reads laws from numbers of the file; the tails of the yearly draws are theirs.
  package func read<Laws>(
    _ numbers: [String: Double], _ make: (inout NamedParameters) -> Laws
  ) throws -> Laws {
    var numbers = numbers
    for (tail, shock) in [
      ("tail", "growth_shock"), ("gap_tail", "gap_shock"), ("amount_tail", "amount_shock"),
    ] {
      numbers[tail] = numbers["\(shock)_degrees"]
    }
    do {
      return try NamedParameters.read(among: numbers, make)
    } catch {
      throw DiagnosticError(
        Diagnostic(
          "\(file.file) lacks \(error.missing.joined(separator: ", "))",
          help: "declare them among its inputs, in \"nowcast\" or in \"series\"", category: .missing
        ))
    }
  }
}

extension ModelInput {
  /// Throws for what is set that lies outside of the input's domain.
  fileprivate func check(_ distribution: DistributionSpec, _ change: InputAdjustment) throws {
    do {
      _ = try DistributionSeries.always(distribution).confined(
        to: domain, of: name, scale: unit.scale, change: change)
    } catch let mistake as Diagnostic {
      throw DiagnosticError(mistake)
    }
  }
}
