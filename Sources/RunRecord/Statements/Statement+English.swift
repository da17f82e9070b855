// The English message that JSON carries beside the facts.
extension Statement {
  /// The statement in English.
  public var message: String {
    var result = ""
    var rest = Substring(kind.english)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += facts[String(rest[rest.index(after: open)..<close])]?.english ?? ""
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    while result.hasSuffix(" ") { result.removeLast() }
    return result
  }
}

extension StatementValue {
  fileprivate var english: String {
    switch self {
    case .text(let text): text
    case .whole(let number): String(number)
    case .number(let number): number.description
    case .share(let share): Self.percent(share)
    case .metrics(let names): Self.list(names.map(\.english))
    case .named(let text): text.text(in: "en")
    case .confidence(let confidence): confidence.rawValue
    case .amounts(let amounts):
      amounts.map { "\($0.value) \($0.unit) by \($0.source)" }.joined(separator: ", ")
    case .statements(let statements): statements.map(\.message).joined(separator: "; ")
    }
  }

  /// In whole percent; as it is where that is more than an integer holds.
  private static func percent(_ share: Double) -> String {
    let percent = (100 * share).rounded()
    guard percent.isFinite else { return "? %" }
    return "\(Int(exactly: percent).map(String.init) ?? "\(percent)") %"
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension MetricName {
  /// The name within an English sentence: abbreviations keep their capitals.
  public var english: String {
    guard let title = title?.text(in: "en"), let first = title.first else { return id }
    let isWord = title.dropFirst().first?.isLowercase ?? false
    return isWord ? first.lowercased() + title.dropFirst() : title
  }
}
