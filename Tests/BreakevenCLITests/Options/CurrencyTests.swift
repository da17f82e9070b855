import Reporting
import RunRecord
import Testing
import TinyStudy

@testable import BreakevenCLI

/// `--currency`: a code with a rate, or `own`; what programs read stays in the study's currency.
struct CurrencyTests {
  @Test func explainTellsAmountsInTheCurrency() throws {
    let invoke = try Invocation()
    let output = invoke("explain", "cloud-pipe", "--currency", "usd").output
    #expect(output.contains("USD/year"), "\(output)")
    #expect(output.contains("1 USD = 7 CNY"), "\(output)")
    #expect(output.contains("to break even first (28 %"))
    #expect(!invoke("explain", "cloud-pipe").output.contains("Converted at"))
    // Its accounts are in the study's currency already.
    #expect(
      invoke("explain", "cloud-pipe", "--currency", "own").output
        == invoke("explain", "cloud-pipe", "--currency", "CNY").output)
  }

  @Test(arguments: [["explain", "cloud-pipe"], ["brief"], ["report"]])
  func aCurrencyWithoutARateIsAMistake(_ command: [String]) throws {
    let outcome = try Invocation().run(command + ["--currency", "usdd"])
    #expect(outcome.status == ExitStatus.missingInput.rawValue)
    #expect(
      outcome.error.contains(
        "there is no currency \"USDD\" with an exchange rate to CNY by 2026-06-30"))
    #expect(outcome.error.contains("did you mean \"USD\"?"))
    #expect(outcome.error.contains("rates are known for CNY, USD, own"))
  }

  @Test func aStoredRunWithoutRatesSaysWhatToDo() throws {
    var run = TinyStudy.run
    run.run.rates = nil
    var options = CurrencyOptions()
    options.currency = "USD"
    let error = #expect(throws: (any Error).self) { try options.chosen(for: run) }
    #expect("\(try #require(error))".contains("--fresh"))
    options.currency = "CNY"
    #expect(try options.chosen(for: run) == .code("CNY"))
  }

  @Test func dataStayAndSaySo() throws {
    let invoke = try Invocation()
    let plain = invoke("brief", "--format", "json")
    let told = invoke("brief", "--format", "json", "--currency", "USD")
    #expect(told.output == plain.output)
    #expect(told.error.contains("stay in CNY"))
    #expect(!plain.error.contains("stay in CNY"))
  }
}
