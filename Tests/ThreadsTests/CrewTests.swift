import Synchronization
import Testing

@testable import Threads

struct CrewTests {
  private struct Failure: Error, Equatable {
    let index: Int
  }

  @Test(arguments: [0, 1, 7, 100], [0, 1, 2, 3, 16])
  func `keeps the order`(count: Int, threads: Int) {
    let squares = Crew(threads: threads).map(count) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [1, 2, 5])
  func `throws the error of the lowest index`(threads: Int) {
    #expect(throws: Failure(index: 3)) {
      try Crew(threads: threads).map(20) { index -> Int in
        if index >= 3 { throw Failure(index: index) }
        return index
      }
    }
  }

  @Test(arguments: [1, 2, 3, 8])
  func `jobs may have lists of their own`(threads: Int) {
    let crew = Crew(threads: threads)
    let sums = crew.map(20) { outer in
      crew.map(outer) { inner in crew.map(3) { inner + $0 }.reduce(0, +) }.reduce(0, +)
    }
    #expect(sums == (0..<20).map { outer in (0..<outer).reduce(0) { $0 + 3 * $1 + 3 } })
  }

  @Test func `a thread that waits leaves its place to another`() {
    let crew = Crew(threads: 2)
    for _ in 0..<20 {
      // The third job is left to one thread, whichever has done its first: its own list needs two.
      let met = crew.map(3) { outer -> Bool in
        guard outer == 2 else { return true }
        let here = Mutex(0)
        return crew.map(2) { _ in
          here.withLock { $0 += 1 }
          let clock = ContinuousClock()
          let end = clock.now + .seconds(10)
          while here.withLock({ $0 < 2 }), clock.now < end {}
          return here.withLock { $0 == 2 }
        }.allSatisfy { $0 }
      }
      #expect(met == [true, true, true])
    }
  }

  @Test func `carries results that are nil`() {
    let optionals: [Int?] = Crew(threads: 2).map(4) { $0.isMultiple(of: 2) ? $0 : nil }
    #expect(optionals == [0, nil, 2, nil])
  }

  @Test(arguments: [0, 1, 2]) func `does everything with the threads that there are`(given: Int) {
    let left = Mutex(given)
    let crew = Crew(threads: 8) { job in
      left.withLock { left in
        guard left > 0 else { return false }
        left -= 1
        return Helper.start(job)
      }
    }
    for _ in 0..<3 {
      let sums = crew.map(20) { outer in crew.map(outer) { $0 }.reduce(0, +) }
      #expect(sums == (0..<20).map { $0 * ($0 - 1) / 2 })
    }
  }

  @Test func `threads that have rested work again`() {
    let starts = Mutex(0)
    let crew = Crew(threads: 2) { job in
      starts.withLock { $0 += 1 }
      return Helper.start(job)
    }
    let lists = 200
    for _ in 0..<lists { #expect(crew.map(4) { $0 } == [0, 1, 2, 3]) }
    #expect(starts.withLock { $0 } < lists)
  }

  @Test func `one crew serves several callers`() {
    let outer = Crew(threads: 4)
    let shared = Crew(threads: 2)
    let sums = outer.map(8) { caller in shared.map(50) { $0 * caller }.reduce(0, +) }
    #expect(sums == (0..<8).map { 1225 * $0 })
  }

  @Test func `does every job once`() {
    let counts = Mutex([Int](repeating: 0, count: 500))
    _ = Crew(threads: 4).map(500) { index in counts.withLock { $0[index] += 1 } }
    #expect(counts.withLock { $0 }.allSatisfy { $0 == 1 })
  }
}
