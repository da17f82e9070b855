import Diagnostics
@testable import Documents
@testable import Facts
import Foundation
import FuzzSupport
@testable import Study
@testable import Threads
@testable import Units

/// Reads the facts of a small study of which one file is replaced: the first line names it, what
/// follows is its content.
///
/// Every mistake has a place; what was read is in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let (name, content) = Input(start, count).named, let path = files[name] else {
    return isOfNoUse
  }
  let reading = Result {
    try YAMLDocument(SourceText(bytes: content, file: path))
  }
  let shelf = DocumentShelf(shipped + [(path, reading)])
  let (facts, problems) = FactBase.loadAsFarAsPossible(
    folders: folders, units: units, shelf: shelf, crew: crew)
  let lines = SourceText(String(decoding: content, as: UTF8.self), file: path).lines
  for problem in problems {
    guard let place = problem.location else {
      require(problem.message.contains(path), "no place: \(problem)")
      continue
    }
    // Of the other files all that is wrong follows from this one.
    requireTold([problem], in: place.file == path ? lines : nil)
  }
  for company in facts?.companies ?? [] { hold(company.facts) }
  if let facts { facts.markets.values.forEach { hold($0.facts) } }
  return isDone
}

private func hold(_ facts: [Fact]) {
  for fact in facts {
    for number in [fact.value, fact.low, fact.high].compactMap(\.self) {
      require(number.isFinite, "\(fact.metric) is \(number)")
    }
    let low = fact.low ?? fact.central
    let high = fact.high ?? fact.central
    require(low <= fact.central && fact.central <= high, "\(fact) isn't in order")
    require(fact.days.start <= fact.days.end, "\(fact.period) ends before it begins")
    require(!fact.valueInWords.isEmpty, "a number without words")
  }
}

private let folders = [Surroundings.tinyStudy, Surroundings.additions]
private let crew = Crew(threads: 1)

/// The files by their place in their folder.
private let files: [String: String] = {
  var files: [String: String] = [:]
  for folder in folders {
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
    where name.hasSuffix(".yaml") { files[name] = folder + "/" + name }
  }
  return files
}()

private let shipped = files.values.map(DocumentShelf.read)

private let units: UnitRegistry = {
  do {
    return try ModelsFolder([Surroundings.tinyStudy]).readUnits()
  } catch {
    fatalError("\(error)")
  }
}()
