package import Publishing

/// A word of reports, explained.
package struct GlossaryTerm: Sendable {
  /// Its id, words joined by `-`.
  package let id: String
  /// The definition that explains it.
  let definition: Definitions
  /// Other ids that mean the same, those of former words among them.
  let aliases: [String]

  init(_ id: String, _ definition: Definitions, aliases: [String] = []) {
    self.id = id
    self.definition = definition
    self.aliases = aliases
  }

  /// The word in a language: what its definition has in bold, without a sign before it.
  func name(in language: Language) -> String {
    let strong =
      PhraseFilling.pieces(language.wording(definition)).compactMap { piece in
        if case .strong(let text) = piece { text } else { nil }
      }.first ?? id
    return strong.hasPrefix("≈ ") || strong.hasPrefix("◇ ") ? String(strong.dropFirst(2)) : strong
  }
}

/// Finds and explains words.
package enum Glossary {
  /// The terms, in alphabetical order of their ids.
  package static let terms: [GlossaryTerm] = [
    GlossaryTerm("assumption", Definitions.assumption),
    GlossaryTerm("break-even", Definitions.odds, aliases: ["breakeven", "break-even-first"]),
    GlossaryTerm("cash-cover", Definitions.cashCover),
    GlossaryTerm("contribution", Definitions.contribution),
    GlossaryTerm("crowding", Definitions.crowding),
    GlossaryTerm("diversification", Definitions.diversification, aliases: ["independence"]),
    GlossaryTerm("drain", Definitions.drain),
    GlossaryTerm("draw", Definitions.draw, aliases: ["draws"]),
    GlossaryTerm("estimate", Definitions.estimate),
    GlossaryTerm("evidence", Definitions.evidence),
    GlossaryTerm("existing-business", Definitions.existingBusiness, aliases: ["legacy", "other"]),
    GlossaryTerm("exposure", Definitions.exposure),
    GlossaryTerm("fact", Definitions.fact, aliases: ["facts"]),
    GlossaryTerm("headroom", Definitions.headroom),
    GlossaryTerm("interval", Definitions.interval),
    GlossaryTerm("money-back", Definitions.viability, aliases: ["viability"]),
    GlossaryTerm("money-back-index", Definitions.moneyBackIndex, aliases: ["recovery"]),
    GlossaryTerm("mostly-assumption", Definitions.mostlyAssumption),
    GlossaryTerm(
      "odds-without-it", Definitions.oddsWithout, aliases: ["odds-without", "knock-out"]),
    GlossaryTerm("out-of-money", Definitions.outOfMoney, aliases: ["cashed-out", "cash-out"]),
    GlossaryTerm("path", Definitions.path),
    GlossaryTerm("path-support", Definitions.pathSupport),
    GlossaryTerm("payback", Definitions.payback),
    GlossaryTerm("rank", Definitions.rank),
    GlossaryTerm("readiness", Definitions.readiness),
    GlossaryTerm("runway", Definitions.runway),
    GlossaryTerm("score", Definitions.score),
    GlossaryTerm("states", Definitions.states),
    GlossaryTerm("still-losing", Definitions.stillLosing),
    GlossaryTerm("support", Definitions.support, aliases: ["carry"]),
    GlossaryTerm("tier", Definitions.tier, aliases: ["tiers"]),
    GlossaryTerm("uncovered-cost", Definitions.uncoveredCost, aliases: ["gap"]),
    GlossaryTerm("unknown", Definitions.unknown, aliases: ["not-pursued"]),
    GlossaryTerm("views", Definitions.views, aliases: ["outside", "inside"]),
  ]

  /// The term that words name, by an id or in any of the languages.
  package static func term(_ words: String, in languages: [Language]) -> GlossaryTerm? {
    let id = normalized(words)
    return terms.first { $0.id == id || $0.aliases.contains(id) }
      ?? terms.first { term in
        languages.contains { normalized(term.name(in: $0)) == id }
      }
  }

  /// All ids, for suggestions.
  package static var ids: [String] { terms.map(\.id) }

  /// A term as it is explained.
  package static func page(_ term: GlossaryTerm, _ language: Language) -> Page {
    var blocks = [language.paragraph(term.definition)]
    if term.definition == Definitions.score {
      blocks.append(language.paragraph(Definitions.scoreAnchors))
    }
    return .note(blocks)
  }

  /// Every term.
  package static func page(_ language: Language) -> Page {
    .note([.list(terms.map { ListItem(language.line($0.definition)) }, ordered: false)])
  }

  private static func normalized(_ words: String) -> String {
    words.trimmed.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
  }
}
