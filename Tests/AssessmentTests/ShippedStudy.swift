import Assessment
import Evaluation
import RunRecord
import Study
import TestSupport

/// The models that come with Breakeven, read once.
enum ShippedStudy {
  static let loaded = Result { try ModelsFolder([Repository.models]).load() }

  /// An evaluation that is asked for, checked and set up.
  static func preparation(_ request: EvaluationRequest) throws -> RunPreparation {
    RunPreparation(loaded: try loaded.get(), request: request, ownEvaluators: [])
  }

  /// Runs a model alone, given by its file.
  static func run(_ request: ModelRunRequest) throws -> ModelRunResult {
    let model = try ModelFinder(folders: [Repository.models])
      .model(request.model, loaded: loaded.get)
    return try ModelRunner(model: model, request: request, load: loaded.get).run()
  }
}
