import Diagnostics
import Publishing
import RunRecord

/// The tree behind an assessment: from the score down to facts and assumptions.
struct TraceTree {
  let assessment: AssessmentRecord
  let path: PathRecord?
  let evidence: EvidenceText
  let language: String
  /// Whether to leave nothing out.
  let isFull: Bool
  private let numbers = NumberText.english
  private let company: String
  private let nodes: [String: TraceNode]
  private let inputs: [String: InputRecord]
  private let shares: TraceShares
  /// The share of the spread below which parts are left out.
  private var least = 0.05

  init(
    assessment: AssessmentRecord, of company: String, path: PathRecord?, evidence: EvidenceText,
    language: String, isFull: Bool
  ) {
    self.isFull = isFull
    self.company = company
    self.assessment = assessment
    self.path = path
    self.evidence = evidence
    self.language = language
    nodes = Dictionary(
      assessment.trace.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    inputs = Dictionary(
      assessment.inputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    shares = TraceShares(assessment)
  }

  /// How deep a tree goes before it refers to a tree of its own.
  private var depthLimit: Int { isFull ? 14 : 5 }

  /// The whole tree, from the score.
  var whole: DrawnTree {
    var seen: Set<String> = []
    var root = result(
      "score", assessment.score,
      "recovery and readiness together; one can't fully pay for the other")
    root.children = [recovery(&seen), readiness]
    return root
  }

  /// The tree of one variable, input, result or criterion.
  ///
  /// - Throws: `Diagnostic` if there is none of this name.
  func subtree(_ name: String) throws -> DrawnTree {
    var seen: Set<String> = []
    switch name {
    case "score": return whole
    case "recovery": return recovery(&seen)
    case "readiness": return readiness
    default: break
    }
    if nodes[name] != nil || inputs[name] != nil {
      // Parts are small or large against the tree that is asked for; where that explains
      // nothing of recovery, shares say nothing about its parts either.
      var own = self
      let share = shares.together([name])
      own.least = share < 0.05 ? -1 : 0.05 * share
      return own.tree(name, depth: 0, &seen)
    }
    if let criterion = assessment.criteria.first(where: { $0.id == name }) {
      return tree(criterion)
    }
    let known =
      ["score", "recovery", "readiness"] + Array(nodes.keys) + Array(inputs.keys)
      + assessment.criteria.map(\.id)
    throw Diagnostic(
      "\(assessment.path) has no variable, input or criterion called \"\(name)\"",
      help: Suggestion.help(for: name, among: known)
        ?? "`breakeven model show \(assessment.path)` lists them", category: .missing)
  }

  private func result(_ name: String, _ quantity: Quantity, _ note: String) -> DrawnTree {
    var tree = DrawnTree(title: "\(name): \(numbers.quantity(quantity))")
    if let reason = quantity.reason {
      tree.details.append("unknown: \(reason.message)")
    } else {
      tree.details.append(note)
    }
    return tree
  }

  private func recovery(_ seen: inout Set<String>) -> DrawnTree {
    var tree = result(
      "recovery", assessment.moneyBackIndex,
      "what comes back, of all that goes out and comes back, discounted; 50 means money back")
    if let viability = assessment.viability.value {
      tree.details.append("viability, the chance of money back: \(numbers.probability(viability))")
    }
    if let beyond = assessment.viabilityBeyond.value {
      tree.details.append("with value beyond the horizon: \(numbers.probability(beyond))")
    }
    tree.children = roots.map { self.tree($0, depth: 1, &seen) }
    return tree
  }

  /// What recovery is computed from.
  private var roots: [String] {
    if let children = nodes["recovery"]?.children, !children.isEmpty { return children }
    let outputs = ["contribution", "investment"].filter { nodes[$0] != nil }
    if !outputs.isEmpty { return outputs }
    let used = Set(assessment.trace.flatMap(\.children))
    return assessment.trace.map(\.name).filter { !used.contains($0) }
  }

  private func tree(_ name: String, depth: Int, _ seen: inout Set<String>) -> DrawnTree {
    let node = nodes[name]
    let input = inputs[name]
    var title = EvidenceText.name(name, node?.title ?? input?.title, in: language)
    let values = node?.values ?? input?.values ?? .byYear([:])
    if !values.isEmpty { title += ": " + EvidenceText.values(values) }
    var tree = DrawnTree(title: title)
    let isNew = seen.insert(name).inserted
    if !isNew, input != nil || node?.children.isEmpty == false {
      return DrawnTree(title: "\(name), see above")
    }
    if let share = shares.alone[name] {
      tree.details.append("alone explains \(numbers.probability(share)) of recovery's spread")
    }
    if let formula = node?.formula { tree.details.append("= \(formula)") }
    if let input {
      tree.details += evidence.input(input)
    } else if evidence.showsPlaces, let place = node?.place {
      tree.details.append("at \(place)")
    }
    for entry in node?.flagged?.entries ?? [] {
      let year = entry.year.map { "\($0): " } ?? ""
      tree.details.append("\(year)\(entry.value) draws left out (no number)")
    }
    // A stock is computed from itself a year earlier; that is in its formula.
    guard let children = node?.children.filter({ $0 != name }), !children.isEmpty else {
      return tree
    }
    if depth >= depthLimit {
      tree.details.append(
        "goes on: `breakeven explain \(company) \(assessment.path) \(name)`")
      return tree
    }
    let (shown, others) = isFull ? (children, []) : shares.split(children, least: least)
    tree.children = shown.map { self.tree($0, depth: depth + 1, &seen) }
    if !others.isEmpty { tree.children.append(remainder(others, beyond: shown)) }
    return tree
  }

  /// `… and 4 more, together 3 % of recovery's spread: refresh, churn`.
  private func remainder(_ names: [String], beyond shown: [String]) -> DrawnTree {
    let together = shares.together(names, beyond: shown)
    let share =
      shares.isKnown ? ", together \(numbers.probability(together)) of recovery's spread" : ""
    let titles = names.map {
      EvidenceText.name($0, nodes[$0]?.title ?? inputs[$0]?.title, in: language)
    }
    return DrawnTree(title: "… and \(names.count) more\(share): \(titles.joined(separator: ", "))")
  }

  // MARK: Readiness

  private var readiness: DrawnTree {
    var tree = result(
      "readiness", assessment.readiness, "weighted levels of evidence on criteria, 0 to 100")
    tree.children = assessment.criteria.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
      .map { self.tree($0) }
    return tree
  }

  private func tree(_ result: CriterionResult) -> DrawnTree {
    let criterion = path?.criteria.first { $0.id == result.id }
    var title = EvidenceText.name(result.id, criterion?.title, in: language)
    title += ": level \(numbers.quantity(result.level)) of 4"
    title +=
      criterion?.inModel == true
      ? ", part of the cash model" : ", weight \(numbers.probability(result.weight))"
    if criterion?.gate == true { title += ", limits the whole" }
    var tree = DrawnTree(title: title)
    if !result.priorOnly, let level = result.level.value, let criterion,
      let text = Self.anchor(criterion.levels, at: level)
    {
      tree.details.append("that is about: \(text.text(in: language))")
    }
    if result.priorOnly { tree.details.append("no evidence; the prior speaks") }
    for rating in result.ratings {
      let levels =
        rating.low == rating.high
        ? "level \(numbers.number(rating.low))"
        : "levels \(numbers.number(rating.low)) to \(numbers.number(rating.high))"
      var line = "grade \(rating.grade.rawValue), \(rating.date): \(levels)"
      if let note = rating.note { line += ": \(note)" }
      line = evidence.citations.cite(line, [rating.source])
      if rating.weight == 0 { line += " (counted once, with its origin)" }
      tree.details.append(line)
    }
    return tree
  }

  private static func anchor(_ levels: [LocalizedText], at level: Double) -> LocalizedText? {
    let index = Int(level.rounded())
    return levels.indices.contains(index) ? levels[index] : nil
  }
}
