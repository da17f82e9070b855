internal import Evaluation
internal import Facts
internal import RunRecord

/// The prices of all currencies of which one is known on the as-of day, for the record.
enum CurrencyRates {
  static func all(in evaluation: EvaluationContext) -> [CurrencyRate] {
    let (study, asOf) = (evaluation.currency, evaluation.asOf)
    let rates = evaluation.facts.exchangeRates
    return Set(rates.rates.flatMap { [$0.from, $0.to] }).subtracting([study]).sorted()
      .compactMap { currency in
        let found = rates.convert(
          1, from: currency, to: study, days: DayRange(start: asOf, end: asOf), isFlow: false,
          asOf: asOf)
        guard case .success(let conversion) = found,
          let day = conversion.steps.map(\.rate.days.end).min()
        else { return nil }
        return CurrencyRate(
          currency: UnitName(currency), value: conversion.factor, day: day.description,
          sources: unique(conversion.steps.map(\.rate.source.id)))
      }
  }
}
