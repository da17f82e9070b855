import Findings
package import Publishing
package import RunRecord

/// The note that `compare` prints: companies side by side, who beats whom, and what the rows mean.
package struct ComparisonNote {
  let context: ReportContext
  private let companies: [CompanyRecord]
  /// What sets some of them apart.
  private let differences: [CompanyDifference]
  /// The number of companies beside each other.
  private let columns: Int

  /// A comparison with at most so many companies in a table, and what sets some of them apart.
  package init(
    _ companies: [CompanyRecord], columns: Int = .max, differences: [CompanyDifference] = [],
    _ context: ReportContext
  ) {
    self.companies = companies
    self.differences = differences
    self.columns = columns
    self.context = context
  }

  /// How many companies stand well beside each other at a width.
  package static func columns(width: Int) -> Int { max(2, (width - 20) / 20) }

  /// The note.
  package var page: Page {
    let why = differences.map { DifferenceBlocks($0, context) }
    var blocks = why.map(\.words)
    for start in stride(from: 0, to: companies.count, by: max(1, min(columns, companies.count))) {
      let end = min(start + min(columns, companies.count), companies.count)
      blocks.append(table(of: Array(companies[start..<end])))
    }
    if !notes.isEmpty { blocks.append(.list(notes.map { ListItem($0) }, ordered: false)) }
    if !pairs.isEmpty { blocks.append(pairTable) }
    let splits = why.compactMap(\.table)
    blocks += splits
    if !splits.isEmpty, let first = why.first { blocks.append(first.note) }
    blocks += [
      context.paragraph(Words.footer),
      .list(definitions.map { ListItem(context.line($0)) }, ordered: false),
      ConditionWords.paragraph(context.record, context),
    ]
    return .note(blocks)
  }

  private var definitions: [Definitions] {
    [
      Definitions.odds, Definitions.views, Definitions.runway, Definitions.headroom,
      Definitions.cashCover, Definitions.pathSupport, Definitions.uncoveredCost,
      Definitions.score,
    ] + (hasPlaces ? [Definitions.rank] : [])
  }

  /// Whether the run ranks others than these: a place among the compared alone says less than who beats
  /// whom, and reads as one in the study.
  private var hasPlaces: Bool {
    !Set(context.record.companies.map(\.id)).isSubset(of: companies.map(\.id))
  }

  private func table(of companies: [CompanyRecord]) -> Block {
    .table(
      Table(
        columns: [Table.Column("")] + companies.map { Table.Column(context.text($0.names)) },
        rows: ComparisonRows(companies, hasPlaces: hasPlaces, context).rows))
  }

  /// The notes for which a column has no room: why there are no odds, which facts a path lacks, and
  /// what to be careful with.
  private var notes: [[Inline]] {
    var notes = companies.compactMap { company -> [Inline]? in
      if let because = company.alreadyBrokeEven {
        return labelled(
          context.text(company.names),
          context.line(
            VerdictWords.already, ["because": [.text(context.sentence(because))]]))
      }
      return company.outcome.unknown.map {
        labelled(context.text(company.names), [.text(context.sentence($0.reason))])
      }
    }
    for company in companies {
      for cell in company.paths where cell.status == .missingFacts {
        notes.append(
          labelled(
            context.text(company.names) + " · " + context.pathTitle(cell.path),
            context.line(
              VerdictWords.missing,
              ["names": MissingNames.inlines(cell.missing, context)])))
      }
    }
    for company in companies where !company.warnings.isEmpty {
      notes.append(
        labelled(
          context.text(company.names),
          [.text(company.warnings.map { context.sentence($0) }.joined(separator: " "))]))
    }
    return notes
  }

  private func labelled(_ label: String, _ value: [Inline]) -> [Inline] {
    context.line(Joining.labelled, ["label": [.text(label)], "value": value])
  }

  private var pairs: [Findings.Pair] { context.findings.pairs(companies) }

  private var pairTable: Block {
    .table(
      Table(
        columns: [
          context.column(Columns.company), Table.Column(""), context.column(Words.beats),
          context.column(Words.chance, .right), context.column(Words.meaning),
        ],
        rows: pairs.map { pair in
          [
            [.text(context.text(pair.better.names))], [.text(pair.sign.rawValue)],
            [.text(context.text(pair.worse.names))],
            [.text(context.numbers.probability(pair.chance))],
            context.line(SignWords(pair.sign)),
          ]
        }))
  }

  enum Words: String, Phrases {
    static let topic = "ComparisonNote"

    case footer = "Differences smaller than the sign says are noise or taste."
    case beats = "Beats"
    case chance = "P(beats)"
    case meaning = "That is"
  }
}

/// The meaning of the signs between two companies.
enum SignWords: String, Phrases {
  static let topic = "SignWords"

  case clear
  case likely
  case even = "can't tell"

  init(_ sign: RankSign) {
    self =
      switch sign {
      case .clear: SignWords.clear
      case .likely: SignWords.likely
      case .even: SignWords.even
      }
  }
}
