import Findings
import RunRecord

/// The companies by what most likely becomes of them.
struct CompanyGroups {
  private let groups: [CompanyGroup: [CompanyRecord]]

  init(_ context: ReportContext) {
    groups = context.findings.groups
  }

  /// The companies of a group.
  subscript(group: CompanyGroup) -> [CompanyRecord] { groups[group] ?? [] }
}
