import RunRecord

/// One example of the facts of each kind of statement: the contract between who makes them and who
/// puts them into words.
enum StatementExamples {
  static func facts(of kind: StatementKind) -> [String: StatementValue] {
    switch kind {
    case .notAssessed, .nothingHappens, .notReportedByPath, .noCriteria, .livesOnItsOwnMoney,
      .noDraw, .noCash, .readinessPriorOnly, .forecastNeverAnswers,
      .guidanceNeverAnswers, .commitmentNeverAnswers, .setByOption, .summedOverPaths,
      .noFigure:
      [:]
    case .fromNowcast: ["name": text]
    case .ofPath: ["name": text, "path": text]
    case .ofPathNotPursued: ["path": text]
    case .earningNow: ["metrics": metrics, "end": text]
    case .earningIsNotRanked: [:]
    case .claimNeeds: ["what": path]
    case .claimNeedsPath: ["path": text]
    case .claimAfterHorizon: ["year": text, "horizon": text]
    case .claimWithoutCompany: [:]
    case .yearNotKnown: ["names": text, "year": text, "day": text, "first": text, "last": text]
    case .earningHasNoOdds: [:]
    case .resultAssumed: [:]
    case .cashFromRounds: [:]
    case .lineScaled: ["times": number, "metrics": metrics, "period": text]
    case .lineWithheld, .lineLeftOut: [:]
    case .lineAboveCompany: ["year": text, "times": number]
    case .pathLeftOut: ["path": path]
    case .betterWithoutSlower: ["without": share, "with": share]
    case .betterWithoutCosts: ["without": share, "with": share, "year": text]
    case .baseRate: ["title": path, "range": text, "share": share, "years": whole, "source": text]
    case .written: ["text": text]
    case .missingInputs: ["names": text]
    case .noPayback, .answerForYear, .averageNotKnown: ["year": text]
    case .notByHorizon: ["year": text, "share": share]
    case .withheld, .drawsDropped, .drawsOutOfDomain: ["dropped": whole, "draws": whole]
    case .pathWithheld: ["path": path, "dropped": whole, "draws": whole]
    case .anotherEndsLater, .anotherLonger: ["period": text]
    case .notEnoughEvidence, .noOutcomeSince: ["reason": .statements([Statement(.noCash)])]
    case .resultEstimated: ["period": text, "metrics": metrics]
    case .noCostBase: ["undefined": whole, "draws": whole]
    case .expectedSum:
      [
        "path": path, "input": text, "region": text, "sum": number, "low": number, "high": number,
      ]
    case .crowded: ["path": path, "share": share, "region": text, "year": text]
    case .scaledToMarket:
      ["path": path, "share": share, "region": text, "year": text, "left": share]
    case .sourcesDisagree: ["period": text, "metrics": metrics, "values": amounts]
    case .modelledAgainstReported:
      [
        "year": text, "times": number, "metrics": metrics, "period": text, "source": text,
      ]
    case .noRate: ["pair": text, "day": text, "name": text]
    case .pathConverted:
      [
        "currency": text,
        "rates": .statements([
          Statement(.convertedAtRate, ["pair": text, "rate": number, "day": text])
        ]),
      ]
    case .rateDoubtful:
      ["pair": text, "rate": number, "period": text, "source": text, "times": number]
    case .setOutsidePlausible:
      ["name": text, "text": text, "metric": metrics, "low": number, "high": number]
    case .outsideDraws: ["name": text, "low": number, "high": number]
    case .setsWhatIsComputed: ["title": path, "name": text]
    case .otherHorizon: ["base": text, "new": text, "year": text]
    case .otherCurrency: ["base": text, "new": text]
    case .otherVersion: ["run": text, "base": text, "new": text]
    case .setsNothing: ["name": text, "path": text]
    case .unitRedefined: ["file": text, "name": text, "before": text, "now": text]
    case .nothingOfRevenue: ["day": text]
    case .revenueOfNoYear: ["day": text, "periods": text]
    case .noRateToDollars: ["reason": text]
    case .baseStale, .rateStale: ["end": text, "months": whole]
    case .baseTooOld: ["months": whole]
    case .periodsContradict:
      [
        "metric": metrics, "period": text, "value": amounts, "periods": text, "other": amounts,
      ]
    case .figureOld: ["metrics": metrics, "end": text, "months": whole]
    case .balanceTooOld: ["months": whole]
    case .cashUncounted:
      ["metric": metrics, "period": text, "value": amounts, "balance": metrics, "end": text]
    case .cutBelow, .cutAbove: ["name": text, "text": text, "limit": number]
    case .amountAboveRevenue:
      ["metric": metrics, "period": text, "value": amounts, "revenue": amounts]
    case .amountManyTimesRevenue:
      [
        "metric": metrics, "period": text, "value": amounts, "times": number, "revenue": amounts,
      ]
    case .amountManyTimesYearly, .worthSmallPartOfRevenue:
      [
        "metric": metrics, "period": text, "value": amounts, "times": number, "revenue": amounts,
        "other": text,
      ]
    case .revenueApart:
      [
        "metric": metrics, "period": text, "value": amounts, "times": number, "revenue": amounts,
        "other": text,
        "others": metrics,
      ]
    case .partAboveWhole:
      [
        "metric": metrics, "period": text, "value": amounts, "part": metrics, "periods": text,
        "other": amounts,
      ]
    case .leftOutNotPositive, .leftOutOfNoYear:
      ["metric": metrics, "period": text, "value": amounts]
    case .roundToldTwice:
      ["metric": metrics, "period": text, "value": amounts, "other": text, "counted": amounts]
    case .promiseNotCounted:
      [
        "metric": metrics, "period": text, "value": amounts, "due": text, "day": text,
        "horizon": text,
      ]
    case .rateOld: ["pair": text, "rate": number, "date": text, "months": whole]
    case .noneAnswers: ["day": text]
    case .summedByNowcast: ["day": text, "periods": text, "end": text, "value": amounts]
    case .resultAboveRevenue: ["metrics": metrics, "end": text]
    case .outsidePlausible: ["metric": metrics, "period": text, "value": amounts]
    case .leftOutUnconverted: ["metric": metrics, "period": text, "reason": text]
    case .seriesLevel, .seriesTrend: ["metric": metrics, "day": text, "count": whole]
    case .seriesTrendUnseen: ["metric": metrics, "day": text]
    case .seriesNotPositive: ["metric": metrics, "period": text, "value": amounts]
    case .onlyOneKnown, .latestPeriod, .latestPeriodMostTrusted, .latestPeriodLatestSource,
      .latestPeriodLongest, .latestPeriodSameNumbers, .rateNotKnown:
      ["day": text]
    case .anotherMoreTrusted:
      ["source": text, "confidence": .confidence(.high), "other": .confidence(.low)]
    case .anotherSourceLater: ["source": text, "date": text, "other": text]
    case .anotherSaysTheSame: ["source": text]
    case .notKnownYet: ["since": text, "day": text]
    case .periodNotOver: ["end": text, "day": text]
    case .notAFullYear: ["metric": text]
    case .convertedAtAverage: ["pair": text, "rate": number, "period": text]
    case .convertedAtRate: ["pair": text, "rate": number, "day": text]
    case .setByScenario: ["scenario": text, "text": text]
    case .noFactKnown: ["metric": text, "day": text]
    case .apartOneCounts: ["share": share, "source": text]
    case .apartNoneCounts: ["share": share]
    case .assessmentLacksIt: ["company": path, "path": path]
    case .assessmentRestsOnIt: ["path": path]
    case .replacedBy: ["what": path, "where": path]
    case .fileReplaced: ["file": text, "earlier": text]
    case .declarationReplaced: ["file": text, "name": text]
    case .factReplaced: ["file": text, "metric": text, "period": text, "source": text]
    case .rateReplaced: ["file": text, "pair": text, "period": text]
    case .marketInputReplaced: ["file": text, "name": text, "region": text]
    }
  }

  private static let text = StatementValue.text("it")
  private static let whole = StatementValue.whole(2)
  private static let number = StatementValue.number(1.5)
  private static let share = StatementValue.share(0.25)
  private static let path = StatementValue.named("Medical AI")
  private static let metrics = StatementValue.metrics([MetricName(id: "revenue", title: "Revenue")])
  private static let amounts = StatementValue.amounts([
    SourcedAmount(value: 1, unit: "CNY", source: "one"),
    SourcedAmount(value: 2, unit: "CNY", source: "two"),
  ])
}
