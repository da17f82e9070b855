/// Something that the program itself says of a run: what it is about, as facts instead of a
/// sentence.
///
/// Reports and the terminal put it into words of their language. In JSON an object of `kind`,
/// `facts` and an English `message`, which is for people who read the JSON and is never parsed.
public struct Statement: Hashable, Sendable {
  /// The kind, which decides the sentence.
  public var kind: StatementKind
  /// The values in the sentence, by the names in `kind.english`.
  public var facts: [String: StatementValue]

  /// Makes a statement.
  public init(_ kind: StatementKind, _ facts: [String: StatementValue] = [:]) {
    self.kind = kind
    self.facts = facts
  }

  /// Text that people wrote into a model or fact file; it stays in their words.
  public static func written(_ text: String) -> Statement {
    Statement(.written, ["text": .text(text)])
  }
}

/// The reason why there is no number, or why something is taken as it is.
public typealias Reason = Statement

/// A remark that a reader should know beside a number.
public typealias Remark = Statement

/// A value within a statement.
public indirect enum StatementValue: Hashable, Sendable, Codable {
  /// A name, day, period or file as it is.
  case text(String)
  /// A number of things.
  case whole(Int)
  /// A plain number.
  case number(Double)
  /// A fraction of 0...1, shown per cent.
  case share(Double)
  /// Metrics by id and name.
  case metrics([MetricName])
  /// A thing with a name in several languages, such as a path.
  case named(LocalizedText)
  /// Trust in a fact.
  case confidence(FactConfidence)
  /// Figures, each with its source.
  case amounts([SourcedAmount])
  /// Other statements that this one rests on.
  case statements([Statement])
}

/// A metric and what readers call it.
public struct MetricName: Hashable, Sendable, Codable {
  /// The metric's id.
  public var id: String
  /// Its name for readers.
  public var title: LocalizedText?

  /// Makes a name.
  public init(id: String, title: LocalizedText?) {
    self.id = id
    self.title = title
  }
}

/// A figure and the source that says it.
public struct SourcedAmount: Hashable, Sendable, Codable {
  /// The figure.
  public var value: Double
  /// Its unit.
  public var unit: UnitName
  /// The source's id.
  public var source: String

  /// Makes a figure.
  public init(value: Double, unit: UnitName, source: String) {
    self.value = value
    self.unit = unit
    self.source = source
  }
}

extension Statement: Codable {
  private enum CodingKeys: String, CodingKey {
    case kind, facts, message
  }

  /// Reads `kind` and `facts`; a kind that is no longer made stays the sentence that was written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let name = try container.decode(String.self, forKey: .kind)
    guard let kind = StatementKind(rawValue: name) else {
      let message = try container.decode(String.self, forKey: .message)
      self = .written(message)
      return
    }
    self.kind = kind
    facts = try container.decodeIfPresent([String: StatementValue].self, forKey: .facts) ?? [:]
  }

  /// Writes all three keys.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    if !facts.isEmpty { try container.encode(facts, forKey: .facts) }
    try container.encode(message, forKey: .message)
  }
}
