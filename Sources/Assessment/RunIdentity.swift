internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
internal import Hashing
internal import RunRecord
internal import Simulation
internal import Study

/// Everything that a run depends on, in one hash: runs of one identity are the same to the byte.
///
/// Unlike a run's id, which names it to people, it also tells apart what is only shown, such as a
/// scenario's reason, and builds of the program.
package struct RunIdentity {
  private var parts: [String] = []

  /// The SHA-256, in lower-case hexadecimal.
  package var sha256: String {
    // Lengths keep the parts apart, whatever is in them.
    SHA256.hex(parts.map { "\($0.utf8.count):\($0)" }.joined())
  }

  /// The identity of what is asked for; nil where an evaluator written in Swift takes part, whose
  /// text nobody can compare.
  ///
  /// - Throws: `DiagnosticError` for mistakes in what was asked.
  package init?(_ preparation: RunPreparation, folders: [String]) throws {
    let (loaded, request) = (preparation.loaded, preparation.request)
    let (context, texts) = try preparation.context()
    let draws = try preparation.draws()
    let models = try preparation.chosenEvaluators().map { $0.description.reference }
    guard models.allSatisfy({ $0.sha256 != nil }) else { return nil }
    add("program", [Version.current, ProgramFile.stamp])
    add("folders", folders + loaded.overridden.map { Remark($0).message })
    add("facts", [loaded.factsSha256])
    add("settings", [loaded.settingsSha256])
    add("texts", [loaded.textsSha256])
    add("as of", [context.asOf.description])
    add("draws", [String(draws.count), String(draws.seed), draws.sampling.sampler.rawValue])
    // All companies, and each of them by name, differ: some warnings are about all alone.
    add("companies", request.companies.isEmpty ? ["all"] : [])
    add("companies", try preparation.companies().map(\.id))
    for model in models {
      add("model", [model.path, String(model.version), model.file ?? "", model.sha256 ?? ""])
    }
    if request.testsTheses {
      for thesis in loaded.theses { add("thesis", [thesis.file, thesis.sha256]) }
    }
    add("days ahead", request.daysAhead.map { [String($0)] } ?? [])
    add("scenario", [request.scenario ?? ""])
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) { add("changed", [name, text]) }
    for (name, value) in context.overrides.sorted(by: { $0.key < $1.key }) {
      add("set", [name, value.text, value.because.message])
    }
  }

  private mutating func add(_ what: String, _ values: [String]) {
    parts.append(what)
    parts.append(String(values.count))
    parts += values
  }
}

/// The file of the running program.
private enum ProgramFile {
  /// Its size and the time of its last change: another build may compute something else, though it
  /// bears the same version.
  static let stamp: String = {
    #if os(Linux)
      let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      let path = Bundle.main.executablePath
    #endif
    guard let path, let facts = try? FileManager.default.attributesOfItem(atPath: path) else {
      return ""
    }
    let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(facts[.size] ?? 0) \(changed)"
  }()
}
