internal import Diagnostics
internal import Evaluation
internal import Facts
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
  }

  /// An input that was named.
  struct Found {
    /// The company for which alone it is meant; nil for all.
    let company: String?
    /// The inputs of that name, of the model that was named or of all.
    let entries: [Entry]
  }

  let entries: [Entry]
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
        Entry(model: "company", name: input.name, title: input.title, unit: input.unit)
      }
      + formulas.nowcast.inputs.map {
        Entry(model: "company", name: $0.name, title: $0.title, unit: $0.unit)
      }
    let paths = evaluators.map(\.description).flatMap { description in
      description.inputs.map { name in
        let input = files[description.record.id]?.inputs.first { $0.name == name }
        return Entry(
          model: description.record.id, name: name, title: input?.title, unit: input?.unit)
      }
    }
    entries = own + paths
    byName = Dictionary(grouping: entries, by: \.name)
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
        + (["company"] + models).map { "\(prefix)\($0).\(input)" }.joined(separator: " or "))
  }

  /// That there is no input of a name, with those that are called something like it.
  func unknown(_ name: String) -> Diagnostic {
    Diagnostic(
      "there is no input \"\(name)\" to set",
      help: suggestion(for: name)
        ?? "`breakeven model show PATH` lists a model's inputs, `breakeven model show company` "
        + "those of all companies", category: .missing)
  }

  /// The input that was probably meant, by its name or by its title in any language.
  func suggestion(for name: String) -> String? {
    let known =
      Array(byName.keys) + entries.map { "\($0.model).\($0.name)" }
    if let near = Suggestion.closest(to: name, among: known) { return "did you mean \"\(near)\"?" }
    let typed = name.lowercased()
    let titled = entries.first { entry in
      guard let title = entry.title else { return false }
      return title.byLanguage.values.contains {
        let title = $0.lowercased()
        return title == typed || Suggestion.closest(to: typed, among: [title]) != nil
          || (typed.count > 3 && title.contains(typed))
      }
    }
    return titled.flatMap { entry in
      entry.title.map { "did you mean \"\(entry.name)\", \($0.text(in: "en"))?" }
    }
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
