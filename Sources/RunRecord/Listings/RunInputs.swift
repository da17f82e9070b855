/// What a run would be made from today: the exact models, facts and settings.
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

/// How one thing that a stored run was made from stands today.
public struct RunInputCheck: Hashable, Sendable, Codable {
  /// What was compared.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A path's model.
    case model
    /// The facts, as a whole.
    case facts
    /// The settings, as a whole.
    case settings
  }

  /// How the two compare.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// Nothing has changed.
    case same
    /// It is another text now.
    case changed
    /// It is no longer there.
    case gone
  }

  /// What was compared.
  public var kind: Kind
  /// The path's id, for a model.
  public var path: String?
  /// What the run was made from: `version 1 (sha 1f2e3d4c5b6a)`.
  public var then: String
  /// What is there now; nil if it is gone.
  public var now: String?
  /// How the two compare.
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
  /// Whether everything this run was made from is still the same: each of its models, then the
  /// facts, then the settings.
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
  /// Whether it is the same version of the same text; where the file lies doesn't matter.
  fileprivate func isSame(as other: ModelReference) -> Bool {
    version == other.version && sha256 == other.sha256
  }

  fileprivate var inWords: String {
    "version \(version) (\(sha256.map { "sha \($0.prefix(12))" } ?? "Swift"))"
  }
}
