internal import Documents
internal import Foundation

/// Finds what the files of a later models folder put in place of an earlier one's.
///
/// Read again from the files, and only where there are several folders: the readers themselves
/// keep the last of each id and forget the rest.
struct OverriddenFiles {
  let folders: [String]

  /// The files that hold one thing each, by the key of its id.
  private static let kinds = [
    ("companies", "id"), ("market-facts", "region"), ("markets", "region"), ("paths", "path"),
    ("reference-classes", "id"), ("scenarios", "id"),
  ]
  /// The files of which the last one holds as a whole.
  private static let wholes = ["company.yaml", "scoring.yaml", "study.yaml", "units.yaml"]
  /// The files that are merged name by name.
  private static let merged = ["metrics", "sources"]

  /// A sentence a file, in the order of the folders; within a folder in the order of names.
  func sentences() -> [String] {
    guard folders.count > 1 else { return [] }
    var owners: [String: String] = [:]
    var result: [String] = []
    for folder in folders {
      var own: [String: String] = [:]
      var found: [String] = []
      for (name, key) in Self.kinds {
        for file in files(in: "\(folder)/\(name)") where !file.hasSuffix("/exchange-rates.yaml") {
          guard let id = text(of: key, in: file) else { continue }
          if let earlier = owners["\(name) \(id)"] { found.append("\(file) overrides \(earlier)") }
          own["\(name) \(id)"] = file
        }
      }
      for name in Self.wholes {
        let file = "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: file) else { continue }
        if let earlier = owners[name] { found.append("\(file) overrides \(earlier)") }
        own[name] = file
      }
      for name in Self.merged {
        found += names(in: "\(folder)/\(name).yaml", under: name, owners, &own)
      }
      found += rates(in: "\(folder)/markets/exchange-rates.yaml", owners, &own)
      owners.merge(own) { $1 }
      result += found.sorted()
    }
    return result
  }

  /// The names that a merged file takes over, one sentence for each file they come from.
  private func names(
    in file: String, under key: String, _ owners: [String: String], _ own: inout [String: String]
  ) -> [String] {
    guard case .mapping(let entries)? = value(of: key, in: file)?.content else { return [] }
    return takenOver(entries.map(\.key), kind: key, by: file, owners, &own)
  }

  /// The same for exchange rates, which are known by their currencies and period.
  private func rates(
    in file: String, _ owners: [String: String], _ own: inout [String: String]
  ) -> [String] {
    guard case .sequence(let rates)? = value(of: "rates", in: file)?.content else { return [] }
    let names = rates.compactMap { rate -> String? in
      guard let from = text(of: "from", in: rate), let to = text(of: "to", in: rate),
        let period = text(of: "period", in: rate)
      else { return nil }
      return "\(from)/\(to) \(period)"
    }
    return takenOver(names, kind: "rates", by: file, owners, &own)
  }

  private func takenOver(
    _ names: [String], kind: String, by file: String, _ owners: [String: String],
    _ own: inout [String: String]
  ) -> [String] {
    var taken: [String: [String]] = [:]
    for name in names {
      if let earlier = owners["\(kind) \(name)"] { taken[earlier, default: []].append(name) }
      own["\(kind) \(name)"] = file
    }
    return taken.keys.sorted().map { earlier in
      "\(file) overrides \(taken[earlier, default: []].joined(separator: ", ")) of \(earlier)"
    }
  }

  // MARK: Reading

  private func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private func value(of key: String, in file: String) -> YAMLNode? {
    guard FileManager.default.fileExists(atPath: file),
      let root = try? YAMLDocument(contentsOf: file).root
    else { return nil }
    return value(of: key, in: root)
  }

  private func value(of key: String, in node: YAMLNode) -> YAMLNode? {
    guard case .mapping(let entries) = node.content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  private func text(of key: String, in file: String) -> String? {
    value(of: key, in: file)?.scalar?.text
  }

  private func text(of key: String, in node: YAMLNode) -> String? {
    value(of: key, in: node)?.scalar?.text
  }
}
