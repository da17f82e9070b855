package import RunRecord

/// Named series by year, whichever of the two the record has outside.
package struct YearSeries: Sendable {
  package let names: [String]
  package let years: [String]
  private let byName: [String: [String: Estimate]]

  package init(_ record: [String: [String: Estimate]]) {
    let series: [String: [String: Estimate]]
    if !record.isEmpty, record.keys.allSatisfy(Self.isYear) {
      var turned: [String: [String: Estimate]] = [:]
      for (year, values) in record {
        for (name, value) in values { turned[name, default: [:]][year] = value }
      }
      series = turned
    } else {
      series = record
    }
    byName = series
    let first = ["revenue", "contribution", "investment"]
    names =
      first.filter { series.keys.contains($0) }
      + series.keys.filter { !first.contains($0) }.sorted()
    years = Set(series.values.flatMap(\.keys)).sorted()
  }

  package func value(_ name: String, _ year: String) -> Estimate? { byName[name]?[year] }

  private static func isYear(_ text: String) -> Bool {
    text.count == 4 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
