package import Facts
package import RunRecord

extension Reason {
  /// Makes the reason of record for which a fact answers or doesn't.
  package init(_ reason: SelectionReason) {
    switch reason {
    case .onlyOne(let day): self.init(.onlyOneKnown, ["day": .text(day.description)])
    case .latestPeriod(let day, let tie):
      let kind: StatementKind =
        switch tie {
        case .none: .latestPeriod
        case .confidence: .latestPeriodMostTrusted
        case .source: .latestPeriodLatestSource
        case .length: .latestPeriodLongest
        case .sameNumbers: .latestPeriodSameNumbers
        }
      self.init(kind, ["day": .text(day.description)])
    case .answerForYear(let year): self.init(.answerForYear, ["year": .text(String(year))])
    case .endsLater(let period): self.init(.anotherEndsLater, ["period": .text(period.text)])
    case .moreTrusted(let source, let confidence, let other):
      self.init(
        .anotherMoreTrusted,
        [
          "source": .text(source), "confidence": .confidence(FactConfidence(confidence)),
          "other": .confidence(FactConfidence(other)),
        ])
    case .sourceLater(let source, let date, let other):
      self.init(
        .anotherSourceLater,
        ["source": .text(source), "date": .text(date.text), "other": .text(other.text)])
    case .longer(let period): self.init(.anotherLonger, ["period": .text(period.text)])
    case .saysTheSame(let source): self.init(.anotherSaysTheSame, ["source": .text(source)])
    case .notKnownYet(let since, let day):
      self.init(
        .notKnownYet, ["since": .text(since.description), "day": .text(day.description)])
    case .periodNotOver(let end, let day):
      self.init(.periodNotOver, ["end": .text(end.description), "day": .text(day.description)])
    case .forecast: self.init(.forecastNeverAnswers)
    case .guidance: self.init(.guidanceNeverAnswers)
    case .commitment: self.init(.commitmentNeverAnswers)
    case .notAFullYear(let metric): self.init(.notAFullYear, ["metric": .text(metric)])
    }
  }

  /// The reasons for a conversion: its rate, and the rate that this one stands in for.
  package static func conversion(_ step: CurrencyConversion.Step) -> [Reason] {
    let rate = step.rate
    let pair: [String: StatementValue] = [
      "pair": .text("\(rate.from)/\(rate.to)"), "rate": .number(rate.value),
    ]
    let converted =
      rate.isAverage
      ? Reason(
        .convertedAtAverage, pair.merging(["period": .text(rate.period.text)]) { $1 })
      : Reason(
        .convertedAtRate, pair.merging(["day": .text(rate.days.end.description)]) { $1 })
    let doubt = doubts(rate)
    switch step.standInFor {
    case nil: return [converted] + doubt
    case .average(let year):
      return [converted, Reason(.averageNotKnown, ["year": .text(String(year))])] + doubt
    case .rate(let day):
      return [converted, Reason(.rateNotKnown, ["day": .text(day.description)])] + doubt
    }
  }

  /// That a rate is far off the others of its pair; none where it agrees.
  package static func doubts(_ rate: ExchangeRate) -> [Reason] {
    guard let times = rate.timesOff else { return [] }
    return [
      Reason(
        .rateDoubtful,
        [
          "pair": .text("\(rate.from)/\(rate.to)"), "rate": .number(rate.value),
          "period": .text(rate.period.text), "source": .text(rate.source.id),
          "times": .number(times < 10 ? (times * 10).rounded() / 10 : times.rounded()),
        ])
    ]
  }
}

extension Remark {
  /// Makes the remark on a later models folder's replacement of an earlier one's file or
  /// declaration.
  package init(_ replacement: Replacement) {
    let file = StatementValue.text(replacement.file)
    switch replacement.subject {
    case .file(let earlier):
      self.init(.fileReplaced, ["file": file, "earlier": .text(earlier)])
    case .declaration(let name):
      self.init(.declarationReplaced, ["file": file, "name": .text(name)])
    case .fact(let metric, let period, let source):
      self.init(
        .factReplaced,
        [
          "file": file, "metric": .text(metric), "period": .text(period.text),
          "source": .text(source),
        ])
    case .rate(let from, let to, let period):
      self.init(
        .rateReplaced,
        ["file": file, "pair": .text("\(from)/\(to)"), "period": .text(period.text)])
    case .marketInput(let name, let region):
      self.init(
        .marketInputReplaced, ["file": file, "name": .text(name), "region": .text(region)])
    }
  }
}

extension Remark {
  /// Makes the remark on a unit that a later models folder means otherwise.
  package init(_ unit: RedefinedUnit) {
    self.init(
      .unitRedefined,
      [
        "file": .text(unit.file), "name": .text(unit.name), "before": .text(unit.before),
        "now": .text(unit.now),
      ])
  }
}

extension FactConfidence {
  /// The confidence of a fact, for the record.
  package init(_ confidence: Confidence) {
    switch confidence {
    case .high: self = .high
    case .medium: self = .medium
    case .low: self = .low
    }
  }
}

extension FactVerdict {
  /// Makes the verdict of record on a fact.
  package init(_ verdict: FactSelection.Verdict) {
    switch verdict {
    case .chosen: self = .chosen
    case .superseded: self = .superseded
    case .notYetKnown: self = .notYetKnown
    }
  }
}
