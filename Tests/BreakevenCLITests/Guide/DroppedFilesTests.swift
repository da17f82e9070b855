import Foundation
import Testing

/// One model file and one company file more, and no other edit: both are in every command.
struct DroppedFilesTests {
  private static let model = """
    path: home-robots
    version: 1
    title: {en: Home robots}
    currency: CNY
    inputs:
      robots: {unit: device, company: tutor_devices_active, otherwise: none}
      fee: {unit: CNY/device/month, assume: 10 to 20, because: A guess.}
    variables:
      fees: {unit: CNY/year, formula: robots * fee}
    outputs: {revenue: fees, contribution: fees, investment: "1M [CNY/year]"}

    """

  private static let company = """
    id: aaa-robotics
    names: {en: AAA Robotics}
    region: china
    fiscal_year_end: 12-31
    financing: listed
    facts:
      - {metric: revenue, period: FY2025, value: 80M, unit: CNY, source: own-assumption, confidence: low}
      - {metric: operating_income, period: FY2025, value: -20M, unit: CNY, source: own-assumption, confidence: low}
      - {metric: cash_and_short_term_investments, period: FY2025, value: 60M, unit: CNY, source: own-assumption, confidence: low}
      - {metric: tutor_devices_active, period: FY2025, value: 200k, unit: device, source: own-assumption, confidence: low}

    """

  @Test func theyAreFoundEverywhere() throws {
    let shell = try Shell()
    try shell.write("Models/paths/home-robots.yaml", Self.model)
    try shell.write("Models/companies/aaa-robotics.yaml", Self.company)
    let both = "aaa-robotics synyi --draws 256"

    let check = try shell("breakeven model check")
    #expect(check.status == 0, "\(check.output)")
    let json = try shell("breakeven evaluate \(both) --quiet --format json")
    #expect(json.status == 0)
    let record = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let companies = record?["companies"] as? [[String: Any]] ?? []
    #expect(companies.first?["id"] as? String == "aaa-robotics")
    let paths = companies.first?["paths"] as? [[String: Any]] ?? []
    let robots = try #require(paths.first { $0["path"] as? String == "home-robots" })
    #expect(robots["status"] as? String == "assessed")
    #expect(companies.last?["id"] as? String == "synyi")

    let compare = try shell("breakeven compare \(both)")
    #expect(compare.output.contains("AAA Robotics") && compare.output.contains("Home robots"))
    let explain = try shell("breakeven explain aaa-robotics home-robots revenue --draws 256")
    #expect(explain.output.contains("= robots * fee"), "\(explain.output)")
    #expect(explain.output.contains("FY2025: ≈ estimate 200k devices"), "\(explain.output)")
    let report = try shell("breakeven report \(both) --output Report")
    #expect(report.status == 0, "\(report.output)")
    let index = try #require(shell.read("Report/README.md"))
    #expect(index.contains("[AAA Robotics](companies/aaa-robotics.md)"))
    #expect(index.contains("[Home robots](paths/home-robots.md)"))
    #expect(shell.read("Report/companies/aaa-robotics.md") != nil)
    #expect(shell.read("Report/paths/home-robots.md") != nil)
  }
}
