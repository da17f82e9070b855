/// The tree behind a company's outcome: every variable and input of the company model, with what the
/// inputs rest on.
public struct CompanyTrace: Hashable, Sendable, Codable {
  /// The company's id.
  public var company: String
  /// The variables in the order of computation, then the inputs; what each is computed from, most
  /// telling first.
  public var nodes: [TraceNode]
  /// The inputs, with the facts that each rests on.
  public var inputs: [InputRecord]
  /// The variables that the odds are explained by.
  public var drivers: [Driver]
  /// The inputs in which the accounts tell where the company stands.
  public var state: [Handle]
  /// The sources that the inputs cite, by id.
  public var sources: [SourceRecord]

  /// A variable that the odds are explained by.
  public struct Driver: Hashable, Sendable, Codable {
    /// The variable.
    public var variable: String
    /// The inputs by which one sets it, most telling first.
    public var handles: [Handle]

    /// Makes a driver.
    public init(variable: String, handles: [Handle]) {
      self.variable = variable
      self.handles = handles
    }
  }

  /// An input with the name by which one sets it.
  public struct Handle: Hashable, Sendable, Codable {
    /// The input.
    public var input: String
    /// The name that `--set` takes: `growth`, or `company.growth` where a path has an input of the
    /// same name.
    public var option: String

    /// Makes a handle.
    public init(input: String, option: String) {
      self.input = input
      self.option = option
    }
  }

  /// Makes a trace from its parts.
  public init(
    company: String, nodes: [TraceNode], inputs: [InputRecord], drivers: [Driver],
    state: [Handle], sources: [SourceRecord]
  ) {
    self.company = company
    self.nodes = nodes
    self.inputs = inputs
    self.drivers = drivers
    self.state = state
    self.sources = sources
  }
}
