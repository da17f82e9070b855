import Foundation
import Formulas
import Testing

/// A whole path model against the same model written out by hand as a loop over the years.
@Suite struct WholeModelTests {
  static let model = """
    input hospitals [hospital]
    input ceiling [1]
    input market_age [year]
    input adopt_p [1/year]
    input adopt_q [1/year]
    input token_price [CNY/million_token] by year
    input encounters [encounter/hospital/year]
    input customers_now [hospital]
    input win_rate [1]
    input pull [1]
    input price [CNY/hospital/year]
    input data_budget [CNY/year]
    input records_now [record]
    input research [CNY/year]
    input price_drift [1/year]
    input churn [1/year]
    input use_ceiling [1]
    input tokens [token/encounter]
    input data_price [CNY/record]
    input records_needed [record]
    input error_ref [1]
    input data_elasticity [1]
    input error_tolerance [1]
    input rivalry [1]
    input approval_year [1]
    input pre_approval [1]
    input service [1]
    records [record] := records_now ; previous + previous(data_bought) * step
    data_bought [record/year] = min(data_budget / data_price, max(0 [record], records_needed - records) / step)
    error_rate [1] = max(0.002, error_ref * (records / 1e6 [record]) ^ (-data_elasticity))
    trust [1] = 1 / (1 + (error_rate / error_tolerance) ^ 2)
    cleared [1] = if(year >= approval_year, 1, min(1, pre_approval))
    standing [1] = trust * cleared
    standing_start [1] := standing ; previous
    adopters [hospital] = hospitals * ceiling * bass(adopt_p, adopt_q, market_age + (year - 2025) * step)
    share_start [1] := min(0.6, customers_now / adopters) ; previous
    win [1] = min(0.6, share_start * pull * (standing / standing_start) ^ rivalry + win_rate * standing)
    customers [hospital] := customers_now ; previous * (1 - churn * step) + win * (max(0 [hospital], adopters - previous(adopters)) + churn * step * previous(adopters))
    served [hospital] = (customers + previous(customers)) / 2
    price_index [1] := 1 ; previous * (1 + price_drift * step)
    cases [encounter/year] = served * encounters * s_curve(0.01, max(0.01, use_ceiling), 2028, 5)
    revenue [CNY/year] = served * price * price_index
    inference [CNY/year] = cases * tokens * token_price
    support_cost [CNY/year] = served * price * service
    output revenue [CNY/year] = revenue
    output contribution [CNY/year] = revenue - inference - support_cost
    output investment [CNY/year] = research + data_bought * data_price
    """

  /// Plausible values in the units that the model declares; prices by year below.
  static let inputs: [String: Double] = [
    "hospitals": 15_900, "ceiling": 0.5, "market_age": 6.5, "adopt_p": 0.02, "adopt_q": 0.35,
    "encounters": 275_000, "customers_now": 150, "win_rate": 0.008, "pull": 1, "price": 250_000,
    "data_budget": 28e6, "records_now": 1.2e6, "research": 100e6, "price_drift": -0.06,
    "churn": 0.1, "use_ceiling": 0.12, "tokens": 14_000, "data_price": 17, "records_needed": 9.5e6,
    "error_ref": 0.08, "data_elasticity": 0.25, "error_tolerance": 0.035, "rivalry": 0.35,
    "approval_year": 2027, "pre_approval": 0.46, "service": 0.3,
  ]

  private static func tokenPrice(_ year: Int) -> Double { 2 * pow(0.7, Double(year - 2025)) }

  @Test func agreesWithTheLoop() throws {
    let compiled = try TestModel(Self.model).compile()
    #expect(compiled.unusedInputs.isEmpty)
    let results = ScalarMachine.run(compiled) { name, year in
      // Prices come in base units: for a token, not for a million.
      year.map { Self.tokenPrice($0) * 1e-6 } ?? Self.inputs[name] ?? .nan
    }
    for (year, expected) in Self.byHand() {
      for (name, value) in expected {
        let found = results["\(name)[\(year)]"] ?? .nan
        #expect(abs(found - value) <= 1e-12 * abs(value), "\(name) in \(year)")
      }
    }
  }

  /// Revenue, contribution and investment of every year, straight down.
  private static func byHand() -> [Int: [String: Double]] {
    func value(_ name: String) -> Double { inputs[name] ?? .nan }
    var all: [Int: [String: Double]] = [:]
    var records = value("records_now")
    var bought = 0.0
    var customers = value("customers_now")
    var (adoptersBefore, customersBefore) = (0.0, 0.0)
    var (standingStart, shareStart, index) = (0.0, 0.0, 1.0)
    for year in 2025...2030 {
      let isFirst = year == 2025
      if !isFirst { records += bought }
      bought = min(
        value("data_budget") / value("data_price"), max(0, value("records_needed") - records))
      let error = max(0.002, value("error_ref") * pow(records / 1e6, -value("data_elasticity")))
      let trust = 1 / (1 + pow(error / value("error_tolerance"), 2))
      let cleared = Double(year) >= value("approval_year") ? 1 : min(1, value("pre_approval"))
      let standing = trust * cleared
      let (p, q) = (value("adopt_p"), value("adopt_q"))
      let decay = exp(-(p + q) * (value("market_age") + Double(year - 2025)))
      let adopters =
        value("hospitals") * value("ceiling") * (1 - decay) / (1 + q / p * decay)
      if isFirst {
        standingStart = standing
        shareStart = min(0.6, customers / adopters)
        (adoptersBefore, customersBefore) = (adopters, customers)
      }
      let win = min(
        0.6,
        shareStart * value("pull") * pow(standing / standingStart, value("rivalry"))
          + value("win_rate") * standing)
      if !isFirst {
        customers =
          customers * (1 - value("churn"))
          + win * (max(0, adopters - adoptersBefore) + value("churn") * adoptersBefore)
        index *= 1 + value("price_drift")
      }
      let served = (customers + customersBefore) / 2
      let ceiling = max(0.01, value("use_ceiling"))
      let use = 0.01 + (ceiling - 0.01) / (1 + exp(-log(81) * Double(year - 2028) / 5))
      let revenue = served * value("price") * index
      let inference =
        served * value("encounters") * use * value("tokens") * tokenPrice(year) / 1e6
      let support = served * value("price") * value("service")
      all[year] = [
        "revenue": revenue, "contribution": revenue - inference - support,
        "investment": value("research") + bought * value("data_price"),
      ]
      (adoptersBefore, customersBefore) = (adopters, customers)
    }
    return all
  }
}
