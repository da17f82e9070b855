internal import Synchronization

/// The orders of the blocks that were drawn from last.
///
/// A block's columns are asked for one after the other, and all are in one order, whose shuffle
/// takes longer than a column itself. A few blocks are enough: one or two a thread.
package final class OrderCache: Sendable {
  private struct Entry {
    var key: StreamKey
    var order: [UInt32]
  }

  private static let capacity = 16

  private let entries = Mutex<[Entry]>([])

  /// Makes an empty cache.
  package init() {}

  /// The order of a block; made outside the lock, so that nobody waits for another's.
  func order(of key: StreamKey, count: Int) -> [UInt32] {
    let known = entries.withLock { entries in
      entries.first { $0.key == key && $0.order.count == count }?.order
    }
    if let known { return known }
    let order = key.order(count: count)
    entries.withLock { entries in
      if entries.count == Self.capacity { entries.removeFirst() }
      entries.append(Entry(key: key, order: order))
    }
    return order
  }
}
