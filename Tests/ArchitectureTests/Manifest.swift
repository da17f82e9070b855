import Foundation
import Testing

/// What Package.swift says of the modules in Sources: read from its text, so that nothing has to
/// be said twice.
struct Manifest {
  /// What each module may import of ours, and the products of others.
  let modules: [String: Set<String>]
  /// The modules in the order of the file, in which data flows.
  let order: [String]

  init() throws {
    let text = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    var modules: [String: Set<String>] = [:]
    var order: [String] = []
    for call in Self.calls(in: text) {
      guard let name = Self.strings(after: "name:", in: call).first,
        Self.isInSources(name)
      else { continue }
      let ours =
        Self.strings(after: "imports:", in: call) + Self.strings(after: "dependencies:", in: call)
      modules[name] = Set(ours).union(Self.outside(call))
      order.append(name)
    }
    self.modules = modules
    self.order = order
  }

  /// The text between the parentheses of every `Module(…)` and target.
  private static func calls(in text: String) -> [String] {
    ["Module(", ".target(", ".executableTarget("].flatMap { head -> [String] in
      text.ranges(of: head).map { range in
        var depth = 1
        let rest = text[range.upperBound...].prefix { character in
          if character == "(" { depth += 1 }
          if character == ")" { depth -= 1 }
          return depth > 0
        }
        return String(rest)
      }
    }
  }

  /// The names in quotation marks after a label: one, or those in brackets.
  private static func strings(after label: String, in call: String) -> [String] {
    guard let start = call.firstRange(of: label)?.upperBound else { return [] }
    let rest = call[start...].drop { $0.isWhitespace }
    let list = rest.first == "[" ? rest.prefix { $0 != "]" } : rest.prefix { $0 != "," }
    return list.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  /// Products of other packages by the names that modules import.
  private static func outside(_ call: String) -> [String] {
    let products = [
      "argumentParser": "ArgumentParser", "grdb": "GRDB", "yams": "Yams", "zlib": "Zlib",
    ]
    let lists = ["outside:", "dependencies:"].compactMap { label -> Substring? in
      // A label after a comma, a bracket or a space: `testOutside:` is another.
      guard let start = call.firstRange(of: " " + label)?.upperBound else { return nil }
      return call[start...].prefix { $0 != "]" }
    }
    return products.keys.filter { name in lists.contains { $0.contains(name) } }
      .compactMap { products[$0] }
  }

  private static func isInSources(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: "Sources/\(name)").path)
  }
}
