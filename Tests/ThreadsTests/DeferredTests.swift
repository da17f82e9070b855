import Synchronization
import Testing
import Threads

struct DeferredTests {
  @Test func `is made once, whoever asks and how often`() {
    let count = Mutex(0)
    let deferred = Deferred {
      count.withLock {
        $0 += 1
        return $0
      }
    }
    let found = Crew(threads: 4).map(40) { _ in deferred.value }
    #expect(found == [Int](repeating: 1, count: 40))
    #expect(count.withLock { $0 } == 1)
  }

  @Test func `is not made before somebody asks`() {
    let count = Mutex(0)
    let deferred = Deferred { count.withLock { $0 += 1 } }
    #expect(count.withLock { $0 } == 0)
    deferred.value
    #expect(count.withLock { $0 } == 1)
  }
}
