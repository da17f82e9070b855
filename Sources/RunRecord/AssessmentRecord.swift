/// A company on a path: its numbers, or why there are none.
///
/// The numbers of `PathResults` can be read straight from it: where there are none they are unknown
/// for the reason of the state, and lists are empty. In JSON one object: `path`, `status`, and beside them the numbers, or `because` and `missing`.
@dynamicMemberLookup
public struct AssessmentRecord: Hashable, Sendable {
  /// The path's id.
  public var path: String
  /// The state that the assessment reached, with its results.
  public var state: State

  /// Makes a record.
  public init(path: String, state: State) {
    self.path = path
    self.state = state
  }

  /// The state that an assessment reached, with its results.
  public enum State: Hashable, Sendable {
    /// There are numbers.
    case assessed(PathResults)
    /// The company has no business on this path; not a gap in knowledge.
    case notPursued(NotPursued)
    /// Required facts are missing.
    case missingFacts([MissingInput])
  }

  /// The word for the state in JSON and SQL.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case assessed
    case notPursued = "not_applicable"
    case missingFacts = "missing_facts"
  }

  /// The state's word.
  public var status: Status {
    switch state {
    case .assessed: .assessed
    case .notPursued: .notPursued
    case .missingFacts: .missingFacts
    }
  }

  /// The numbers, or nil where there are none.
  public var results: PathResults? {
    if case .assessed(let results) = state { results } else { nil }
  }

  /// The inputs that are missing; none unless that is why there are no numbers.
  public var missing: [MissingInput] {
    if case .missingFacts(let missing) = state { missing } else { [] }
  }

  /// The reason why the company isn't on the path, or nil.
  public var notPursued: NotPursued? {
    if case .notPursued(let reason) = state { reason } else { nil }
  }

  /// A number of the assessment.
  public subscript(dynamicMember path: KeyPath<PathResults, Quantity>) -> Quantity {
    results?[keyPath: path] ?? .unknown(reason ?? Reason(.notAssessed))
  }

  /// A list of the assessment.
  public subscript<Part>(dynamicMember path: KeyPath<PathResults, [Part]>) -> [Part] {
    results?[keyPath: path] ?? []
  }

  /// The quality of the evidence, or nil where there are no numbers.
  public var evidence: EvidenceRecord? { results?.evidence }

  /// The reason why there are no numbers, or nil where there are.
  public var reason: Reason? {
    switch state {
    case .assessed: nil
    case .notPursued(let reason): reason.because
    case .missingFacts(let missing):
      Reason(.missingInputs, ["names": .text(missing.map(\.description).joined(separator: ", "))])
    }
  }
}

/// The reason why a company isn't on a path.
public struct NotPursued: Hashable, Sendable, Codable {
  /// The reason, as people wrote it or as the numbers say.
  public var because: Reason
  /// The sources' ids.
  public var sources: [String]

  /// Makes a reason.
  public init(because: Reason, sources: [String]) {
    self.because = because
    self.sources = sources
  }
}

/// An input that nothing answers.
public enum MissingInput: Hashable, Sendable, Codable, CustomStringConvertible {
  /// A company's fact, by metric.
  case fact(String)
  /// A region's market input.
  case marketInput(String, region: String)
  /// An exchange rate, by its pair, and what can't be read without it; nil for the model's own
  /// money.
  case rate(String, of: String?)

  /// `chat_mau`, `query_price for china`, `rate JPY/CNY for chat_mau`.
  public var description: String {
    switch self {
    case .fact(let metric): metric
    case .marketInput(let name, let region): "\(name) for \(region)"
    case .rate(let pair, let name): "rate \(pair)" + (name.map { " for \($0)" } ?? "")
    }
  }

  private enum CodingKeys: String, CodingKey {
    case metric, marketInput, region, rate, of
  }

  /// Reads `{"metric"}`, `{"market_input", "region"}` or `{"rate", "of"}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let metric = try container.decodeIfPresent(String.self, forKey: .metric) {
      self = .fact(metric)
    } else if let pair = try container.decodeIfPresent(String.self, forKey: .rate) {
      self = .rate(pair, of: try container.decodeIfPresent(String.self, forKey: .of))
    } else {
      self = .marketInput(
        try container.decode(String.self, forKey: .marketInput),
        region: try container.decode(String.self, forKey: .region))
    }
  }

  /// Writes one of these forms.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .fact(let metric): try container.encode(metric, forKey: .metric)
    case .marketInput(let name, let region):
      try container.encode(name, forKey: .marketInput)
      try container.encode(region, forKey: .region)
    case .rate(let pair, let name):
      try container.encode(pair, forKey: .rate)
      try container.encodeIfPresent(name, forKey: .of)
    }
  }
}

extension AssessmentRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case path, status, missing
  }

  /// Reads any state by its status.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    path = try container.decode(String.self, forKey: .path)
    switch try container.decode(Status.self, forKey: .status) {
    case .assessed: state = .assessed(try PathResults(from: decoder))
    case .notPursued: state = .notPursued(try NotPursued(from: decoder))
    case .missingFacts:
      state = .missingFacts(try container.decode([MissingInput].self, forKey: .missing))
    }
  }

  /// Writes path, status and the fields of the state side by side.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(path, forKey: .path)
    try container.encode(status, forKey: .status)
    switch state {
    case .assessed(let results): try results.encode(to: encoder)
    case .notPursued(let reason): try reason.encode(to: encoder)
    case .missingFacts(let missing): try container.encode(missing, forKey: .missing)
    }
  }
}
