import Publishing
import RunRecord

/// How well an assessment is backed, in a cell.
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
    if priorOnly(cell) {
      parts.append(context.line(Words.priorOnly))
    }
    if evidence.mostlyAssumption {
      parts.append([.strong(context.line(Words.mostlyAssumption))])
    }
    return context.joined(parts)
  }

  /// Whether nothing but the prior speaks on readiness.
  static func priorOnly(_ cell: AssessmentRecord) -> Bool {
    let counted = cell.criteria.filter { $0.weight > 0 }
    return !counted.isEmpty && counted.allSatisfy(\.priorOnly)
  }

  private static func level(_ level: String) -> Words {
    switch level {
    case "solid": Words.solid
    case "fair": Words.fair
    default: Words.thin
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
