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
      USD: {currency: true, title: {en: USD}}
      year: {title: {en: year}}
      month: {is: 1/12 year, title: {en: month}}
      percent: {is: 1/100 1, title: {en: percent}}
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

  /// The company model that comes with Breakeven, without sources and facts that aren't here.
  package static func company() throws -> String {
    try String(contentsOfFile: Repository.models + "/company.yaml", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("    source:") && !$0.hasPrefix("    company:") }
      .joined(separator: "\n").replacing("    otherwise: 0.25", with: "    assume: 0.25")
  }

  /// The files by name; `scoring.yaml` is the one that comes with Breakeven.
  package static func files() throws -> [String: String] {
    let scoring = try String(contentsOfFile: Repository.models + "/scoring.yaml", encoding: .utf8)
    return [
      "study.yaml": study, "units.yaml": units, "metrics.yaml": metrics, "sources.yaml": sources,
      "company.yaml": try company(), "scoring.yaml": scoring, "companies/acme.yaml": acme,
      "markets/china.yaml": china, "paths/toys.yaml": toys,
    ]
  }
}
