/// Something that the program says, with the id under which languages translate it.
package struct Phrase: Hashable, Sendable {
  /// The topic and the name of its case: `Runway.title`.
  package var id: String
  /// The English wording; languages that don't translate it use it too.
  package var english: String

  package init(id: String, english: String) {
    self.id = id
    self.english = english
  }
}

/// The phrases of one section, table or chart, declared in its own file: each case's raw value is
/// its English.
///
/// Places of a phrase stand in braces (`{company}`), strong words between two stars.
package protocol Phrases: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// The name of what says them; the first part of their ids.
  static var topic: String { get }
}

extension Phrases {
  /// The key of this phrase in files of languages.
  package var id: String { "\(Self.topic).\(self)" }

  /// All of them, with ids.
  package static var phrases: [Phrase] {
    allCases.map { Phrase(id: $0.id, english: $0.rawValue) }
  }
}
