/// The dimension of its block that each input of a model has.
///
/// A block's numbers fill their space evenly together, best in the first dimensions. So the inputs
/// with one draw for all years come first; after them, year by year, those with draws of their own
/// in every year, so that a later horizon changes no year before it.
struct InputPlaces {
  /// The place of an input's numbers in its block.
  struct Place {
    /// Its dimension, in the first year of one that has draws of its own in every year.
    var dimension: Int
    /// From one year to the next, where it has.
    var stride: Int?
  }

  private enum Block: Hashable {
    case shared, own, market
  }

  private var places: [Place] = []

  init(_ inputs: [ModelInput]) {
    var steady: [Block: Int] = [:]
    var yearly: [Block: Int] = [:]
    for input in inputs where !input.isEachYear { steady[Self.block(of: input), default: 0] += 1 }
    for input in inputs where input.isEachYear { yearly[Self.block(of: input), default: 0] += 1 }
    var next = (steady: [Block: Int](), yearly: steady)
    for input in inputs {
      let block = Self.block(of: input)
      if block == .market {
        // Each market input is a block of its own.
        places.append(Place(dimension: 0))
      } else if input.isEachYear {
        places.append(Place(dimension: next.yearly[block] ?? 0, stride: yearly[block]))
        next.yearly[block, default: 0] += 1
      } else {
        places.append(Place(dimension: next.steady[block] ?? 0))
        next.steady[block, default: 0] += 1
      }
    }
  }

  subscript(index: Int) -> Place { places[index] }

  private static func block(of input: ModelInput) -> Block {
    switch input.scope {
    case .assumption: input.isOwn ? .own : .shared
    case .company, .contest, .series: .own
    case .trend(let trend):
      switch trend.series {
      case .company: .own
      case .market: .market
      }
    // A room has no draws of its own.
    case .market, .room: .market
    }
  }
}
