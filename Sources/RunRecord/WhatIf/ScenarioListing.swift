/// A scenario with what it changes and why.
public struct ScenarioListing: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its name for readers.
  public var title: LocalizedText
  /// The reason for all of it.
  public var because: String
  /// The scenario that it starts from; nil where that is the study as it is.
  public var extends: String?
  /// What it changes, with what it takes from the scenarios that it extends.
  public var changes: [Change]

  /// One thing that a scenario changes.
  public struct Change: Hashable, Sendable, Codable {
    /// The change, as one could type it.
    public var text: String
    /// The company for which alone it is changed; nil for all.
    public var company: String?
    /// The name of the input, metric or setting.
    public var name: String
    /// Its title, where it has one.
    public var title: LocalizedText?
    /// The reason for it.
    public var because: String
    /// The scenario that says it.
    public var scenario: String

    /// Makes one from its parts.
    public init(
      text: String, company: String?, name: String, title: LocalizedText?, because: String,
      scenario: String
    ) {
      self.text = text
      self.company = company
      self.name = name
      self.title = title
      self.because = because
      self.scenario = scenario
    }
  }

  /// Makes a listing from its parts.
  public init(
    id: String, title: LocalizedText, because: String, extends: String?, changes: [Change]
  ) {
    self.id = id
    self.title = title
    self.because = because
    self.extends = extends
    self.changes = changes
  }
}

/// Companies in the study as it is and under scenarios, on the same draws.
public struct ScenarioComparison: Hashable, Sendable, Codable {
  /// The day, the horizon and the draws.
  public var basis: AnswerBasis
  /// The scenarios, in the order asked for.
  public var scenarios: [ScenarioListing]
  /// The companies, in the order of the study.
  public var companies: [Company]
  /// The number of companies at risk that break even first, on average over the draws, as it is and in
  /// each scenario; nil where not all companies were asked for.
  public var atRisk: AtRisk?

  /// A company in the study as it is and in each scenario.
  public struct Company: Hashable, Sendable, Codable {
    /// Its id.
    public var id: String
    /// Its names.
    public var names: LocalizedText
    /// What becomes of it in the study as it is.
    public var base: StandingRecord
    /// What becomes of it in each scenario, in their order.
    public var scenarios: [VariantRecord]

    /// Makes a record from its parts.
    public init(
      id: String, names: LocalizedText, base: StandingRecord, scenarios: [VariantRecord]
    ) {
      self.id = id
      self.names = names
      self.base = base
      self.scenarios = scenarios
    }
  }

  /// How many companies at risk break even first.
  public struct AtRisk: Hashable, Sendable, Codable {
    /// In the study as it is.
    public var base: Double
    /// In each scenario, in their order.
    public var scenarios: [Double]

    /// Makes a record from its parts.
    public init(base: Double, scenarios: [Double]) {
      self.base = base
      self.scenarios = scenarios
    }
  }

  /// Makes a comparison from its parts.
  public init(
    basis: AnswerBasis, scenarios: [ScenarioListing], companies: [Company], atRisk: AtRisk?
  ) {
    self.basis = basis
    self.scenarios = scenarios
    self.companies = companies
    self.atRisk = atRisk
  }
}
