/// An input that can be set or changed, with what it is today.
public struct InputListing: Hashable, Sendable, Codable {
  /// The name to type: by itself, or with its model in front where two have it.
  public var name: String
  /// The path's id, or `company`.
  public var model: String
  /// The title, where its model gives one.
  public var title: LocalizedText?
  /// The unit.
  public var unit: UnitName
  /// What it rests on; nil where no company was named that has it.
  public var kind: InputKind?
  /// The distribution today, in the notation of models; nil where no company was named.
  public var distribution: String?
  /// What it rests on by id.
  public var sources: [String]
  /// The share of the spread of a company's odds that it explains, 0...1; nil where nobody asked.
  public var share: Double?

  /// Makes a listing.
  public init(
    name: String, model: String, title: LocalizedText?, unit: UnitName, kind: InputKind? = nil,
    distribution: String? = nil, sources: [String] = [], share: Double? = nil
  ) {
    self.name = name
    self.model = model
    self.title = title
    self.unit = unit
    self.kind = kind
    self.distribution = distribution
    self.sources = sources
    self.share = share
  }
}
