/// A named quantity by calendar year, in one unit.
public struct YearlySeries: Hashable, Sendable, Codable {
  /// The name, such as `revenue`.
  public var name: String
  /// The name for readers.
  public var title: LocalizedText?
  /// The unit of every year's estimate.
  public var unit: UnitName
  /// Mean and interval by year; a year without a number is left out.
  public var values: [Int: Estimate]

  /// Makes a series.
  public init(name: String, title: LocalizedText? = nil, unit: UnitName, values: [Int: Estimate]) {
    self.name = name
    self.title = title
    self.unit = unit
    self.values = values
  }

  /// The years that have a number, the earliest first.
  public var years: [Int] { values.keys.sorted() }

  /// The estimate of a year, or nil where there is none.
  public subscript(year: Int) -> Estimate? { values[year] }
}

extension [YearlySeries] {
  /// The series of a name.
  public subscript(name: String) -> YearlySeries? { first { $0.name == name } }
}

/// Values that differ by year, or that hold for all years alike.
///
/// In JSON an object by year, `{"2026": …}`, or `{"all": …}`.
public enum YearlyValues<Value: Hashable & Sendable & Codable>: Hashable, Sendable {
  /// The same in all years.
  case constant(Value)
  /// By calendar year; a year without a value is left out.
  case byYear([Int: Value])

  /// The values with their years in order; the year is nil for a value of all years.
  public var entries: [(year: Int?, value: Value)] {
    switch self {
    case .constant(let value): [(nil, value)]
    case .byYear(let values):
      values.keys.sorted().compactMap { year in
        values[year].map { (year, $0) }
      }
    }
  }

  /// The value in a year.
  public subscript(year: Int) -> Value? {
    switch self {
    case .constant(let value): value
    case .byYear(let values): values[year]
    }
  }

  /// The value of all years, or nil where it differs by year.
  public var constant: Value? {
    if case .constant(let value) = self { value } else { nil }
  }

  /// The value of all years, or of the last.
  public var last: Value? {
    switch self {
    case .constant(let value): value
    case .byYear(let values): values.keys.max().flatMap { values[$0] }
    }
  }

  /// True if there is no value at all.
  public var isEmpty: Bool {
    if case .byYear(let values) = self { values.isEmpty } else { false }
  }
}

extension YearlyValues: Codable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { Int(stringValue) }

    init(stringValue: String) { self.stringValue = stringValue }
    init(intValue: Int) { stringValue = String(intValue) }
  }

  /// Reads either form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let all = Key(stringValue: "all")
    if container.contains(all) {
      self = .constant(try container.decode(Value.self, forKey: all))
      return
    }
    var values: [Int: Value] = [:]
    for key in container.allKeys {
      guard let year = key.intValue else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "\"\(key.stringValue)\" is not a year")
      }
      values[year] = try container.decode(Value.self, forKey: key)
    }
    self = .byYear(values)
  }

  /// Writes either form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .constant(let value): try container.encode(value, forKey: Key(stringValue: "all"))
    case .byYear(let values):
      for (year, value) in values { try container.encode(value, forKey: Key(intValue: year)) }
    }
  }
}
