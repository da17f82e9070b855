import Testing

@testable import BreakevenCLI

/// What is typed is never dropped without a word.
struct OptionTableTests {
  private func error(_ arguments: [String]) throws -> String {
    let outcome = try Invocation().run(arguments, bare: true)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    return String(outcome.error.prefix { $0 != "\n" })
  }

  @Test(arguments: [
    (
      ["evaluate", "--scenario", "a", "--scenario", "b"],
      "--scenario takes one value, and \"a\" and \"b\" were given"
    ),
    (
      ["explain", "x", "--scenario=a", "y", "--scenario", "b"],
      "--scenario takes one value, and \"a\" and \"b\" were given"
    ),
    (
      ["report", "-o", "a", "--output", "b"],
      "--output takes one value, and \"a\" and \"b\" were given"
    ),
    (
      ["--store", "a", "runs", "list", "--store", "b"],
      "--store takes one value, and \"a\" and \"b\" were given"
    ),
    (
      ["model", "run", "m", "--draws", "64", "--draws", "64", "--draws=128"],
      "--draws takes one value, and \"64\" and \"64\" and \"128\" were given"
    ),
    (
      ["evaluate", "--set", "price=1", "--set", "other=2", "--set", "price*=2"],
      "--set gives price more than one value; keep one"
    ),
  ])
  func whatMayBeGivenOnceIs(_ arguments: [String], _ message: String) throws {
    #expect(try error(arguments) == "Error: \(message)")
  }

  /// After a mistake stands how the command is called that it was made in.
  @Test(arguments: [
    (
      ["evaluate", "--scenario", "a", "--scenario", "b"],
      """
      Usage: breakeven evaluate [<company> ...] [<options>]
        See 'breakeven evaluate --help' for more information.

      """
    ),
    (
      ["--store", "a", "runs", "list", "--store", "b"],
      """
      Usage: breakeven runs list [<options>]
        See 'breakeven runs list --help' for more information.

      """
    ),
    (
      ["facts", "cloud-pipe", "revenue", "--as-of", "2025-05-31", "--as-of", "2025-05-31"],
      """
      Usage: breakeven facts <company> <metric> [<options>]
             breakeven facts <company> --ratings [<options>]
        See 'breakeven facts answer --help' for more information.

      """
    ),
    (
      ["explain", "runway", "extra"],
      """
      Usage: breakeven explain <company> [<path>] [<name>] [<options>]
             breakeven explain <company> <variable> [<options>]
             breakeven explain <term>
        See 'breakeven explain --help' for more information.

      """
    ),
    (
      ["nonsense"],
      """
      Usage: breakeven <subcommand>
        See 'breakeven --help' for more information.

      """
    ),
  ])
  func theUsageIsThatOfTheCommand(_ arguments: [String], _ usage: String) throws {
    let outcome = try Invocation().run(arguments, bare: true)
    #expect(outcome.status == 64)
    #expect(outcome.error.hasSuffix("\n" + usage), "\(outcome.error)")
  }

  /// It is told as the argument parser tells that of its own errors.
  @Test func theUsageIsThatOfTheParser() throws {
    let arguments = ["settle", "a", "b"]
    let told = try Invocation().run(arguments, bare: true).error
    let usage = told.split(separator: "\n").dropFirst().joined(separator: "\n")
    #expect(CalledCommand(of: arguments).usage == usage)
  }

  /// What may repeat does, an option's name may be another's value, and nothing counts after `--`.
  @Test(arguments: [
    ["evaluate", "--path", "a", "--path", "b", "--models", "x", "--models", "y"],
    ["whatif", "--scenario", "a", "--scenario", "b"],
    ["evaluate", "--set", "a=1", "--set", "b=2"], ["companies", "--", "--store", "--store"],
    ["evaluate", "--quiet", "--quiet"],
  ])
  func whatMayRepeatDoes(_ arguments: [String]) throws {
    try OptionTable(of: arguments).checkOnce(arguments)
  }

  @Test(arguments: [
    (
      ["evaluate", "--seed", "-1"],
      "The value '-1' is invalid for '--seed <n>': a whole number from 0 to 18446744073709551615 is expected"
    ),
    (
      ["changes", "a", "b", "--seed", "x"],
      "The value 'x' is invalid for '--seed <n>': a whole number from 0 to 18446744073709551615 is expected"
    ),
    (
      ["evaluate", "--draws", "-1"],
      "--draws takes a power of two from 64 to 16777216, such as 16384, not -1"
    ),
    (["ahead", "--days", "-5"], "--days takes a number from 1 on, such as 120, not -5"),
    (["evaluate", "--threads", "-2"], "--threads takes a number from 1 to 1024, not -2"),
  ])
  func aNumberBelowZeroIsAValue(_ arguments: [String], _ message: String) throws {
    #expect(try error(arguments) == "Error: \(message)")
  }
}
