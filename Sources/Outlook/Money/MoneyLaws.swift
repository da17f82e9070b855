package import Nowcast

/// The laws by which companies that burn cash find money, are sold, or stop.
package struct MoneyLaws: Hashable, Sendable {
  /// Log odds of raising in a year at 24 months of runway, without growth.
  package var raisingConstant: Double
  /// Per unit of the log of runway over 24 months.
  package var raisingRunway: Double
  /// Per unit of growth.
  package var raisingGrowth: Double
  /// The addition to the log odds of raising for companies linked to the state.
  package var raisingStateLinked: Double
  /// The addition to the log odds of raising without a round for a while, of unlisted companies.
  package var raisingNoRound: Double
  /// Months without a round after which that holds.
  package var noRoundMonths: Double
  /// The share of the climate that stays a year later.
  package var climatePersistence: Double
  /// The standard deviation of its yearly change.
  package var climateDeviation: Double
  /// The standard deviation of the climate before the first year.
  package var climateFirstDeviation: Double

  /// The log of the amount raised over a year's cost, without growth.
  package var amountConstant: Double
  /// Per unit of growth.
  package var amountGrowth: Double
  /// Its scale.
  package var amountDeviation: Double
  /// Degrees of freedom of its noise.
  package var amountTail: Double
  /// The least amount, in years of burn.
  package var amountLeastBurn: Double
  /// The most, as a share of what the company is worth.
  package var amountMostOfWorth: Double

  /// The standard deviation of a year's cash flow over cost, besides what the laws say.
  package var cashDeviation: Double
  /// The least share of cash-outs that are a sale.
  package var saleLow: Double
  /// The most.
  package var saleHigh: Double
  /// The least share of loss-makers that are taken over in a year.
  package var takeoverLow: Double
  /// The most.
  package var takeoverHigh: Double

  /// Months of runway below which a company saves.
  package var thriftMonths: Double
  /// Months below which it saves half as hard.
  package var halfThriftMonths: Double
  /// The fall of log costs in a year of saving.
  package var thriftCost: Double
  /// The fall of log growth in a year of saving.
  package var thriftGrowth: Double
  /// The standard deviation of a calendar year's effect on the growth of all companies.
  package var commonGrowthDeviation: Double

  /// Asks for its numbers by name.
  package init(_ named: inout NamedParameters) {
    raisingConstant = named("raising_constant")
    raisingRunway = named("raising_runway")
    raisingGrowth = named("raising_growth")
    raisingStateLinked = named("raising_state_linked")
    raisingNoRound = named("raising_no_round")
    noRoundMonths = named("no_round_months")
    climatePersistence = named("climate_persistence")
    climateDeviation = named("climate_sd")
    climateFirstDeviation = named("climate_first_sd")
    amountConstant = named("amount_constant")
    amountGrowth = named("amount_growth")
    amountDeviation = named("amount_sd")
    amountTail = named("amount_tail")
    amountLeastBurn = named("amount_least_burn")
    amountMostOfWorth = named("amount_most_of_worth")
    cashDeviation = named("cash_sd")
    saleLow = named("sale_low")
    saleHigh = named("sale_high")
    takeoverLow = named("takeover_low")
    takeoverHigh = named("takeover_high")
    thriftMonths = named("thrift_months")
    halfThriftMonths = named("half_thrift_months")
    thriftCost = named("thrift_cost")
    thriftGrowth = named("thrift_growth")
    commonGrowthDeviation = named("common_growth_sd")
  }
}
