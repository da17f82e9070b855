internal import Diagnostics
internal import Evaluation
internal import Foundation

/// Writes a model to begin with: it checks clean, runs at once, and its comments teach.
package struct NewModel {
  let id: String
  let folder: String
  /// A model to start from in place of the skeleton.
  let original: Original?

  /// The path's id and the text of a model that is copied.
  package struct Original {
    var path: String
    var text: String

    package init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  package init(id: String, folder: String, original: Original?) {
    self.id = id
    self.folder = folder
    self.original = original
  }

  /// Writes the file and gives its path.
  ///
  /// - Throws: `DiagnosticError` for a bad id, a file that is there already, or a folder that
  ///   can't be written.
  package func write() throws -> String {
    guard id.isKebabCase else {
      throw DiagnosticError(
        Diagnostic(
          "the path's id \"\(id)\" must be kebab-case",
          help: "use lower-case letters, digits and single hyphens, such as home-robots"))
    }
    let inside = folder + "/paths"
    let file = inside + "/\(id).yaml"
    guard !FileManager.default.fileExists(atPath: file) else {
      throw DiagnosticError(Diagnostic("\(file) is there already", help: "choose another id"))
    }
    do {
      try FileManager.default.createDirectory(
        atPath: inside, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
      throw DiagnosticError(
        Diagnostic("\(file) can't be written", help: "look at the rights of the folder"))
    }
    return file
  }

  private var text: String {
    original.map(copy) ?? skeleton
  }

  /// The place where editors find the schema for the file: beside it when the folder has the
  /// schemas.
  private var schema: String {
    let name = "schema/path.schema.json"
    return FileManager.default.fileExists(atPath: folder + "/" + name)
      ? "../\(name)" : "../../Models/\(name)"
  }

  /// The original with its comments, under another id and title and at version 1.
  private func copy(of original: Original) -> String {
    let replacements = ["path:": "path: \(id)", "version:": "version: 1", "title:": titleLine]
    var lines = [
      "# \(title): begun as a copy of \(original.path).",
      "# Say here what is different, and change the lines below one by one.", "#",
    ]
    var isReplaced = false
    for line in original.text.split(separator: "\n", omittingEmptySubsequences: false) {
      // What is indented below a replaced key belonged to its value.
      if isReplaced, line.first == " " { continue }
      let replacement = replacements.first { line.hasPrefix($0.key) }?.value
      isReplaced = replacement != nil
      lines.append(replacement ?? String(line))
    }
    return lines.joined(separator: "\n")
  }

  private var titleLine: String { "title: {en: \(title)}" }

  private var title: String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private var skeleton: String {
    """
    # yaml-language-server: $schema=\(schema)
    # \(title): what is sold, to whom, and how it is paid for.
    #
    # A model says how one revenue path earns and what it costs, year by year. Change what stands
    # here line by line and run `breakeven model check` after each change; `breakeven model run
    # \(id)` shows the numbers. docs/language.md explains every word.

    path: \(id)
    version: 1                     # raise it when the numbers would change
    \(titleLine)
    summary: {en: "Say in a sentence who pays for what, and what decides who gets the business."}
    currency: CNY

    # Inputs: every uncertain number has a name, a unit and a reason. `a to b` is the 5th to the
    # 95th percentile.
    inputs:
      customers_now:               # a fact of the company: `company:` names its metric
        unit: user
        company:                   # empty: the input's own name; `series:` takes all its facts
        otherwise: 50k to 200k     # what holds where no fact is known; `none` makes it required
        because: A company that has just begun to sell; replace it by a metric with facts.
      growth:                      # an assumption: the same draw for all companies
        unit: 1/year
        assume: 10% to 60%
        because: Early markets grow fast and slow down; look for a comparable market.
      price:
        unit: CNY/user/month
        by_year: {2025: 8 to 30, 2030: 5 to 25}   # one quantile for all years, geometric between
        because: List prices of similar services; free rivals press on them.
      serving_cost:
        unit: CNY/user/month
        assume: 2 to 10
        because: What it costs to serve one customer, inference included.
      research:
        unit: CNY/year
        company:
        otherwise: 5M to 50M
        because: A team of ten to a hundred people.

    # Variables: formulas in any order. A stock has a first value and next year's from `previous`.
    variables:
      customers:
        unit: user
        start: customers_now
        next: previous * (1 + growth * step)
      revenue:
        unit: CNY/year
        formula: customers * price          # user * CNY/user/month = CNY/month: units convert
      cost:
        unit: CNY/year
        formula: customers * serving_cost

    # Outputs: what every path must give, CNY/year.
    outputs:
      revenue: revenue
      contribution: revenue - cost          # less every cost that closing the path would avoid
      investment: research                  # outlay whose benefit lies in later years

    metrics: [customers]

    # Readiness: what can't be computed is rated on anchored scales; ratings are facts with a source.
    readiness:
      - id: paying_customers
        weight: 60
        half_life: 1.5                      # years until evidence counts half
        title: {en: Paying customers}
        levels:
          0: {en: none}
          1: {en: pilots}
          2: {en: first contracts}
          3: {en: "many, independently confirmed"}
          4: {en: leading and hard to copy}
      - id: technology
        weight: 40
        half_life: 0.75
        title: {en: Technology}
        levels:
          0: {en: nothing shown}
          1: {en: announced}
          2: {en: works for first customers}
          3: {en: "at scale, independently tested"}
          4: {en: best in class}

    """
  }
}
