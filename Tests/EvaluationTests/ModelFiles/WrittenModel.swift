import Diagnostics
import Documents
import Evaluation
import Testing
import Units

/// Files that are right, and what is said once a line of one of them is wrong.
enum WrittenModel {
  /// A kind of file, with one that is right.
  enum Kind: Sendable {
    case path, market, companyModel, units

    var file: String {
      switch self {
      case .path: "paths/toys.yaml"
      case .market: "markets/china.yaml"
      case .companyModel: "company.yaml"
      case .units: "units.yaml"
      }
    }

    var text: String {
      switch self {
      case .path: WrittenModel.path
      case .market: WrittenModel.market
      case .companyModel: WrittenModel.companyModel
      case .units: WrittenModel.units
      }
    }
  }

  static let path = """
    path: toys
    version: 1
    title: {en: Toys}
    currency: CNY
    inputs:
      users_now: {unit: user, company: toy_users, otherwise: none}
      price: {unit: CNY/user/year, market: toy_price}
      rent: {unit: CNY/year, market: shop_rent}
      growth: {unit: 1/year, assume: 0 to 20%, because: toys}
      cost: {unit: CNY/user/year, by_year: {2025: 1 to 2, 2030: 2 to 3}, because: toys}
    variables:
      users: {unit: user, start: users_now, next: previous * (1 + growth * step)}
      sales: {unit: CNY/year, formula: users * price}
    outputs:
      revenue: sales
      contribution: sales - users * cost - rent
      investment: 0.1 * sales
    metrics: [users]
    readiness:
      - id: trust
        weight: 100
        title: {en: Trust}
        levels: {0: {en: a}, 1: {en: b}, 2: {en: c}, 3: {en: d}, 4: {en: e}}
    correlate: {growth ~ cost: 0.4}
    share_of: {market: rent, claim: sales}

    """

  static let market = """
    region: china
    title: {en: China}
    inputs:
      toy_price: {unit: CNY/user/year, fact: toy_price, assume: 8 to 12, because: toys}
      shop_rent: {same_as: world}

    """

  static let companyModel = """
    version: 2
    inputs:
      level: {unit: "1", nowcast: level}
      balance: {unit: USD, nowcast: cash}
      paths: {unit: USD/year, sum_over_paths: weight * (contribution - investment)}
      head: {unit: "1", of_path: toys, variable: head, otherwise: 0}
      weight: {unit: "1", assume: 0.5, because: toys}
      shock: {unit: "1", each_year: student_t(3), shared: false, because: toys}
    variables:
      revenue: {unit: USD/year, formula: "exp(level + shock) * 1 [USD/year]"}
      result: {unit: USD/year, formula: revenue * head + paths}
    outputs:
      revenue: revenue
      cost: revenue - result
      result: result
      cash_flow: result
      raised: 0 [USD]
      cash: balance
      can_say: 1
      broke_even: 0
      out_of_cash: 0
      sold: 0
      cash_today: balance
      cash_left: balance
      is_gone: 0
      money_lasts: 60 [month]
      other_contribution: result
      shared_cost: 0 [USD/year]
      headroom: 0.5
    drivers: [result]
    views:
      outside: {weight: 0}
      inside: {weight: 1}
      without_new_money: {}

    """

  static let units = """
    units:
      CNY: {currency: true}
      USD: {currency: true}
      user: {title: {en: user}}
      device: {title: {en: device}}
      year: {title: {en: year}}
      month: {is: 1/12 year}

    """

  static let sourceIDs: Set<String> = ["toy-report-2024"]

  static func registry() throws -> UnitRegistry {
    try UnitRegistry(
      UnitsFileReader.read(YAMLDocument(SourceText(units, file: "units.yaml"))))
  }

  /// Reads a file as `model check` does, and compiles it if it is a model.
  static func read(_ text: String, as kind: Kind) throws {
    let document = try YAMLDocument(SourceText(bytes: Array(text.utf8), file: kind.file))
    switch kind {
    case .path:
      let (_, mistakes) = ModelFileReader(units: try registry(), sourceIDs: sourceIDs).check(
        document, relativeFile: kind.file, sha256: "", years: [2025, 2026])
      if !mistakes.isEmpty { throw DiagnosticError(mistakes) }
    case .market:
      _ = try MarketFileReader(units: registry(), sourceIDs: sourceIDs).read(
        document, relativeFile: kind.file)
    case .companyModel:
      let formulas = try CompanyModelReader(units: registry(), sourceIDs: sourceIDs).read(
        document, relativeFile: kind.file)
      try CompanyModel(formulas, units: registry()).check(years: [2025, 2026])
    case .units:
      _ = try UnitRegistry(UnitsFileReader.read(document))
    }
  }

  /// Everything that is printed about a file; nothing when it is right.
  static func printed(_ text: String, as kind: Kind) -> String {
    do {
      try read(text, as: kind)
      return ""
    } catch {
      return "\(error)"
    }
  }
}

/// One kind of mistake: a part of a file that is right, what is written in its place, with the
/// mark 1️⃣ where the message must point, and what is said.
struct WrittenMistake: Sendable {
  var kind: WrittenModel.Kind
  /// What is replaced; nothing for the whole file.
  var right: String
  var wrong: String
  var message: String
  var help: String?

  init(
    _ right: String, _ wrong: String, _ message: String, _ help: String? = nil,
    in kind: WrittenModel.Kind = .path
  ) {
    self.kind = kind
    self.right = right
    self.wrong = wrong
    self.message = message
    self.help = help
  }

  private var marked: String {
    guard !right.isEmpty, let range = kind.text.firstRange(of: right) else { return wrong }
    return kind.text.replacingCharacters(in: range, with: wrong)
  }

  /// The file with the mistake in it.
  var text: String { marked.split(separator: "1️⃣", omittingEmptySubsequences: false).joined() }

  /// The message as it must print, with its place and line.
  var printed: String {
    let before = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)[0]
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[lines.count - 1]
    let column = (lines.last?.unicodeScalars.count ?? 0) + 1
    return DiagnosticRenderer().render(
      Diagnostic(
        message, at: SourceLocation(file: kind.file, line: lines.count, column: column),
        sourceLine: String(line), help: help))
  }
}

extension WrittenMistake: CustomTestStringConvertible {
  var testDescription: String { message }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<String.Index>? { ranges(of: part).first }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: new)
    return copy
  }
}
