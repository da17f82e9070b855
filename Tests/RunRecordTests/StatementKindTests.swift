import Breakeven
import Foundation
import RunRecord
import Testing
import TinyStudy

/// What a statement says and what it says it of go together.
struct StatementKindTests {
  /// The names in braces of a sentence.
  private static func places(_ kind: StatementKind) -> Set<String> {
    var names: Set<String> = []
    for part in kind.english.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      names.insert(String(part.prefix { $0 != "}" }))
    }
    return names
  }

  @Test func idsAreUniqueAndPlain() {
    let ids = StatementKind.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_") }) }
  }

  @Test func sentencesDiffer() {
    let sentences = StatementKind.allCases.map(\.english)
    #expect(Set(sentences).count == sentences.count)
  }

  /// The table is whole, and its facts are those that the sentence has places for.
  @Test(arguments: StatementKind.allCases)
  func theTableHasTheFactsOfTheSentence(kind: StatementKind) {
    let facts = StatementExamples.facts(of: kind)
    #expect(Set(facts.keys) == Self.places(kind))
    let message = Statement(kind, facts).message
    #expect(!message.isEmpty && !message.contains("{") && !message.contains("}"))
  }

  /// Statements of a real run, and of what commands list beside it, have the facts of the table,
  /// of the same types.
  @Test func realStatementsAreAsInTheTable() throws {
    var statements = Self.statements(of: TinyStudy.run)
    let workspace = TinyStudy.workspace
    statements += try workspace.factConflicts().map(\.because)
    statements += try workspace.factTodo().map(\.because)
    for company in ["cloud-pipe", "deep-whale", "hospital-mind"] {
      for metric in Set(try workspace.facts(FactQuery(company: company)).map(\.fact.metric)) {
        for day: CalendarDay in ["2026-06-30", "2025-12-31"] {
          let listing = try workspace.factAnswer(company: company, metric: metric, asOf: day)
          statements.append(listing.because)
          statements += listing.candidates.compactMap(\.because)
        }
      }
    }
    statements += statements.flatMap(Self.inner)
    for statement in statements {
      let expected = StatementExamples.facts(of: statement.kind)
      #expect(Set(statement.facts.keys) == Set(expected.keys), "\(statement.kind)")
      for (name, value) in statement.facts {
        #expect(value.type == expected[name]?.type, "\(statement.kind) \(name)")
      }
    }
    #expect(Set(statements.map(\.kind)).count > 20)
  }

  /// Where a source makes a statement with facts that stand beside its kind, they are those that
  /// the sentence has places for.
  @Test func everyProducerGivesTheFactsOfTheSentence() throws {
    let kinds = Dictionary(
      uniqueKeysWithValues: StatementKind.allCases.map { ("\($0)", $0) })
    var seen: Set<StatementKind> = []
    for text in try Self.sources() {
      for maker in ["Reason(", "Remark(", "Statement(", "self.init("] {
        for part in text.components(separatedBy: maker).dropFirst() {
          let call = Self.untilItCloses(part)
          let start = call.drop { $0.isWhitespace }
          guard start.first == "." else { continue }
          let name = String(start.dropFirst().prefix { $0.isLetter })
          guard let kind = kinds[name] else { continue }
          seen.insert(kind)
          let rest = start.dropFirst(name.count + 1).drop { ", \n".contains($0) }
          guard rest.isEmpty || rest.first == "[" else { continue }
          #expect(Set(Self.keys(String(rest))) == Self.places(kind), "\(kind)")
        }
      }
    }
    #expect(seen.count > 40)
  }

  // MARK: Parts

  /// The text up to the parenthesis that closes the one before it.
  private static func untilItCloses(_ text: String) -> String {
    var depth = 1
    var result = ""
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0 { break }
      result.append(character)
    }
    return result
  }

  /// The keys of the outer brackets of a dictionary.
  private static func keys(_ literal: String) -> [String] {
    var depth = 0
    var result: [String] = []
    var quoted: String?
    var last = ""
    for character in literal {
      if let text = quoted {
        if character == "\"" {
          last = text
          quoted = nil
        } else {
          quoted = text + String(character)
        }
        continue
      }
      switch character {
      case "\"": quoted = ""
      case "[", "(": depth += 1
      case "]", ")": depth -= 1
      case ":" where depth == 1: result.append(last)
      default: break
      }
    }
    return result
  }

  private static func sources() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" && !$0.path.contains("/RunRecord/") }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  /// Everything that the program says in a run.
  private static func statements(of run: RunRecord) -> [Statement] {
    let assessments = run.companies.flatMap(\.paths)
    let inputs =
      assessments.flatMap(\.inputs) + run.companies.flatMap(\.outcome.inputs)
      + run.markets.map(\.input)
    let facts = inputs.flatMap(\.facts) + run.companies.flatMap(\.reported)
    let quantities =
      assessments.flatMap {
        [$0.exposure, $0.drain, $0.exposureToday, $0.moneyBackIndex, $0.score, $0.readiness]
          + [$0.payback, $0.support, $0.oddsWithout, $0.viability]
      }
      + run.companies.flatMap { company in
        [company.outcome.medianBreakEvenYear, company.outcome.headroom]
          + (company.outcome.runwayMonths.map { [$0.static, $0.alone, $0.withRounds] } ?? [])
      }
    return inputs.flatMap(\.because) + facts.compactMap(\.because)
      + assessments.flatMap(\.warnings) + assessments.compactMap(\.reason)
      + quantities.compactMap(\.reason) + run.companies.flatMap(\.warnings)
      + run.companies.flatMap(\.outcome.notes) + run.companies.compactMap(\.alreadyBrokeEven)
      + run.warnings + Array(run.ranking.unranked.values)
  }

  /// Statements that a statement rests on.
  private static func inner(_ statement: Statement) -> [Statement] {
    statement.facts.values.flatMap { value -> [Statement] in
      if case .statements(let statements) = value { statements } else { [] }
    }
  }
}

extension StatementValue {
  /// The key that JSON writes for its type.
  fileprivate var type: String {
    switch self {
    case .text: "text"
    case .whole: "whole"
    case .number: "number"
    case .share: "share"
    case .metrics: "metrics"
    case .named: "named"
    case .confidence: "confidence"
    case .amounts: "amounts"
    case .statements: "statements"
    }
  }
}
