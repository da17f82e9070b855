/// Where a number comes from, in a word; estimates and assumptions carry their sign.
enum KindWords {
  static func inlines(_ kind: String, _ context: ReportContext) -> [Inline] {
    [.text(text(kind, context))]
  }

  static func text(_ kind: String, _ context: ReportContext) -> String {
    switch kind {
    case "fact": context.text(.kindFact)
    case "estimate": context.text(.estimateMark)
    case "assumption": context.text(.assumptionMark)
    case "calculation": context.text(.kindCalculation)
    case "override": context.text(.kindOverride)
    case "market": context.text(.kindMarket)
    default: kind
    }
  }
}
