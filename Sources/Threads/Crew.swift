internal import Dispatch
internal import Synchronization

/// A few threads that share lists of jobs, and lists within jobs.
///
/// A job may itself call `map`: whoever of the crew has nothing left to do in the outer list then
/// helps with the inner one, also while waiting for the end of the outermost. So many small jobs, few
/// large ones, and one large among small ones all keep every thread busy. Results stand in the order
/// of their jobs, whoever did them and when.
package final class Crew: Sendable {
  /// The largest number of threads that work, the one that calls `map` among them.
  package let threads: Int

  private let start: @Sendable (@escaping @Sendable () -> Void) -> Bool
  private let board = Mutex(Board())
  /// Where helpers without work wait for more: threads take longer to start than most lists to do.
  private let rest = DispatchSemaphore(value: 0)

  /// So long a helper waits for more work.
  private static let patience = DispatchTimeInterval.milliseconds(200)

  /// Makes a crew; its threads are started when there is work, as many as the system gives.
  package convenience init(threads: Int) {
    self.init(threads: threads, start: Helper.start)
  }

  /// Makes a crew whose threads are started in a way of its own, which says whether it could.
  init(threads: Int, start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Bool) {
    self.threads = max(1, threads)
    self.start = start
  }

  /// The results of `job` for 0 ..< count, in order.
  package func map<Result: Sendable>(
    _ count: Int, _ job: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(job) }
    let results = Mutex([Result?](repeating: nil, count: count))
    work(
      on: JobList(count: count) { index in
        let result = job(index)
        results.withLock { $0[index] = result }
      })
    return results.withLock { $0.compactMap { $0 } }
  }

  /// The results of `job` for 0 ..< count, in order.
  ///
  /// - Throws: The error of the lowest index, after all jobs have ended.
  package func map<Result: Sendable>(
    _ count: Int, _ job: @escaping @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    let outcome = map(count) { index in Swift.Result { try job(index) } }
    return try outcome.map { try $0.get() }
  }

  private func work(on list: JobList) {
    let helpers = board.withLock { $0.open(list, threads: threads) }
    for _ in 0..<helpers.woken { rest.signal() }
    for started in 0..<helpers.started where !start({ self.help() }) {
      // The system has no more to give: those who are at work do it all.
      board.withLock { $0.missing(helpers.started - started) }
      break
    }
    while let index = list.take() { list.run(index) }
    while !list.isDone {
      // Within the last jobs of all there may be lists to help with.
      if let (other, index) = board.withLock({ $0.next(waitingFor: list) }) {
        other.run(index)
      } else {
        list.sleep()
      }
    }
    board.withLock { $0.close(list) }
  }

  /// Does jobs of the oldest open list, so that outer lists come before those within their jobs; goes
  /// when there have been none for a while.
  private func help() {
    repeat {
      while let (list, index) = board.withLock({ $0.nextForHelper() }) { list.run(index) }
    } while isWanted()
  }

  /// Waits for more work; false where there has been none for a while.
  private func isWanted() -> Bool {
    if rest.wait(timeout: .now() + Self.patience) == .success { return true }
    if board.withLock({ $0.leave() }) { return false }
    // Somebody has just counted on this one: the call is on its way.
    rest.wait()
    return true
  }
}

/// The lists that are being worked on, the oldest first.
private struct Board: Sendable {
  private var lists: [JobList] = []
  /// Those at work.
  private var helpers = 0
  /// Those that wait for work.
  private var resting = 0

  /// Adds a list, and says how many more helpers there is room and work for: those to be woken, and
  /// those to be started.
  mutating func open(_ list: JobList, threads: Int) -> (woken: Int, started: Int) {
    // Who waits for the oldest may help with this one.
    lists.first?.wake()
    lists.append(list)
    let more = max(0, min(threads - 1 - helpers, list.count - 1))
    helpers += more
    let woken = min(resting, more)
    resting -= woken
    return (woken, more - woken)
  }

  /// Says that so many helpers couldn't be started.
  mutating func missing(_ count: Int) { helpers -= count }

  /// Lets a helper go that has waited long enough; false where somebody has just counted on it.
  mutating func leave() -> Bool {
    guard resting > 0 else { return false }
    resting -= 1
    return true
  }

  mutating func close(_ list: JobList) {
    lists.removeAll { $0 === list }
  }

  /// A job for the caller of a list of which all jobs are taken; only where that is the oldest
  /// list: others' callers would put off what their own callers wait for.
  func next(waitingFor list: JobList) -> (JobList, Int)? {
    lists.first === list ? next() : nil
  }

  /// A job for a helper; nil, and one more that rests, when there is none.
  mutating func nextForHelper() -> (JobList, Int)? {
    if let job = next() { return job }
    helpers -= 1
    resting += 1
    return nil
  }

  /// A job of the oldest list that has one left.
  private func next() -> (JobList, Int)? {
    for list in lists {
      if let index = list.take() { return (list, index) }
    }
    return nil
  }
}

/// Jobs by number, each given out once.
private final class JobList: Sendable {
  let count: Int
  private let job: @Sendable (Int) -> Void
  private let progress = Mutex((next: 0, done: 0))
  private let bell = DispatchSemaphore(value: 0)

  init(count: Int, job: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.job = job
  }

  func take() -> Int? {
    progress.withLock { progress in
      guard progress.next < count else { return nil }
      defer { progress.next += 1 }
      return progress.next
    }
  }

  func run(_ index: Int) {
    job(index)
    let isLast = progress.withLock { progress in
      progress.done += 1
      return progress.done == count
    }
    if isLast { wake() }
  }

  var isDone: Bool { progress.withLock { $0.done == count } }

  /// Returns when every job has ended, or another list was opened; it may also be for nothing.
  func sleep() { bell.wait() }

  func wake() { bell.signal() }
}
