import Publishing
import RunRecord

/// Where a number comes from, in a word; estimates and assumptions carry their sign.
enum KindWords {
  static func inlines(_ kind: InputKind, _ context: some Speaker) -> [Inline] {
    [.text(text(kind, context))]
  }

  static func text(_ kind: InputKind, _ context: some Speaker) -> String {
    switch kind {
    case .fact: context.text(Words.fact)
    case .estimate: context.text(Words.estimate)
    case .assumption: context.text(Words.assumption)
    case .calculation: context.text(Words.calculation)
    case .override: context.text(Words.override)
    }
  }
}

extension KindWords {
  enum Words: String, Phrases {
    static let topic = "KindWords"

    case estimate = "≈ estimate"
    case assumption = "◇ assumption"
    case fact = "fact"
    case calculation = "calculation"
    case override = "set for this run"
  }
}
