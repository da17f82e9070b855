import Simulation
import Scoring

/// Method C34's company, by hand: three years, CM - I of -50, 0, 60, LC 30, FC 60, no noise,
/// no growth, nothing raised or cut, nothing owed or built.
struct OutcomeCase {
  var draws = 1
  var net = [-50.0, 0, 60]
  var legacy = 30.0
  var result = -80.0
  var cash = 120.0
  var elapsed = 0.0

  var facts: OutcomeFacts {
    var facts = OutcomeFacts(
      revenue: fill(legacy), operatingCost: fill(100), cash: fill(cash))
    facts.operatingResult = fill(result)
    facts.operatingCashFlow = fill(result)
    facts.capitalExpenditure = fill(0)
    return facts
  }

  var inputs: OutcomeInputs {
    let years = net.count
    return OutcomeInputs(
      elapsedShare: elapsed, parameters: OutcomeParameters(neutralFor: draws), facts: facts,
      paths: [path(net)], streams: middleStreams(years: years, draws: draws),
      climate: YearlyDraws(repeating: 0, years: years, draws: draws))
  }

  func path(_ net: [Double]) -> OutcomePath {
    let zero = YearlyDraws(repeating: 0, years: net.count, draws: draws)
    return OutcomePath(
      revenue: zero, contribution: yearly(net.map { max($0, 0) }),
      investment: yearly(net.map { max(-$0, 0) }))
  }

  func fill(_ value: Double) -> [Double] { Array(repeating: value, count: draws) }

  func yearly(_ values: [Double]) -> YearlyDraws {
    YearlyDraws(values: values.flatMap { fill($0) }, draws: draws)
  }
}

/// A company with everything uncertain, in money of a given scale.
func randomCompany(
  seed: UInt64, draws: Int, years: Int = 6, paths: Int = 3, scale: Double = 1
) -> OutcomeInputs {
  var random = SplitMix(seed)
  func money(_ range: ClosedRange<Double>, _ random: inout SplitMix) -> [Double] {
    random.values(draws, in: range).map { $0 * scale }
  }
  var parameters = OutcomeParameters(neutralFor: draws)
  parameters.contributionMargin = random.values(draws, in: 0.3...0.6)
  parameters.legacyGrowth = random.values(draws, in: -0.1...0.2)
  parameters.legacyGrowthShock = random.values(draws, in: 0.09...0.09)
  parameters.growthDrag = random.values(draws, in: 0.2...0.8)
  parameters.fixedCostGrowth = random.values(draws, in: 0...0.08)
  parameters.costCut = random.values(draws, in: 0.1...0.35)
  parameters.cutTrigger = random.values(draws, in: 1.5...1.5)
  parameters.receivablePeriod = random.values(draws, in: 0.16...0.55)
  parameters.capitalExpenditureShare = random.values(draws, in: 0.03...0.03)
  parameters.cashConversionKeep = random.values(draws, in: 0.3...1)
  parameters.cashFlowShock = random.values(draws, in: 0.08...0.25)
  parameters.roundSize = random.values(draws, in: 0.75...2)
  parameters.successProbability = random.values(draws, in: 0.25...0.65)
  parameters.worseResultPenalty = random.values(draws, in: -0.5 ... -0.5)
  parameters.profitBonus = random.values(draws, in: 3...3)
  parameters.climateWeight = random.values(draws, in: 0.5...0.5)
  parameters.consolidationShift = random.values(draws, in: 0.5...0.5)
  parameters.soldShare = random.values(draws, in: 0.1...0.4)
  parameters.grantsDecay = random.values(draws, in: 0.1...0.4)
  parameters.fixedCostFloor = random.values(draws, in: 0.1...0.1)
  var facts = OutcomeFacts(
    revenue: money(380...400, &random), operatingCost: money(900...1000, &random),
    cash: money(500...1500, &random))
  facts.operatingResult = money(-600 ... -400, &random)
  facts.operatingResultBefore = money(-600 ... -400, &random)
  facts.operatingCashFlow = money(-400 ... -200, &random)
  facts.grants = money(5...20, &random)
  var list: [OutcomePath] = []
  for _ in 0..<paths {
    var contribution = random.yearly(years, draws, in: -30...60)
    for year in 0..<years {
      for draw in 0..<draws { contribution[year, draw] *= scale * Double(1 + year) }
    }
    list.append(
      OutcomePath(
        revenue: random.yearly(years, draws, in: 0...60).scaled(by: scale),
        contribution: contribution,
        investment: random.yearly(years, draws, in: 0...40).scaled(by: scale)))
  }
  return OutcomeInputs(
    elapsedShare: 0.5, parameters: parameters, facts: facts, paths: list,
    streams: randomStreams(years: years, draws: draws, &random),
    climate: Climate.path(uniforms: random.yearly(years, draws)))
}
