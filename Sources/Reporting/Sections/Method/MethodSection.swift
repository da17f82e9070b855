import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section on the method: how the numbers come about, what they don't say, how well they are
  /// known.
  package static let method = Section("Method", Words.self) { record, context in
    let run = record.run
    func list(_ phrases: [any Phrases]) -> Block {
      .list(phrases.map { ListItem(context.line($0)) }, ordered: false)
    }
    // The largest error that a probability can have at this number of draws, in points of 100.
    let error = run.draws > 0 ? (0.25 / Double(run.draws)).squareRoot() * 100 : .nan
    let count = InputCount(record)
    return [
      context.paragraph(Words.intro, ["horizon": [.text(String(run.horizon))]]),
      context.heading(2, Words.numbersTitle),
      list([
        Definitions.odds, Definitions.views, Definitions.states, Words.anchor,
        Definitions.headroom, Definitions.runway, Definitions.moneyBackIndex,
        Definitions.viability, Definitions.exposure, Definitions.score, Definitions.support,
        Definitions.pathSupport, Definitions.readiness, Definitions.rank,
      ]),
      context.paragraph(Definitions.scoreAnchors), context.paragraph(Definitions.contribution),
      context.heading(2, Words.estimateTitle, key: "estimate"),
      list([
        Definitions.fact, Definitions.estimate, Definitions.assumption, Definitions.unknown,
        Definitions.mostlyAssumption,
      ]),
      context.paragraph(
        InputCount.Words.howSure,
        [
          "total": [.text(String(count.total))], "facts": [.text(String(count.facts))],
          "estimates": [.text(String(count.estimates))],
          "assumptions": [.text(String(count.assumptions))],
        ]),
      context.heading(2, Words.errorTitle),
      context.paragraph(
        Words.error,
        [
          "draws": [.text(DecimalText.grouped(Double(run.draws)))],
          "error": [.text(DecimalText.fixed(error, digits: 1))],
          "rate": [.text(context.numbers.share(run.discountRate * 100))],
        ]),
      unknown(record, context),
      context.heading(2, Words.weaknessTitle),
      .list(
        [
          Words.weakness1, Words.weakness2, Words.weakness3, Words.weakness4, Words.weakness5,
          Words.weakness6,
          Words.weakness7, Words.weakness8,
        ].map { ListItem(context.line($0, ["horizon": [.text(String(run.horizon))]])) },
        ordered: true),
    ]
  }
}

extension Section where Subject == RunRecord {
  /// How much more what isn't known moves the odds than the simulation errs: by the widest band.
  private static func unknown(_ record: RunRecord, _ context: ReportContext) -> Block {
    let bands = context.companiesByOdds.compactMap { company in
      company.outcome.assumptionBand.map { (company, $0) }
    }
    guard let widest = bands.max(by: { abs($0.1.high - $0.1.low) < abs($1.1.high - $1.1.low) })
    else { return context.paragraph(Words.unknownElse) }
    return context.paragraph(
      Words.unknown,
      [
        "company": context.companyLink(widest.0.id),
        "input": [.text(context.title(widest.1.title, name: widest.1.input))],
        "low": [.text(context.numbers.probability(widest.1.low))],
        "high": [.text(context.numbers.probability(widest.1.high))],
      ])
  }
}

private enum Words: String, Phrases {
  static let topic = "Method"

  case intro = """
    Each input is a distribution. One draw of all inputs makes one future up to \
    {horizon}; many draws make a distribution of every result. Inputs that companies \
    share have the same draw for all of them.
    """
  case numbersTitle = "The numbers"
  case anchor = """
    **Starting point**: the state today, estimated from all reported periods; from there a \
    company goes on as companies like it did, and its paths add what outgrows the rest of it.
    """
  case estimateTitle = "Facts, estimates, assumptions"
  case errorTitle = "Error of the simulation"
  case error = """
    With {draws} draws a probability is off by at most {error} percentage points (one \
    standard error); everything printed is rounded more coarsely. Money in later years \
    is discounted at {rate} a year.
    """
  case unknown = """
    That is the error of counting alone. What nobody knows moves odds far more: at {company}, {input} \
    alone takes them from {low} to {high}.
    """
  case unknownElse = "That is the error of counting alone; what nobody knows is the larger part."
  case weaknessTitle = "Known weaknesses"
  case weakness1 = """
    Default ranges are assumptions; few are sourced yet. A report on defaults alone is a \
    template: the index says how many inputs are facts.
    """
  case weakness2 = """
    Inputs are independent except where they share draws or a model correlates them. \
    Where they move together in truth (price and share, tokens and price), tails are \
    understated.
    """
  case weakness3 = """
    Steps are years, with one financing attempt a year; there are no debt covenants, and \
    a parent's behaviour is a single hazard.
    """
  case weakness4 = """
    Companies like it are a panel of listed ones that grew slower than the youngest here; beyond \
    the panel its laws are stretched by half, which nobody has measured.
    """
  case weakness5 = """
    Frontier laboratories that had just raised money spent more than the laws say: spending \
    there follows money more than revenue.
    """
  case weakness6 = """
    The horizon {horizon} cuts off value: paths that pay late look bad. Odds with value \
    beyond the horizon are printed beside it.
    """
  case weakness7 = """
    The weights of readiness and the score's 0.75 to 0.25 are judgements of value.
    """
  case weakness8 = """
    The odds of breaking even are conditional on the model. The honest check is how past \
    forecasts held, which reaches back a few years only.
    """
}
