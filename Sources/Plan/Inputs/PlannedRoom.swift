package import Simulation

/// The part of its companies' claims for which a market has room, year by year and draw by draw.
package struct PlannedRoom: Sendable {
  /// The programs that give each company's claim as if the market had room for all, in order of
  /// the companies' ids.
  package var claimants: [ProgramPlan]
  /// The same for rooms that are the same, and for no others.
  package var identity: String

  /// Makes a room.
  package init(claimants: [ProgramPlan], identity: String) {
    self.claimants = claimants
    self.identity = identity
  }
}

extension PlannedRoom {
  /// The share of the market that all companies claim together, before anything is scaled.
  package func claims(from draws: Draws) throws -> YearlyDraws {
    let values = try draws.sharedColumn("claims \(identity)") {
      let years = claimants.first?.years.count ?? 0
      var sums = [Double](repeating: 0, count: years * draws.count)
      for claimant in claimants {
        let run = try ProgramRun(claimant, over: draws)
        for year in 0..<years {
          run.eachClaim(year: year, draws: draws.count) { draw, claim in
            // A draw in which one company has no number leaves the others theirs.
            if claim > 0 && claim < .infinity { sums[year * draws.count + draw] += claim }
          }
        }
      }
      return sums
    }
    return YearlyDraws(values: values, draws: draws.count)
  }

  /// What is left of every claim: 1 where all fit in, else 1 over what they add up to.
  func columns(from draws: Draws) throws -> (columns: [Column], names: [String]) {
    let claims = try claims(from: draws)
    let names = (0..<claims.years).map { "room \($0) \(identity)" }
    let columns = names.enumerated().map { year, name in
      Column.values(
        draws.sharedValues(name) { claims[year: year].map { $0 > 1 ? 1 / $0 : 1 } })
    }
    return (columns, names)
  }
}
