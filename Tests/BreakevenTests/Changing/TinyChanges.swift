import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import TinyStudy

/// What-ifs of the tiny study, alone or with a folder of scenarios on top.
struct TinyChanges {
  var workspace = TinyStudy.workspace
  var draws = 128

  /// The tiny study with more files on top.
  init(_ files: [String: String] = [:]) throws {
    if files.isEmpty { return }
    folder = try TemporaryModels(files)
    workspace = Workspace(models: [TinyStudy.folder.path, folder?.path ?? ""])
  }

  private var folder: TemporaryModels?

  func request(_ companies: [String] = [], scenario: String? = nil) -> EvaluationRequest {
    EvaluationRequest(companies: companies, scenario: scenario, draws: draws, threads: 1)
  }

  func answer(
    _ changes: [String], _ companies: [String] = [], scenario: String? = nil, ranks: Bool = false
  ) throws -> WhatIfRecord {
    try workspace.whatIf(
      WhatIfRequest(
        base: request(companies, scenario: scenario), changes: changes, ranks: ranks))
  }

  /// The mistakes of a question, each with its place and its help.
  func mistakes(_ question: () throws -> Void) -> [String] {
    do {
      try question()
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics.map(shown)
    } catch let mistake as Diagnostic {
      return [shown(mistake)]
    } catch {
      return ["\(error)"]
    }
  }

  /// The errors that `model check` finds.
  func checked() throws -> [String] {
    try workspace.checkModels(files: []).filter { $0.severity == .error }.map(shown)
  }

  private func shown(_ mistake: Diagnostic) -> String {
    let place = mistake.location.map {
      "\($0.file.split(separator: "/").last ?? ""):\($0.line):\($0.column): "
    }
    return "\(place ?? "")\(mistake.message) | \(mistake.help ?? "")"
  }
}
