package import Breakeven
package import Foundation
package import RunRecord
internal import TestSupport

/// A study of four made-up companies on two paths, evaluated by the engine once a process: what
/// tests of the store, the reports and the terminal work on.
///
/// `cloud-pipe` has odds, `hospital-mind` has them on two paths, `big-group` broke even already,
/// and of `deep-whale` too little is known. Between them a fact is missing, a path isn't pursued,
/// sources disagree, a forecast was made, and names try to break out of tables and markup.
package enum TinyStudy {
  /// The run with few draws.
  ///
  /// Its id, version and hashes are fixed, so that texts that show them stay as they are when a
  /// setting or the version changes.
  package static let run: RunRecord = {
    do {
      var run = try workspace.evaluate(EvaluationRequest(draws: 256))
      run.run.id = "3f2a90c17be4"
      run.run.version = "1.0.0"
      run.run.factsSha256 = "a3f5c2d4e6b8"
      run.run.settingsSha256 = "0b1c2d3e4f5a"
      for index in run.run.models.indices {
        run.run.models[index].sha256 = "e4d909c290d0fb1ca068ffaddf22cbd\(index)"
      }
      return run
    } catch {
      preconditionFailure("the tiny study can't be evaluated: \(error)")
    }
  }()

  /// The folder of the study's files; its `scoring.yaml` and `company.yaml` are
  /// links to those of `Models`.
  package static let folder = Repository.folder.appending(path: "Tests/TinyStudy/Models")

  /// The study's models and facts.
  package static let workspace = Workspace(models: [folder.path])
}
