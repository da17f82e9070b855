internal import Evaluation
internal import Facts
internal import Formulas
internal import Plan
internal import RunRecord
internal import Study
internal import Threads

/// The values of companies that the measures of all claims need, each computed once.
struct CompanyValueTable: Sendable {
  private struct Key: Hashable {
    var setting: ClaimSetting
    var company: String
  }

  private let values: [Key: [ValueRequest: CompanyValue]]

  /// Computes what is needed, company by company and setting by setting, on a crew's threads.
  ///
  /// - Throws: `DiagnosticError` when an input can't be used.
  init(
    _ needs: [(MeasureNeed, Measure)], study: [Company], loaded: LoadedModels,
    common: ClaimWorld.Common, crew: Crew
  ) throws {
    var wanted: [Key: Set<ValueRequest>] = [:]
    var formulas: [ValueRequest: MeasureFormula] = [:]
    let vocabulary = Vocabulary(loaded: loaded)
    for (need, measure) in needs {
      if formulas[need.request] == nil, let names = try vocabulary.names(of: measure) {
        formulas[need.request] = MeasureFormula(
          names: names,
          currency: measure.currency(among: loaded.units, study: loaded.study.currency),
          formula: try names.compile(measure, year: need.request.year, units: loaded.units))
      }
      for id in measure.members(of: study.map(\.id)).ids {
        wanted[Key(setting: need.setting, company: id), default: []].insert(need.request)
      }
    }
    let settings = Set(wanted.keys.map(\.setting)).sorted { $0.text < $1.text }
    let worlds = try common.worlds(settings)
    let keys = wanted.keys.sorted {
      ($0.setting.text, $0.company) < ($1.setting.text, $1.company)
    }
    let (requests, compiled) = (wanted, formulas)
    let found = try crew.map(keys.count) { index -> [ValueRequest: CompanyValue] in
      let key = keys[index]
      guard let world = worlds[key.setting], let company = loaded.facts.company(key.company)
      else { return [:] }
      return try CompanyValues(world: world, company: company, formulas: compiled)
        .values(of: Array(requests[key] ?? []))
    }
    values = Dictionary(zip(keys, found), uniquingKeysWith: { $1 })
  }

  /// A company's value for a need; nil where nothing is computed of it.
  subscript(need: MeasureNeed, company: String) -> CompanyValue? {
    values[Key(setting: need.setting, company: company)]?[need.request]
  }

  /// The names that formulas may use, by model.
  private struct Vocabulary {
    let loaded: LoadedModels

    func names(of measure: Measure) throws -> MeasureNames? {
      let currency = measure.currency(among: loaded.units, study: loaded.study.currency)
      switch measure.scope {
      case .company:
        return try MeasureNames(loaded.companyModel, units: loaded.units, currency: currency)
      case .path(let id):
        return try loaded.models.first { $0.id == id }.map {
          try MeasureNames($0, units: loaded.units, currency: currency)
        }
      }
    }
  }
}
