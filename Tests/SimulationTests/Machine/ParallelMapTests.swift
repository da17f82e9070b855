import Simulation
import Testing

struct ParallelMapTests {
  private struct Failure: Error, Equatable {
    let index: Int
  }

  @Test(arguments: [0, 1, 7, 100], [0, 1, 2, 3, 16])
  func `keeps the order`(count: Int, threads: Int) {
    let squares = parallelMap(count: count, threads: threads) { $0 * $0 }
    #expect(squares == (0..<count).map { $0 * $0 })
  }

  @Test(arguments: [1, 2, 5])
  func `throws the error of the lowest index`(threads: Int) {
    #expect(throws: Failure(index: 3)) {
      try parallelMap(count: 20, threads: threads) { index -> Int in
        if index >= 3 { throw Failure(index: index) }
        return index
      }
    }
  }

  @Test func `carries results of any kind`() {
    let texts = parallelMap(count: 5, threads: 2) { String(repeating: "x", count: $0) }
    #expect(texts == ["", "x", "xx", "xxx", "xxxx"])
    let optionals = parallelMap(count: 4, threads: 2) { $0.isMultiple(of: 2) ? $0 : nil }
    #expect(optionals == [0, nil, 2, nil])
  }
}
