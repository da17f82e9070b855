import Publishing

/// The definitions of the words of reports: said under tables, on the page on method, and by
/// `explain`.
///
/// Each begins with the word, in bold, by which the glossary finds it.
enum Definitions: String, Phrases {
  static let topic = "Definitions"

  // MARK: What becomes of a company
  case odds = """
    **Breaks even first**: the share of simulated futures in which the operating result \
    reaches zero for two years running before the money runs out. Never 0 or 100 %: a \
    simulation can't prove that. What counts on the last year alone is called provisional.
    """
  case views = """
    **Without its paths**: the odds by what became of companies like this one alone. **Paths in \
    full**: with the models of its paths taken at their word. The odds between them count a path \
    by its evidence: a quarter, a half or three quarters.
    """
  case states = """
    **Four states** at the horizon sum to 100 %: breaks even first, still losing money, \
    sold or taken over, out of money.
    """
  case stillLosing = """
    **Still losing money**: at the horizon the company has neither broken even nor run out of \
    money.
    """
  case outOfMoney = """
    **Out of money**: the money ran out before the company broke even, and nobody bought it.
    """
  case headroom = """
    **Headroom**: contributions against costs at the horizon, 0 to 100; 50 means an \
    operating result of zero.
    """
  case runway = """
    **Runway**: months until the money runs out, counted from the as-of date, p50 \
    (p5–p95): at today's pace, simulated without new money, and with the rounds that the \
    company may raise. ">N" means longer than the model looks.
    """
  case cashCover = """
    **Cash cover**: the runway with rounds on a scale of 0 to 100: no month is 0, 18 months are \
    50, 48 months or more are 100.
    """
  case diversification = """
    **Diversification**: how little a company hangs on one source of contribution: 0 is a \
    single source, 100 five equal ones. Formerly independence.
    """
  case tier = """
    **Tier**: companies that can't be told apart. A company joins the tier above while the first \
    of that tier beats it with a chance of less than 80 %. The sign says how sure the order is: \
    >> clear, > likely, ~ can't tell.
    """
  case rank = """
    **Rank**: 5th to 95th percentile over draws of inputs and weights together; the \
    order is by mean utility.
    """

  // MARK: Paths
  case path = """
    **Path**: a way to revenue, such as medical AI or chat advertising. Each is a model file in \
    Models/paths; adding a file adds a path.
    """
  case exposure = """
    **Exposure**: how much of the company's cost base a path covers at the horizon. High \
    exposure to a path that fails is a danger, not a strength. Exposures, existing business \
    and uncovered cost add up to 100.
    """
  case drain = """
    **Drain**: a path's losses at the horizon, as a share of the same base as exposure.
    """
  case existingBusiness = """
    **Existing business**: the share of the cost base at the horizon that revenue outside the \
    paths covers. Formerly legacy business.
    """
  case uncoveredCost = """
    **Uncovered cost**: the share of the cost base at the horizon that nothing covers. Formerly \
    gap.
    """
  case contribution = """
    **Contribution** is revenue less the costs that closing the path would avoid: before \
    shared research, sales and administration and share-based pay, without grants, \
    fair-value gains and interest.
    """
  case moneyBackIndex = """
    **Money-back index**: 100 × what comes back over what comes back plus what goes out, in \
    present value to the horizon; 50 means money back. Formerly recovery.
    """
  case viability = """
    **Money back**: the share of draws with a money-back index of at least 50, whether the \
    company survives or not. Also called viability.
    """
  case payback = """
    **Payback year**: the first year by whose end the discounted contributions have paid back \
    the discounted outlay, and stay so.
    """
  case readiness = """
    **Readiness**: sourced ratings on anchored scales, weighted by grade and age. Thin \
    evidence leaves a wide interval, not a zero.
    """
  case score = """
    **Score**: money-back index (what comes back of what is spent; 50 is money back) and \
    readiness (what the evidence shows is in place) together. Never alone: its parts \
    stand beside it.
    """
  case scoreAnchors = """
    Scores in words: 0 burns all it gets; 25 gets back about a third of the outlay; 50 \
    about money back with middling readiness; 75 gets back about three times; 100 all \
    return and all evidence.
    """
  case support = """
    **Support**: exposure × score ÷ 100, the points that a path adds to path support. Formerly \
    carry.
    """
  case pathSupport = """
    **Path support**: the support of all paths, and half of what the existing business covers; \
    uncovered cost counts nothing. 0 to 100.
    """
  case oddsWithout = """
    **Odds without it**: the chance of breaking even first if one path fails, on the same \
    draws. Formerly knock-out.
    """
  case crowding = """
    **Crowding**: what the companies' stories claim together of a market that they share. Above \
    100 % they can't all come true.
    """

  // MARK: Evidence
  case fact = """
    **Fact**: one observation with a source that can be looked up. Facts are never edited, only \
    superseded.
    """
  case estimate = """
    **≈ estimate**: a figure whose source is memory or an assumption, or a range derived \
    from sourced figures; it may answer, but it is not a fact and doesn't count as evidence.
    """
  case assumption = """
    **◇ assumption**: an uncertain number that nobody has measured: a distribution with \
    a reason.
    """
  case mostlyAssumption = """
    **Mostly assumption** stands beside a result when estimates and assumptions carry \
    more than 60 % of its variance, or make up more than 70 % of its inputs.
    """
  case evidence = """
    **Evidence**: how completely readiness is backed, in a word: thin, fair or solid; beside it \
    how many inputs rest on facts, estimates and assumptions.
    """
  case unknown = """
    **Unknown** is shown with its reason and never counts as zero. **Not pursued** means \
    that the company has no business there; that is no gap in knowledge.
    """
  case draw = """
    **Draw**: one way in which everything uncertain could turn out. A run looks at thousands; \
    the seed fixes them, so the same inputs give the same numbers.
    """
  case interval = """
    **Interval**: the 5th to 95th percentile of the draws, in brackets: nine of ten draws lie \
    within it, if the assumptions hold.
    """
}
