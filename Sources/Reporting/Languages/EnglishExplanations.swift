extension EnglishPhrases {
  /// Whole sentences: the answer, how to read it, the method, charts.
  static let explanations: [Phrase: String] = [
    // The answer
    .backToIndex: "← Back to the answer",
    .answerScope: """
    What follows holds as of {date} and looks to the end of {horizon}. \"First\" means: \
    before the money runs out. Odds in these groups count the base rate of comparable \
    companies where there is one.
    """,
    .answerCount: """
    Of {total} companies, likely to break even before the money runs out: {breakEven}; \
    likely to run out or be sold: {runOut}; open: {open}; profitable already: {already}; \
    too little known: {unknown}.
    """,
    .answerPath: """
     The path that most often gives the money back is {path} ({count} of {total} companies \
    assessed).
    """,
    .answerNoPath: " No path gives the money back, more likely than not, at any company.",
    .oddsByPath: "{odds}, mostly by {path}",
    .nobodyLikelyBreaksEven: """
    No company with an outcome is more likely than not (55 % or more) to break even before \
    its money runs out.
    """,
    .groupBreakEven: "More likely than not to break even first",
    .groupRunOut: "More likely than not to run out of money or be sold",
    .groupOpen: "Open: no group of outcomes reaches 55 %",
    .groupAlready: "Already profitable by reported figures",
    .groupUnknown: "Not enough evidence for an outcome (what is missing stands below)",
    .howSure: """
    How sure: of {total} inputs, {facts} rest on facts with sources, {estimates} on \
    estimates and {assumptions} are assumptions with reasons.
    """,
    .howSureOverrides: " {count} were set by hand for this run.",
    .howSureWeights: """
     Where ranks are unstable, {weights} of it comes from how one weighs the criteria \
    (argue) and {inputs} from the inputs (research).
    """,
    .companyByCompany: "Company by company",
    .pathByPath: "Path by path",
    .oddsModel: "{word} to break even first ({model} by the model, no base rate)",
    .oddsBoth: """
    {word} to break even first ({model} by the model; {base} with the base rate, range \
    {range})
    """,
    .otherwiseStates: "otherwise: {states}",
    .moneyLasts: "with financing rounds the money lasts {months} months",
    .bestPath: "carried most by {path}: {carry} of 100 points ({parts})",
    .barelyCarried: "no path carries much; most does {path}: {carry} of 100 points ({parts})",
    .restsOnExisting: """
    rests mostly on its existing business: {share} of 100 points of its cost base
    """,
    .withoutPath: "; if it fails, the odds by the model go from {with} to {without}",
    .noPathCarries: "none of the paths carries it (less than 1 of 100 points each)",
    .rangeTo: "{low} to {high}",
    .noPathAssessed: "no path could be assessed",
    .pursuesNoPath: "none of the paths carries it: it has no business on any of them",
    .scoreParts: """
    score {score} from recovery {recovery} and readiness {readiness}; money back in \
    {viability} of draws
    """,
    .scoreSentence: """
    Score {score} from recovery {recovery} and readiness {readiness}; money back in \
    {viability} of draws
    """,
    .hangsOn: "hangs most on {input}: {low} at its low end, {high} at its high end",
    .pathPays: """
    {path}: gives the money back, more likely than not, at {count} of {total} companies \
    assessed
    """,
    .pathPaysWhom: ": {names}",
    .pathCarriesMost: "; carries {name} most ({points} of 100 points)",
    .pathNobody: "{path}: no company could be assessed",
    // How to read
    .howToReadTitle: "How to read the numbers",
    .readOdds: """
    **Breaks even first**: the share of simulated futures in which the operating result \
    reaches zero for two years running before the money runs out. Never 0 or 100 %: a \
    simulation can't prove that.
    """,
    .readBaseRate: """
    **With base rate**: the same pulled towards how many comparable newcomers survived. The \
    range covers the base rate and its weight, not everything that may happen.
    """,
    .readHeadroom: """
    **Headroom**: contributions against costs at the horizon, 0 to 100; 50 means an \
    operating result of zero.
    """,
    .readRunway: """
    **Runway**: months until the money runs out, counted from the as-of date, p50 (p5–p95). \
    \">N\" means longer than the model looks.
    """,
    .readRank: """
    **Rank**: 5th to 95th percentile over draws of inputs and weights together; the order \
    is by mean utility.
    """,
    .readExposure: """
    **Exposure**: how much of the company's cost base a path covers at the horizon. High \
    exposure to a path that fails is a danger, not a strength.
    """,
    .readScore: """
    **Score**: recovery (what comes back of what is spent; 50 is money back) and readiness \
    (what the evidence shows is in place) together. Never alone: its parts stand beside it.
    """,
    .readEstimate: """
    **≈ estimate**: a figure whose source is memory or an assumption; it may answer, but it \
    is not a fact and doesn't count as evidence.
    """,
    .readUnknown: """
    **Unknown** is shown with its reason and never counts as zero. **Not pursued** means \
    that the company has no business there; that is no gap in knowledge.
    """,
    .readMore: "More in {method}; everything cited is in {sources}.",
    .methodTitle: "How the numbers come about",
    .sourcesTitle: "Sources",
    // Path
    .pathRankingTitle: "Companies on this path",
    .overlapNote: "Where intervals overlap widely, the order says little.",
    .pathDriversIntro: "Shares of the variance of recovery, averaged over the companies assessed.",
    .formulasTitle: "The model",
    .accountingNote: """
    Contribution is revenue less the costs that closing the path would avoid: before shared \
    research, sales and administration and share-based pay, without grants, fair-value \
    gains and interest.
    """,
    .sharedTitle: "What all companies share",
    .sharedIntro: """
    One draw for all companies, so that like is compared with like. ≈ marks estimates, ◇ \
    assumptions.
    """,
    .marketTitle: "Market inputs",
    .assumptionsTitle: "Assumptions of the model",
    .readinessIntro: """
    Scales from 0 to 4 with what each level means, and the evidence on each company. Where \
    there is none, a wide prior speaks.
    """,
    .notPursuedTitle: "Not pursued by",
    .missingTitle: "Missing facts",
    // Method
    .methodIntro: """
    Each input is a distribution. One draw of all inputs makes one future up to {horizon}; \
    many draws make a distribution of every result. Inputs that companies share have the \
    same draw for all of them.
    """,
    .methodNumbersTitle: "The numbers",
    .methodStates: """
    **Four states** at the horizon sum to 100 %: breaks even first, still losing money, \
    sold, out of money.
    """,
    .methodAnchor: """
    **Starting point**: the latest full year reported stands for the first modelled year \
    unchanged; shared cost is set so that the model gives back the operating result \
    reported for it.
    """,
    .methodRecovery: """
    **Recovery**: 100 × what comes back over what comes back plus what goes out, in present \
    value to the horizon. **Money back** is the share of draws with at least 50, whether \
    the company survives or not.
    """,
    .methodCarry: """
    **Carries**: exposure × score ÷ 100. Summed over the paths, with half for the existing \
    business, it is path support.
    """,
    .methodReadiness: """
    **Readiness**: sourced ratings on anchored scales, weighted by grade and age. Thin \
    evidence leaves a wide interval, not a zero.
    """,
    .methodEstimateTitle: "Facts, estimates, assumptions",
    .methodFact: "**Fact**: one observation with a source that can be looked up.",
    .methodAssumption: """
    **◇ assumption**: an uncertain number that nobody has measured: a distribution with a \
    reason.
    """,
    .methodMostly: """
    **Mostly assumption** stands beside a result when estimates and assumptions carry more \
    than 60 % of its variance, or make up more than 70 % of its inputs.
    """,
    .methodErrorTitle: "Error of the simulation",
    .methodError: """
    With {draws} draws a probability is off by at most {error} percentage points (one \
    standard error); everything printed is rounded more coarsely. Money in later years is \
    discounted at {rate} a year. What the simulation can't know is the larger part: see \
    below.
    """,
    .methodWeaknessTitle: "Known weaknesses",
    .weakness1: """
    Default ranges are assumptions; few are sourced yet. A report on defaults alone is a \
    template: the index says how many inputs are facts.
    """,
    .weakness2: """
    Inputs are independent except where they share draws or a model correlates them. Where \
    they move together in truth (price and share, tokens and price), tails are understated.
    """,
    .weakness3: """
    Steps are years, with one financing attempt a year; there are no debt covenants, and a \
    parent's behaviour is a single hazard.
    """,
    .weakness4: """
    The analogy with newcomers among electric-car makers is a loose reference class \
    (capital-heavy hardware, subsidies). It has half weight, and the model alone is printed \
    beside it.
    """,
    .weakness5: """
    The record of companies' own forecasts is one company and one published base rate from \
    another market; it will move with every record added.
    """,
    .weakness6: """
    The horizon {horizon} cuts off value: paths that pay late look bad. Odds with value \
    beyond the horizon are printed beside it.
    """,
    .weakness7: "The weights of readiness and the score's 0.75 to 0.25 are judgements of value.",
    .weakness8: """
    The odds of breaking even are conditional on the model. The honest check is the ledger \
    of past forecasts against what happened, which begins empty.
    """,
    .allSourcesIntro: """
    The run rests on {count} sources; {estimates} of them are memory or assumptions, and \
    what they give is marked as an estimate.
    """,
    // Charts
    .chartOutcomeTitle: "What becomes of each company by {horizon}",
    .chartOutcomeOneTitle: "{company}: what becomes of it by {horizon}",
    .chartOutcomeDescription: "Bars of the four states, each row summing to 100 %",
    .chartModel: "model",
    .chartBase: "with base rate",
    .chartMapTitle: "Exposure by company and path, points of 100",
    .chartMapDescription: "Darker is more exposed; the small numbers are p5 to p95",
    .chartMapLegend: "– not pursued · ? facts missing · small: score where exposure is unknown",
    .chartCashTitle: "{company}: cash at year ends, with rounds, {currency}",
    .chartCashDescription: "Line: median; band: p5 to p95 of simulated cash",
    .chartCashBand: "p5–p95",
    .chartCashMedian: "median",
    .chartOperating: "still operating",
    .chartScoreTitle: "{path}: score, recovery and readiness by company",
    .chartScoreDescription: "Dot: mean; bar: p5 to p95, points of 100",
    .chartMoneyBack: "money back",
    .chartDriversTitle: "What drives {subject}",
    .chartDriversRecovery: "Recovery, points, at each input's low (○) and high (●) tenth",
    .chartDriversOdds: "P(breaks even first) at each input's low (○) and high (●) tenth",
    .chartDriversShares: "Share of the variance of recovery",
    .chartVariance: "of variance",
  ]
}
