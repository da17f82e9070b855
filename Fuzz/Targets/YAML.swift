import Diagnostics
@testable import Documents
import FuzzSupport

/// Reads a file of any content, or refuses it with a place; what was read stands where it says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Input(start, count).bytes
  let lines = SourceText(String(decoding: bytes, as: UTF8.self), file: "input.yaml").lines
  do {
    let document = try YAMLDocument(SourceText(bytes: bytes, file: "input.yaml"))
    if let root = document.root { hold(root, document.source.lines) }
  } catch {
    requireTold(error, in: lines)
  }
  return isDone
}

/// Holds a value, and all inside it.
private func hold(_ node: YAMLNode, _ lines: [String]) {
  requireTold([node.diagnostic("a place")], in: lines)
  switch node.content {
  case .mapping(let entries):
    require(Set(entries.map(\.key)).count == entries.count, "a key stands twice")
    for entry in entries {
      requireTold([entry.keyDiagnostic("a place")], in: lines)
      hold(entry.value, lines)
    }
  case .sequence(let nodes):
    for node in nodes { hold(node, lines) }
  case .scalar(let scalar):
    if scalar.style == .plain {
      let word = scalar.text.unicodeScalars.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
      let line = lines[node.location.line - 1].unicodeScalars.dropFirst(node.location.column - 1)
      // A tag in front of a value is part of it.
      require(
        line.starts(with: word) || line.first == "!", "\(scalar.text) isn't at \(node.location)")
    }
  }
  holdValues(of: node, lines)
}

/// Whatever a value is taken for, it is that or refused.
private func holdValues(of node: YAMLNode, _ lines: [String]) {
  var problems = DiagnosticCollector()
  if let number = node.number(into: &problems) { require(number.isFinite, "\(number)") }
  _ = node.integer(into: &problems)
  _ = node.bool(into: &problems)
  _ = node.strings(into: &problems)
  _ = node.translations(into: &problems)
  _ = node.mapping(allowedKeys: ["en", "id", "value"], of: "something", into: &problems)
  if !problems.diagnostics.isEmpty { requireTold(problems.diagnostics, in: lines) }
}
