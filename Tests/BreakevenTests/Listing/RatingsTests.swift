import Breakeven
import Diagnostics
import RunRecord
import TestSupport
import Testing

@Suite struct RatingsTests {
  private let workspace = Workspace(models: [Repository.models])

  /// What is listed is what the run weighed: same ratings, same weights.
  @Test func listingsAgreeWithTheRun() throws {
    let run = try StudyRuns.now.get()
    var compared = 0
    for company in run.companies {
      let listed = try workspace.ratings(company: company.id, asOf: nil)
      for path in company.paths where path.status == .assessed {
        for criterion in path.criteria {
          let own = listed.filter {
            $0.path == path.path && $0.criterion == criterion.id && $0.verdict != .notYetKnown
          }
          #expect(own.map(\.weight) == criterion.ratings.map(\.weight), "\(company.id)")
          #expect(own.map(\.source) == criterion.ratings.map(\.source))
          #expect(own.map(\.low) == criterion.ratings.map(\.low))
          compared += own.count
        }
      }
    }
    #expect(compared > 10)
  }

  /// Grade B is worth 4 observations; after one half-life of the criterion, 2.
  @Test func weightHalvesWithAge() throws {
    for company in ["synyi", "yitu", "iflytek"] {
      for rating in try workspace.ratings(company: company, asOf: nil)
      where rating.verdict == .counts {
        let fresh = try #require(["A": 8.0, "B": 4, "C": 2, "D": 1][rating.grade])
        // Halving by repeated square roots of a half: an independent way to 2^(-age/half-life).
        var weight = fresh
        var (left, step, factor) = (max(0, rating.age / rating.halfLife), 1.0, 0.5)
        for _ in 0..<60 {
          while left >= step { (left, weight) = (left - step, weight * factor) }
          (step, factor) = (step / 2, factor.squareRoot())
        }
        #expect(abs(rating.weight - weight) < 1e-9, "\(rating.criterion)")
      }
    }
  }

  @Test func whatWasNotKnownIsSaid() throws {
    let early = try workspace.ratings(company: "synyi", asOf: "2025-05-31")
    let late = try workspace.ratings(company: "synyi", asOf: nil)
    #expect(early.count == late.count)
    for rating in early where rating.knownSince > "2025-05-31" {
      #expect(rating.verdict == .notYetKnown && rating.weight == 0)
    }
    #expect(early.contains { $0.verdict == .notYetKnown })
  }

  @Test func anUnknownCompanyIsSuggested() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try workspace.ratings(company: "cloudwak", asOf: nil)
      })
    #expect(error.description.contains("did you mean \"cloudwalk\"?"))
  }
}
