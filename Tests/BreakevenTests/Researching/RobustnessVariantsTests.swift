import Breakeven
import Diagnostics
import RunRecord
import Testing
import TinyStudy

/// The variants that headlines are tried on, held against evaluations that anyone can make.
@Suite struct RobustnessVariantsTests {
  private static let request = EvaluationRequest(draws: 512, threads: 2)
  private static let record = Result { try TinyStudy.workspace.robustness(request) }

  private func variant(_ kind: RobustnessVariant.Kind, _ value: Double? = nil) throws
    -> RobustnessVariant
  {
    try #require(
      try Self.record.get().variants.first {
        $0.kind == kind && (value == nil || $0.value == value)
      })
  }

  private func states(
    _ view: KeyPath<CompanyRecord, StateProbabilities?>, _ request: EvaluationRequest
  ) throws -> [String: StateProbabilities] {
    let run = try TinyStudy.workspace.evaluate(request)
    let known = run.companies.filter { !$0.hasBrokenEven }.compactMap { company in
      company[keyPath: view].map { (company.id, $0) }
    }
    return Dictionary(known, uniquingKeysWith: { $1 })
  }

  private func told(_ variant: RobustnessVariant) -> [String: StateProbabilities] {
    Dictionary(variant.companies.map { ($0.id, $0.states) }, uniquingKeysWith: { $1 })
  }

  @Test func theStudyAsItIsIsItsEvaluation() throws {
    let base = try Self.record.get().base
    let run = try TinyStudy.workspace.evaluate(Self.request)
    #expect(told(base) == (try states(\.outcome.states, Self.request)))
    #expect(base.order == run.ranking.order.map(\.id))
    #expect(base.prefers == run.ranking.prefers)
    #expect(base.breakEven == run.atRisk?.breakEven && base.runOut == run.atRisk?.runOut)
    let tiers = run.companies.compactMap { company in
      run.ranking.order.first { $0.id == company.id }?.tier
    }
    #expect(base.companies.map(\.tier) == tiers)
  }

  @Test func viewsAreThoseOfTheRecord() throws {
    #expect(
      told(try variant(.outside)) == (try states(\.outcome.statesOutside, Self.request)))
    #expect(told(try variant(.inside)) == (try states(\.outcome.statesInside, Self.request)))
  }

  @Test func otherDrawsAreOtherEvaluations() throws {
    for seed: UInt64 in [2, 3] {
      var request = Self.request
      request.seed = seed
      #expect(
        told(try variant(.seed, Double(seed))) == (try states(\.outcome.states, request)))
    }
    for draws in [256, 1024] {
      var request = Self.request
      request.draws = draws
      #expect(
        told(try variant(.draws, Double(draws))) == (try states(\.outcome.states, request)))
    }
  }

  /// Nothing in common: each company keeps its odds, and so does their sum; that both break even is as
  /// likely as the product of their odds, within what 512 draws leave.
  @Test func independentCompaniesKeepTheirOdds() throws {
    let base = try Self.record.get().base
    let independent = try variant(.independent)
    #expect(told(independent) == told(base))
    let mean = try #require(independent.breakEven?.value)
    let common = try #require(base.breakEven?.value)
    #expect(abs(mean - common) < 1e-12)
    #expect(Set(independent.order) == Set(base.order))
  }

  @Test func settingsAreMovedBothWays() throws {
    let record = try Self.record.get()
    #expect(record.variants.filter { $0.kind == .discountRate }.count == 2)
    let horizons = record.variants.filter { $0.kind == .horizon }.map(\.value)
    #expect(horizons == [2029, 2031])
    // Held against `whatif` with the same horizon.
    let later = told(try variant(.horizon, 2031))
    let answer = try TinyStudy.workspace.whatIf(
      WhatIfRequest(base: Self.request, changes: ["horizon=2031"]))
    for company in answer.companies { #expect(later[company.id] == company.new.states) }
    #expect(record.reasons.keys.sorted() == ["big-group", "deep-whale"])
    #expect(record.variants.count == 11)
  }

  @Test func mistakesTeach() throws {
    func mistake(_ request: EvaluationRequest) -> String? {
      do {
        _ = try TinyStudy.workspace.robustness(request)
        return nil
      } catch let error as DiagnosticError {
        return error.diagnostics.map { "\($0.message) | \($0.help ?? "")" }.joined(separator: "\n")
      } catch {
        return "\(error)"
      }
    }
    #expect(
      mistake(EvaluationRequest(draws: 64))
        == "64 draws are too few to tell headlines from noise | --draws takes 256 or more, 16384 by "
        + "default")
    let none = try #require(mistake(EvaluationRequest(companies: ["deep-whale"], draws: 256)))
    #expect(none.hasPrefix("no headline to test: deep-whale: "))
    #expect(
      none.hasSuffix(" | `breakeven research` says which facts would make it answerable"))
    #expect(
      mistake(EvaluationRequest(companies: ["deep-whal"], draws: 256))
        == "there is no company \"deep-whal\" | did you mean \"deep-whale\"?")
  }
}
