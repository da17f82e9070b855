package import Diagnostics
package import Documents

/// A field of companies of another time, to compare survival with.
package struct ReferenceClass: Sendable {
  /// One company of the field.
  package struct Member: Sendable {
    /// What became of it.
    package enum Status: String, Hashable, Sendable, CaseIterable {
      /// It still works.
      case surviving
      /// It stopped, and insolvency was filed or sought.
      case failed
    }

    /// The id in kebab-case.
    package var id: String
    /// The names.
    package var names: Translations
    /// When it was founded.
    package var founded: Period
    /// When it first delivered, if it ever did.
    package var firstDelivery: Period?
    /// What became of it.
    package var status: Status
    /// The year in which it failed.
    package var failureYear: Int?
    /// Who backed it, in words.
    package var backer: String?
    /// Where its founders came from, in words.
    package var background: String?
    /// Where that is said.
    package var source: Source
    /// How far it can be relied on.
    package var confidence: Confidence
    /// What else there is to say.
    package var note: String?
    /// Where it is written.
    package var location: SourceLocation

    /// Makes one from its parts.
    package init(
      id: String, names: Translations, founded: Period, firstDelivery: Period? = nil,
      status: Status, failureYear: Int? = nil, backer: String? = nil, background: String? = nil,
      source: Source, confidence: Confidence, note: String? = nil, location: SourceLocation
    ) {
      self.id = id
      self.names = names
      self.founded = founded
      self.firstDelivery = firstDelivery
      self.status = status
      self.failureYear = failureYear
      self.backer = backer
      self.background = background
      self.source = source
      self.confidence = confidence
      self.note = note
      self.location = location
    }
  }

  /// The id in kebab-case, the name of its file.
  package var id: String
  /// What reports call it.
  package var title: Translations
  /// The companies in the order of the file.
  package var members: [Member]

  /// Makes one from its parts.
  package init(
    id: String, title: Translations, members: [Member]
  ) {
    self.id = id
    self.title = title
    self.members = members
  }
}
