// A value is an object of one key that says its type: `{"share": 0.12}`.
extension StatementValue {
  private enum CodingKeys: String, CodingKey {
    case text, whole, number, share, metrics, named, confidence, amounts, statements
  }

  /// Reads an object of one key.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "a value needs a type"))
    }
    switch key {
    case .text: self = .text(try container.decode(String.self, forKey: key))
    case .whole: self = .whole(try container.decode(Int.self, forKey: key))
    case .number: self = .number(try container.decode(Double.self, forKey: key))
    case .share: self = .share(try container.decode(Double.self, forKey: key))
    case .metrics: self = .metrics(try container.decode([MetricName].self, forKey: key))
    case .named: self = .named(try container.decode(LocalizedText.self, forKey: key))
    case .confidence:
      self = .confidence(try container.decode(FactConfidence.self, forKey: key))
    case .amounts: self = .amounts(try container.decode([SourcedAmount].self, forKey: key))
    case .statements: self = .statements(try container.decode([Statement].self, forKey: key))
    }
  }

  /// Writes an object of one key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .text(let value): try container.encode(value, forKey: .text)
    case .whole(let value): try container.encode(value, forKey: .whole)
    case .number(let value): try container.encode(value, forKey: .number)
    case .share(let value): try container.encode(value, forKey: .share)
    case .metrics(let value): try container.encode(value, forKey: .metrics)
    case .named(let value): try container.encode(value, forKey: .named)
    case .confidence(let value): try container.encode(value, forKey: .confidence)
    case .amounts(let value): try container.encode(value, forKey: .amounts)
    case .statements(let value): try container.encode(value, forKey: .statements)
    }
  }
}
