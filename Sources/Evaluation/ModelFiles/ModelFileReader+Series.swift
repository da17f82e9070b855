internal import Diagnostics
internal import Documents

/// Inputs that are series.
extension ModelFileReader {
  /// A series of the company: a metric, and what holds where no fact of it is known.
  func series(
    _ entry: YAMLNode.Entry, _ map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> InputOrigin? {
    let metric = map.optionalString("series", into: &problems) ?? entry.key
    guard let node = map["otherwise"] else {
      problems.report(
        entry.keyDiagnostic(
          "the series \"\(entry.key)\" doesn't say what holds where no fact of \(metric) is "
            + "known",
          help: "write \"otherwise: none\", and the path is not assessed then, or a range of the "
            + "level with \"because:\""))
      return nil
    }
    if node.scalar?.text == "none" {
      return .series(SeriesOrigin(metric: metric, otherwise: nil))
    }
    guard let otherwise = reader.assumption(in: map, key: "otherwise", into: &problems) else {
      return nil
    }
    if otherwise.revisions.contains(where: { $0.series.variesByYear }) {
      problems.report(
        node.diagnostic(
          "a series has one level, and \"otherwise\" of \"\(entry.key)\" gives several years",
          help: "give the level on the day of the study; a formula says how it goes on"))
      return nil
    }
    return .series(SeriesOrigin(metric: metric, otherwise: otherwise))
  }
}
