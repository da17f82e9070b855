import Findings
package import Publishing
package import RunRecord

/// What `breakeven robust` prints: which headlines survive, in words, then what breaks the others.
package struct RobustnessNote: Speaker {
  private let record: RobustnessRecord
  private let names: [String: LocalizedText]
  package let language: Language

  /// A note; `names` are the companies' names by id.
  package init(
    _ record: RobustnessRecord, names: [String: LocalizedText], language: Language = .english
  ) {
    self.record = record
    self.names = names
    self.language = language
  }

  /// The note.
  package var page: Page {
    let broken = record.headlines.filter { !$0.breaks.isEmpty }
    var blocks: [Block] = [.paragraph(opening(broken.count))]
    if !broken.isEmpty {
      blocks += [
        heading(2, Words.breaking),
        .list(
          broken.sorted { $0.breaks.count > $1.breaks.count }.map { ListItem(breaking($0)) },
          ordered: false),
      ]
    }
    let lasting = record.headlines.filter { $0.breaks.isEmpty }
    if !lasting.isEmpty {
      blocks += [
        heading(2, Words.surviving, ["count": String(record.variants.count)]),
        .list(lasting.map { ListItem(said($0)) }, ordered: false),
      ]
    }
    blocks.append(variants)
    if !record.reasons.isEmpty {
      blocks.append(
        .list(
          record.reasons.sorted { $0.key < $1.key }.map { id, reason in
            ListItem(
              line(
                Joining.labelled,
                ["label": [.text(name(id))], "value": [.text(sentence(reason))]]))
          }, ordered: false))
    }
    blocks.append(
      paragraph(
        Words.note,
        [
          "draws": [.text(String(record.draws))], "day": [.text(record.asOf)],
          "horizon": [.text(String(record.horizon))],
        ]))
    return .note(blocks)
  }

  private func opening(_ broken: Int) -> [Inline] {
    let all = record.headlines.count
    return line(
      broken == 0 ? Words.allSurvive : Words.someSurvive,
      [
        "surviving": [.text(String(all - broken))], "all": [.text(String(all))],
        "variants": [.text(String(record.variants.count))],
      ])
  }

  // MARK: Headlines

  private func said(_ headline: HeadlineRecord) -> [Inline] {
    line(words(of: headline), values(headline))
  }

  /// What is said, in how many variants it holds, and what is said in the others.
  private func breaking(_ headline: HeadlineRecord) -> [Inline] {
    var byValue: [(value: String, variants: [[Inline]])] = []
    for found in headline.breaks {
      let variant: [Inline] = [.text(name(record.variants[found.variant]))]
      if let place = byValue.firstIndex(where: { $0.value == found.value }) {
        byValue[place].variants.append(variant)
      } else {
        byValue.append((found.value, [variant]))
      }
    }
    let flips = byValue.map { value, variants in
      line(
        Words.flip,
        ["value": [.text(self.value(value, headline))], "variants": joined(variants)])
    }
    let count = record.variants.count
    return line(
      Words.holds,
      [
        "headline": said(headline),
        "held": [.text(String(count - headline.breaks.count))], "count": [.text(String(count))],
        "flips": .joined(flips, separator: "; "),
      ])
  }

  private func words(of headline: HeadlineRecord) -> Words {
    switch headline.kind {
    case .group: Words.group
    case .tier: Words.tier
    case .leads: Words.leads
    case .groupCount: Words.groupCount
    case .breakEvenCount: Words.breakEvenCount
    case .runOutCount: Words.runOutCount
    }
  }

  private func values(_ headline: HeadlineRecord) -> [String: [Inline]] {
    [
      "company": [.text(headline.company.map(name) ?? "")],
      "other": [.text(headline.other.map(name) ?? "")],
      "group": [.text(headline.group.map(group) ?? "")],
      "value": [.text(value(headline.value, headline))],
    ]
  }

  private func value(_ value: String, _ headline: HeadlineRecord) -> String {
    if value.isEmpty { return text(Words.nothing) }
    switch headline.kind {
    case .group: return group(value)
    case .leads: return name(value)
    default: return value
    }
  }

  private func group(_ name: String) -> String {
    CompanyGroup(rawValue: name).map { text(WhatIfWords.name(of: $0)) } ?? name
  }

  private func name(_ id: String) -> String { names[id].map { text($0) } ?? id }

  // MARK: Variants

  private func whole(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }

  private func name(_ variant: RobustnessVariant) -> String {
    let value = variant.value ?? 0
    switch variant.kind {
    case .base: return text(Words.base)
    case .outside: return text(Words.outside)
    case .inside: return text(Words.inside)
    case .independent: return text(Words.independent)
    case .seed: return text(Words.seed, ["value": whole(value)])
    case .draws: return text(Words.draws, ["value": whole(value)])
    case .discountRate: return text(Words.rate, ["value": numbers.share(100 * value)])
    case .horizon: return text(Words.horizon, ["value": whole(value)])
    }
  }

  /// How many headlines each variant breaks.
  private var variants: Block {
    .table(
      Table(
        columns: [column(Words.variant), column(Words.breaks, .right)],
        rows: record.variants.enumerated().map { place, variant in
          let broken = record.headlines.count { headline in
            headline.breaks.contains { $0.variant == place }
          }
          return [[.text(name(variant))], [.text(String(broken))]]
        }))
  }
}

extension RobustnessNote {
  enum Words: String, Phrases {
    static let topic = "Robustness"

    case allSurvive = "**All {all} headlines survive all {variants} variants.**"
    case someSurvive = "**{surviving} of {all} headlines survive all {variants} variants.**"
    case breaking = "Which don't, and when they flip"
    case surviving = "Which survive all {count}"
    case holds = "{headline}: holds in {held} of {count}; {flips}"
    case flip = "{value} with {variants}"
    case nothing = "nothing said"
    case group = "{company}: {value}"
    case tier = "{company}: tier {value}"
    case leads = "{company} before {other}"
    case groupCount = "companies {group}: {value}"
    case breakEvenCount =
      "companies that break even first together, in nine of ten futures: {value}"
    case runOutCount = "companies out of money or sold together, in nine of ten futures: {value}"
    case variant = "Variant"
    case breaks = "Headlines that flip"
    case base = "as it is"
    case outside = "companies like each one alone"
    case inside = "the paths' models in full"
    case independent = "nothing common to two companies"
    case seed = "seed {value}"
    case draws = "{value} draws"
    case rate = "a discount rate of {value}"
    case horizon = "horizon {value}"
    case note = """
      As it is: {draws} draws, as of {day}, to the end of {horizon}. Each variant takes one thing \
      otherwise. Of neighbours in the order a lead is a headline where it is likely or clear, and \
      survives while the one does better more often than not; a count of companies survives while \
      both of its ends are within one company.
      """
  }
}
