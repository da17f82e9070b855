import Foundation
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// Every chart can be read on light ground and on dark, by who sees few colours, and inside a page that
/// holds many.
struct ChartContrastTests {
  private static let charts = ReportWriter.pages(
    for: TinyStudy.run, since: EarlierRun.run
  ).filter { $0.path.hasSuffix(".svg") }

  /// The formula against published pairs: black on white, and the greys that WCAG's own tools name as
  /// the lightest that pass 4.5 and 3 on white.
  @Test func contrastIsThatOfWCAG() {
    #expect(abs(Contrast.ratio("#000000", "#ffffff") - 21) < 1e-9)
    #expect(abs(Contrast.ratio("#767676", "#ffffff") - 4.54) < 0.005)
    #expect(abs(Contrast.ratio("#949494", "#ffffff") - 3.03) < 0.005)
  }

  /// Each text against what was painted last under its middle.
  @Test(arguments: [false, true])
  func textReadsOnItsGround(isDark: Bool) throws {
    var count = 0
    for chart in Self.charts {
      let reader = SVGReader(chart.content)
      for (place, text) in reader.shapes.enumerated() where text.element == "text" {
        let size = text.number("font-size")
        let width = TextWidth.width(text.text, size: size)
        let shift =
          switch text.attributes["text-anchor"] {
          case "end": -width / 2
          case "middle": 0.0
          default: width / 2
          }
        let (x, y) = (text.number("x") + shift, text.number("y") - size / 3)
        let ground = try #require(reader.shapes[..<place].last { $0.covers(x, y) })
        let colors = [text, ground].compactMap { reader.color(of: $0, "fill", isDark: isDark) }
        let ratio = try #require(colors.count == 2 ? Contrast.ratio(colors[0], colors[1]) : nil)
        #expect(ratio >= 4.5, "\(chart.path): \(text.text) \(colors)")
        count += 1
      }
    }
    #expect(count > 100)
  }

  /// Marks against the chart's ground; grids, cells and bands are grounds themselves.
  @Test(arguments: [false, true])
  func marksStandOutFromTheGround(isDark: Bool) {
    let grounds = ["paper", "grid", "empty", "sky", "shade", "pale"]
    for chart in Self.charts {
      let reader = SVGReader(chart.content)
      for shape in reader.shapes where shape.element != "text" {
        for (property, prefix) in [("fill", "bx-f-"), ("stroke", "bx-s-")] {
          let classes = (shape.attributes["class"] ?? "").split(separator: " ")
          guard let name = classes.first(where: { $0.hasPrefix(prefix) })?.dropFirst(prefix.count),
            !grounds.contains(where: { name.hasPrefix($0) }),
            let color = reader.color(of: shape, property, isDark: isDark)
          else { continue }
          let ratio = Contrast.ratio(color, isDark ? "#0d1117" : "#ffffff")
          #expect(ratio >= 3, "\(chart.path): \(name) \(color)")
        }
      }
    }
  }

  /// Everything painted has a class, and each class a rule: nothing stays light in the dark.
  @Test func everyColourTurnsDark() {
    for chart in Self.charts {
      let reader = SVGReader(chart.content)
      for shape in reader.shapes {
        for (property, prefix) in [("fill", "bx-f-"), ("stroke", "bx-s-")] {
          guard let value = shape.attributes[property], value != "none" else { continue }
          let name = (shape.attributes["class"] ?? "").split(separator: " ")
            .first { $0.hasPrefix(prefix) }
          #expect(
            name.map { reader.style.contains(".\($0) { \(property): #") } == true,
            "\(chart.path): \(shape.element) \(value)")
        }
      }
      #expect(reader.style.contains("@media screen and (prefers-color-scheme: dark)"))
    }
  }

  /// Inside one page no drawing changes another, or the page: no ids, and no rule but on classes that
  /// begin with `bx-`.
  @Test func drawingsKeepToThemselves() {
    for chart in Self.charts {
      let reader = SVGReader(chart.content)
      #expect(reader.ids == [])
      let rules = reader.style.drop { $0 != "{" }.dropFirst().split(separator: "}")
        .filter { $0.contains("{") }
      #expect(rules.count > 20)
      for rule in rules {
        #expect(rule.trimmingCharacters(in: .whitespacesAndNewlines).hasPrefix(".bx-"))
      }
    }
  }

  /// States are told by stripes as well as by colour.
  @Test func statesHaveTheirPatterns() throws {
    let chart = try #require(Self.charts.first { $0.path == "charts/outcomes.svg" })
    let stripes = SVGReader(chart.content).shapes.filter {
      $0.element == "line" && $0.attributes["stroke-dasharray"] == "1.5 5.5"
    }
    let isLevel = stripes.map { $0.number("x1") == $0.number("x2") }
    #expect(isLevel.contains(true) && isLevel.contains(false))
  }
}

/// The tiny study as it might have been on an earlier day: odds moved by hand.
enum EarlierRun {
  static let day = "2025-12-31"

  /// `hospital-mind` was 12 points better, `cloud-pipe` had no odds.
  static let run: RunRecord = {
    var record = TinyStudy.run
    record.run.asOf = day
    for index in record.companies.indices {
      guard var outcome = record.companies[index].outcome.known else { continue }
      switch record.companies[index].id {
      case "hospital-mind":
        if let odds = outcome.states?.brokeEven.value {
          outcome.states?.brokeEven.value = min(1, odds + 0.12)
        }
      case "cloud-pipe": outcome.states = nil
      default: break
      }
      record.companies[index].outcome = .known(outcome)
    }
    return record
  }()
}
