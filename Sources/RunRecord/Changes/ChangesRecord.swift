/// What differs between two studies, and what each difference does to the headline numbers.
public struct ChangesRecord: Hashable, Sendable, Codable {
  /// The side before.
  public var base: ChangeSideRecord
  /// The side after.
  public var new: ChangeSideRecord
  /// The last year that both sides have; both are told to its end.
  public var horizon: Int
  /// The currency of money on both sides: that of the side after.
  public var currency: UnitName
  /// The numbers from which words are said: those of the side after.
  public var judgements: JudgementScale
  /// What should be known before the numbers are read.
  public var remarks: [Remark]
  /// The files that differ, by their place in the models folder.
  public var files: [ChangedFile]
  /// Everything that differs and may move a number.
  public var items: [ChangedItem]
  /// The companies of which a number moved by more than the draws leave open, most moved first.
  public var companies: [CompanyChanges]
  /// The number of companies whose plan differs though nothing moved beyond noise.
  public var withinNoise: Int
  /// The number of companies whose plan is the same on both sides.
  public var unchanged: Int
  /// Companies that only the side after has.
  public var came: [ComingCompany]
  /// Companies that only the side before has.
  public var went: [ComingCompany]
  /// Paths that only the side after has, by id.
  public var pathsCame: [String]
  /// Paths that only the side before has, by id.
  public var pathsWent: [String]
  /// What the rules of a team say of it; nil where no rules were given.
  public var review: ReviewRecord?

  /// Makes a record from its parts.
  public init(
    base: ChangeSideRecord, new: ChangeSideRecord, horizon: Int, currency: UnitName,
    judgements: JudgementScale, remarks: [Remark] = [], files: [ChangedFile] = [],
    items: [ChangedItem] = [], companies: [CompanyChanges] = [], withinNoise: Int = 0,
    unchanged: Int = 0, came: [ComingCompany] = [], went: [ComingCompany] = [],
    pathsCame: [String] = [], pathsWent: [String] = [], review: ReviewRecord? = nil
  ) {
    self.base = base
    self.new = new
    self.horizon = horizon
    self.currency = currency
    self.judgements = judgements
    self.remarks = remarks
    self.files = files
    self.items = items
    self.companies = companies
    self.withinNoise = withinNoise
    self.unchanged = unchanged
    self.came = came
    self.went = went
    self.pathsCame = pathsCame
    self.pathsWent = pathsWent
    self.review = review
  }

  /// True where there is nothing to tell: no number moved by more than noise, and no company or
  /// path came or went.
  public var isSilent: Bool {
    companies.isEmpty && came.isEmpty && went.isEmpty && pathsCame.isEmpty && pathsWent.isEmpty
  }
}

/// One of two studies that are held against each other.
public struct ChangeSideRecord: Hashable, Sendable, Codable {
  /// What it was asked for by.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A stored run.
    case run
    /// An as-of day of the models folder.
    case day
    /// A revision of the models folder's repository.
    case revision
    /// A models folder.
    case folder
  }

  /// What it was asked for by.
  public var kind: Kind
  /// The run's id, the day, the revision or the folder, as it was asked for.
  public var name: String
  /// The whole id of the run or commit; nil where the name says all.
  public var id: String?
  /// The day as of which facts are known, `YYYY-MM-DD`.
  public var asOf: String
  /// The scenario's name, or nil for the base case.
  public var scenario: String?
  /// The number of draws.
  public var draws: Int
  /// The seed of all draws.
  public var seed: UInt64

  /// Makes one from its parts.
  public init(
    kind: Kind, name: String, id: String? = nil, asOf: String, scenario: String? = nil,
    draws: Int, seed: UInt64
  ) {
    self.kind = kind
    self.name = name
    self.id = id
    self.asOf = asOf
    self.scenario = scenario
    self.draws = draws
    self.seed = seed
  }
}

/// A file that differs between two models folders.
public struct ChangedFile: Hashable, Sendable, Codable {
  /// How it differs.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case added, removed, changed
  }

  /// Its place in the models folder, such as `companies/cloudwalk.yaml`.
  public var path: String
  /// How it differs.
  public var status: Status

  /// Makes one from its parts.
  public init(path: String, status: Status) {
    self.path = path
    self.status = status
  }
}

/// A company that only one of two studies has.
public struct ComingCompany: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its names.
  public var names: LocalizedText
  /// What becomes of it in the study that has it.
  public var standing: StandingRecord

  /// Makes one from its parts.
  public init(id: String, names: LocalizedText, standing: StandingRecord) {
    self.id = id
    self.names = names
    self.standing = standing
  }
}
