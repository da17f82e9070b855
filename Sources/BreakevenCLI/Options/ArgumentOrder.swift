/// Lets global options stand before the command too, as people write them.
enum ArgumentOrder {
  private static let withValue: Set<String> = ["--models", "--store", "--as-of", "--color"]
  private static let flags: Set<String> = ["--quiet", "-q", "--verbose"]

  /// The arguments with the global options that lead moved behind the command, in front of its own: of
  /// several folders of models the later one counts.
  static func commandFirst(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let next = rest.first {
      if flags.contains(next) || withValue.contains(where: { next.hasPrefix($0 + "=") }) {
        leading.append(next)
        rest = rest.dropFirst()
      } else if withValue.contains(next), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    if rest.isEmpty { return arguments }
    let end = rest.firstIndex { $0.hasPrefix("-") } ?? rest.endIndex
    return Array(rest[..<end]) + leading + Array(rest[end...])
  }
}
