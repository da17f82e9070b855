/// The exact models, facts and settings that a run would be made from today.
public struct RunInputs: Hashable, Sendable, Codable {
  /// The models, with their versions and the SHA-256 of their files.
  public var models: [ModelReference]
  /// The SHA-256 of all facts, markets and sources.
  public var factsSha256: String
  /// The SHA-256 of company.yaml, scoring.yaml, study.yaml and units.yaml.
  public var settingsSha256: String

  /// Makes one from its parts.
  public init(models: [ModelReference], factsSha256: String, settingsSha256: String) {
    self.models = models
    self.factsSha256 = factsSha256
    self.settingsSha256 = settingsSha256
  }
}

/// A comparison of one thing that a stored run was made from with what is there today.
public struct RunInputCheck: Hashable, Sendable, Codable {
  /// The kind of thing that was compared.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A path's model.
    case model
    /// The facts, as a whole.
    case facts
    /// The settings, as a whole.
    case settings
  }

  /// The result of the comparison.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// Nothing has changed.
    case same
    /// It is another text now.
    case changed
    /// It is no longer there.
    case gone
  }

  /// The kind of thing that was compared.
  public var kind: Kind
  /// The path's id, for a model.
  public var path: String?
  /// The version that the run was made from: `version 1 (sha 1f2e3d4c5b6a)`.
  public var then: String
  /// The version that is there now; nil if it is gone.
  public var now: String?
  /// The result of the comparison.
  public var verdict: Verdict

  /// Makes one from its parts.
  public init(kind: Kind, path: String?, then: String, now: String?, verdict: Verdict) {
    self.kind = kind
    self.path = path
    self.then = then
    self.now = now
    self.verdict = verdict
  }

  /// The difference in a sentence without its full stop; nil if there is none.
  public var sentence: String? {
    let what =
      switch kind {
      case .model: "the model \(path ?? "?") has"
      case .facts: "the facts have"
      case .settings: "the settings have"
      }
    switch verdict {
    case .same: return nil
    case .changed: return "\(what) changed since this run: \(then) then, \(now ?? "?") now"
    case .gone: return "the model \(path ?? "?") of this run is no longer there: \(then) then"
    }
  }
}

extension RunInfo {
  /// Compares everything that this run was made from with what is there today: each of its models,
  /// then the facts, then the settings.
  ///
  /// Models that the run didn't use don't matter to it.
  public func checked(against inputs: RunInputs) -> [RunInputCheck] {
    models.map { model in
      let now = inputs.models.first { $0.path == model.path }
      return RunInputCheck(
        kind: .model, path: model.path, then: model.inWords, now: now?.inWords,
        verdict: now.map { model.isSame(as: $0) ? .same : .changed } ?? .gone)
    } + [
      Self.check(.facts, factsSha256, inputs.factsSha256),
      Self.check(.settings, settingsSha256, inputs.settingsSha256),
    ]
  }

  private static func check(
    _ kind: RunInputCheck.Kind, _ then: String, _ now: String
  ) -> RunInputCheck {
    RunInputCheck(
      kind: kind, path: nil, then: "sha \(then.prefix(12))", now: "sha \(now.prefix(12))",
      verdict: then == now ? .same : .changed)
  }
}

extension ModelReference {
  /// Returns true if it is the same version of the same text; where the file lies doesn't matter.
  fileprivate func isSame(as other: ModelReference) -> Bool {
    version == other.version && sha256 == other.sha256
  }

  fileprivate var inWords: String {
    "version \(version) (\(sha256.map { "sha \($0.prefix(12))" } ?? "Swift"))"
  }
}
