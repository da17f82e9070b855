internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Study
internal import Units

/// Everything that differs between two studies and may move a number.
struct StudyDifference {
  let base: StudySide
  let new: StudySide
  private(set) var items: [StudyItem] = []

  init(_ base: StudySide, _ new: StudySide) {
    self.base = base
    self.new = new
    compareFacts()
    compareMarkets()
    compareAssumptions()
    compareModels()
    compareSettings()
  }

  /// The companies of both.
  var common: Set<String> { base.companies.intersection(new.companies) }

  private mutating func add(
    _ part: StudyItem.Part, _ kind: ChangedItem.Kind, _ factor: ChangeFactor,
    company: String? = nil, path: String? = nil, name: String, title: LocalizedText? = nil,
    period: String? = nil, _ texts: (base: String?, new: String?), sources: [String] = [],
    isEstimate: Bool = false
  ) {
    items.append(
      StudyItem(
        part: part,
        record: ChangedItem(
          kind: kind, factor: factor, company: company, path: path, name: name, title: title,
          period: period, base: texts.base, new: texts.new, sources: sources,
          newSources: sources.filter { base.loaded.facts.sources[$0] == nil || isNews($0) },
          isEstimate: isEstimate)))
  }

  /// True for a source that the side before has in its files but couldn't know on its day.
  private func isNews(_ source: String) -> Bool {
    guard let known = base.loaded.facts.sources[source] else { return true }
    return !known.isTimeless && known.day > base.asOf
  }

  // MARK: Facts

  private mutating func compareFacts() {
    for id in common.sorted() {
      guard let before = base.facts.company(id), let after = new.facts.company(id) else { continue }
      for (key, groups) in Self.grouped(before.facts, after.facts, by: StudyItem.FigureKey.init)
      where !Self.same(groups, FigurePrint.init) {
        addFigures(.fact(owner: id, key), .fact, key, groups, company: id)
      }
      let ratings = Self.grouped(before.ratings, after.ratings) { [$0.path, $0.criterion] }
      for (key, groups) in ratings where !Self.same(groups, FigurePrint.init) {
        let sources = groups.new.map(\.source)
        add(
          .rating(company: id, path: key[0], criterion: key[1]), .rating, ChangeFactor(.facts),
          company: id, path: key[0], name: key[1],
          (Self.text(groups.base.last), Self.text(groups.new.last)), sources: sources.map(\.id))
      }
      if before.traits != after.traits {
        add(
          .company(id), .company, ChangeFactor(.facts), company: id, name: id,
          (before.traits.words, after.traits.words),
          sources: [after.source?.id].compactMap(\.self))
      }
    }
  }

  private mutating func addFigures(
    _ part: StudyItem.Part, _ kind: ChangedItem.Kind, _ key: StudyItem.FigureKey,
    _ groups: (base: [Fact], new: [Fact]), company: String? = nil, region: String? = nil
  ) {
    let metric = new.facts.metrics[key.metric] ?? base.facts.metrics[key.metric]
    let old = Set(groups.base.map(FigurePrint.init))
    let fresh = groups.new.filter { !old.contains(FigurePrint($0)) }
    add(
      part, kind, ChangeFactor(.facts), company: company, path: region ?? key.path,
      name: key.metric, title: metric.map { LocalizedText($0.title) }, period: key.period,
      (Self.text(groups.base), Self.text(fresh.isEmpty ? groups.new : fresh)),
      sources: unique((fresh.isEmpty ? groups.new : fresh).map(\.source.id)),
      isEstimate: !fresh.isEmpty && fresh.allSatisfy(\.isEstimate))
  }

  private mutating func compareMarkets() {
    let regions = Set(base.facts.markets.keys).union(new.facts.markets.keys)
    for region in regions.sorted() {
      let groups = Self.grouped(
        base.facts.markets[region]?.facts ?? [], new.facts.markets[region]?.facts ?? [],
        by: StudyItem.FigureKey.init)
      for (key, groups) in groups where !Self.same(groups, FigurePrint.init) {
        addFigures(.marketFact(region: region, key), .marketFact, key, groups, region: region)
      }
    }
    let rates = Self.grouped(
      base.facts.exchangeRates.rates, new.facts.exchangeRates.rates, by: \.pair)
    for (pair, groups) in rates where !Self.same(groups, FigurePrint.init) {
      let old = Set(groups.base.map(FigurePrint.init))
      let fresh = groups.new.filter { !old.contains(FigurePrint($0)) }
      add(
        .rate(pair), .rate, ChangeFactor(.facts), name: pair,
        (groups.base.last?.inWords, (fresh.last ?? groups.new.last)?.inWords),
        sources: unique(fresh.map(\.source.id)))
    }
    if base.facts.metrics.mapValues(\.traits) != new.facts.metrics.mapValues(\.traits) {
      add(.metrics, .metrics, ChangeFactor(.models), name: "metrics.yaml", (nil, nil))
    }
  }

  // MARK: Assumptions and models

  private var pathsOfBoth: [String] {
    base.models.keys.filter { new.models[$0] != nil }.sorted()
  }

  private mutating func compareAssumptions() {
    for path in pathsOfBoth {
      guard let before = base.models[path], let after = new.models[path] else { continue }
      compare(before.inputs, after.inputs, of: path)
    }
    compare(base.companyModel.assumed, new.companyModel.assumed, of: "company")
    let regions = Set(base.markets.keys).union(new.markets.keys)
    for region in regions.sorted() {
      let (before, after) = (
        base.markets[region]?.inputs ?? [:], new.markets[region]?.inputs ?? [:]
      )
      for name in Set(before.keys).union(after.keys).sorted()
      where before[name]?.form != after[name]?.form {
        let newest = after[name]?.assumption?.newest
        add(
          .marketInput(region: region, name: name), .marketInput, ChangeFactor(.assumptions),
          path: region, name: name, title: (after[name] ?? before[name])?.title,
          (
            before[name].map { $0.assumption?.newest?.series.text ?? $0.form },
            after[name].map { $0.assumption?.newest?.series.text ?? $0.form }
          ), sources: newest?.sources ?? [], isEstimate: newest?.sources.isEmpty ?? false)
      }
    }
    for name in Set(base.overrides.keys).union(new.overrides.keys).sorted()
    where base.overrides[name]?.value != new.overrides[name]?.value {
      add(
        .override(name), .override, ChangeFactor(.assumptions), name: name,
        (base.overrides[name]?.text, new.overrides[name]?.text), isEstimate: true)
    }
  }

  private mutating func compare(_ before: [ModelInput], _ after: [ModelInput], of model: String) {
    for input in before {
      guard let other = after.first(where: { $0.name == input.name }),
        let (was, now) = input.assumption.flatMap({ was in other.assumption.map { (was, $0) } }),
        input.assuming(as: other) != nil,
        was.form != now.form || input.unit.scale != other.unit.scale
      else { continue }
      add(
        .assumption(model: model, input: input.name), .assumption, ChangeFactor(.assumptions),
        path: model == "company" ? nil : model, name: input.name,
        title: other.title ?? input.title, (was.newest?.series.text, now.newest?.series.text),
        sources: now.newest?.sources ?? [], isEstimate: now.newest?.sources.isEmpty ?? true)
    }
  }

  private mutating func compareModels() {
    for path in pathsOfBoth {
      guard let before = base.models[path], let after = new.models[path],
        before.form != after.form
      else { continue }
      add(
        .model(path), .model, ChangeFactor(.models), path: path, name: path, title: after.title,
        ("version \(before.version)", "version \(after.version)"))
    }
    if base.companyModel.form != new.companyModel.form {
      add(.model("company"), .model, ChangeFactor(.models), name: "company.yaml", (nil, nil))
    }
    for (path, model) in base.models.sorted(by: { $0.key < $1.key }) where new.models[path] == nil {
      add(
        .path(path), .path, ChangeFactor(.pathWent, path: path), path: path, name: path,
        title: model.title, ("version \(model.version)", nil))
    }
    for (path, model) in new.models.sorted(by: { $0.key < $1.key }) where base.models[path] == nil {
      add(
        .path(path), .path, ChangeFactor(.pathCame, path: path), path: path, name: path,
        title: model.title, (nil, "version \(model.version)"))
    }
  }

  // MARK: Settings

  private mutating func compareSettings() {
    if base.loaded.policy != new.loaded.policy {
      add(.scoring, .scoring, ChangeFactor(.scoring), name: "scoring.yaml", (nil, nil))
    }
    if base.asOf != new.asOf {
      add(
        .day, .day, ChangeFactor(.time), name: "as_of",
        (base.asOf.description, new.asOf.description))
    }
    for id in base.companies.symmetricDifference(new.companies).sorted() {
      add(
        .membership(id), .membership, ChangeFactor(.companies), company: id, name: id,
        (base.companies.contains(id) ? id : nil, new.companies.contains(id) ? id : nil))
    }
  }

  // MARK: Groups

  private static func grouped<Value, Key: Hashable>(
    _ base: [Value], _ new: [Value], by key: (Value) -> Key
  ) -> [(key: Key, groups: (base: [Value], new: [Value]))] {
    var places: [Key: Int] = [:]
    var groups: [(key: Key, groups: (base: [Value], new: [Value]))] = []
    func place(_ key: Key) -> Int {
      if let known = places[key] { return known }
      places[key] = groups.count
      groups.append((key, ([], [])))
      return groups.count - 1
    }
    for value in base { groups[place(key(value))].groups.base.append(value) }
    for value in new { groups[place(key(value))].groups.new.append(value) }
    return groups
  }

  private static func same<Value, Print: Hashable>(
    _ groups: (base: [Value], new: [Value]), _ print: (Value) -> Print
  ) -> Bool {
    Set(groups.base.map(print)) == Set(groups.new.map(print))
  }

  private static func text(_ facts: [Fact]) -> String? {
    facts.isEmpty ? nil : unique(facts.map(\.inShort)).joined(separator: " / ")
  }

  private static func text(_ rating: Rating?) -> String? {
    rating.map {
      "\(NumberNotation.print($0.low))–\(NumberNotation.print($0.high)) (\($0.grade.rawValue))"
    }
  }
}

extension Fact {
  /// The number with its unit, short: `398M CNY`, `0.12 to 0.28`.
  fileprivate var inShort: String {
    let unit = unit == "1" ? "" : " " + unit
    guard let value else {
      return [low, high].compactMap(\.self).map(NumberNotation.short).joined(separator: " to ")
        + unit
    }
    return NumberNotation.short(value) + unit
  }
}

extension NumberNotation {
  /// A number in the notation of model files, with a suffix where it is large: `398M`, `1.12B`.
  static func short(_ value: Double) -> String {
    for (size, suffix) in [(1e9, "B"), (1e6, "M"), (1e3, "k")] where abs(value) >= size {
      return print(value / size) + suffix
    }
    return print(value)
  }
}

extension Company {
  /// What of its description an evaluation looks at.
  fileprivate struct Traits: Hashable {
    var words: String
  }

  fileprivate var traits: Traits {
    let markets = markets.map { "\($0): \($1)" }.sorted()
    let without = notPursued.map { "not \($0.path)" }.sorted()
    return Traits(
      words: ([
        region, country ?? "–", financing.rawValue, listing == nil ? "not listed" : "listed",
        "\(fiscalYearEnd)",
      ] + markets + without).joined(separator: ", "))
  }
}

extension Metric {
  /// What of its declaration an evaluation looks at.
  fileprivate var traits: [String] { [unit, kind.rawValue] }
}
