@testable import Assessment
import Diagnostics
@testable import Evaluation
@testable import Facts
import FuzzSupport
import RunRecord
@testable import Scoring
@testable import Study
@testable import Threads

/// Reads changes as people type them, a line each; behind `table ` an axis, behind `goal ` a goal.
///
/// Each is understood, or refused with a message; what is changed is finite and within its bounds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = Input(start, count).text else { return isOfNoUse }
  let lines = text.split(separator: "\n").map(String.init)
  let axes = lines.filter { $0.hasPrefix("table ") }.map { String($0.dropFirst("table ".count)) }
  let goals = lines.filter { $0.hasPrefix("goal ") }.map { String($0.dropFirst("goal ".count)) }
  let changes = lines.filter { !$0.hasPrefix("table ") && !$0.hasPrefix("goal ") }
  do {
    try bench.read(changes).forEach(hold)
  } catch {
    requireTold(error, in: nil)
  }
  do {
    if !axes.isEmpty {
      let read = try AxisReader(changes: bench.reader).read(axes)
      for axis in read { axis.changes.forEach(hold) }
    }
  } catch {
    requireTold(error, in: nil)
  }
  for goal in goals {
    do {
      _ = try Goal(goal, currencies: ["CNY", "USD"])
    } catch {
      requireTold(error, in: nil)
    }
  }
  return isDone
}

private func hold(_ change: StudyChange) {
  require(!change.target.isEmpty, "a change of nothing")
  switch change.effect {
  case .fact(let fact, _, _):
    require(fact.central.isFinite, "\(change.record.text) is \(fact.central)")
    require(fact.days.start <= fact.days.end, "\(change.record.text) ends before it begins")
  case .horizon(let year):
    require((2026...2076).contains(year), "\(change.record.text) is the year \(year)")
  case .discountRate(let rate):
    require((-0.5...1).contains(rate), "\(change.record.text) is the rate \(rate)")
  case .weights(.fixed(let weights)):
    require(
      weights.values.allSatisfy { (0...1).contains($0) }
        && abs(weights.values.reduce(0, +) - 1) < 1e-9,
      "\(change.record.text) weighs \(weights)")
  case .weights(.ordered(let order)):
    require(Set(order).count == RankingCriterion.allCases.count, "\(change.record.text): \(order)")
  default: break
  }
}

/// The study, set up once.
private let bench: ChangeBench = {
  do {
    return try ChangeBench(
      loaded: ModelsFolder([Surroundings.tinyStudy]).load(), request: EvaluationRequest(draws: 64),
      ownEvaluators: [], crew: Crew(threads: 1))
  } catch {
    fatalError("\(error)")
  }
}()
