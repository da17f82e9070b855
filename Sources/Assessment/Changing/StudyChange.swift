internal import Diagnostics
internal import Facts
internal import RunRecord
internal import Scoring

/// One change of a study, as it was understood.
struct StudyChange: Sendable {
  /// What it does.
  enum Effect: Sendable {
    /// Inputs get other values.
    case inputs([InputOverride])
    /// A company gets a fact, in place of one that it has or beside the others.
    case fact(Fact, instead: Fact?, company: String)
    /// The facts as of another day.
    case asOf(CalendarDay)
    /// Another last year.
    case horizon(Int)
    /// Another discount rate.
    case discountRate(Double)
    /// Another scenario.
    case scenario(String)
    /// Other weights of the ranking's criteria.
    case weights(RankingWeights)
    /// A variable of the company model gets another median in a company, by the inputs by which one
    /// sets it.
    case driver(DriverChange)
  }

  /// What it does.
  var effect: Effect
  /// The models whose inputs it changes; of a scenario those of all its changes.
  var paths: [String] = []
  /// The metrics that its figure may be of; none for what isn't a figure of a company.
  var metrics: [String] = []
  /// The reason for it.
  var because = Reason(.setByOption)
  /// What was understood, for the record.
  var record: ChangeRecord

  /// What it changes, in words.
  var target: String { [record.company, record.name].compactMap(\.self).joined(separator: ".") }

  /// Throws for money that comes in when nobody looks any more.
  func checkIsLooked(at last: Int) throws {
    guard case .fact(let fact, _, let company) = effect, let commitment = fact.commitment,
      commitment.paidBy.year > last
    else { return }
    throw Diagnostic(
      "\"\(record.text)\" comes in after the end of \(last), the last year that is looked at",
      help: "say an earlier year, or look further too: horizon=\(commitment.paidBy.year) "
        + "\(company).round=…")
  }

  /// True if both change the same thing, which only one can.
  func contradicts(_ other: StudyChange) -> Bool {
    if case .fact(let own, _, _) = effect, case .fact(let others, _, _) = other.effect,
      own.days != others.days
    {
      return false
    }
    return saysTheFigure(of: other) || moves(what: other) || other.moves(what: self)
      || (record.company == other.record.company && record.name == other.record.name
        && (record.kind == .setting || (paths.isEmpty && other.paths.isEmpty)
          || !Set(paths).isDisjoint(with: other.paths)))
  }

  /// True if both say the same figure of a company, be it as a fact or as the input that it becomes.
  private func saysTheFigure(of other: StudyChange) -> Bool {
    // Two inputs are told apart by their names.
    !Set(metrics).isDisjoint(with: other.metrics) && reachesCompany(of: other)
      && (record.kind == .fact || other.record.kind == .fact)
  }

  /// True if it moves an input that the other one sets, to bring a computed variable somewhere.
  private func moves(what other: StudyChange) -> Bool {
    guard case .driver(let driver) = effect, case .inputs = other.effect else { return false }
    return other.paths.contains("company") && driver.inputs.contains(other.record.name)
      && reachesCompany(of: other)
  }

  /// True unless they are of different companies.
  private func reachesCompany(of other: StudyChange) -> Bool {
    guard let own = record.company, let others = other.record.company else { return true }
    return own == others
  }
}

extension [StudyChange] {
  /// The changes that later ones leave of these, and the later ones.
  func followed(by later: [StudyChange]) -> [StudyChange] {
    filter { own in !later.contains { $0.contradicts(own) } } + later
  }

  /// The mistakes of those that change one thing more than once, each with the last of them.
  var contradictions: [(last: Int, mistake: Diagnostic)] {
    var told: Set<Int> = []
    return indices.compactMap { index in
      let same = indices.filter { $0 == index || self[$0].contradicts(self[index]) }
      guard same.count > 1, let last = same.last, told.isDisjoint(with: same) else { return nil }
      told.formUnion(same)
      let texts = same.map { "\"\(self[$0].record.text)\"" }
      let message =
        Set(same.map { self[$0].target }).count == 1
        ? "\(self[index].target) is changed \(same.count) times: \(texts.joined(separator: ", "))"
        : "\(texts.joined(separator: " and ")) change one and the same thing"
      return (last, Diagnostic(message, help: "say once what it shall be"))
    }
  }
}
