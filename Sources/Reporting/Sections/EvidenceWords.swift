import RunRecord

/// How well an assessment is backed, in a cell.
enum EvidenceWords {
  static func inlines(_ cell: AssessmentRecord, _ context: ReportContext) -> [Inline] {
    guard let evidence = cell.evidence else { return context.line(.evidenceUnknown) }
    var parts: [[Inline]] = [
      context.line(level(evidence.level)),
      context.line(
        .evidenceCounts,
        [
          "facts": [.text(String(evidence.facts))],
          "estimates": [.text(String(evidence.estimates))],
          "assumptions": [.text(String(evidence.assumptions))],
        ]),
    ]
    if priorOnly(cell) {
      parts.append(context.line(.readinessPriorOnly))
    }
    if evidence.mostlyAssumption {
      parts.append([.strong(context.line(.mostlyAssumption))])
    }
    return context.joined(parts)
  }

  /// Whether nothing but the prior speaks on readiness.
  static func priorOnly(_ cell: AssessmentRecord) -> Bool {
    let counted = cell.criteria.filter { $0.weight > 0 }
    return !counted.isEmpty && counted.allSatisfy(\.priorOnly)
  }

  private static func level(_ level: EvidenceLevel) -> Phrase {
    switch level {
    case .solid: .evidenceSolid
    case .fair: .evidenceFair
    case .thin: .evidenceThin
    }
  }
}
