import Publishing
import RunRecord

/// Under which conditions a run was made, in a line.
enum ConditionWords {
  /// A line such as `As of 2026-06-30, to 2030, base case, 16384 draws, seed 1`.
  static func paragraph(_ run: RunInfo, _ speaker: some Speaker) -> Block {
    let scenario =
      run.scenario.map { speaker.text(Words.scenario, ["name": $0]) } ?? speaker.text(Words.base)
    let set = run.overrides.sorted { $0.key < $1.key }.map {
      speaker.text(Words.set, ["name": $0.key, "text": $0.value])
    }
    return speaker.paragraph(
      Words.line,
      [
        "date": [.text(run.asOf)], "horizon": [.text(String(run.horizon))],
        "case": [
          .text(([scenario] + set).joined(separator: speaker.text(Joining.listSeparator)))
        ],
        "draws": [.text(String(run.draws))], "seed": [.text(String(run.seed))],
      ])
  }

  enum Words: String, Phrases {
    static let topic = "ConditionWords"

    case line = "As of {date}, to {horizon}, {case}, {draws} draws, seed {seed}."
    case base = "base case"
    case scenario = "scenario {name}"
    case set = "{name} set to {text}"
  }
}
