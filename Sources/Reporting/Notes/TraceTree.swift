import Publishing
import RunRecord

/// The tree behind an assessment: from the score down to facts and assumptions.
struct TraceTree {
  let assessment: AssessmentRecord
  let path: PathRecord?
  let context: ReportContext
  private let parts: TraceNodes

  init(
    _ assessment: AssessmentRecord, of company: String, isFull: Bool, showsPlaces: Bool,
    _ context: ReportContext
  ) {
    self.assessment = assessment
    self.context = context
    path = context.path(assessment.path)
    parts = TraceNodes(
      assessment.trace, inputs: assessment.inputs, shares: TraceShares(assessment),
      alone: Words.alone, command: "breakeven explain \(company) \(assessment.path)",
      depthLimit: isFull ? 14 : 5, isFull: isFull, showsPlaces: showsPlaces, context)
  }

  /// The whole tree, from the score.
  var whole: TreeNode {
    var root = result(Columns.score, assessment.score, Words.scoreNote)
    var seen: Set<String> = []
    root.children = [moneyBack(&seen), readiness]
    return root
  }

  /// The names of the results, which a tree can be asked for beside variables and the like.
  private static let results = ["score", "money_back_index", "readiness"]

  /// Every name that has a tree.
  var names: [String] {
    Self.results + parts.names + assessment.criteria.map(\.id)
  }

  /// The tree of one variable, input, result or criterion; nil if there is none of this name.
  func subtree(_ name: String) -> TreeNode? {
    var seen: Set<String> = []
    switch name.replacing("-", with: "_") {
    case "score": return whole
    case "money_back_index": return moneyBack(&seen)
    case "readiness": return readiness
    default: break
    }
    if let tree = parts.subtree(name) { return tree }
    return assessment.criteria.first { $0.id == name }.map(tree)
  }

  private func result(_ name: Columns, _ quantity: Quantity, _ note: Words) -> TreeNode {
    TreeNode(
      context.line(
        Joining.labelled,
        ["label": [.text(context.text(name))], "value": context.points(quantity)]),
      details: quantity.estimate == nil ? [] : [context.line(note)])
  }

  private func moneyBack(_ seen: inout Set<String>) -> TreeNode {
    var tree = result(Columns.moneyBackIndex, assessment.moneyBackIndex, Words.moneyBackNote)
    if assessment.viability.estimate != nil {
      tree.details.append(
        context.line(Words.viability, ["share": context.probability(assessment.viability)]))
    }
    if assessment.viabilityBeyond.estimate != nil {
      tree.details.append(
        context.line(Words.beyond, ["share": context.probability(assessment.viabilityBeyond)]))
    }
    tree.children = roots.map { parts.tree($0, depth: 1, &seen) }
    return tree
  }

  /// The variables that the money-back index is computed from.
  private var roots: [String] {
    let outputs = ["contribution", "investment"].filter(parts.isNode)
    if !outputs.isEmpty { return outputs }
    let used = Set(assessment.trace.flatMap(\.children))
    return assessment.trace.map(\.name).filter { !used.contains($0) }
  }

  // MARK: Readiness

  private var readiness: TreeNode {
    var tree = result(Columns.readiness, assessment.readiness, Words.readinessNote)
    tree.children = assessment.criteria.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
      .map { self.tree($0) }
    return tree
  }

  private func tree(_ result: CriterionResult) -> TreeNode {
    let criterion = path?.criteria.first { $0.id == result.id }
    let name = criterion.map { context.text($0.title) } ?? result.id
    var title = context.line(
      Words.criterion,
      [
        "name": [.text(name)], "level": context.points(result.level),
        "weight": criterion?.inModel == true
          ? context.line(CriteriaTable.Words.criterionInModel)
          : [.text(context.numbers.probability(result.weight))],
      ])
    if criterion?.gate == true { title += context.line(Words.gate) }
    var tree = TreeNode(title)
    if !result.priorOnly, let criterion,
      let level = result.level.value.flatMap({ Int(exactly: $0.rounded()) }),
      criterion.levels.indices.contains(level)
    {
      tree.details.append(
        context.line(
          Words.about,
          ["text": [.text(context.text(criterion.levels[level]))]]))
    }
    tree.details += CriteriaTable.lines(result, context)
    return tree
  }

  enum Words: String, Phrases {
    static let topic = "TraceTree"

    case scoreNote = "money-back index and readiness together; one can't fully pay for the other"
    case moneyBackNote = """
      what comes back, of all that goes out and comes back, discounted; 50 means money back
      """
    case viability = "money back in {share} of draws"
    case beyond = "with value beyond the horizon: {share}"
    case readinessNote = "weighted levels of evidence on criteria, 0 to 100"
    case alone = "alone explains {share} of the spread of the money-back index"
    case aloneOfOdds = "alone explains {share} of the spread of breaking even first"
    case seeAbove = "{name}, see above"
    case seeBelow = "{name}, see below"
    case goesOn = "goes on: {command}"
    case more = "… and {count} more: {names}"
    case moreTogether = "… and {count} more, together {share} of the spread: {names}"
    case criterion = "{name}: level {level} of 4, weight {weight}"
    case gate = ", limits the whole"
    case about = "that is about: {text}"
  }
}
