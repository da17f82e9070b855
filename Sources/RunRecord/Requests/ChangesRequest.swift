/// Two studies to hold against each other.
public struct ChangesRequest: Hashable, Sendable {
  /// One of the two.
  public struct Side: Hashable, Sendable {
    /// What it was asked for by.
    public var kind: ChangeSideRecord.Kind
    /// The run's id, the day, the revision or the folder, as it was asked for.
    public var name: String
    /// The whole id of the run or commit; nil where the name says all.
    public var id: String?
    /// The version of the program that made a stored run.
    public var version: String?
    /// The models folders that hold it; later ones override by id.
    public var folders: [String]
    /// The day, scenario, set values, draws, and the companies and paths of a stored run; both sides
    /// are held to those where they aren't all.
    public var evaluation: EvaluationRequest

    /// Makes a side.
    public init(
      kind: ChangeSideRecord.Kind, name: String, id: String? = nil, version: String? = nil,
      folders: [String], evaluation: EvaluationRequest
    ) {
      self.kind = kind
      self.name = name
      self.id = id
      self.version = version
      self.folders = folders
      self.evaluation = evaluation
    }
  }

  /// The study before.
  public var base: Side
  /// The study after.
  public var new: Side
  /// The ids of the companies to tell of; all if empty.
  public var companies: [String]
  /// The number of threads, on which results do not depend; as many as the machine has if nil.
  public var threads: Int?

  /// Makes a request.
  public init(base: Side, new: Side, companies: [String] = [], threads: Int? = nil) {
    self.base = base
    self.new = new
    self.companies = companies
    self.threads = threads
  }
}
