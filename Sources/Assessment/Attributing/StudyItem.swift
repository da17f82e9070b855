internal import Facts
internal import RunRecord
internal import Units

/// One thing that differs between two studies.
struct StudyItem {
  /// The thing, by which a mixed study takes it from one side or the other.
  enum Part: Hashable {
    /// The figures of a company, or of a region, for one metric and period.
    case fact(owner: String, FigureKey)
    case marketFact(region: String, FigureKey)
    /// The ratings of a company on a criterion of a path.
    case rating(company: String, path: String, criterion: String)
    /// What is said of a company itself.
    case company(String)
    /// The exchange rates between two currencies.
    case rate(String)
    case metrics
    /// What is assumed for an input of a path's model or, as `company`, of the company model.
    case assumption(model: String, input: String)
    case marketInput(region: String, name: String)
    case override(String)
    /// The form of a path's model or, as `company`, of the company model.
    case model(String)
    case scoring
    case day
    case membership(String)
    case path(String)
  }

  /// Figures that are held against each other: of one metric and period.
  struct FigureKey: Hashable {
    var kind: Fact.Kind
    var metric: String
    var path: String?
    var period: String

    init(_ fact: Fact) {
      kind = fact.kind
      metric = fact.metric
      path = fact.path
      period = fact.period.text
    }
  }

  let part: Part
  let record: ChangedItem

  var factor: ChangeFactor { record.factor }
}

/// What a figure's part in an evaluation depends on, without notes and places in files.
struct FigurePrint: Hashable {
  private let numbers: [Double?]
  private let words: [String]
  private let days: DayRange
  private let known: Day
  private let commitment: [Double]

  init(_ fact: Fact) {
    numbers = [fact.value, fact.low, fact.high, fact.unitExpression?.scale]
    words = [
      fact.kind.rawValue, fact.metric, fact.path ?? "", fact.unit, fact.source.id,
      fact.source.kind.rawValue, fact.confidence.rawValue,
    ]
    days = fact.days
    known = fact.knownSince
    commitment = fact.commitment.map { [Double($0.paidBy.number), $0.probability] } ?? []
  }

  init(_ rating: Rating) {
    numbers = [rating.low, rating.high]
    words = [
      rating.path, rating.criterion, rating.grade.rawValue, rating.origin, rating.source.id,
    ]
    days = rating.period.days(fiscalYearEnd: .calendarYear)
    known = rating.knownSince
    commitment = []
  }

  init(_ rate: ExchangeRate) {
    numbers = [rate.value, rate.low, rate.high]
    words = [
      rate.from, rate.to, rate.source.id, rate.confidence.rawValue, "\(rate.isAverage)",
    ]
    days = rate.days
    known = rate.knownSince
    commitment = []
  }
}

extension ExchangeRate {
  /// The two currencies, whichever is priced in the other.
  var pair: String { [from, to].sorted().joined(separator: "/") }
}
