import Foundation
import FuzzSupport
@testable import RunStore

/// Takes bytes for JSON and brings them into columns, and for columns and brings them into JSON.
///
/// What is split comes back byte for byte, so does what is joined where it can be split again; and
/// nothing grows to many times its size.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Data(Input(start, count).bytes)
  if let columns = JSONColumns.split(bytes) {
    require(JSONColumns.join(columns) == bytes, "comes back as other bytes")
  }
  if let text = JSONColumns.join(bytes) {
    require(text.count <= 4 * bytes.count, "grows to \(text.count) of \(bytes.count) bytes")
    if let columns = JSONColumns.split(text) {
      require(JSONColumns.join(columns) == text, "joined comes back as other bytes")
    }
  }
  return isDone
}
