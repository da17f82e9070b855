import Findings
package import Publishing
package import RunRecord

/// The note that `explain COMPANY VARIABLE` prints: the tree of a variable of the company model, from
/// formulas down to the facts that the state of today rests on.
package struct CompanyTraceNote {
  private let company: CompanyRecord
  private let trace: CompanyTrace
  private let isFull: Bool
  private let context: ReportContext

  package init(
    _ company: CompanyRecord, _ trace: CompanyTrace, isFull: Bool, _ context: ReportContext
  ) {
    self.company = company
    self.trace = trace
    self.isFull = isFull
    // What only the company model cites isn't among the sources of the run.
    var record = context.record
    let known = Set(record.sources.map(\.id))
    record.sources += trace.sources.filter { !known.contains($0.id) }
    self.context = ReportContext(
      record: record, language: context.language, backtest: context.backtest,
      currency: context.told
    ).page(of: company)
  }

  /// The variable that says whether the company has broken even, which has a plainer name too.
  private static let brokeEven = "broke_even"
  private static let breakEven = "break_even"

  /// The names that a tree can be asked for.
  package var names: [String] { trace.nodes.map(\.name) + [Self.breakEven] }

  /// The tree of one variable or input; nil if there is none of this name.
  package func page(of name: String) -> Page? {
    let plain = name.replacing("-", with: "_")
    let variable = plain == Self.breakEven ? Self.brokeEven : plain
    guard let tree = nodes(below: variable).subtree(variable, isLevelled: true) else { return nil }
    var blocks: [Block] = [.heading(1, [.text(context.text(company.names))], key: nil)]
    if let earning = company.alreadyBrokeEven {
      blocks.append(.paragraph([.text(context.sentence(earning))]))
    } else if variable == Self.brokeEven, let states = context.findings.states(company) {
      blocks.append(
        context.paragraph(
          Words.odds,
          [
            "odds": [.text(context.numbers.probability(states.brokeEven.value))],
            "year": [.text(String(context.record.run.horizon))],
          ]))
    }
    blocks += [.tree(tree), units] + handles(below: variable)
    return .note(
      blocks.withSources(context) + [ConditionWords.paragraph(context.record, context)])
  }

  /// The currency of the amounts, which company.yaml computes in US dollars, and what 0 and 1 say.
  private var units: Block {
    guard context.language.conversion != nil, context.currency != "USD" else {
      return context.paragraph(Words.dollars)
    }
    return CurrencyNote.paragraph(converting: ["USD"], context) ?? context.paragraph(Words.dollars)
  }

  /// How to set what a variable hangs on; nothing where it is no driver.
  private func handles(below variable: String) -> [Block] {
    guard let driver = trace.drivers.first(where: { $0.variable == variable }),
      !driver.handles.isEmpty
    else { return [] }
    return [context.paragraph(Words.setWith, ["options": options(driver.handles)])]
  }

  private func nodes(below root: String) -> TraceNodes {
    TraceNodes(
      trace.nodes, inputs: trace.inputs,
      shares: TraceShares(trace, drivers: company.outcome.drivers, below: root),
      alone: TraceTree.Words.aloneOfOdds,
      command: "breakeven explain \(company.id)", depthLimit: isFull ? 20 : 9, isFull: isFull,
      showsPlaces: true, context)
  }
}

extension CompanyTraceNote {
  /// The first level of break-even: result, cash and what the odds hang on, with the names that one
  /// types to go on or to set them.
  package var firstLevel: [Block] {
    let command = "breakeven explain \(company.id) \(Self.breakEven)"
    let outputs = ["result", "cash"].compactMap { name in
      node(name).map { [title($0), [.text(YearlyText.ends($0.values, context))]] }
    }
    let drivers = trace.drivers.compactMap { driver -> [[Inline]]? in
      guard let node = node(driver.variable) else { return nil }
      let value = YearlyText.last(node.values, context)
      if driver.handles.isEmpty { return [title(node), value] }
      return [
        title(node),
        context.line(Words.valueAndSet, ["value": value, "options": options(driver.handles)]),
      ]
    }
    return [
      context.heading(3, Words.title),
      context.paragraph(Words.goOn, ["command": [.code(command)]]),
      .list(
        (outputs + drivers).map { line in
          ListItem(context.line(Joining.labelled, ["label": line[0], "value": line[1]]))
        }, ordered: false), context.paragraph(Words.state), .table(state),
    ]
  }

  /// What the accounts tell of today, with the names for `--set`.
  private var state: Table {
    Table(
      columns: [
        .init(context.text(Columns.input)), .init(context.text(Words.option)),
        .init(context.text(Columns.value), .right),
      ],
      rows: trace.state.compactMap { handle in
        guard let input = trace.inputs.first(where: { $0.name == handle.input }) else {
          return nil
        }
        return [
          [.text(context.title(input.title, name: input.name))], option(handle),
          // What nobody knows is computed as 0, and is none.
          input.facts.isEmpty && input.kind != .override
            ? context.line(Absence.emptyCell) : YearlyText.last(input.values, context),
        ]
      })
  }

  private func node(_ name: String) -> TraceNode? { trace.nodes.first { $0.name == name } }

  private func title(_ node: TraceNode) -> [Inline] {
    guard let title = node.title else { return [.code(node.name)] }
    return context.line(
      Joining.nameWithDetail,
      ["name": [.text(context.text(title))], "detail": [.code(node.name)]])
  }

  private func option(_ handle: CompanyTrace.Handle) -> [Inline] {
    [.code("--set \(handle.option)=…")]
  }

  /// `--set trend=…` or `--set growth=…`, each with what it is called.
  private func options(_ handles: [CompanyTrace.Handle]) -> [Inline] {
    .joined(handles.map(option), separator: context.text(Words.or))
  }

  enum Words: String, Phrases {
    static let topic = "CompanyTraceNote"

    case odds = "Breaks even first by {year}: {odds}"
    case dollars = """
      Amounts are in US dollars, as company.yaml computes them. 0 stands for no, 1 for yes; the mean \
      of such a line is the share of draws with yes.
      """
    case setWith = "Set with {options}."
    case title = "Where the odds come from"
    case goOn = """
      {command} leads through the formulas of company.yaml to facts; so does any name below in its \
      place.
      """
    case valueAndSet = "{value}; set with {options}"
    case or = " or "
    case state = "What the accounts tell of today, and the name one types to set it for a run:"
    case option = "To set it"
  }
}
