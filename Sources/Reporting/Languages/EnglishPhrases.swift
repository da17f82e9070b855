/// What reports say in English.
enum EnglishPhrases {
  static let table = words.merging(explanations) { word, _ in word }

  private static let words: [Phrase: String] = [
    // Joining
    .listSeparator: ", ",
    .listEnd: " and ",
    .amountBySource: "{value} by {source}",
    .confidenceHigh: "high",
    .confidenceMedium: "medium",
    .confidenceLow: "low",
    .labelled: "{label}: {value}",
    .nameWithDetail: "{name} ({detail})",
    .inBrackets: " ({content})",
    // States of a number
    .unknownBecause: "unknown: {reason}",
    .noneBecause: "none: {reason}",
    .emptyCell: "–",
    .notModelled: "not modelled",
    .notAssessed: "not assessed",
    .notResolved: "not resolved",
    .notPursuedShort: "not pursued",
    .missingShort: "missing: {names}",
    .missingMarket: "market data for {region}",
    .noBaseRate: "no base rate",
    .noRunway: "no runway",
    .noSource: "no source given",
    .noReason: "no reason given",
    .noDate: "undated",
    .noHash: "no file",
    .seeReason: "see the reason",
    .nothingMissing: "nothing",
    .nothingAssessed: "no path assessed",
    // Kinds of inputs and sources
    .estimateMark: "≈ estimate",
    .assumptionMark: "◇ assumption",
    .kindFact: "fact",
    .kindMarket: "market",
    .kindCalculation: "calculation",
    .kindOverride: "set for this run",
    .mostlyAssumption: "mostly assumption",
    .sourceFiling: "filing",
    .sourcePress: "press",
    .sourceArticle: "article",
    .sourceAnalyst: "analyst",
    .sourceAggregator: "data aggregator",
    .sourceMemory: "≈ memory: what it gives is an estimate",
    .sourceAssumption: "◇ assumption: what it gives is an estimate",
    .knownSince: "known since {date}",
    // Likelihood in words
    .veryLikely: "very likely",
    .likely: "likely",
    .ratherLikely: "more likely than not",
    .tossUp: "as likely as not",
    .ratherUnlikely: "less likely than not",
    .unlikely: "unlikely",
    .veryUnlikely: "very unlikely",
    // States at the horizon
    .stateBrokeEven: "breaks even first",
    .stateStillLosing: "still losing money",
    .stateSold: "sold",
    .stateCashedOut: "out of money",
    // Tables
    .columnTier: "Tier",
    .columnCompany: "Company",
    .columnOddsModel: "Breaks even first, model",
    .columnOddsBase: "With base rate (range)",
    .columnHeadroom: "Headroom p5 – p50 – p95",
    .columnRunwayRounds: "Runway with rounds, months",
    .columnRank: "Rank p5–p95",
    .columnLeadsIf: "Leads if …",
    .columnFinding: "Finding",
    .columnPathThatCarries: "Path that carries it",
    .columnReason: "Reason",
    .columnMissing: "Missing",
    .columnStillKnown: "What is known nonetheless",
    .columnOther: "Existing business",
    .columnGap: "Carried by nothing",
    .columnPath: "Path",
    .columnVersion: "Version",
    .columnFile: "File",
    .columnItem: "Item",
    .columnValue: "Value",
    .columnState: "At the horizon",
    .columnModel: "Model",
    .columnBase: "With base rate",
    .columnRange: "Range",
    .columnMonths: "Months until the money runs out",
    .columnLow: "p5",
    .columnMiddle: "p50",
    .columnHigh: "p95",
    .columnMeaning: "Meaning",
    .columnYear: "Year",
    .columnBrokeEvenBy: "Broke even by then",
    .columnOperating: "Still operating",
    .columnOperatingResult: "Operating result",
    .columnCash: "Cash at year end, with rounds",
    .columnStatus: "Status",
    .columnSource: "Source",
    .columnExposure: "Exposure",
    .columnRecovery: "Recovery",
    .columnReadiness: "Readiness",
    .columnScore: "Score",
    .columnViability: "Money back",
    .columnBeyond: "Money back with value beyond the horizon",
    .columnCarry: "Carries",
    .columnPayback: "Payback year",
    .columnKnockOut: "Breaks even first without it",
    .columnEvidence: "Evidence",
    .columnLine: "Line",
    .columnInput: "Input",
    .columnKind: "Rests on",
    .columnVariance: "Share of variance",
    .columnAtLow: "Result at its low end",
    .columnAtHigh: "Result at its high end",
    .columnCriterion: "Criterion",
    .columnWeight: "Weight",
    .columnLevel: "Level 0–4",
    .columnDistribution: "Distribution",
    .columnValues: "Mean (p5 to p95)",
    .columnRestsOn: "Facts, reasons, sources",
    .columnVariable: "Variable",
    .columnFormula: "Formula",
    .columnUnit: "Unit",
    .columnMetric: "Figure",
    .columnPeriod: "Period",
    .columnConfidence: "Confidence",
    .columnNote: "Note",
    // League
    .leagueTitle: "League table",
    .leagueEmpty: "No company could be ranked: no outcome is known.",
    .leagueFooter: """
    Within a tier the companies can't be told apart. The sign says how sure the order is \
    against the row above: >> clear (at least 90 %), > likely (70–90 %), ~ can't tell. \
    Differences smaller than the sign says are noise or taste.
    """,
    .prefersSummary: "How often each company comes out above each other",
    .prefersIntro: """
    The share of draws, of inputs and weights together, in which the company of the row \
    beats the company of the column.
    """,
    .alreadyProfitableShort: "already profitable",
    .leadsRarely: "hardly ever leads",
    .leadsNever: "never first",
    .leadsAnyway: "any weights may do (first in {share} of draws)",
    .leadsIf: """
    {criterion} weighs more than usual ({weight} against {usual}); leads in {share} of draws
    """,
    .criterionHeadroom: "headroom",
    .criterionCashCover: "cash cover",
    .criterionPathSupport: "path support",
    .criterionIndependence: "independence",
    .alreadyTitle: "Already profitable",
    .alreadyIntro: """
    A finding from reported figures, not a forecast; so these companies have no odds.
    """,
    .withoutOutcomeTitle: "Companies without an outcome",
    .withoutOutcomeIntro: """
    Too little is known to say what becomes of them. Finding the facts named here would \
    change that.
    """,
    // Map
    .mapTitle: "Who rests on which path",
    .mapIntro: """
    The share of each company's cost base at the horizon that a path's contribution covers, \
    in points: mean (p5–p95). For a company that earns more than it costs, the share of its \
    contributions.
    """,
    .mapFooter: """
    Means of a row add up to 100 with existing business and what nothing carries; intervals \
    don't add.
    """,
    .drainShort: " · drains {points}",
    // Crowding
    .crowdingTitle: "Do the stories fit into the market?",
    .crowdingIntro: """
    What the assessed companies' stories claim together of the market they share (median, \
    p5–p95). Above 100 % they can't all come true.
    """,
    .crowdedLine: """
    {path}: the stories add up to {share} of the market ({range}): more than there is.
    """,
    .notCrowdedLine: "{path}: the stories add up to {share} of the market ({range}).",
    .warningsTitle: "Before you act on this",
    .beCareful: "Be careful with these figures:",
    // Identity of the run
    .identityTitle: "This run",
    .identityIntro: "The same inputs and the same seed give the same numbers, digit by digit.",
    .runID: "Run",
    .runAsOf: "As of",
    .runYears: "Years",
    .runScenario: "Scenario",
    .baseCase: "base case",
    .runSeed: "Seed",
    .runDraws: "Draws",
    .runCurrency: "Currency",
    .runDiscount: "Discount rate per year",
    .runVersion: "Version of the program",
    .runFacts: "SHA-256 of facts, markets, sources",
    .runSettings: "SHA-256 of settings",
    .runOverridden: "Put in place by a later models folder",
    .runOverrides: "Set by hand",
    .writtenInSwift: "written in Swift",
    // Company
    .verdictAlready: "Already profitable: {because}",
    .noOddsNeeded: "It has happened, so there are no odds; what follows is about how it holds.",
    .verdictUnknown: "What becomes of this company can't be said: {reason}.",
    .verdictMissing: "Missing facts: {names}",
    .regionIs: "region: {region}",
    .listedAt: "listed: {place}",
    .notListed: "not listed",
    .backedBy: "behind it: {parent}",
    .outcomeTitle: "What becomes of it",
    .outcomeFooter: """
    The range covers the base rate and its weight alone. It is not a confidence interval of \
    the event.
    """,
    .medianYear: "Median year of breaking even: {year}",
    .provisionalShare: "Provisional: in {share} of draws break-even counts on the last year alone",
    .ranDryShare: "Broke even, then ran dry: {share} of draws",
    .fourScores: """
    Of 100 points: headroom {headroom}, cash cover {cash}, path support {support}, \
    independence {independence}
    """,
    .placeLine: "Place: tier {tier}, rank {rank} of {count}; when it leads: {leads}",
    .notRanked: "Not ranked: {reason}",
    .runwayTitle: "How long the money lasts",
    .runwayStatic: "At today's pace",
    .runwayStaticMeaning: "cash over the burn of the latest twelve months",
    .runwayAlone: "Simulated, no new money",
    .runwayAloneMeaning: "costs, revenue and paths move on; nobody invests",
    .runwayRounds: "Simulated, with rounds",
    .runwayRoundsMeaning: "financing may succeed or fail each year",
    .runwayFooter: """
    \">{limit}\" is longer than the model looks. Share of draws in which the company lives \
    on its own money: {share}.
    """,
    .yearByYearTitle: "Year by year",
    .meansWithIntervals: "Means over draws with p5 to p95 in brackets.",
    .withUnit: "{name}, {unit}",
    .pathsTitle: "Paths",
    .withoutNumbersTitle: "Paths without numbers",
    .scoreAnchors: """
    Scores in words: 0 burns all it gets; 25 recovers about a third of the outlay; 50 about \
    money back with middling readiness; 75 recovers about three times; 100 all return and \
    all evidence.
    """,
    .exposureFooter: """
    Mean (p5–p95), in points of 100; \"carries\" is exposure times score. Intervals don't \
    add.
    """,
    .statusNotPursued: "not pursued",
    .statusMissing: "missing facts",
    .beyondShort: " · beyond the horizon {share}",
    .evidenceThin: "thin",
    .evidenceFair: "fair",
    .evidenceSolid: "solid",
    .evidenceUnknown: "not rated",
    .evidenceCounts: "facts {facts}, estimates {estimates}, assumptions {assumptions}",
    .readinessPriorOnly: "readiness: prior only",
    .exposureToday: "Share of revenue today, by reported figures: {share}",
    .driversTitle: "What drives it",
    .driversIntro: """
    Recovery at the low and the high tenth of each input, largest share of variance first.
    """,
    .storyTitle: "The story, year by year",
    .lineRevenue: "Revenue",
    .lineContribution: "Contribution",
    .lineInvestment: "Investment",
    .readinessTitle: "Readiness",
    .criterionInModel: "in the cash model",
    .criterionInModelLong: "Restates an input of the cash model, so it doesn't count in the index.",
    .criterionWeight: "Weight in the index: {weight}.",
    .criterionGate: " It limits the whole index.",
    .levelLine: "{level}: {text}",
    .priorOnly: "no evidence: the prior speaks",
    .ratingLine: "level {level}, grade {grade}, {date}, {source}",
    .ratingNotCounted: " (not counted: another item of the same origin speaks)",
    .inputsTitle: "Inputs",
    .estimateLegend: """
    ≈ marks estimates (the source is memory or an assumption), ◇ marks assumptions. Neither \
    is a fact.
    """,
    .factLine: "{period}: {value} ({source}, confidence {confidence})",
    .sourcesAre: "sources: {sources}",
    .traceSummary: "Steps from inputs to result",
    .flaggedDraws: " ({count} draws dropped)",
    .leversTitle: "What would have to be true",
    .believeIntro: "For even odds of breaking even first, one lever at a time:",
    .hangsIntro: "What the odds hang on, and what each path is worth to them:",
    .beliefAtLeast: "{input} would have to be at least {needed}",
    .beliefAtMost: "{input} would have to be at most {needed}",
    .beliefPercentile: ": percentile {percentile} of what is assumed",
    .beliefUnreachable: "{input} alone doesn't get there; the best it reaches is {best}",
    .bandLine: "The odds hang most on {input}: {low} in its lowest tenth, {high} in its highest.",
    .knockOutLine: "If {path} fails: {with} → {without}",
    .oddsDriversTitle: "What drives the odds",
    .reportedTitle: "Reported figures",
    .forecastsTitle: "Forecast and outcome",
    .forecastsIntro:
      "What was forecast for a year that is over, against what was reported for it.",
    .columnForecast: "Forecast",
    .columnActual: "Reported",
    .columnMet: "Reported over forecast",
    .scoreAlone: "score {score}; exposure unknown: {reason}",
    .eventsTitle: "Events",
    .eventLine: "{date} ({kind}): {text} {source}",
    .outcomeInputsTitle: "What the outcome rests on",
  ]
}
