import ArgumentParser

/// Compares the engine with the oracle.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compare with the oracle; leave with 1 where they disagree.")

  private struct Report: Encodable {
    var agreements: [Agreement]
    var holds: Bool
  }

  func run() throws {
    let model = try ReferenceModel()
    let oracle = try Oracle.read()
    let fixed = FixedPointCheck(model: model, oracle: oracle)
    let agreements =
      try fixed.agreements() + MonteCarloCheck(model: model, oracle: oracle).agreements()
    let holds = agreements.allSatisfy(\.holds)
    try JSONLine.print(Report(agreements: agreements, holds: holds))
    if !holds { throw ExitCode.failure }
  }
}
