import Foundation
import FuzzSupport
import RunRecord
@testable import RunStore

/// Reads the document of a stored run, or refuses it.
///
/// What was read comes back when it is written and read again, the same bytes each time.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let json = Data(Input(start, count).bytes)
  let run: RunRecord
  do {
    run = try RunCoder.decode(RunRecord.self, from: json)
  } catch {
    require(error is DecodingError, "not of decoding: \(error)")
    return isDone
  }
  do {
    let written = try RunCoder.encode(run)
    let again = try RunCoder.decode(RunRecord.self, from: written)
    require(again == run, "comes back as another run: \(written)")
    require(try RunCoder.encode(again) == written, "written as other bytes: \(written)")
    let archive = try RunArchive(run)
    require(
      try archive.json == Data(RunCoder.encode(run, isPretty: false).utf8), "written in two ways")
    require(try archive.run() == run, "comes back from the archive as another run")
    require(
      !written.unicodeScalars.contains(where: drivesTerminals), "drives a terminal: \(written)")
  } catch {
    require(false, "can't be written again: \(error)")
  }
  return isDone
}
