internal import Evaluation
internal import Facts
internal import Formulas
internal import Plan
internal import RunRecord
internal import Study

/// A day and the inputs that are set on it: what all companies of a measure have in common.
struct ClaimSetting: Hashable, Sendable {
  var day: Day
  var inputs: [String: DistributionSpec]

  /// A day with hinges in their neutral places; what a measure sets for itself holds.
  init(_ day: Day, hinges: [Hinge], set: [Setting]) {
    self.day = day
    inputs = Dictionary(
      (hinges.map(\.neutral) + set).map { ($0.input, $0.distribution) }, uniquingKeysWith: { $1 })
  }

  /// The inputs in words, to sort by.
  var text: String {
    "\(day) " + inputs.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
  }
}

/// The facts and models as they are on the day of a setting, with its inputs set.
struct ClaimWorld: Sendable {
  /// The values that all worlds have in common.
  struct Common: Sendable {
    /// The study on the run's day, with what the run itself sets.
    var context: EvaluationContext
    var evaluators: [any Evaluator]
    var model: CompanyModel
    var policy: ScoringPolicy
    var draws: Draws
  }

  let common: Common
  let context: EvaluationContext
  let competition: Competition
  let planner: CompanyPlanner

  /// Sets a world up; where nothing of a path is set, `shared` is the competition of its day.
  ///
  /// - Throws: `DiagnosticError` naming numbers that the company model lacks.
  init(_ setting: ClaimSetting, _ common: Common, sharing shared: Competition? = nil) throws {
    self.common = common
    var context = common.context
    context.asOf = setting.day
    context.years = Array(setting.day.year...(common.context.years.last ?? setting.day.year))
    for (input, distribution) in setting.inputs {
      context.set(
        input,
        to: InputOverrideValue(
          distribution: distribution, because: Reason(.setByOption)))
    }
    self.context = context
    competition = shared ?? Competition(context)
    planner = try CompanyPlanner(
      context: context, evaluators: common.evaluators, companyModel: common.model,
      rules: common.policy.rules, draws: common.draws, competition: competition)
  }

  var draws: Draws { common.draws }
}

extension ClaimWorld.Common {
  /// Sets up the worlds of some settings; those of a day in which no path is touched share its
  /// markets.
  func worlds(_ settings: [ClaimSetting]) throws -> [ClaimSetting: ClaimWorld] {
    let paths = evaluators.map(\.description)
    let inputs = Set(
      paths.flatMap { path in
        path.inputs + path.inputs.map { "\(path.record.id).\($0)" }
      })
    var markets: [Day: Competition] = [:]
    var worlds: [ClaimSetting: ClaimWorld] = [:]
    for setting in settings {
      guard inputs.isDisjoint(with: setting.inputs.keys) else {
        worlds[setting] = try ClaimWorld(setting, self)
        continue
      }
      let world = try ClaimWorld(setting, self, sharing: markets[setting.day])
      markets[setting.day] = world.competition
      worlds[setting] = world
    }
    return worlds
  }
}
