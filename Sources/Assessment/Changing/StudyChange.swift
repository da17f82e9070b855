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
    guard record.company == other.record.company, record.name == other.record.name else {
      return false
    }
    return (paths.isEmpty && other.paths.isEmpty) || !Set(paths).isDisjoint(with: other.paths)
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
      return (
        last,
        Diagnostic(
          "\(self[index].target) is changed \(same.count) times: "
            + same.map { "\"\(self[$0].record.text)\"" }.joined(separator: ", "),
          help: "say once what it shall be")
      )
    }
  }
}
