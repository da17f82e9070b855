import Publishing
import RunRecord

/// The tree behind an assessment: from the score down to facts and assumptions.
struct TraceTree {
  let assessment: AssessmentRecord
  let path: PathRecord?
  let context: ReportContext
  /// Whether to leave nothing out.
  let isFull: Bool
  /// Whether to say in which line of which file an input or formula stands.
  let showsPlaces: Bool
  private let company: String
  private let nodes: [String: TraceNode]
  private let inputs: [String: InputRecord]
  private let shares: TraceShares
  /// The share of the spread below which parts are left out.
  private var least = 0.05

  init(
    _ assessment: AssessmentRecord, of company: String, isFull: Bool, showsPlaces: Bool,
    _ context: ReportContext
  ) {
    self.assessment = assessment
    self.company = company
    self.isFull = isFull
    self.showsPlaces = showsPlaces
    self.context = context
    path = context.path(assessment.path)
    nodes = Dictionary(assessment.trace.map { ($0.name, $0) }) { first, _ in first }
    inputs = Dictionary(assessment.inputs.map { ($0.name, $0) }) { first, _ in first }
    shares = TraceShares(assessment)
  }

  /// How deep a tree goes before it refers to a tree of its own.
  private var depthLimit: Int { isFull ? 14 : 5 }

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
    Self.results + nodes.keys + inputs.keys + assessment.criteria.map(\.id)
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
    if nodes[name] != nil || inputs[name] != nil {
      // Parts are small or large against the tree that is asked for; where that explains
      // nothing of the index, shares say nothing about its parts either.
      var own = self
      let share = shares.together([name])
      own.least = share < 0.05 ? -1 : 0.05 * share
      return own.tree(name, depth: 0, &seen)
    }
    return assessment.criteria.first { $0.id == name }.map(tree)
  }

  private func result(_ name: Columns, _ quantity: Quantity, _ note: Words) -> TreeNode {
    TreeNode(
      labelled([.text(context.text(name))], context.points(quantity)),
      details: quantity.estimate == nil ? [] : [context.line(note)])
  }

  private func labelled(_ label: [Inline], _ value: [Inline]) -> [Inline] {
    context.line(Joining.labelled, ["label": label, "value": value])
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
    tree.children = roots.map { self.tree($0, depth: 1, &seen) }
    return tree
  }

  /// What the money-back index is computed from.
  private var roots: [String] {
    let outputs = ["contribution", "investment"].filter { nodes[$0] != nil }
    if !outputs.isEmpty { return outputs }
    let used = Set(assessment.trace.flatMap(\.children))
    return assessment.trace.map(\.name).filter { !used.contains($0) }
  }

  private func tree(_ name: String, depth: Int, _ seen: inout Set<String>) -> TreeNode {
    let node = nodes[name]
    let input = inputs[name]
    let isNew = seen.insert(name).inserted
    if !isNew, input != nil || node?.children.isEmpty == false {
      return TreeNode(context.line(Words.seeAbove, ["name": [.code(name)]]))
    }
    let values = node?.values ?? input?.values ?? .byYear([:])
    let title = self.title(name)
    var tree = TreeNode(
      values.isEmpty ? title : labelled(title, [.text(YearlyText.ends(values, context))]))
    if let share = shares.alone[name] {
      tree.details.append(
        context.line(Words.alone, ["share": [.text(context.numbers.probability(share))]]))
    }
    if let formula = node?.formula { tree.details.append([.text("= "), .code(formula)]) }
    if let input { tree.details += InputTable.lines(input, showsPlace: showsPlaces, context) }
    if input == nil, showsPlaces, let place = node?.place { tree.details.append([.code(place)]) }
    let flagged = (node?.flagged?.entries ?? []).reduce(0) { $0 + $1.value }
    if flagged > 0 {
      tree.details.append(
        context.line(TraceTable.Words.flaggedDraws, ["count": [.text(String(flagged))]]))
    }
    // A stock is computed from itself a year earlier; that is in its formula.
    guard let children = node?.children.filter({ $0 != name }), !children.isEmpty else {
      return tree
    }
    if depth >= depthLimit {
      let command = "breakeven explain \(company) \(assessment.path) \(name)"
      tree.details.append(context.line(Words.goesOn, ["command": [.code(command)]]))
      return tree
    }
    let (shown, others) = isFull ? (children, []) : shares.split(children, least: least)
    tree.children = shown.map { self.tree($0, depth: depth + 1, &seen) }
    if !others.isEmpty { tree.children.append(remainder(others, beyond: shown)) }
    return tree
  }

  /// A title with the name that formulas use: `Price a hospital (price)`.
  private func title(_ name: String) -> [Inline] {
    guard let title = (nodes[name]?.title ?? inputs[name]?.title).map({ context.text($0) }) else {
      return [.code(name)]
    }
    return name.replacing("_", with: " ") == title.lowercased()
      ? [.text(title)]
      : context.line(Joining.nameWithDetail, ["name": [.text(title)], "detail": [.code(name)]])
  }

  /// `… and 4 more, together 3 % of the spread: refresh, churn`.
  private func remainder(_ names: [String], beyond shown: [String]) -> TreeNode {
    let together = shares.together(names, beyond: shown)
    let values: [String: [Inline]] = [
      "count": [.text(String(names.count))], "names": context.joined(names.map(title)),
    ]
    guard shares.isKnown else { return TreeNode(context.line(Words.more, values)) }
    let share: [Inline] = [.text(context.numbers.probability(together))]
    return TreeNode(
      context.line(Words.moreTogether, values.merging(["share": share]) { $1 }))
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
    if !result.priorOnly, let level = result.level.value, let criterion,
      criterion.levels.indices.contains(Int(level.rounded()))
    {
      tree.details.append(
        context.line(
          Words.about,
          ["text": [.text(context.text(criterion.levels[Int(level.rounded())]))]]))
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
    case seeAbove = "{name}, see above"
    case goesOn = "goes on: {command}"
    case more = "… and {count} more: {names}"
    case moreTogether = "… and {count} more, together {share} of the spread: {names}"
    case criterion = "{name}: level {level} of 4, weight {weight}"
    case gate = ", limits the whole"
    case about = "that is about: {text}"
  }
}
