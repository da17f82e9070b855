import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// What recovery hangs on, over all companies assessed.
  package static let pathDrivers = Section("PathDrivers", Words.self) { path, context in
    guard !path.drivers.isEmpty else { return [] }
    var blocks: [Block] = [
      context.heading(2, Headings.drivers, key: "drivers"), context.paragraph(Words.intro),
    ]
    if let figure = DriverChart.figure(
      path.drivers, base: nil, isProbability: false,
      path: "charts/path.\(safeName(path.id)).drivers.svg", subject: context.text(path.title),
      context)
    {
      blocks.append(.figure(figure))
    }
    blocks.append(DriverTable.block(path.drivers, isProbability: false, context))
    return blocks
  }
}

private enum Words: String, Phrases {
  static let topic = "PathDrivers"

  case intro = """
    Shares of the variance of the money-back index, averaged over the companies assessed.
    """
}
