internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import Units

/// What the numbers of a scoring policy are counted in: `unit:` of each is one of the setting's own.
struct SettingUnit {
  /// The units; nil where they couldn't be read, and any unit passes then.
  let units: UnitRegistry?
  /// The settings of which what is wrong with the unit has been noted: some are read in parts.
  private var told: Set<String> = []

  init(units: UnitRegistry?) { self.units = units }

  /// What one of the unit that a setting names is of the setting's own.
  ///
  /// - Parameters:
  ///   - own: The setting's own unit, in which it stands where none is named.
  ///   - key: The setting.
  ///   - map: What the file says of it.
  ///   - problems: Where mistakes are noted, of each setting once.
  /// - Returns: 1 where the unit is a mistake, or none is named.
  mutating func scale(
    to own: String, of key: String, in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> Double {
    var found = DiagnosticCollector()
    let scale = read(own, key, map, into: &found)
    if told.insert(key).inserted { problems.report(found.diagnostics) }
    return scale
  }

  private func read(
    _ own: String, _ key: String, _ map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> Double {
    // A study may count nothing else in the setting's own unit, and declare it nowhere.
    guard let node = map["unit"], let text = node.string(into: &problems), text != own, let units
    else { return 1 }
    let place = (node.location, node.sourceLine)
    let found = problems.noting { try units.parse(text, at: place.0, sourceLine: place.1) }
    guard let found else { return 1 }
    guard let meant = try? units.parse(own), found.dimension == meant.dimension else {
      problems.report(mistake(text, own, key, node))
      return 1
    }
    if let hundredth = units.hundredth(in: text),
      let written = (map["value"] ?? map["assume"])?.firstPercent
    {
      problems.report(written.percentTwice(written.scalar?.text ?? "", hundredth))
    }
    return found.scale / meant.scale
  }

  /// Notes a unit of what isn't counted in any.
  func none(
    of key: String, in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) {
    guard let node = map["unit"], let text = node.string(into: &problems), text != "1" else {
      return
    }
    problems.report(
      node.diagnostic(
        "\"\(key)\" is in no unit, found \"\(text)\"", help: "leave \"unit\" out"))
  }

  private func mistake(
    _ text: String, _ own: String, _ key: String, _ node: YAMLNode
  ) -> Diagnostic {
    let written = own == "1" ? "\"1\"" : own
    return node.diagnostic(
      "\"\(key)\" is in [\(own)], found [\(text)]",
      help: "write unit: \(written), or a unit that is a multiple of it")
  }
}
