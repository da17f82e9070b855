internal import Evaluation
internal import Facts
internal import RunRecord

/// What can't be right in what a number rests on: the remarks that stand beside it.
struct InputDoubts {
  let run: RunContext
  let company: String
  /// The metrics behind inputs that are called otherwise, by the inputs' names.
  var metrics: [String: String] = [:]

  private var facts: FactBase { run.evaluation.facts }

  /// The remarks on inputs, each once.
  func remarks(on inputs: [InputRecord]) -> [Remark] {
    unique(inputs.flatMap { implausible($0) + rates($0) + $0.cuts + set($0) + units($0) })
  }

  /// The remarks on the units of a model, by their names.
  func remarks(onUnits names: Set<String>) -> [Remark] {
    run.redefinedUnits.filter { !$0.reaches.isDisjoint(with: names) }.map(Remark.init)
  }

  /// Facts outside the range that their metric declares.
  private func implausible(_ input: InputRecord) -> [Remark] {
    input.facts.compactMap { record in
      guard let fact = fact(record), !fact.isPlausible else { return nil }
      return .outsidePlausible(fact, in: facts)
    }
  }

  /// Rates far from all others of the pair.
  private func rates(_ input: InputRecord) -> [Remark] {
    input.because.filter { $0.kind == .rateDoubtful }
  }

  /// Values set by hand that lie outside what the metric behind the input allows.
  private func set(_ input: InputRecord) -> [Remark] {
    guard input.kind == .override,
      let metric = facts.metrics[metrics[input.name] ?? input.name], let range = metric.plausible
    else { return [] }
    let all = input.values.entries.flatMap { [$0.value.p5, $0.value.p95] }
    guard all.contains(where: { !range.contains($0) }) else { return [] }
    return [
      Remark(
        .setOutsidePlausible,
        [
          "name": .text(input.name), "text": .text(input.distribution),
          "metric": .metrics(facts.names(of: [metric.name])), "low": .number(range.lowerBound),
          "high": .number(range.upperBound),
        ])
    ]
  }

  /// Facts in a unit that means something else since a later folder.
  private func units(_ input: InputRecord) -> [Remark] {
    remarks(
      onUnits: RedefinedUnit.names(in: [input.unit.rawValue] + input.facts.map(\.unit.rawValue)))
  }

  private func fact(_ record: FactRecord) -> Fact? {
    let own = facts.company(company)?.facts ?? []
    func isIt(_ fact: Fact) -> Bool {
      fact.metric == record.metric && fact.period.text == record.period
        && fact.source.id == record.source
    }
    return own.first(where: isIt)
      ?? facts.markets.values.lazy.flatMap(\.facts).first(where: isIt)
  }
}

extension InputRecord {
  /// What was cut off of what it is set to, since it can't be.
  var cuts: [Remark] { because.filter { [.cutBelow, .cutAbove].contains($0.kind) } }
}

extension Remark {
  /// That a fact lies outside the range that its metric declares.
  static func outsidePlausible(_ fact: Fact, in facts: FactBase) -> Remark {
    Remark(.outsidePlausible, of: fact, in: facts)
  }

  /// That revenue is left out, since no logarithm can be taken of it.
  static func leftOutNotPositive(_ fact: Fact, in facts: FactBase) -> Remark {
    Remark(.leftOutNotPositive, of: fact, in: facts)
  }

  private init(_ kind: StatementKind, of fact: Fact, in facts: FactBase) {
    self.init(
      kind,
      [
        "metric": .metrics(facts.names(of: [fact.metric])), "period": .text(fact.period.text),
        "value": .amounts([SourcedAmount(fact)]),
      ])
  }
}

extension SourcedAmount {
  /// What a fact says, and by which source.
  init(_ fact: Fact) {
    self.init(
      value: fact.value ?? fact.central, unit: UnitName(fact.unit), source: fact.source.id)
  }
}

extension PlannedPath {
  /// The remarks on a path's inputs, and on the units that its model computes in.
  func doubts(of inputs: [InputRecord], in run: RunContext, company: String) -> [Remark] {
    let inputsOfModel = (evaluator as? ModelEvaluator)?.model.inputs ?? []
    let metrics = inputsOfModel.compactMap { input in input.metrics.first.map { (input.name, $0) } }
    let doubts = InputDoubts(
      run: run, company: company, metrics: Dictionary(metrics, uniquingKeysWith: { $1 }))
    let formulas = evaluator.description.record.formulas
    let units = RedefinedUnit.names(in: formulas.flatMap { [$0.unit.rawValue, $0.formula] })
    return unique(doubts.remarks(on: inputs) + doubts.remarks(onUnits: units))
  }
}

/// The elements, each where it comes first.
func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var seen: Set<Element> = []
  return elements.filter { seen.insert($0).inserted }
}
