import Publishing
import RunRecord

/// The nodes behind numbers as trees: variables with their formulas down to inputs with what they
/// rest on.
struct TraceNodes {
  let context: ReportContext
  private let nodes: [String: TraceNode]
  private let inputs: [String: InputRecord]
  private let shares: TraceShares
  /// The sentence on the share that a node alone explains.
  private let alone: TraceTree.Words
  /// The command that a name is added to for a tree of its own.
  private let command: String
  /// The depth at which a tree refers to a tree of its own.
  private let depthLimit: Int
  /// True if nothing is left out.
  private let isFull: Bool
  /// True if each input or formula is printed with its file and line.
  private let showsPlaces: Bool
  /// The share of the spread below which parts are left out.
  private var least = 0.05
  /// The depth at which each node stands nearest to the root, where it is told there and nowhere
  /// deeper.
  private var levels: [String: Int] = [:]
  private var isLevelled = false

  init(
    _ nodes: [TraceNode], inputs: [InputRecord], shares: TraceShares, alone: TraceTree.Words,
    command: String, depthLimit: Int, isFull: Bool, showsPlaces: Bool, _ context: ReportContext
  ) {
    self.nodes = Dictionary(nodes.map { ($0.name, $0) }) { first, _ in first }
    self.inputs = Dictionary(inputs.map { ($0.name, $0) }) { first, _ in first }
    self.shares = shares
    self.alone = alone
    self.command = command
    self.depthLimit = depthLimit
    self.isFull = isFull
    self.showsPlaces = showsPlaces
    self.context = context
  }

  /// Every name that has a tree.
  var names: [String] { Set(nodes.keys).union(inputs.keys).sorted() }

  /// Returns true for the name of a variable or input on the way.
  func isNode(_ name: String) -> Bool { nodes[name] != nil }

  /// The tree of one variable or input; nil if there is none of this name.
  ///
  /// With `isLevelled` each node is told where it stands nearest to the root: in a model that goes
  /// round by the year before, what matters would hang at the end of a long way otherwise.
  func subtree(_ name: String, isLevelled: Bool = false) -> TreeNode? {
    guard nodes[name] != nil || inputs[name] != nil else { return nil }
    // Parts are small or large against the tree that is asked for; where that explains nothing of
    // the result, shares say nothing about its parts either.
    var own = self
    let share = shares.together([name])
    own.least = share < 0.05 ? -1 : 0.05 * share
    own.isLevelled = isLevelled
    if isLevelled { own.levels = own.nearest(to: name) }
    var seen: Set<String> = []
    return own.tree(name, depth: 0, &seen)
  }

  /// The depth of each node that a tree shows.
  private func nearest(to root: String) -> [String: Int] {
    var levels = [root: 0]
    var level = [root]
    while !level.isEmpty {
      var next: [String] = []
      for name in level where levels[name, default: 0] < depthLimit {
        let children = nodes[name]?.children.filter { $0 != name } ?? []
        for child in split(children).shown where levels[child] == nil {
          levels[child] = levels[name, default: 0] + 1
          next.append(child)
        }
      }
      level = next
    }
    return levels
  }

  /// The children that are told, and those that are only named.
  private func split(_ children: [String]) -> (shown: [String], others: [String]) {
    if isFull { return (children, []) }
    return isLevelled && least < 0
      ? shares.first(3, of: children) : shares.split(children, least: least)
  }

  private func labelled(_ label: [Inline], _ value: [Inline]) -> [Inline] {
    context.line(Joining.labelled, ["label": label, "value": value])
  }

  /// The tree of a node at a depth; what was seen before is referred to.
  func tree(_ name: String, depth: Int, _ seen: inout Set<String>) -> TreeNode {
    let node = nodes[name]
    let input = inputs[name]
    let isRepeated = input != nil || node?.children.isEmpty == false
    if isRepeated, let level = levels[name], level < depth, !seen.contains(name) {
      return TreeNode(context.line(TraceTree.Words.seeBelow, ["name": [.code(name)]]))
    }
    let isNew = seen.insert(name).inserted
    if !isNew, isRepeated {
      return TreeNode(context.line(TraceTree.Words.seeAbove, ["name": [.code(name)]]))
    }
    let values = node?.values ?? input?.values ?? .byYear([:])
    let title = self.title(name)
    let text =
      isLevelled && (isFull || depth == 0)
      ? YearlyText.all(values, context) : YearlyText.ends(values, context)
    var tree = TreeNode(values.isEmpty ? title : labelled(title, [.text(text)]))
    if let share = shares.alone[name] {
      tree.details.append(
        context.line(alone, ["share": [.text(context.numbers.probability(share))]]))
    }
    if let formula = node?.formula { tree.details.append([.text("= "), .code(formula)]) }
    if let input { tree.details += InputTable.lines(input, showsPlace: showsPlaces, context) }
    if input == nil, showsPlaces, let place = node?.place { tree.details.append([.code(place)]) }
    if let dropped = node.flatMap({ TraceTable.dropped($0, context) }) {
      tree.details.append(dropped)
    }
    // A stock is computed from itself a year earlier; that is in its formula.
    guard let children = node?.children.filter({ $0 != name }), !children.isEmpty else {
      return tree
    }
    if depth >= depthLimit {
      let command = "\(command) \(name)"
      tree.details.append(context.line(TraceTree.Words.goesOn, ["command": [.code(command)]]))
      return tree
    }
    let (shown, others) = split(children)
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
    // Where shares tell nothing of a tree, they don't of its parts.
    let isKnown = shares.isKnown && !(isLevelled && least < 0)
    let together = shares.together(names, beyond: shown)
    let values: [String: [Inline]] = [
      "count": [.text(String(names.count))], "names": context.joined(names.map(title)),
    ]
    guard isKnown else { return TreeNode(context.line(TraceTree.Words.more, values)) }
    let share: [Inline] = [.text(context.numbers.probability(together))]
    return TreeNode(
      context.line(TraceTree.Words.moreTogether, values.merging(["share": share]) { $1 }))
  }
}
