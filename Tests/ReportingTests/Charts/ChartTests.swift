import Foundation
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ChartTests {
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func everythingIsInsideTheDrawing(language: Language) throws {
    let charts = ReportWriter.pages(
      for: TinyStudy.run, language: language, since: EarlierRun.run
    ).filter { $0.path.hasSuffix(".svg") }
    #expect(charts.count >= 10)
    for chart in charts {
      let reader = ChartReader()
      let parser = XMLParser(data: Data(chart.content.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(chart.path) is no XML")
      #expect(reader.elements.contains("title") && reader.elements.contains("desc"))
      #expect(!reader.elements.contains("script"))
      #expect(reader.problems == [], "\(chart.path)")
      #expect(chart.content.utf8.count < 60_000, "\(chart.path)")
      #expect(!chart.content.contains("nan") && !chart.content.contains("\"?\""))
    }
  }

  private static func points(_ value: Double, _ p5: Double, _ p95: Double) -> Quantity {
    .estimate(
      Estimate(value: value, unit: .point, p5: p5, p50: value, p95: p95, standardError: 0))
  }

  /// A chart of nothing but extremes: no coordinate may leave the drawing or be no number.
  @Test func hostileNumbersStayInside() throws {
    var record = TinyStudy.run
    for index in record.companies.indices {
      if var outcome = record.companies[index].outcome.known {
        outcome.cash.values[2027]?.p95 = .infinity
        outcome.cash.values[2028]?.p5 = -9e14
        outcome.states?.sold.value = .nan
        record.companies[index].outcome = .known(outcome)
      }
      for path in record.companies[index].paths.indices {
        guard var results = record.companies[index].paths[path].results else { continue }
        results.score = Self.points(.nan, 0, 100)
        results.exposure = Self.points(400, -20, 1e9)
        if !results.drivers.isEmpty {
          results.drivers[0].low = -.infinity
          results.drivers[0].share = 1e9
        }
        record.companies[index].paths[path].state = .assessed(results)
      }
      record.companies[index].names.byLanguage["en"] = String(repeating: "長 name <&> ", count: 40)
    }
    for chart in ReportWriter.pages(for: record) where chart.path.hasSuffix(".svg") {
      let reader = ChartReader()
      let parser = XMLParser(data: Data(chart.content.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(chart.path) is no XML")
      #expect(reader.problems == [], "\(chart.path)")
    }
  }
}

/// Reads a chart and notes every coordinate that is no number or lies outside the drawing.
final class ChartReader: NSObject, XMLParserDelegate {
  /// What is wrong with a chart: coordinates outside, or that it is no XML.
  static func problems(in svg: String) -> [String] {
    let reader = ChartReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.problems : ["no XML"]
  }

  var elements: Set<String> = []
  var problems: [String] = []
  private var width = 0.0
  private var height = 0.0
  private var pending: (attributes: [String: String], text: String)?

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(element)
    if element == "svg" {
      let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      if box.count == 4 { (width, height) = (box[2], box[3]) }
    }
    func number(_ name: String) -> Double {
      guard let text = attributes[name] else { return 0 }
      guard let value = Double(text), value.isFinite else {
        problems.append("\(element) \(name)=\(text)")
        return 0
      }
      return value
    }
    switch element {
    case "rect":
      check(element, number("x"), number("y"))
      check(element, number("x") + number("width"), number("y") + number("height"))
    case "line":
      check(element, number("x1"), number("y1"))
      check(element, number("x2"), number("y2"))
    case "circle":
      check(element, number("cx") - number("r"), number("cy") - number("r"))
      check(element, number("cx") + number("r"), number("cy") + number("r"))
    case "polyline", "polygon":
      for point in (attributes["points"] ?? "").split(separator: " ") {
        let pair = point.split(separator: ",").compactMap { Double($0) }
        if pair.count == 2 { check(element, pair[0], pair[1]) } else { problems.append("\(point)") }
      }
    case "text": pending = (attributes, "")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    pending?.text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    guard element == "text", let (attributes, text) = pending else { return }
    pending = nil
    let x = Double(attributes["x"] ?? "") ?? .nan
    let y = Double(attributes["y"] ?? "") ?? .nan
    let size = Double(attributes["font-size"] ?? "") ?? .nan
    let length = TextWidth.width(text, size: size)
    let start =
      switch attributes["text-anchor"] {
      case "end": x - length
      case "middle": x - length / 2
      default: x
      }
    check("text “\(text)”", start, y - size)
    check("text “\(text)”", start + length, y + size * 0.25)
  }

  private func check(_ what: String, _ x: Double, _ y: Double) {
    let inside = x >= -0.01 && y >= -0.01 && x <= width + 0.01 && y <= height + 0.01
    if !inside { problems.append("\(what) at \(x),\(y) outside \(width)×\(height)") }
  }
}
