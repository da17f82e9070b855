import Dispatch

/// The results of `body` for 0 ..< count, in order, computed by so many threads.
///
/// Thread t does every index that leaves the remainder t: which thread does what never depends on
/// time. If some calls throw, the error of the lowest index is thrown, after all have finished.
package func parallelMap<Result: Sendable>(
  count: Int, threads: Int, _ body: @Sendable (Int) throws -> Result
) throws -> [Result] {
  let workers = max(1, min(threads, count))
  guard workers > 1 else { return try (0..<count).map(body) }
  let slots = Slots<Result>(count: count)
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    for index in stride(from: worker, to: count, by: workers) {
      slots.store(Swift.Result { try body(index) }, at: index)
    }
  }
  return try slots.take().map { try $0.get() }
}

/// The same for a body that doesn't throw.
package func parallelMap<Result: Sendable>(
  count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let workers = max(1, min(threads, count))
  guard workers > 1 else { return (0..<count).map(body) }
  let slots = Slots<Result>(count: count)
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    for index in stride(from: worker, to: count, by: workers) {
      slots.store(.success(body(index)), at: index)
    }
  }
  return slots.take().compactMap { try? $0.get() }
}

/// One place for each result, written once by whoever computes it.
private final class Slots<Result: Sendable>: @unchecked Sendable {
  // Unchecked: every place is written by one thread and read after all have finished.
  private let places: UnsafeMutableBufferPointer<Swift.Result<Result, any Error>?>

  init(count: Int) {
    places = .allocate(capacity: count)
    places.initialize(repeating: nil)
  }

  deinit {
    places.deinitialize()
    places.deallocate()
  }

  func store(_ result: Swift.Result<Result, any Error>, at index: Int) {
    places[index] = result
  }

  func take() -> [Swift.Result<Result, any Error>] {
    places.compactMap { $0 }
  }
}
