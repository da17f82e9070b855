package import Simulation

/// The random numbers of how money comes and goes, column by column.
package struct MoneyDraws: Sendable {
  /// The numbers of one year.
  package struct Year: Sendable {
    /// Standard normal, for the climate of all companies.
    package var climate: [Double]
    /// Standard normal, for the growth of all companies.
    package var growth: [Double]
    /// Uniform: below the probability, money is raised.
    package var raising: [Double]
    /// Student's t, for the amount.
    package var amount: [Double]
    /// Standard normal, for cash flow besides what the laws say.
    package var cash: [Double]
    /// Uniform, for cash-out within the year.
    package var bridge: [Double]
    /// Uniform, for being taken over.
    package var takeover: [Double]
  }

  /// Standard normal, for the climate before the first year, of all companies.
  package var climate: [Double]
  /// Standard normal, for the newest balance.
  package var balance: [Double]
  /// Uniform: below the share, a cash-out is a sale.
  package var sale: [Double]
  /// Uniform, for that share.
  package var saleShare: [Double]
  /// Uniform, for how often loss-makers are taken over.
  package var takeoverShare: [Double]
  /// Uniform, one column for each commitment.
  package var commitments: [[Double]]
  /// The years, the first first.
  package var years: [Year]

  /// Takes them from two blocks: one of the company's own, one that all companies share.
  package init(
    _ streams: DrawStreams, block: String, common: String, years: Int, commitments: Int,
    tails: Tails
  ) {
    var own = Columns(streams: streams, block: block)
    var shared = Columns(streams: streams, block: common)
    climate = shared.normals()
    balance = own.normals()
    sale = own.uniforms()
    saleShare = own.uniforms()
    takeoverShare = own.uniforms()
    self.years = (0..<years).map { _ in
      Year(
        climate: shared.normals(), growth: shared.normals(), raising: own.uniforms(),
        amount: tails.amount.quantiles(own.uniforms()), cash: own.normals(), bridge: own.uniforms(),
        takeover: own.uniforms())
    }
    self.commitments = (0..<commitments).map { _ in own.uniforms() }
  }
}

/// One column after another of a block.
private struct Columns {
  let streams: DrawStreams
  let block: String
  let orders = OrderCache()
  var dimension = 0

  mutating func uniforms() -> [Double] {
    defer { dimension += 1 }
    return streams.uniforms(block: block, dimension: dimension, orders: orders)
  }

  mutating func normals() -> [Double] { Elementary.normalQuantiles(uniforms()) }
}
