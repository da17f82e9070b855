package import Facts
internal import Formulas
internal import RunRecord
internal import Units

// A model made of two versions of it: the structure of one, what is assumed for some inputs from the
// other.
extension ModelInput {
  /// What is assumed for it, where something is.
  package var assumption: Assumption? {
    switch scope {
    case .assumption(let assumption): assumption
    case .company(_, let otherwise): otherwise
    case .series(let series): series.otherwise
    case .market, .trend, .contest, .room: nil
    }
  }

  /// Its form without what is assumed: name, unit, origin, whose draws it has.
  package var form: String {
    let origin =
      switch scope {
      case .assumption: "assumption"
      case .company(let metrics, let otherwise):
        "fact \(metrics.joined(separator: " or ")) \(otherwise == nil ? "" : "or assumption")"
      case .market(let name): "market \(name)"
      case .series(let series):
        "series \(series.metric) \(series.otherwise == nil ? "" : "or assumption")"
      case .trend(let trend): "trend of \(trend.name)"
      case .contest(let contest):
        "contest \(contest.odds.name) \(contest.places.name) \(contest.rest.name)"
      case .room(let room): "room for \(room.claim.name)"
      }
    return "\(name) [\(unit.dimension)] \(origin) \(isOwn) \(isChance)"
  }

  /// The same with what another version assumes for it; nil where that has nothing that fits.
  package func assuming(as other: ModelInput) -> ModelInput? {
    guard let assumption = other.assumption, unit.dimension == other.unit.dimension else {
      return nil
    }
    var mixed = self
    switch scope {
    case .assumption: mixed.scope = .assumption(assumption)
    case .company(let metrics, .some):
      mixed.scope = .company(metrics: metrics, otherwise: assumption)
    case .series(let series) where series.otherwise != nil:
      mixed.scope = .series(SeriesOrigin(metric: series.metric, otherwise: assumption))
    default: return nil
    }
    // Numbers are written in their input's unit.
    mixed.unit = other.unit
    return mixed
  }

  /// The same without what was learnt after a day.
  fileprivate func known(by day: Day) -> ModelInput {
    guard let assumption else { return self }
    var known = self
    let before = assumption.known(by: day)
    switch scope {
    case .assumption: known.scope = .assumption(before)
    case .company(let metrics, _): known.scope = .company(metrics: metrics, otherwise: before)
    case .series(let series):
      known.scope = .series(SeriesOrigin(metric: series.metric, otherwise: before))
    default: break
    }
    return known
  }
}

extension [ModelInput] {
  /// The inputs with what another version assumes for those of some names.
  fileprivate func assuming(_ names: Set<String>, as others: [ModelInput]) -> [ModelInput] {
    names.isEmpty
      ? self
      : map { input in
        guard names.contains(input.name), let other = others.first(where: { $0.name == input.name })
        else { return input }
        return input.assuming(as: other) ?? input
      }
  }
}

extension ModelFile {
  /// Its form without what is assumed for its inputs, and without what only readers see.
  package var form: [String] {
    var form = [id, currency, "\(start ?? 0) \(horizon ?? 0)"]
    form += inputs.map(\.form)
    form += (variables + outputs).map { variable in
      let declared = variable.declaration
      return "\(declared.name) [\(declared.unit.scale) \(declared.unit.dimension)]"
        + " = \(declared.formulaText)"
    }
    form += metrics + reportedAs
    form += criteria.map { criterion in
      let record = criterion.record
      return "\(record.id) \(record.weight) \(record.gate) \(record.inModel) \(criterion.halfLife)"
        + " \(criterion.fact ?? "") \(criterion.formula ?? "")"
    }
    form += correlations.map { "\($0.first) \($0.second) \($0.spearman)" }
    form += [sharedMarket.map { "\($0.claim) of \($0.market)" } ?? ""]
    return form
  }

  /// The model with what another version assumes for inputs of some names.
  package func assuming(_ names: Set<String>, as other: ModelFile) -> ModelFile {
    var mixed = self
    mixed.inputs = inputs.assuming(names, as: other.inputs)
    return mixed
  }

  /// The same without what was learnt after a day.
  package func known(by day: Day) -> ModelFile {
    var known = self
    known.inputs = inputs.map { $0.known(by: day) }
    return known
  }
}

extension CompanyFormulas {
  /// The inputs of the file for which something is assumed: those of formulas, then those of the
  /// state of today.
  package var assumed: [ModelInput] { file.inputs + nowcast.inputs }

  /// Its form without what is assumed for its inputs, and without what only readers see.
  package var form: [String] { file.form + texts + nowcast.inputs.map(\.form) }

  /// The model with what another version assumes for inputs of some names.
  package func assuming(_ names: Set<String>, as other: CompanyFormulas) -> CompanyFormulas {
    changingInputs { $0.assuming(names, as: other.assumed) }
  }

  /// The same without what was learnt after a day.
  package func known(by day: Day) -> CompanyFormulas {
    changingInputs { $0.map { $0.known(by: day) } }
  }

  private func changingInputs(_ change: ([ModelInput]) -> [ModelInput]) -> CompanyFormulas {
    var mixed = self
    mixed.file.inputs = change(file.inputs)
    mixed.nowcast.inputs = change(nowcast.inputs)
    mixed.inputs = inputs.map { input in
      guard case .drawn(let drawn) = input else { return input }
      return .drawn(change([drawn])[0])
    }
    return mixed
  }
}

extension MarketInput {
  /// What its draws depend on, without what only readers see.
  package var form: String {
    let origin =
      switch self.origin {
      case .sameAs(let region): "same as \(region)"
      case .declared(let metric, let assumption): "\(metric ?? "") \(assumption?.form ?? "")"
      case .series(let metric, let assumption): "series \(metric) \(assumption?.form ?? "")"
      }
    return "\(unit.map { "\($0.scale) \($0.dimension)" } ?? "") \(origin)"
  }

  /// The same without what was learnt after a day.
  package func known(by day: Day) -> MarketInput {
    var known = self
    switch origin {
    case .sameAs: break
    case .declared(let metric, let assumption):
      known.origin = .declared(metric: metric, assumption: assumption?.known(by: day))
    case .series(let metric, let assumption):
      known.origin = .series(metric: metric, assumption: assumption?.known(by: day))
    }
    return known
  }
}

extension Assumption {
  /// What its draws depend on: the distributions by the day from which they hold.
  package var form: String {
    revisions.map { "\($0.since?.description ?? "always"): \($0.series.text)" }
      .joined(separator: "; ")
  }

  /// The newest revision.
  package var newest: Revision? { revisions.last }
}
