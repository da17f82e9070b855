package import Diagnostics
package import Documents

/// A field of other companies, to hold a company's odds against.
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
  }

  /// How often companies with an operating margin within a range broke even, two years running
  /// without a loss, within some years.
  package struct Frequency: Hashable, Sendable {
    /// The lowest margin, as a share of revenue; nil for all below the highest.
    package var low: Double?
    /// The highest margin.
    package var high: Double
    /// The share of them that broke even.
    package var share: Double

    /// Returns true for a margin within the range.
    package func contains(_ margin: Double) -> Bool {
      margin <= high && (low.map { margin >= $0 } ?? true)
    }
  }

  /// Frequencies by margin, with the years that they cover and where they are from.
  package struct Frequencies: Sendable {
    /// The years within which companies broke even.
    package var years: Int
    /// By margin; nothing is known between the ranges, and nothing is interpolated.
    package var byMargin: [Frequency]
    /// The source.
    package var source: Source
  }

  /// The id in kebab-case, the name of its file.
  package var id: String
  /// The name in reports.
  package var title: Translations
  /// The companies in the order of the file.
  package var members: [Member]
  /// How often such companies broke even, where that was counted.
  package var frequencies: Frequencies?
}
