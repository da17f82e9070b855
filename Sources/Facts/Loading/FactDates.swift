import Diagnostics
import Documents

// Readers of when a fact became public, and of when promised money is due.
extension LoadingContext {
  /// The day behind `published`, from which a fact counts as known whatever its source's own date.
  ///
  /// A page that repeats an older report, or arithmetic on reports of different days, would give a
  /// date of its own that says nothing about when the number could be read.
  mutating func publication(of map: YAMLMapping, by source: Source) -> Day? {
    guard let node = map["published"], let day = date(node)?.days(fiscalYearEnd: .calendarYear).end
    else { return nil }
    if day > source.day, source.kind != .calculation, source.kind != .assumption {
      problems.report(
        node.diagnostic(
          "published on \(day), after \(source.id) of \(source.date), which reports it",
          help: "write the day on which the number was first public, or mend the source's date"))
    }
    return day
  }

  /// Notes an observation that was public before what it observes was over.
  ///
  /// A state or a speed may be seen within the month that is written as its period; an amount over a
  /// period is known only when the period is over. Arithmetic and assumptions have no such day.
  mutating func check(
    _ publication: Day?, by source: Source, isAfter period: Period, _ days: DayRange,
    what: String, isFlow: Bool, mayBeForecast: Bool = true, at node: YAMLNode
  ) {
    if publication == nil, source.kind == .calculation || source.kind == .assumption { return }
    let day = publication ?? source.day
    let earliest = period.isDate && !isFlow ? days.start : days.end
    guard day < earliest else { return }
    let said =
      publication.map { "published on \($0)" } ?? "reported by \(source.id) of \(source.date)"
    problems.report(
      node.diagnostic(
        "\(what) of \(period) is \(said), before \(earliest)",
        help: "mend the period or the date" + (mayBeForecast ? ", or write kind: forecast" : "")))
  }

  /// The keys that a commitment alone has.
  static let commitmentKeys = ["paid_by", "probability", "because"]

  /// The time at which promised money is due and its probability; nil for every other kind of
  /// fact.
  mutating func commitment(of map: YAMLMapping, _ kind: Fact.Kind) -> Fact.Commitment? {
    guard kind == .commitment else {
      for key in Self.commitmentKeys {
        guard let node = map[key] else { continue }
        problems.report(node.diagnostic("\"\(key)\" belongs to a fact of kind: commitment"))
      }
      return nil
    }
    let paidBy = map.required("paid_by", into: &problems).flatMap { date($0) }
    let because = map.prose("because", into: &problems)
    guard let node = map.required("probability", into: &problems),
      let probability = node.number(into: &problems)
    else { return nil }
    guard (0...1).contains(probability) else {
      problems.report(
        node.diagnostic("a probability is from 0 to 1, found \(Fact.plain(probability))"))
      return nil
    }
    guard let paidBy, let because else { return nil }
    return Fact.Commitment(
      paidBy: paidBy.days(fiscalYearEnd: .calendarYear).end, probability: probability,
      because: because)
  }
}
