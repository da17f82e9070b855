import Diagnostics
import Foundation
import TestSupport
import Testing

/// Holds that a series names a metric in the unit in which it is counted, and is one where a
/// formula takes it for one.
@Suite struct SeriesCheckTests {
  private func problems(
    path: [String: String] = [:], market: [String: String] = [:]
  ) throws -> [String] {
    var files = try TinyModels.files()
    for (file, changes) in [("paths/toys.yaml", path), ("markets/china.yaml", market)] {
      var text = try #require(files[file])
      for (old, new) in changes {
        try #require(text.contains(old))
        text = text.replacingOccurrences(of: old, with: new)
      }
      files[file] = text
    }
    let models = try TemporaryModels(files)
    return withExtendedLifetime(models) {
      Checking(models).problems().filter { $0.severity == .error }
        .map { "\($0.message); \($0.help ?? "")" }
    }
  }

  private static let shops = "shops: {unit: shop, company: shops_served, otherwise: none}"

  @Test func aRightSeriesIsRight() throws {
    let path = [
      Self.shops: "shops: {unit: shop, series: shops_served, otherwise: none}",
      "start: shops": "start: level(shops)",
      "(1 + growth * step)": "exp(trend(shops) * step) * (1 + growth * step)",
    ]
    #expect(try problems(path: path) == [])
  }

  @Test func theUnitIsThatOfTheMetric() throws {
    let path = [Self.shops: "shops: {unit: toy, series: shops_served, otherwise: none}"]
    #expect(
      try problems(path: path).contains(
        "\"shops\" is in toy, but the metric \"shops_served\" is in shop; write unit: shop"))
  }

  @Test func anAmountOverTimeIsARateAYear() throws {
    let path = [
      "inputs:": "inputs:\n  income: {unit: CNY, series: revenue, otherwise: none}",
      "0.5 * sales": "0.5 * sales + income / step",
    ]
    #expect(
      try problems(path: path) == [
        "\"income\" is in CNY, but \"revenue\" is an amount over time, so its series is a rate a "
          + "year in CNY/year; write unit: CNY/year"
      ])
  }

  @Test func theMetricIsDeclared() throws {
    let path = [Self.shops: "shops: {unit: shop, series: shops_servd, otherwise: none}"]
    #expect(
      try problems(path: path) == [
        "there is no metric \"shops_servd\"; did you mean \"shops_served\"?"
      ])
  }

  @Test func aMarketInputIsASeriesWhereAFormulaTakesItForOne() throws {
    let path = ["served * sold * price": "served * sold * level(price)"]
    #expect(
      try problems(path: path) == [
        "\"level\" needs a series, and the market input \"toy_price\" isn't one; write "
          + "\"series: METRIC\" in markets/REGION.yaml in place of \"fact:\""
      ])
    let series = [
      "toy_price: {unit: CNY/toy, assume": "toy_price: {unit: CNY/toy, series: toy_cost, assume"
    ]
    #expect(
      try problems(path: path, market: series) == [
        "there is no metric \"toy_cost\"; declare it in metrics.yaml"
      ])
  }
}
