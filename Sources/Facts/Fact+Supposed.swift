package import Units

// Facts that nobody reported: supposed, to see what they would change.
extension Fact {
  /// An amount of a company that is supposed to be known on a day.
  package static func supposed(
    of company: Company, metric: String, period: Period, value: Double, unit: String,
    unitExpression: UnitExpression?, on day: Day
  ) -> Fact {
    Fact(
      kind: .observation, metric: metric, period: period,
      days: period.days(fiscalYearEnd: company.fiscalYearEnd), value: value, unit: unit,
      unitExpression: unitExpression, source: .supposed(on: day), confidence: .high,
      knownSince: day, location: company.location)
  }

  /// Lets it be known on an earlier day, where it is only supposed; money of a later day comes in on that one.
  package mutating func supposeBy(_ day: Day) {
    guard source.id == Source.supposedId, knownSince > day else { return }
    knownSince = day
    source = .supposed(on: day)
    if kind == .observation, metric == Self.moneyThatComesIn, days.end > day {
      period = Period(day: day)
      days = DayRange(start: day, end: day)
    }
  }

  /// The same amount as money that is sure to come in by a day.
  package func promised(by day: Day, because: String) -> Fact {
    var promised = self
    promised.kind = .commitment
    promised.commitment = Commitment(paidBy: day, probability: 1, because: because)
    return promised
  }
}

extension Source {
  /// The id of the source of what is only supposed.
  package static let supposedId = "what-if"

  /// The source of what is supposed on a day.
  package static func supposed(on day: Day) -> Source {
    Source(
      id: supposedId, title: "Supposed, to try", publisher: "–", date: Period(day: day),
      kind: .assumption, reference: "–")
  }
}

extension Period {
  /// A day.
  package init(day: Day) {
    text = day.description
    first = .day(day)
  }
}
