public import Publishing
public import RunRecord

/// What `explain`, `compare` and `evaluate` print of a finished run, for programs of one's own.
///
/// Notes are made of the report's own sections, so that both say the same; the same run gives the
/// same bytes.
public struct RunNotes: Sendable {
  /// In which form notes are written.
  public enum Form: Hashable, Sendable {
    /// CommonMark with GitHub's tables.
    case markdown
    /// Plain text that fits a terminal of so many cells.
    case terminal(width: Int)
  }

  private let context: ReportContext
  private let form: Form

  /// Notes on a run, in a language and a form.
  public init(on run: RunRecord, language: Language = .english, form: Form = .markdown) {
    context = ReportContext(record: run, language: language)
    self.form = form
  }

  /// Who breaks even first and by which path, of all companies of the run.
  public var league: String { text(LeagueNote.page(context)) }

  /// Why a company's odds are what they are; nil if the run doesn't have it.
  ///
  /// With the trace of the company's outcome, which no run has, also where its odds come from.
  public func explanation(
    of company: String, trace: CompanyTrace? = nil, isFull: Bool = false
  ) -> String? {
    context.company(company).map {
      text(CompanyNote.page($0, trace: trace, isFull: isFull, context))
    }
  }

  /// The tree behind a variable or input of the company model for a company; nil if the run doesn't
  /// have the company, or the trace the name.
  public func explanation(
    of variable: String, in trace: CompanyTrace, isFull: Bool = false
  ) -> String? {
    context.company(trace.company).flatMap {
      CompanyTraceNote($0, trace, isFull: isFull, context).page(of: variable)
    }.map(text)
  }

  /// Why a company's numbers on a path are what they are; nil if the run doesn't have both.
  public func explanation(
    of company: String, on path: String, isFull: Bool = false
  ) -> String? {
    guard let company = context.company(company),
      let assessment = company.paths.first(where: { $0.path == path })
    else { return nil }
    return text(PathNote(company, on: assessment, isFull: isFull, context).page)
  }

  /// Companies side by side, and who beats whom; those that the run doesn't have are left out.
  public func comparison(of companies: [String]) -> String {
    var columns = Int.max
    if case .terminal(let width) = form { columns = ComparisonNote.columns(width: width) }
    let chosen = companies.compactMap(context.company)
    return text(ComparisonNote(chosen, columns: columns, context).page)
  }

  private func text(_ note: Page) -> String {
    switch form {
    case .markdown: MarkdownRenderer(AnchorIndex([note])).render(note)
    case .terminal(let width): TerminalRenderer(width: width).render(note)
    }
  }
}
