package import Diagnostics
package import Documents

/// A field of companies of another time, to compare survival with.
package struct ReferenceClass: Sendable {
  /// One company of the field.
  package struct Member: Sendable {
    /// The fate of a member.
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
    /// The date of its foundation.
    package var founded: Period
    /// The date of its first delivery, if it ever delivered.
    package var firstDelivery: Period?
    /// The fate of the company.
    package var status: Status
    /// The year in which it failed.
    package var failureYear: Int?
    /// Its backer, in words.
    package var backer: String?
    /// The earlier work of its founders, in words.
    package var background: String?
    /// The source that says so.
    package var source: Source
    /// The confidence that the entry deserves.
    package var confidence: Confidence
    /// A further remark.
    package var note: String?
    /// The position of the entry in its file.
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
  /// The name in reports.
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
