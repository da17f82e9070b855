internal import Foundation

/// The smallest models folder that checks clean: one company, one path, one market.
package enum TinyModels {
  package static let study = """
    title: {en: Toys}
    question: {en: Who sells toys?}
    as_of: 2025-05-31
    horizon: 2030
    currency: CNY

    """
  package static let units = """
    units:
      CNY: {currency: true, title: {en: CNY}}
      year: {title: {en: year}}
      toy: {title: {en: toy}}
      shop: {title: {en: shop}}

    """
  package static let metrics = """
    metrics:
      revenue: {unit: money, kind: flow, title: {en: Revenue}}
      shops_served: {unit: shop, kind: stock, title: {en: Shops served}}

    """
  package static let sources = """
    sources:
      ar-2024: {title: Report, publisher: Acme, date: 2025-03-31, kind: filing, reference: none}

    """
  package static let company = """
    version: 1
    parameters:
      legacy_growth: {unit: 1/year, assume: 0 to 0.1, because: a toy}
      contribution_margin: {unit: "1", assume: 0.25 to 0.5, because: a toy}
      legacy_growth_shock: {unit: 1/year, assume: 0.09, because: a toy}
      growth_drag: {unit: "1", assume: 0.2 to 0.8, because: a toy}
      fixed_cost_growth: {unit: 1/year, assume: 0% to 8%, because: a toy}
      fixed_cost_floor: {unit: "1", assume: 0.1, because: a toy}
      cost_cut: {unit: "1", assume: 10% to 35%, because: a toy}
      cut_trigger_months: {unit: year, assume: 1.5, because: a toy}
      grants_decay: {unit: 1/year, assume: 10% to 40%, because: a toy}
      receivable_days: {unit: year, assume: 0.15 to 0.5, because: a toy}
      capital_expenditure_share: {unit: "1", assume: 0.03, because: a toy}
      non_cash_share: {unit: "1", assume: "uniform(0, 0.05)", because: a toy}
      cash_conversion_keep: {unit: "1", assume: "uniform(0.3, 1)", because: a toy}
      cash_flow_shock: {unit: "1", assume: 8% to 25%, because: a toy}
      round_size_months: {unit: year, assume: 0.75 to 2, because: a toy}
      fresh_round_months: {unit: year, assume: 1.5, because: a toy}
      success_listed: {unit: "1", assume: "uniform(0.25, 0.65)", because: a toy}
      success_unlisted_fresh: {unit: "1", assume: "uniform(0.35, 0.7)", because: a toy}
      success_unlisted_stale: {unit: "1", assume: "uniform(0.1, 0.4)", because: a toy}
      success_state_linked: {unit: "1", assume: "uniform(0.4, 0.8)", because: a toy}
      worse_result_penalty: {unit: "1", assume: -0.5, because: a toy}
      profit_bonus: {unit: "1", assume: 3, because: a toy}
      climate_weight: {unit: "1", assume: 0.5, because: a toy}
      climate_persistence: {unit: "1", assume: 0.6, because: a toy}
      climate_shock: {unit: "1", assume: 0.8, because: a toy}
      consolidation_shift: {unit: "1", assume: 0.5, because: a toy}
      sold_share: {unit: "1", assume: 10% to 40%, because: a toy}
      stop_hazard: {unit: 1/year, assume: 3% to 12%, because: a toy}
      stop_hazard_loss_weight: {unit: "1", assume: 5, because: a toy}
      stop_hazard_cap: {unit: 1/year, assume: 0.9, because: a toy}
      survival_independent: {unit: "1", assume: "beta(3, 11)", because: a toy}
      survival_backed: {unit: "1", assume: "beta(5, 3)", because: a toy}
      survival_years: {unit: year, assume: 6, because: a toy}
      pooling_weight: {unit: "1", assume: 0.15 to 0.5, because: a toy}

    """
  package static let acme = """
    id: acme
    names: {en: Acme}
    region: china
    fiscal_year_end: 12-31
    financing: listed
    facts:
      - {metric: revenue, period: FY2024, value: 100, unit: CNY, source: ar-2024, confidence: high}
      - {metric: shops_served, period: 2024-12-31, value: 10, unit: shop, source: ar-2024, confidence: high}

    """
  package static let china = """
    region: china
    title: {en: China}
    inputs:
      toy_price: {unit: CNY/toy, assume: 8 to 12, because: shops say so, source: [ar-2024]}

    """
  package static let toys = """
    path: toys
    version: 1
    title: {en: Toys}
    currency: CNY
    inputs:
      shops: {unit: shop, company: shops_served, otherwise: none}
      price: {unit: CNY/toy, market: toy_price}
      sold: {unit: toy/shop/year, assume: 10 to 20, because: shops say so, source: ar-2024}
      growth: {unit: 1/year, assume: 0 to 0.2, because: shops hope so}
    variables:
      served: {unit: shop, start: shops, next: previous * (1 + growth * step)}
      sales: {unit: CNY/year, formula: served * sold * price}
    outputs: {revenue: sales, contribution: 0.5 * sales, investment: 0.1 * sales}

    """

  /// The files by name; `scoring.yaml` is the one that comes with Breakeven.
  package static func files() throws -> [String: String] {
    let scoring = try String(contentsOfFile: Repository.models + "/scoring.yaml", encoding: .utf8)
    return [
      "study.yaml": study, "units.yaml": units, "metrics.yaml": metrics, "sources.yaml": sources,
      "company.yaml": company, "scoring.yaml": scoring, "companies/acme.yaml": acme,
      "markets/china.yaml": china, "paths/toys.yaml": toys,
    ]
  }
}
