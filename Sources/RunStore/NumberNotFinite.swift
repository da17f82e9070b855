import RunRecord

/// A number of a record that isn't finite, since something that it rests on is too large, or too small, to
/// compute with.
public struct NumberNotFinite: Error, Hashable, CustomStringConvertible {
  /// The id of the company that it is of; nil where it is of none.
  public let company: String?
  /// The properties that lead to it, from the company or the whole record on:
  /// `nowcast.observations[1].level`.
  public let place: String

  /// Reads what the encoder says of a record; nil where it says something else.
  init?(_ error: any Error, in record: some Encodable) {
    guard case EncodingError.invalidValue(let value, let context) = error, value is Double else {
      return nil
    }
    var keys = context.codingPath[...]
    if let run = record as? RunRecord, keys.first?.stringValue == "companies",
      let index = keys.dropFirst().first?.intValue, run.companies.indices.contains(index)
    {
      company = run.companies[index].id
      keys = keys.dropFirst(2)
    } else {
      company = (record as? CompanyRecord)?.id
    }
    place = keys.reduce("") { said, key in
      key.intValue.map { "\(said)[\($0)]" } ?? (said.isEmpty ? "" : said + ".") + key.stringValue
    }
  }

  /// What it is, where, and why, in a sentence without its full stop.
  public var description: String {
    "\(place)\(company.map { " of \($0)" } ?? "") is not finite: a number that it rests on is too "
      + "large or too small to compute with"
  }
}
