internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Plan
internal import RunRecord
internal import Scoring

/// Splits what moved of one company's numbers among factors, and a factor's share among its items.
final class CompanyAttribution {
  /// What is found of a company.
  enum Found {
    /// Its plan is the same on both sides.
    case same
    /// Its plan differs, and nothing moved by more than noise.
    case withinNoise
    case moved(CompanyChanges)
  }

  private let id: String
  let mixer: StudyMixer
  private let draws: Draws
  private let factors: Factors
  private let paths = PathMemory()
  private var known: [Set<Int>: HeadlineNumbers] = [:]
  private var byIdentity: [PlanIdentity: HeadlineNumbers] = [:]
  /// The company's plan with sets of things, as far as it was asked for.
  private var identities: [Set<Int>: PlanIdentity] = [:]
  private var ends: (base: [Double], new: [Double])?
  /// The mixes that could not be as they were asked for.
  private var mixed: Set<Set<Int>> = []

  init(_ id: String, _ mixer: StudyMixer, _ factors: Factors, over draws: Draws) {
    self.id = id
    self.mixer = mixer
    self.factors = factors
    self.draws = draws
  }

  // MARK: Numbers of a mix

  /// The numbers with some things as on the side after.
  ///
  /// A mix that can't be evaluated, or that has no number where both sides have one, takes the facts
  /// of the side after along, then its models too, then all.
  func numbers(_ items: Set<Int>) throws -> HeadlineNumbers {
    if let found = known[items] { return found }
    var found: HeadlineNumbers?
    let wider =
      items.isEmpty || items == mixer.all
      ? [items]
      : [
        items, items.union(factors.items(of: [.facts])),
        items.union(factors.items(of: [.facts, .models, .assumptions, .pathCame, .pathWent])),
        mixer.all,
      ]
    for (attempt, set) in wider.enumerated() where found == nil {
      do {
        let (numbers, isMixed) = try evaluate(set)
        guard attempt == wider.count - 1 || !lacks(numbers) else { continue }
        if isMixed || set != items { mixed.insert(items) }
        found = numbers
      } catch let error as DiagnosticError {
        if attempt == wider.count - 1 { throw error }
      }
    }
    let numbers = try found ?? evaluate(mixer.all).numbers
    known[items] = numbers
    return numbers
  }

  private func evaluate(_ items: Set<Int>) throws -> (numbers: HeadlineNumbers, isMixed: Bool) {
    let mix = try mixer.study(items, for: id, over: draws)
    if let identity = identities[items], let same = byIdentity[identity] {
      return (same, mix.isMixed)
    }
    let (planned, identity) = try plan(items, in: mix.run)
    if let identity, let same = byIdentity[identity] { return (same, mix.isMixed) }
    let numbers = try HeadlineNumbers(
      planned, identity: identity, in: mix.run, through: mixer.horizon, months: mixer.months,
      paths: paths)
    if let identity { byIdentity[identity] = numbers }
    return (numbers, mix.isMixed)
  }

  private func plan(
    _ items: Set<Int>, in run: RunContext
  ) throws -> (planned: PlannedCompany, identity: PlanIdentity?) {
    guard let company = run.evaluation.facts.company(id) else {
      throw DiagnosticError(Diagnostic("there is no company \"\(id)\"", category: .missing))
    }
    let planned = try run.planner.plan(company)
    let identity = try planned.identity()
    identities[items] = identity
    return (planned, identity)
  }

  /// True if a number is missing that both sides have.
  private func lacks(_ numbers: HeadlineNumbers) -> Bool {
    guard let ends else { return false }
    return numbers.values.indices.contains { place in
      place % HeadlineNumbers.stride == 0 && numbers.values[place].isNaN
        && ends.base[place].isFinite && ends.new[place].isFinite
    }
  }

  /// True if the company's plan is the same with two sets of things; false where one of them can't be.
  func isSame(_ left: Set<Int>, _ right: Set<Int>) throws -> Bool {
    do {
      return try identity(left).map { try $0 == identity(right) } ?? false
    } catch is DiagnosticError {
      return false
    }
  }

  private func identity(_ items: Set<Int>) throws -> PlanIdentity? {
    if let known = identities[items] { return known }
    return try plan(items, in: mixer.study(items, for: id, over: draws).run).identity
  }

  // MARK: The split

  /// What moved, and why; `noise` has the numbers of the side after on its own draws, nil where both
  /// sides have the same.
  func find(noise: HeadlineNumbers?) throws -> Found {
    if try isSame([], mixer.all) { return .same }
    let (base, new) = (try numbers([]), try numbers(mixer.all))
    ends = (base.values, new.values)
    let told = Headline.allCases.filter { headline in
      let place = HeadlineNumbers.place(of: headline)
      // On the same draws: what other draws alone do isn't told.
      return Change(base.values, new.values, nil, at: place).isTold
    }
    let shown = noise ?? new
    let appears = base.standing.hasOdds != shown.standing.hasOdds
    guard !told.isEmpty || appears else { return .withinNoise }
    let shares = try factors.split.shares { try self.numbers(self.factors.items(in: $0)).values }
    let items = try factors.all.indices.map { factor in
      try ItemSplit(factor: factor, factors: factors, of: self, told: told).shares(
        adding: shares[factor])
    }
    return .moved(
      CompanyChanges(
        id: id, names: names, base: base.standing, new: shown.standing,
        numbers: told.map { headline in
          number(headline, base.values, new.values, noise?.values, shares, items)
        }, mixed: mixed.count, newSources: newSources(items, told)))
  }

  private var names: LocalizedText {
    let company = mixer.difference.new.facts.company(id)
    return company.map { LocalizedText($0.names) } ?? LocalizedText(["en": id])
  }

  private func number(
    _ headline: Headline, _ base: [Double], _ new: [Double], _ noise: [Double]?,
    _ shares: [[Double]], _ items: [[(item: Int?, shares: [Double])]]
  ) -> NumberChange {
    let place = HeadlineNumbers.place(of: headline)
    let change = Change(base, new, noise, at: place)
    var parts = factors.all.indices.compactMap { factor -> FactorShare? in
      let share = shares[factor][place]
      let error = Change.error(shares[factor], at: place)
      guard share != 0 else { return nil }
      return FactorShare(
        factor: factors.all[factor].factor, share: share, standardError: error,
        isWithinNoise: abs(share) <= 2 * error,
        items: items[factor].map { ItemShare(item: $0.item, share: $0.shares[place]) }
          .filter { $0.share != 0 }.sorted { abs($0.share) > abs($1.share) })
    }.sorted { abs($0.share) > abs($1.share) }
    if let noise {
      let share = noise[place] - new[place]
      let error = Change.unpairedError(new, noise, at: place)
      parts.append(
        FactorShare(
          factor: ChangeFactor(.noise), share: share, standardError: error,
          isWithinNoise: abs(share) <= 2 * error))
    }
    return NumberChange(
      headline: headline, unit: unit(of: headline), base: base[place], new: change.new,
      difference: change.difference, standardError: change.error, shares: parts)
  }

  private func unit(of headline: Headline) -> UnitName {
    switch headline {
    case .brokeEven, .cashedOut, .sold, .stillLosing: .fraction
    case .runway: .month
    case .breakEvenYear: .calendarYear
    case .revenue, .result: .perYear(UnitName(mixer.currency))
    }
  }

  /// The new sources of the company's own changed facts, and of what else moved one of its numbers.
  private func newSources(
    _ items: [[(item: Int?, shares: [Double])]], _ told: [Headline]
  ) -> [String] {
    let moving = Set(
      items.joined().filter { entry in
        told.contains { entry.shares[HeadlineNumbers.place(of: $0)] != 0 }
      }.compactMap(\.item))
    return unique(
      mixer.difference.items.enumerated().filter { moving.contains($0) || $1.record.company == id }
        .flatMap { $1.record.newSources })
  }
}

extension StandingRecord {
  fileprivate var hasOdds: Bool { states != nil }
}

/// The change of a number with its error.
struct Change {
  let difference: Double
  let new: Double
  let error: Double

  /// `noise` has the numbers of the side after on other draws, where it has others.
  init(_ base: [Double], _ new: [Double], _ noise: [Double]?, at place: Int) {
    let last = noise ?? new
    self.new = last[place]
    difference = last[place] - base[place]
    error =
      noise == nil
      ? Self.error(zip(new, base).map { $0 - $1 }, at: place)
      : Self.unpairedError(base, last, at: place)
  }

  /// True if it is more than the draws leave open.
  var isTold: Bool { difference.isFinite && difference != 0 && abs(difference) > 2 * error }

  /// How much a number differs between sixteenths of the draws, as an error of its mean.
  static func error(_ values: [Double], at place: Int) -> Double {
    let parts = values[place + 1..<place + HeadlineNumbers.stride].filter(\.isFinite)
    guard parts.count > 1 else { return 0 }
    let mean = parts.reduce(0, +) / Double(parts.count)
    let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(parts.count - 1) / Double(parts.count)).squareRoot()
  }

  /// The error of a difference of numbers that have draws of their own.
  static func unpairedError(_ base: [Double], _ new: [Double], at place: Int) -> Double {
    let errors = [error(base, at: place), error(new, at: place)]
    return errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}

extension CompanyAttribution {
  /// True if a thing may change the company's plan by itself: what is said of another company
  /// doesn't, but through a market that they share.
  func canMove(_ item: Int) -> Bool {
    let record = mixer.difference.items[item].record
    return record.company == nil || record.company == id
  }
}
