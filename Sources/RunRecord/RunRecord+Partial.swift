/// A company of which a run can't say something for want of an exchange rate.
public struct LeftOut: Hashable, Sendable {
  /// The company's id.
  public var company: String
  /// The path's id; nil for the outcome of the company as a whole.
  public var path: String?
  /// The reason, which names the rate.
  public var reason: Reason
}

extension RunRecord {
  /// Everything that the run can't say for want of an exchange rate: the rest of it holds.
  public var leftOut: [LeftOut] { companies.flatMap(\.leftOut) }
}

extension CompanyRecord {
  /// Everything of this company that can't be said for want of an exchange rate.
  public var leftOut: [LeftOut] {
    var found: [LeftOut] = []
    if let reason = outcome.unknown?.reason, reason.isAboutRate {
      found.append(LeftOut(company: id, path: nil, reason: reason))
    }
    for cell in paths where cell.missing.contains(where: \.isRate) {
      guard let reason = cell.reason else { continue }
      found.append(LeftOut(company: id, path: cell.path, reason: reason))
    }
    return found
  }
}

extension MissingInput {
  fileprivate var isRate: Bool {
    if case .rate = self { true } else { false }
  }
}

extension Statement {
  /// True if it, or a statement that it rests on, says that a rate is missing.
  fileprivate var isAboutRate: Bool {
    if kind == .noRate || kind == .noRateToDollars { return true }
    return facts.values.contains { value in
      guard case .statements(let statements) = value else { return false }
      return statements.contains(where: \.isAboutRate)
    }
  }
}
