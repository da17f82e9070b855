package import Diagnostics
internal import Documents

/// A name of an input, where another one names it.
package struct NamedInput: Sendable {
  /// The name.
  package var name: String
  /// The position of the name.
  package var location: SourceLocation
  /// The line it stands in.
  package var sourceLine: String?
}

/// A contest between the companies of a region: places that are given to some of them.
package struct ContestOrigin: Sendable {
  /// The name of the contest's own input.
  package var name: String
  /// The input that gives each company's odds, a fact.
  package var odds: NamedInput
  /// The input that says how many places there are.
  package var places: NamedInput
  /// The input that gives the odds of all unlisted rivals together.
  package var rest: NamedInput
  /// The reason for the contest, for readers.
  package var because: String?
}

extension ModelInput {
  /// The inputs that decide it, where it is a contest.
  package var contested: [String] {
    guard case .contest(let contest) = scope else { return [] }
    return [contest.odds.name, contest.places.name, contest.rest.name]
  }
}

/// The part of a claim for which the market has room.
package struct RoomOrigin: Sendable {
  /// The claim of the shared market.
  package var claim: NamedInput
  /// What it is, for readers.
  package var because: String?
}

/// Reads the inputs that depend on other companies: contests, and the room that a market has.
struct CompetitionReader {
  /// The keys of a contest beside `contest`.
  static let contestKeys = ["places", "rest"]
  /// The keys that say that an input depends on other companies.
  static let origins = ["contest", "room_for"]

  let entry: YAMLNode.Entry
  let map: YAMLMapping

  func contest(into problems: inout DiagnosticCollector) -> InputOrigin? {
    let odds = name("contest", into: &problems)
    let places = name("places", into: &problems)
    let rest = name("rest", into: &problems)
    let because = map.optionalProse("because", into: &problems)
    guard let odds, let places, let rest else { return nil }
    return .contest(
      ContestOrigin(name: entry.key, odds: odds, places: places, rest: rest, because: because))
  }

  func room(into problems: inout DiagnosticCollector) -> InputOrigin? {
    let because = map.optionalProse("because", into: &problems)
    return name("room_for", into: &problems).map {
      .room(RoomOrigin(claim: $0, because: because))
    }
  }

  private func name(_ key: String, into problems: inout DiagnosticCollector) -> NamedInput? {
    guard let node = map.required(key, into: &problems), let name = node.string(into: &problems)
    else { return nil }
    return NamedInput(name: name, location: node.location, sourceLine: node.sourceLine)
  }
}
