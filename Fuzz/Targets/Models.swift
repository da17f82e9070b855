import Diagnostics
@testable import Documents
@testable import Evaluation
@testable import Formulas
import FuzzSupport
@testable import Simulation
@testable import Study
@testable import Units

/// Reads and compiles the file of a path: there is a model or a mistake, and every mistake has a place.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Input(start, count).bytes
  let lines = SourceText(String(decoding: bytes, as: UTF8.self), file: file).lines
  do {
    let document = try YAMLDocument(SourceText(bytes: bytes, file: file))
    let (model, mistakes) = ModelFileReader(units: units, sourceIDs: nil).check(
      document, relativeFile: file, sha256: "", years: [2026, 2027, 2028])
    let errors = mistakes.filter { $0.severity == .error }
    require(model != nil || !errors.isEmpty, "no model, and no mistake")
    if !mistakes.isEmpty { requireTold(mistakes, in: lines) }
  } catch {
    requireTold(error, in: lines)
  }
  return isDone
}

private let file = "paths/medical-ai.yaml"

private let units: UnitRegistry = {
  do {
    return try ModelsFolder([Surroundings.tinyStudy]).readUnits()
  } catch {
    fatalError("\(error)")
  }
}()
