import Breakeven
import RunRecord
import Testing

/// Every figure leads to a source or to an assumption that gives its reason.
@Suite struct EvidenceTests {
  @Test(arguments: StudyTests.days)
  func everyInputRestsOnFactsOrGivesItsReason(asOf: String) throws {
    let run = try StudyRuns.run(asOf)
    let sources = Set(run.sources.map(\.id))
    for input in run.allInputs {
      let place = Comment(rawValue: input.place)
      #expect(sources.isSuperset(of: input.value.sources), place)
      switch input.value.kind {
      case .estimate where input.value.facts.isEmpty:
        // A range that its sources give.
        #expect(!input.value.sources.isEmpty, place)
        #expect(input.value.because.contains { !$0.message.isEmpty }, place)
      case .fact, .estimate:
        #expect(!input.value.facts.isEmpty, place)
        #expect(input.value.facts.allSatisfy { sources.contains($0.source) }, place)
        #expect(
          input.value.facts.allSatisfy { input.value.sources.contains($0.source) }, place)
      case .assumption, .override, .calculation:
        #expect(input.value.because.contains { !$0.message.isEmpty }, place)
      }
    }
  }

  /// Method 1.2: what rests on memory or an assumption is an estimate and never a fact; so is a
  /// range without a fact of its own that figures of sources give.
  @Test(arguments: StudyTests.days)
  func estimatesAreMarked(asOf: String) throws {
    let run = try StudyRuns.run(asOf)
    for input in run.allInputs {
      let restsOnEstimate = input.value.facts.contains(where: \.isEstimate)
      switch input.value.kind {
      case .fact: #expect(!restsOnEstimate, "\(input.place)")
      case .estimate:
        #expect(restsOnEstimate || input.value.facts.isEmpty, "\(input.place)")
      default: break
      }
    }
    let kinds = Dictionary(
      run.sources.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for fact in run.allFacts {
      let kind = try #require(kinds[fact.value.source], Comment(rawValue: fact.place))
      #expect(fact.value.isEstimate == [.memory, .assumption].contains(kind), "\(fact.place)")
    }
  }

  @Test(arguments: StudyTests.days)
  func everySourceIsListedOnce(asOf: String) throws {
    let run = try StudyRuns.run(asOf)
    let ids = run.sources.map(\.id)
    #expect(ids == Set(ids).sorted())
    for citation in run.allCitations {
      #expect(ids.contains(citation.value), "\(citation.place)")
    }
  }

  /// The counts of facts, estimates and assumptions are those of the inputs; what is computed from
  /// other inputs is none of them.
  @Test(arguments: StudyTests.days)
  func countsMatchTheInputs(asOf: String) throws {
    for company in try StudyRuns.run(asOf).companies {
      for path in company.paths {
        guard let evidence = path.evidence else { continue }
        let kinds = path.inputs.map(\.kind)
        #expect(evidence.facts == kinds.count { $0 == .fact }, "\(company.id) \(path.path)")
        #expect(
          evidence.estimates == kinds.count { $0 == .estimate }, "\(company.id) \(path.path)")
        #expect(
          evidence.facts + evidence.estimates + evidence.assumptions
            == kinds.count { $0 != .calculation },
          "\(company.id) \(path.path)")
      }
    }
  }

  /// The tree has every name that it speaks of.
  @Test func everyChildOfATraceIsThere() throws {
    for company in try StudyRuns.now.get().companies {
      for path in company.paths where path.status == .assessed {
        let names = Set(path.trace.map(\.name))
        for node in path.trace {
          #expect(names.isSuperset(of: node.children), "\(company.id) \(path.path) \(node.name)")
        }
        #expect(names.isSuperset(of: ["revenue", "contribution", "investment"]))
        #expect(names.isSuperset(of: path.inputs.map(\.name)))
      }
    }
  }
}
