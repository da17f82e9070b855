internal import Diagnostics
internal import Facts
internal import RunRecord

/// One change of a study, as it was understood.
struct StudyChange {
  /// What it does.
  enum Effect {
    /// An input gets another value.
    case input(InputOverride)
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
  }

  /// What it does.
  let effect: Effect
  /// The models whose inputs it changes.
  var paths: [String] = []
  /// What was understood, for the record.
  var record: ChangeRecord

  /// What no other change may touch besides: the same twice is a contradiction.
  var target: String { [record.company, record.name].compactMap(\.self).joined(separator: ".") }
}

/// The settings of a study that can be changed by name.
enum StudySetting: String, CaseIterable {
  case asOf = "as_of"
  case horizon
  case discountRate = "discount_rate"
  case scenario
}
