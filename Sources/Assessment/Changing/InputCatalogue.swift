internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import RunRecord
internal import Study
internal import Units

/// Every input that can be set, by the names that one may type.
///
/// An input is named by itself, with its model in front where two models have one of the name
/// (`company` for that of all companies), and with a company before that where it is to change for
/// that company alone: `growth`, `company.growth`, `openai.company.growth`. The trend of a series is an
/// input of its own, with a dot in its name: `users.trend`, `model-api.users.trend`.
struct InputCatalogue {
  /// An input of a model.
  struct Entry: Hashable {
    /// The path's id, or `company`.
    let model: String
    /// The input's name.
    let name: String
    /// Its title, if its model gives one.
    let title: LocalizedText?
    /// Its unit as declared; nil for an input of an evaluator written in Swift.
    let unit: UnitExpression?
    /// Where its values live.
    var domain = ValueDomain.number
    /// The metrics of which one's figure it is taken from as it stands.
    var metrics: [String] = []
  }

  /// An input that was named.
  struct Found {
    /// The company for which alone it is meant; nil for all.
    let company: String?
    /// The inputs of that name, of the model that was named or of all.
    let entries: [Entry]

    /// The full name of each: its model's in front, and the company's before that.
    var keys: [String] {
      entries.map { [company, $0.model, $0.name].compactMap(\.self).joined(separator: ".") }
    }
  }

  /// A variable of the company model that one sets by its inputs.
  struct Driver {
    /// The variable.
    let variable: String
    /// Its title, if the model gives one.
    let title: LocalizedText?
    /// Its unit as declared.
    let unit: UnitExpression
    /// The inputs by which one sets it: the most telling one and, where that is an end of a range, the
    /// other end.
    let inputs: [String]
    /// All inputs that it hangs on, most telling first.
    let hangsOn: [String]
  }

  let entries: [Entry]
  /// What is computed of a company and can be set all the same.
  let drivers: [Driver]
  private let companies: Set<String>
  private let byName: [String: [Entry]]
  /// False where a path's model runs alone: what is set is its own then.
  private let hasCompanyModel: Bool

  init(
    _ loaded: LoadedModels, evaluators: [any Evaluator], hasCompanyModel: Bool = true
  ) {
    let files = Dictionary(loaded.models.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let formulas = loaded.companyModel
    let own =
      formulas.inputs.map { input in
        Entry(
          model: "company", name: input.name, title: input.title, unit: input.unit,
          domain: input.domain, metrics: input.metrics)
      }
      + formulas.nowcast.inputs.map {
        Entry(
          model: "company", name: $0.name, title: $0.title, unit: $0.unit, domain: $0.domain)
      }
    let paths = evaluators.map(\.description).flatMap { description in
      description.inputs.map { name in
        let input = files[description.record.id]?.inputs.first { $0.name == name }
        return Entry(
          model: description.record.id, name: name, title: input?.title, unit: input?.unit,
          domain: input?.domain ?? .number)
      }
    }
    entries = own + paths
    byName = Dictionary(grouping: entries, by: \.name)
    drivers = formulas.drivers.compactMap { driver in
      (formulas.file.variables + formulas.file.outputs)
        .first { $0.declaration.name == driver.variable }
        .map {
          Driver(
            variable: driver.variable, title: $0.title, unit: $0.declaration.unit,
            inputs: formulas.together(driver.inputs), hangsOn: driver.inputs)
        }
    }
    companies = Set(loaded.facts.companies.map(\.id))
    self.hasCompanyModel = hasCompanyModel
  }

  /// The inputs that a name means; nil where there is none.
  func find(_ name: String) -> Found? {
    var rest = Substring(name)
    var company: String?
    if let (first, after) = divided(rest), companies.contains(String(first)) {
      (company, rest) = (String(first), after)
    }
    if let found = byName[String(rest)] { return Found(company: company, entries: found) }
    guard let (model, input) = divided(rest) else { return nil }
    let entries = byName[String(input)]?.filter { $0.model == model } ?? []
    return entries.isEmpty ? nil : Found(company: company, entries: entries)
  }

  /// The computed variable that a name means, with the company for which alone it is meant; nil where
  /// there is none.
  func driver(_ name: String) -> (company: String?, driver: Driver)? {
    var (company, rest) = ownName(name)
    if rest.hasPrefix("company.") { rest.removeFirst("company.".count) }
    return drivers.first { $0.variable == rest }.map { (company, $0) }
  }

  /// A name without the company in front of it, and that company.
  private func ownName(_ name: String) -> (company: String?, name: String) {
    guard let (first, rest) = divided(Substring(name)), companies.contains(String(first)) else {
      return (nil, name)
    }
    return (String(first), String(rest))
  }

  /// What stands before the first dot, and after it: a name may have one itself, as `users.trend` has.
  private func divided(_ name: Substring) -> (first: Substring, rest: Substring)? {
    name.firstIndex(of: ".").map { (name[..<$0], name[name.index(after: $0)...]) }
  }

  /// That a name is an input of the company model and of a path, which mean different things by it;
  /// nil where it is clear.
  func ambiguity(of name: String) -> Diagnostic? {
    guard hasCompanyModel, let found = find(name), found.entries.count > 1,
      found.entries.contains(where: { $0.model == "company" })
    else { return nil }
    let models = found.entries.map(\.model).filter { $0 != "company" }
    let prefix = found.company.map { "\($0)." } ?? ""
    let input = found.entries[0].name
    return Diagnostic(
      "\"\(input)\" is an input of the company model and of \(models.joined(separator: ", "))",
      help: "say which: "
        + (["company"] + models).map { "\(prefix)\($0).\(input)" }.joined(separator: " or ")
        + (driver(setBy: input).map { "; or \(prefix)\($0.variable), \(Self.title($0.title))" }
          ?? ""))
  }

  /// What is computed and hangs on an input of the company model most of all.
  func driver(setBy input: String) -> Driver? {
    drivers.first { $0.hangsOn.contains(input) }
  }

  private static func title(_ title: LocalizedText?) -> String { title?.text(in: "en") ?? "" }

  /// That there is no input of a name, with those that are called something like it.
  func unknown(_ name: String) -> Diagnostic {
    Diagnostic(
      "there is no input \"\(name)\" to set",
      help: suggestion(for: name)
        ?? "`breakeven model show PATH` lists a model's inputs, `breakeven model show company` "
        + "those of all companies", category: .missing)
  }

  /// The inputs that were probably meant, by their names or by their titles in any language.
  func suggestion(for name: String) -> String? {
    let (company, rest) = ownName(name)
    let prefix = company.map { "\($0)." } ?? ""
    let names = Array(byName.keys) + entries.map { "\($0.model).\($0.name)" }
    if let near = Suggestion.closest(to: rest, among: names + drivers.map(\.variable)) {
      let title = find(near)?.entries.first?.title ?? driver(near)?.driver.title
      return said([(prefix + near, title?.text(in: "en"))])
    }
    let search = TitleSearch(
      entries.map { (name: typed($0), title: $0.title) }
        + drivers.map { (name: $0.variable, title: $0.title) })
    let found = search.nearest(to: rest, most: 3)
    return found.isEmpty ? nil : said(found.map { (prefix + $0.name, $0.title) })
  }

  /// The shortest name that means an input.
  func typed(_ entry: Entry) -> String {
    ambiguity(of: entry.name) == nil && byName[entry.name]?.count == 1
      ? entry.name : "\(entry.model).\(entry.name)"
  }

  private func said(_ names: [(name: String, title: String?)]) -> String {
    "did you mean "
      + names.map { name, title in
        "\"\(name)\"" + (title.map { ", \($0)" } ?? "")
      }.joined(separator: ", or ") + "?"
  }
}

extension CompanyFormulas {
  /// The first of some inputs, and those that are known with the same deviation: the ends of a range.
  fileprivate func together(_ names: [String]) -> [String] {
    func deviation(_ name: String) -> NowcastQuantity? {
      for case .given(let input) in inputs where input.name == name {
        if case .nowcast(let quantity) = input.origin { return quantity.deviation }
      }
      return nil
    }
    guard let first = names.first, let own = deviation(first) else { return Array(names.prefix(1)) }
    return names.filter { deviation($0) == own }
  }
}

extension CompanyInput {
  /// The name for readers, where the file gives one.
  fileprivate var title: LocalizedText? {
    switch self {
    case .drawn(let input): input.title
    case .given(let input): input.title
    }
  }
}
