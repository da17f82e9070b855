import Publishing
import RunRecord

/// The names of missing facts as they are written in files.
enum MissingNames {
  static func inlines(_ names: [MissingInput], _ context: ReportContext) -> [Inline] {
    names.isEmpty
      ? context.line(Words.seeReason) : context.joined(names.map { [.code($0.description)] })
  }

  /// The same for a cell of a wide table: several market inputs of one region are said together,
  /// since the company's page names them.
  static func short(_ names: [MissingInput], _ context: ReportContext) -> [String] {
    let regions = names.compactMap(region)
    let repeated = Set(regions.filter { one in regions.count { $0 == one } > 1 })
    var shown: [String] = []
    for name in names {
      let text =
        region(name).flatMap { region in
          repeated.contains(region) ? context.text(Words.missingMarket, ["region": region]) : nil
        } ?? single(name, context)
      if !shown.contains(text) { shown.append(text) }
    }
    return shown
  }

  /// A market input stands with its region, anything else as it is written in files.
  private static func single(_ name: MissingInput, _ context: ReportContext) -> String {
    guard case .marketInput(let input, let region) = name else { return name.description }
    return context.text(Words.inputOfRegion, ["input": input, "region": region])
  }

  private static func region(_ name: MissingInput) -> String? {
    if case .marketInput(_, let region) = name { region } else { nil }
  }
}

extension MissingNames {
  enum Words: String, Phrases {
    static let topic = "MissingNames"

    case missingMarket = "market data for {region}"
    case inputOfRegion = "{input} for {region}"
    case seeReason = "see the reason"
  }
}
