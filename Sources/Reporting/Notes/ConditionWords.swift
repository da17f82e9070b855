import Publishing
import RunRecord

/// The conditions under which a run was made, in a line.
enum ConditionWords {
  /// A line such as `As of 2026-06-30, to 2030, base case, 16384 draws, seed 1`.
  static func paragraph(_ record: RunRecord, _ speaker: some Speaker) -> Block {
    let run = record.run
    let scenario =
      run.scenario.map { speaker.text(Words.scenario, ["name": $0]) } ?? speaker.text(Words.base)
    let set = run.overrides.sorted { $0.key < $1.key }.map {
      speaker.text(Words.set, ["name": $0.key, "text": $0.value])
    }
    let line = speaker.line(
      Words.line,
      [
        "date": [.text(run.asOf)], "horizon": [.text(String(run.horizon))],
        "case": [
          .text(([scenario] + set).joined(separator: speaker.text(Joining.listSeparator)))
        ],
        "draws": [.text(String(run.draws))], "seed": [.text(String(run.seed))],
      ])
    return .paragraph(speaker.sentences([line, onlyPaths(record, speaker) ?? []]))
  }

  /// Which paths alone the run counts, since the others are in none of its numbers; nil where it
  /// counts all.
  static func onlyPaths(_ record: RunRecord, _ speaker: some Speaker) -> [Inline]? {
    guard let only = record.run.onlyPaths else { return nil }
    let names = only.map { id in
      let title = record.paths.first { $0.id == id }.map { speaker.text($0.title) }
      return [Inline.text(title ?? id)]
    }
    return speaker.line(
      only.count == 1 ? Words.onlyPath : Words.onlyPaths, ["names": speaker.joined(names)])
  }

  enum Words: String, Phrases {
    static let topic = "ConditionWords"

    case line = "As of {date}, to {horizon}, {case}, {draws} draws, seed {seed}."
    case base = "base case"
    case scenario = "scenario {name}"
    case set = "{name} set to {text}"
    case onlyPath = "Only the path {names} counts; the others are left out."
    case onlyPaths = "Only the paths {names} count; the others are left out."
  }
}
