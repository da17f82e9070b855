/// The kind of a statement.
///
/// The raw value is its id in JSON and in language files; `english` is its sentence, without a
/// full stop where it is part of others, with the names of its facts in braces.
public enum StatementKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Text of a person, as it was written.
  case written

  // MARK: Why there is no number
  case notAssessed = "not_assessed"
  case missingInputs = "missing_inputs"
  case nothingHappens = "nothing_happens"
  case notReportedByPath = "not_reported_by_path"
  case noCriteria = "no_criteria"
  case noPayback = "no_payback"
  case notByHorizon = "not_by_horizon"
  case livesOnItsOwnMoney = "lives_on_its_own_money"
  case noDraw = "no_draw"
  case withheld
  case noCash = "no_cash"
  case notEnoughEvidence = "not_enough_evidence"
  case noRate = "no_rate"
  case earningNow = "earning_now"
  case earningIsNotRanked = "earning_is_not_ranked"
  case earningHasNoOdds = "earning_has_no_odds"

  // MARK: Why a claim isn't tested
  case claimNeeds = "claim_needs"
  case claimNeedsPath = "claim_needs_path"
  case claimAfterHorizon = "claim_after_horizon"
  case claimWithoutCompany = "claim_without_company"
  case yearNotKnown = "year_not_known"

  // MARK: How a company's figures were taken
  case resultEstimated = "result_estimated"
  case resultAssumed = "result_assumed"
  case cashFromRounds = "cash_from_rounds"
  case baseRate = "base_rate"
  case drawsDropped = "draws_dropped"
  case pathWithheld = "path_withheld"
  case drawsOutOfDomain = "draws_out_of_domain"
  case noCostBase = "no_cost_base"
  case readinessPriorOnly = "readiness_prior_only"

  // MARK: What a reader must know
  case expectedSum = "expected_sum"
  case crowded
  case scaledToMarket = "scaled_to_market"
  case sourcesDisagree = "sources_disagree"
  case modelledAgainstReported = "modelled_against_reported"
  case lineScaled = "line_scaled"
  case lineWithheld = "line_withheld"
  case lineAboveCompany = "line_above_company"
  case lineLeftOut = "line_left_out"
  case pathLeftOut = "path_left_out"
  case betterWithoutSlower = "better_without_slower"
  case betterWithoutCosts = "better_without_costs"
  case pathConverted = "path_converted"
  case rateDoubtful = "rate_doubtful"
  case setOutsidePlausible = "set_outside_plausible"
  case cutBelow = "cut_below"
  case cutAbove = "cut_above"
  case outsideDraws = "outside_draws"
  case setsWhatIsComputed = "sets_what_is_computed"
  case setsNothing = "sets_nothing"
  case unitRedefined = "unit_redefined"
  case otherHorizon = "other_horizon"
  case otherCurrency = "other_currency"
  case otherVersion = "other_version"

  // MARK: What the state of today rests on
  case nothingOfRevenue = "nothing_of_revenue"
  case revenueOfNoYear = "revenue_of_no_year"
  case noRateToDollars = "no_rate_to_dollars"
  case baseStale = "base_stale"
  case rateStale = "rate_stale"
  case baseTooOld = "base_too_old"
  case periodsContradict = "periods_contradict"
  case figureOld = "figure_old"
  case balanceTooOld = "balance_too_old"
  case cashUncounted = "cash_uncounted"
  case resultAboveRevenue = "result_above_revenue"
  case amountAboveRevenue = "amount_above_revenue"
  case amountManyTimesRevenue = "amount_many_times_revenue"
  case amountManyTimesYearly = "amount_many_times_yearly"
  case worthSmallPartOfRevenue = "worth_small_part_of_revenue"
  case revenueApart = "revenue_apart"
  case partAboveWhole = "part_above_whole"
  case outsidePlausible = "outside_plausible"
  case leftOutNotPositive = "left_out_not_positive"
  case leftOutUnconverted = "left_out_unconverted"
  case leftOutOfNoYear = "left_out_of_no_year"
  case roundToldTwice = "round_told_twice"
  case promiseNotCounted = "promise_not_counted"
  case rateOld = "rate_old"
  case seriesLevel = "series_level"
  case seriesTrend = "series_trend"
  case seriesTrendUnseen = "series_trend_unseen"
  case seriesNotPositive = "series_not_positive"

  // MARK: Which fact answers
  case onlyOneKnown = "only_one_known"
  case latestPeriod = "latest_period"
  case latestPeriodMostTrusted = "latest_period_most_trusted"
  case latestPeriodLatestSource = "latest_period_latest_source"
  case latestPeriodLongest = "latest_period_longest"
  case latestPeriodSameNumbers = "latest_period_same_numbers"
  case anotherEndsLater = "another_ends_later"
  case anotherMoreTrusted = "another_more_trusted"
  case anotherSourceLater = "another_source_later"
  case anotherLonger = "another_longer"
  case anotherSaysTheSame = "another_says_the_same"
  case notKnownYet = "not_known_yet"
  case periodNotOver = "period_not_over"
  case forecastNeverAnswers = "forecast_never_answers"
  case guidanceNeverAnswers = "guidance_never_answers"
  case commitmentNeverAnswers = "commitment_never_answers"
  case notAFullYear = "not_a_full_year"
  case answerForYear = "answer_for_year"
  case convertedAtAverage = "converted_at_average"
  case convertedAtRate = "converted_at_rate"
  case averageNotKnown = "average_not_known"
  case rateNotKnown = "rate_not_known"
  case setByOption = "set_by_option"
  case fromNowcast = "from_nowcast"
  case noFigure = "no_figure"
  case summedOverPaths = "summed_over_paths"
  case ofPath = "of_path"
  case ofPathNotPursued = "of_path_not_pursued"
  case setByScenario = "set_by_scenario"

  // MARK: What to find out
  case noFactKnown = "no_fact_known"
  case noneAnswers = "none_answers"
  case summedByNowcast = "summed_by_nowcast"
  case apartOneCounts = "apart_one_counts"
  case apartNoneCounts = "apart_none_counts"
  case assessmentLacksIt = "assessment_lacks_it"
  case assessmentRestsOnIt = "assessment_rests_on_it"
  case replacedBy = "replaced_by"
  case noOutcomeSince = "no_outcome_since"

  // MARK: What a later folder replaces
  case fileReplaced = "file_replaced"
  case declarationReplaced = "declaration_replaced"
  case factReplaced = "fact_replaced"
  case rateReplaced = "rate_replaced"
  case marketInputReplaced = "market_input_replaced"

  /// The sentence in English.
  public var english: String {
    switch self {
    case .written: "{text}"
    case .notAssessed: "not assessed"
    case .missingInputs: "missing {names}"
    case .nothingHappens:
      "nothing goes in and nothing comes out on this path in most draws"
    case .notReportedByPath: "no revenue of this path is reported"
    case .noCriteria: "no criteria"
    case .noPayback: "the median draw doesn't pay back by {year}"
    case .notByHorizon: "not by {year} in {share} of draws"
    case .livesOnItsOwnMoney: "lives on its own money"
    case .noDraw: "no draw gives a number"
    case .withheld: "withheld: {dropped} of {draws} draws were dropped"
    case .noCash: "no cash balance is known"
    case .notEnoughEvidence: "not enough evidence: {reason}"
    case .earningNow: "{metrics} of the twelve months to {end} not below zero"
    case .earningIsNotRanked: "earns already: companies at risk are ranked"
    case .earningHasNoOdds: "earns already: there are no odds of breaking even"
    case .claimNeeds: "needs {what}"
    case .claimNeedsPath: "needs the path {path}, which no models folder has"
    case .claimAfterHorizon: "is of {year}, and the study looks to {horizon}"
    case .claimWithoutCompany: "no company has the facts for it"
    case .yearNotKnown:
      "{names} of {year} is not reported by {day}, and the years modelled are {first} to {last}"
    case .noRate: "no exchange rate {pair} is known by {day}, so {name} can't be converted"
    case .resultEstimated:
      "No operating result of {period} is known: it is an estimate by {metrics}."
    case .resultAssumed:
      "No result of any kind is known: costs over revenue are an assumption, and every "
        + "number here rests on it."
    case .cashFromRounds:
      "No cash balance is known: cash is an estimate by the rounds of the two years to "
        + "the newest one."
    case .baseRate:
      "For comparison: of {title} with an operating margin of {range}, {share} broke "
        + "even within {years} years ({source})."
    case .drawsDropped: "{dropped} of {draws} draws were dropped."
    case .pathWithheld:
      "{path}: {dropped} of {draws} draws gave no number, so that nothing is said of it; odds that "
        + "count it are doubtful."
    case .drawsOutOfDomain:
      "{dropped} of {draws} draws were dropped: a formula left its domain."
    case .noCostBase:
      "In {undefined} of {draws} draws there is no cost base to speak of; they are left out of "
        + "the exposures."
    case .readinessPriorOnly: "Readiness: prior only, no evidence is known."
    case .expectedSum:
      "{path}: {input} of the companies in {region} sums to {sum}; {low} to {high} were expected."
    case .crowded:
      "{path}: the companies' stories add up to {share} of the market ({region}) by {year}."
    case .scaledToMarket:
      "{path}: the companies' stories add up to {share} of the market ({region}) by {year}, and are "
        + "scaled to it: to {left} of themselves in the middle draw."
    case .sourcesDisagree: "For {period} sources disagree on {metrics}: {values}."
    case .modelledAgainstReported:
      "Conflict: the model's revenue of {year} is {times} times {metrics} of {period} "
        + "({source}) grown with the company."
    case .lineScaled:
      "For the company's outcome the path is scaled by {times}: then its first year is "
        + "what {metrics} of {period} say, grown with the company."
    case .lineWithheld: "Too far from the accounts to count in the company's outcome."
    case .lineAboveCompany:
      "Conflict: the model's revenue of {year} is {times} times that of the whole company."
    case .lineLeftOut: "too far from the accounts to count"
    case .pathLeftOut: "{path} is too far from the accounts to count in the company's outcome."
    case .betterWithoutSlower:
      "Without this path the odds of breaking even first would be {without}, with it they are {with}: "
        + "the accounts hold the line already, and it grows more slowly than the company does."
    case .betterWithoutCosts:
      "Without this path the odds of breaking even first would be {without}, with it they are {with}: "
        + "in {year} it still costs more than it brings; what it returns comes later, if it does."
    case .pathConverted:
      "The model computes in {currency}; its revenue, contribution and investment are {rates}."
    case .rateDoubtful:
      "The rate {pair} {rate} of {period} by {source} is {times} times off the other rates known "
        + "between the two."
    case .setOutsidePlausible:
      "{name} is set to {text}, outside what is plausible for {metric}: {low} to {high}."
    case .cutBelow:
      "{name} is set to {text}; what of it lies below {limit} can't be and isn't drawn."
    case .cutAbove:
      "{name} is set to {text}; what of it lies above {limit} can't be and isn't drawn."
    case .outsideDraws:
      "In every draw before, {name} lay between {low} and {high}: nothing on file makes this plausible"
    case .setsWhatIsComputed:
      "{title} can be set by itself: {name}=VALUE"
    case .setsNothing:
      "{name} is set on {path}, on which none of the companies here is assessed: it changes nothing."
    case .unitRedefined: "{file} redefines the unit {name}: {now} instead of {before}"
    case .otherHorizon:
      "one side reaches to {base}, the other to {new}: both are told to the end of {year}"
    case .otherCurrency: "money was in {base} and is in {new}: both sides are told in {new}"
    case .otherVersion:
      "{run} was made by version {base} of the program; both sides are computed by {new}"
    case .nothingOfRevenue:
      "nothing is known of revenue by {day}: no period and no yearly rate"
    case .revenueOfNoYear:
      "of revenue only {periods} is known by {day}: that makes no twelve months, and is no quarter, half or "
        + "nine months"
    case .noRateToDollars: "no rate to US dollars is known: {reason}"
    case .baseStale:
      "The newest twelve months of revenue end in {end}, {months} months before the as-of day."
    case .rateStale:
      "No twelve months of revenue are known; the newest figure is of {end}, {months} months before the as-of day."
    case .baseTooOld:
      "nothing of revenue is younger than {months} months: too old to say what becomes of the "
        + "company"
    case .periodsContradict:
      "Conflict: {metric} of {period} is {value}, but {periods} is {other}."
    case .figureOld:
      "{metrics}: the newest known is of {end}, {months} months before the as-of day."
    case .balanceTooOld:
      "the newest balance of cash is {months} months old: too old to say how long money lasts"
    case .cashUncounted:
      "{metric} of {period}, {value}, isn't counted as cash: the newest balance is {balance} of {end}."
    case .resultAboveRevenue:
      "{metrics} of the twelve months to {end} is larger than their revenue: costs are taken as "
        + "a twentieth of it."
    case .amountAboveRevenue:
      "{metric} of {period}, {value}, is larger than the revenue of that period, {revenue}."
    case .amountManyTimesRevenue:
      "{metric} of {period}, {value}, is more than {times} times the revenue of that period, {revenue}."
    case .amountManyTimesYearly:
      "{metric} of {period}, {value}, is more than {times} times a year's revenue at the rate of "
        + "{other}, {revenue}."
    case .worthSmallPartOfRevenue:
      "{metric} of {period}, {value}, is less than one of {times} parts of a year's revenue at the rate of "
        + "{other}, {revenue}."
    case .revenueApart:
      "{metric} of {period}, {value}, is at a year's rate more than {times} times off {others} of {other}, "
        + "{revenue}."
    case .partAboveWhole:
      "Conflict: {metric} of {period} is {value}, but {part} of {periods}, which is in it, is {other}."
    case .outsidePlausible:
      "{metric} of {period}, {value}, lies outside what is plausible for it."
    case .leftOutNotPositive:
      "{metric} of {period} is left out: {value} isn't above zero."
    case .roundToldTwice:
      "{metric} of {period}, {value}, is taken for the same as that of {other}, {counted}, and counted once."
    case .promiseNotCounted:
      "{metric} of {period}, {value}, promised by {due}, isn't counted: that isn't between {day} and the end of "
        + "{horizon}."
    case .rateOld:
      "The rate {pair} {rate} is of {date}, {months} months before the as-of day."
    case .leftOutUnconverted: "{metric} of {period} is left out: {reason}."
    case .leftOutOfNoYear:
      "{metric} of {period}, {value}, is left out: with what else is known it makes no twelve months, and it is "
        + "no quarter, half or nine months."
    case .seriesLevel: "level on {day} by {count} facts of {metric}, filtered"
    case .seriesTrend: "trend on {day} by {count} facts of {metric}, filtered"
    case .seriesTrendUnseen:
      "no two facts of {metric} show how it moves by {day}: its trend is what company.yaml takes "
        + "any metric's to be"
    case .seriesNotPositive:
      "{metric} of {period} is left out of the series: {value} isn't above zero"
    case .onlyOneKnown: "the only one known by {day}"
    case .latestPeriod: "the latest period known by {day}"
    case .latestPeriodMostTrusted:
      "the latest period known by {day}, with the highest confidence"
    case .latestPeriodLatestSource: "the latest period known by {day}, from the latest source"
    case .latestPeriodLongest:
      "the latest period known by {day}, and the longest that ends then"
    case .latestPeriodSameNumbers:
      "the latest period known by {day}; equally good sources say the same"
    case .anotherEndsLater: "{period} ends later"
    case .anotherMoreTrusted:
      "{source} says it with {confidence} confidence, this one with {other}"
    case .anotherSourceLater: "{source} of {date} is later than {other}"
    case .anotherLonger: "{period} is longer and ends on the same day"
    case .anotherSaysTheSame: "{source} says the same"
    case .notKnownYet: "known only since {since}, after {day}"
    case .periodNotOver: "its period ends on {end}, after {day}"
    case .forecastNeverAnswers: "a forecast never answers"
    case .guidanceNeverAnswers: "a company's own aim never answers"
    case .commitmentNeverAnswers: "a promise never answers"
    case .notAFullYear:
      "{metric} is an amount over time, for which only a full year answers"
    case .answerForYear: "the answer for {year}"
    case .convertedAtAverage: "converted at {pair} {rate} (average of {period})"
    case .convertedAtRate: "converted at {pair} {rate} (of {day})"
    case .averageNotKnown: "that stands in for the average of {year}, which is not known"
    case .rateNotKnown: "that stands in for the rate of {day}, which is not known"
    case .setByOption: "set for this run with --set"
    case .fromNowcast: "given by the state of today, as {name}"
    case .noFigure: "no figure of it is known"
    case .summedOverPaths: "summed over the company's paths"
    case .ofPath: "{name} of {path}"
    case .ofPathNotPursued: "the company doesn't pursue {path}"
    case .setByScenario: "set by the scenario {scenario}: {text}"
    case .noFactKnown: "no fact about {metric} was known by {day}"
    case .noneAnswers: "none of the facts on file by {day} can"
    case .summedByNowcast:
      "none of the facts on file by {day} can; the state of today takes {periods} for the twelve "
        + "months to {end}, {value}"
    case .apartOneCounts: "{share} apart; {source} counts"
    case .apartNoneCounts: "{share} apart; none counts"
    case .assessmentLacksIt: "without it {company} isn't assessed on {path}"
    case .assessmentRestsOnIt: "the whole assessment on {path} rests on it"
    case .replacedBy: "to be replaced by {what}, usually found in {where}"
    case .noOutcomeSince: "{reason}, so there is no outcome"
    case .fileReplaced: "{file} overrides {earlier}"
    case .declarationReplaced: "{file} overrides the declaration of {name}"
    case .factReplaced: "{file} overrides {metric} of {period} from {source}"
    case .rateReplaced: "{file} overrides the rate {pair} of {period}"
    case .marketInputReplaced: "{file} overrides the market input {name} of {region}"
    }
  }
}
