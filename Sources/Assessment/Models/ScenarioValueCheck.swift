package import Diagnostics
package import Evaluation
internal import Facts
internal import Formulas
internal import Plan
internal import RunRecord
package import Study
internal import Threads
internal import Units

/// Finds what scenarios make of inputs that can't be, such as a negative noise: whoever evaluated
/// them would be stopped by it, without a place.
///
/// Held against are the assumptions as they are written; what facts of companies make of a change
/// shows when a scenario is evaluated.
package struct ScenarioValueCheck {
  let loaded: LoadedModels
  let evaluators: [any Evaluator]
  private let catalogue: InputCatalogue

  package init(loaded: LoadedModels, ownEvaluators: [any Evaluator]) {
    self.loaded = loaded
    evaluators = loaded.evaluators(with: ownEvaluators)
    catalogue = InputCatalogue(loaded, evaluators: evaluators)
  }

  /// The mistakes, scenario by scenario.
  package func problems() -> [Diagnostic] {
    loaded.scenarios.values.sorted { $0.id < $1.id }.flatMap(problems)
  }

  private func problems(of scenario: Scenario) -> [Diagnostic] {
    let preparation = RunPreparation(
      loaded: loaded, request: EvaluationRequest(scenario: scenario.id), evaluators: evaluators,
      crew: Crew(threads: 1))
    // What can't be read at all is told by whoever reads it.
    guard let (context, _) = try? preparation.context() else { return [] }
    return scenario.settings.flatMap { setting -> [Diagnostic] in
      guard let found = catalogue.find(setting.change.name) else { return [] }
      // Inputs of several models may be one to whoever set them.
      var told: Set<String> = []
      return found.entries.compactMap { entry in
        let changed = context.override(
          of: entry.name, in: entry.model, for: found.company ?? "")
        guard let changed, var mistake = mistake(of: entry, changed.value, context),
          told.insert(mistake.message).inserted
        else { return nil }
        mistake.location = setting.location
        mistake.sourceLine = setting.sourceLine
        return mistake
      }
    }
  }

  /// What is wrong with what becomes of an input; nil where nothing is, as far as the files tell.
  private func mistake(
    of entry: InputCatalogue.Entry, _ value: InputOverrideValue.Value,
    _ context: EvaluationContext
  ) -> Diagnostic? {
    if let quantity = quantity(of: entry), quantity.isOfCalendar,
      value != .set(.constant(Double(context.asOf.year)))
    {
      return Diagnostic(
        "\(entry.name) can't be set, since the calendar gives it",
        help: "choose another day with as_of, or another last year with horizon")
    }
    let (series, change): ([DistributionSeries], InputAdjustment)
    switch value {
    case .set(let distribution): (series, change) = ([.always(distribution)], InputAdjustment())
    case .adjusted(let adjustment, let other):
      // What lies outside before any change is no mistake of the scenario.
      let before = written(entry, context).filter { isWithin($0, entry) }
      (series, change) = (other.map { [.always($0)] } ?? before, adjustment)
    }
    for series in series {
      do {
        _ = try series.confined(
          to: entry.domain, of: entry.name, scale: entry.unit?.scale ?? 1, change: change)
      } catch let mistake as Diagnostic {
        return mistake
      } catch {
        return Diagnostic("\(error)")
      }
    }
    return nil
  }

  /// True if what is assumed of an input lies where its values live.
  private func isWithin(_ series: DistributionSeries, _ entry: InputCatalogue.Entry) -> Bool {
    let within = try? series.confined(
      to: entry.domain, of: entry.name, scale: entry.unit?.scale ?? 1)
    return within != nil
  }

  /// What the nowcast gives an input of the company model by; nil for any other input.
  private func quantity(of entry: InputCatalogue.Entry) -> NowcastQuantity? {
    guard entry.model == "company" else { return nil }
    for case .given(let input) in loaded.companyModel.inputs where input.name == entry.name {
      if case .nowcast(let quantity) = input.origin { return quantity }
    }
    return nil
  }

  /// What the files assume of an input on the day of the study, in every region.
  private func written(
    _ entry: InputCatalogue.Entry, _ context: EvaluationContext
  ) -> [DistributionSeries] {
    let inputs =
      entry.model == "company"
      ? loaded.companyModel.file.inputs + loaded.companyModel.nowcast.inputs
      : loaded.models.first { $0.id == entry.model }?.inputs ?? []
    let assumptions: [Assumption?] =
      switch inputs.first(where: { $0.name == entry.name })?.scope {
      case .assumption(let assumption): [assumption]
      case .company(_, let otherwise): [otherwise]
      case .market(let name):
        loaded.markets.values.sorted { $0.region < $1.region }
          .map { $0.inputs[name]?.assumption }
      default: []
      }
    return assumptions.compactMap { $0?.revision(asOf: context.asOf)?.series }
  }
}
