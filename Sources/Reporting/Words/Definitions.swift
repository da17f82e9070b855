import Publishing

/// What the numbers mean, for readers of the index and of the page on method.
enum Definitions: String, Phrases {
  static let topic = "Definitions"

  case odds = """
    **Breaks even first**: the share of simulated futures in which the operating result \
    reaches zero for two years running before the money runs out. Never 0 or 100 %: a \
    simulation can't prove that.
    """
  case baseRate = """
    **With base rate**: the same pulled towards how many comparable newcomers survived. \
    The range covers the base rate and its weight, not everything that may happen.
    """
  case headroom = """
    **Headroom**: contributions against costs at the horizon, 0 to 100; 50 means an \
    operating result of zero.
    """
  case runway = """
    **Runway**: months until the money runs out, counted from the as-of date, p50 \
    (p5–p95). ">N" means longer than the model looks.
    """
  case rank = """
    **Rank**: 5th to 95th percentile over draws of inputs and weights together; the \
    order is by mean utility.
    """
  case exposure = """
    **Exposure**: how much of the company's cost base a path covers at the horizon. High \
    exposure to a path that fails is a danger, not a strength.
    """
  case score = """
    **Score**: recovery (what comes back of what is spent; 50 is money back) and \
    readiness (what the evidence shows is in place) together. Never alone: its parts \
    stand beside it.
    """
  case estimate = """
    **≈ estimate**: a figure whose source is memory or an assumption; it may answer, but \
    it is not a fact and doesn't count as evidence.
    """
  case unknown = """
    **Unknown** is shown with its reason and never counts as zero. **Not pursued** means \
    that the company has no business there; that is no gap in knowledge.
    """
  case scoreAnchors = """
    Scores in words: 0 burns all it gets; 25 recovers about a third of the outlay; 50 \
    about money back with middling readiness; 75 recovers about three times; 100 all \
    return and all evidence.
    """
  case contribution = """
    Contribution is revenue less the costs that closing the path would avoid: before \
    shared research, sales and administration and share-based pay, without grants, \
    fair-value gains and interest.
    """
}
