/// The reason why a fact answers, or why it doesn't.
package enum SelectionReason: Hashable, Sendable {
  // MARK: It answers
  case onlyOne(by: Day)
  case latestPeriod(by: Day, Tie)
  case answerForYear(Int)

  /// The difference that decided among facts of the latest period.
  package enum Tie: Hashable, Sendable {
    case none, confidence, source, length, sameNumbers
  }

  // MARK: Another answers
  case endsLater(Period)
  case moreTrusted(source: String, confidence: Confidence, than: Confidence)
  case sourceLater(source: String, date: Period, than: Period)
  case longer(Period)
  case saysTheSame(source: String)

  // MARK: It can't answer
  case notKnownYet(since: Day, asOf: Day)
  case periodNotOver(end: Day, asOf: Day)
  case forecast
  case guidance
  case commitment
  case notAFullYear(metric: String)
}

/// Something that an earlier folder declared and a later one replaces.
package struct Replacement: Hashable, Sendable {
  /// A file or an entry in one that is replaced.
  package enum Subject: Hashable, Sendable {
    case file(String)
    case declaration(String)
    case fact(metric: String, period: Period, source: String)
    case rate(from: String, to: String, period: Period)
    case marketInput(String, region: String)
  }

  /// The later file.
  package var file: String
  /// The file or entry that it replaces.
  package var subject: Subject

  /// Makes a replacement.
  package init(file: String, subject: Subject) {
    self.file = file
    self.subject = subject
  }
}
