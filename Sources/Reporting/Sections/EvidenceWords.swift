import Findings
import Publishing
import RunRecord

/// The backing of an assessment, in a cell.
enum EvidenceWords {
  static func inlines(_ cell: AssessmentRecord, _ context: ReportContext) -> [Inline] {
    guard let evidence = cell.evidence else { return context.line(Words.unknown) }
    var parts: [[Inline]] = [
      context.line(level(evidence.level)),
      context.line(
        Words.counts,
        [
          "facts": [.text(String(evidence.facts))],
          "estimates": [.text(String(evidence.estimates))],
          "assumptions": [.text(String(evidence.assumptions))],
        ]),
    ]
    if context.findings.readinessIsPriorOnly(cell) {
      parts.append(context.line(Words.priorOnly))
    }
    if evidence.mostlyAssumption {
      parts.append([.strong(context.line(Words.mostlyAssumption))])
    }
    return context.joined(parts)
  }

  private static func level(_ level: EvidenceLevel) -> Words {
    switch level {
    case .solid: Words.solid
    case .fair: Words.fair
    case .thin: Words.thin
    }
  }
}

extension EvidenceWords {
  enum Words: String, Phrases {
    static let topic = "EvidenceWords"

    case mostlyAssumption = "mostly assumption"
    case thin = "thin"
    case fair = "fair"
    case solid = "solid"
    case unknown = "not rated"
    case counts = "facts {facts}, estimates {estimates}, assumptions {assumptions}"
    case priorOnly = "readiness: prior only"
  }
}
