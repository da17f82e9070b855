import RunRecord

/// Where a number comes from, in a word; estimates and assumptions carry their sign.
enum KindWords {
  static func inlines(_ kind: InputKind, _ context: ReportContext) -> [Inline] {
    [.text(text(kind, context))]
  }

  static func text(_ kind: InputKind, _ context: ReportContext) -> String {
    switch kind {
    case .fact: context.text(.kindFact)
    case .estimate: context.text(.estimateMark)
    case .assumption: context.text(.assumptionMark)
    case .calculation: context.text(.kindCalculation)
    case .override: context.text(.kindOverride)
    }
  }
}

/// How far a fact is to be trusted, in a word.
enum ConfidenceWords {
  static func text(_ confidence: FactConfidence, _ context: ReportContext) -> String {
    switch confidence {
    case .high: context.text(.confidenceHigh)
    case .medium: context.text(.confidenceMedium)
    case .low: context.text(.confidenceLow)
    }
  }
}
