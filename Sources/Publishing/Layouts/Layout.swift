package import Documents

/// How a team wants its reports: which sections stand on a page and in what order, its own texts
/// among them, titles, and the wording of any phrase.
///
/// What it doesn't name is as usual.
public struct Layout: Hashable, Sendable {
  /// What stands on a page.
  package enum Part: Hashable, Sendable {
    /// A section, under another heading if one is given.
    case section(String, heading: Translations?)
    /// A text of the team's own, shown as it stands; empty lines part its paragraphs.
    case text(Translations, heading: Translations?)
  }

  /// A page that is otherwise than usual.
  package struct Page: Hashable, Sendable {
    /// The title, in which `{name}` stands for the usual one; nil for that alone.
    package var title: Translations?
    /// What stands on it; nil for what stands there as a rule.
    package var parts: [Part]?
  }

  /// A kind of page and the sections that can stand on it.
  package struct Frame: Sendable {
    /// Its name in layouts.
    package var name: String
    /// The names of its sections as a rule, in their order.
    package var usual: [String]
    /// The names of all sections that are about the same thing.
    package var all: [String]

    package init(name: String, usual: [String], all: [String]) {
      self.name = name
      self.usual = usual
      self.all = all
    }
  }

  /// The pages that are otherwise than usual, by name.
  package var pages: [String: Page] = [:]
  /// The wordings by language tag and id of the phrase.
  package var words: [String: [String: String]] = [:]

  /// Everything as usual.
  public static let usual = Layout()

  /// A language with the team's wordings.
  public func worded(_ language: Language) -> Language {
    words[language.tag].map(language.worded) ?? language
  }
}
