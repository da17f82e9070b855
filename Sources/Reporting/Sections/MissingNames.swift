/// The names of missing facts as they are written in files.
enum MissingNames {
  static func inlines(_ names: [String], _ context: ReportContext) -> [Inline] {
    names.isEmpty
      ? context.line(.seeReason) : context.joined(names.map { [.code($0)] })
  }
}

extension [[Inline]] {
  /// One part a line, inside a cell or a paragraph.
  var separatedByLines: [Inline] {
    enumerated().flatMap { index, part in index == 0 ? part : [.lineBreak] + part }
  }
}
