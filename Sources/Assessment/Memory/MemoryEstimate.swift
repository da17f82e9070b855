internal import Plan
internal import Scoring

/// The memory that a run takes at most, as a formula: what it keeps of everything, and what it needs while
/// a company is computed.
///
/// The constants are measured; `docs/limits.md` says how, and how near the formula comes.
struct MemoryEstimate: Hashable, Sendable {
  /// The number of draws.
  var draws: Int
  /// The number of companies.
  var companies: Int
  /// The most paths that one company has numbers on.
  var pathsOfOne: Int
  /// The number of paths that all companies have numbers on, together.
  var pathsOfAll: Int
  /// The number of models.
  var models: Int
  /// The modelled years.
  var years: Int
  /// The number of threads.
  var threads: Int

  /// What a process takes before it draws anything.
  static let atLeast = 60e6
  /// A model: its text, compiled.
  static let ofModel = 1.2e6
  /// A company's facts, its record without paths.
  static let ofCompany = 0.25e6
  /// A path of a company: its inputs and its trace, on record and planned.
  static let ofPath = 0.35e6
  /// Columns of numbers that all companies share, a draw: orders of blocks, markets.
  static let shared = 30.0
  /// Columns of a company a draw: what it draws once.
  static let once = 90.0
  /// Columns of a company a draw and year: its course, and its chance.
  static let ofYear = 36.0
  /// Columns of each path a draw, once its flows are told.
  static let path = 12.0
  /// Columns of each path a draw and year.
  static let pathOfYear = 4.0
  /// The columns of a path while it is computed, a draw and year.
  static let computing = 20.0
  /// Bytes a draw of a company that is ranked, up to what its file begins with.
  static let ranked = 32.0

  /// Companies that are computed at the same time: one where draws fill the memory.
  private var side: Double {
    Draws.fillMemory(draws, paths: models) ? 1 : Double(max(1, min(threads, companies)))
  }

  /// Bytes.
  var bytes: Double {
    let column = 8 * Double(draws)
    let years = Double(self.years)
    let kept =
      Self.atLeast + Double(models) * Self.ofModel + Double(companies) * Self.ofCompany
      + Double(pathsOfAll) * Self.ofPath
    let company =
      Self.once + Self.ofYear * years
      + Double(pathsOfOne) * (Self.path + Self.pathOfYear * years)
    let path = pathsOfOne > 0 ? Self.computing * years : 0
    let ranking = min(
      Double(companies) * Self.ranked * Double(draws), Double(ScoreShelf.usualLimit))
    return kept + column * (Self.shared + side * max(company, path)) + ranking
  }

  /// The largest number of draws, a power of two, that takes at most so many bytes; nil where two
  /// draws take more.
  func draws(within limit: Double) -> Int? {
    var fitting: Int?
    var estimate = self
    estimate.draws = 2
    while estimate.draws <= draws, estimate.bytes <= limit {
      fitting = estimate.draws
      estimate.draws *= 2
    }
    return fitting
  }
}
