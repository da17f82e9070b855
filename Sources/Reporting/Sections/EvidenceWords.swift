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
    if !cell.criteria.isEmpty, cell.criteria.allSatisfy(\.priorOnly) {
      parts.append(context.line(.readinessPriorOnly))
    }
    if evidence.mostlyAssumption {
      parts.append([.strong(context.line(.mostlyAssumption))])
    }
    return context.joined(parts)
  }

  private static func level(_ level: String) -> Phrase {
    switch level {
    case "solid": .evidenceSolid
    case "fair": .evidenceFair
    default: .evidenceThin
    }
  }
}
