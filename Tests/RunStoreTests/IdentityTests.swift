import RunRecord
import Testing
import TinyStudy

@testable import RunStore

extension StoringTests {
  @Test func aRunIsFoundByItsIdentity() throws {
    try withPath { path in
      let store = try RunStore(path: path)
      try store.save(TinyStudy.run(id: "a"), createdAt: "1", identity: "one")
      try store.save(TinyStudy.run(id: "b"), createdAt: "2", identity: "two")
      try store.save(TinyStudy.run(id: "c"), createdAt: "3")
      #expect(try store.run(identity: "three", usedAt: "9") == nil)
      #expect(try store.run(identity: "one", usedAt: "4") == TinyStudy.run(id: "a"))
      #expect(try store.latest()?.run.id == "a")
      try store.delete(id: "a")
      #expect(try store.run(identity: "one", usedAt: "5") == nil)
      // Of runs with one id, the last holds.
      try store.save(TinyStudy.run(id: "b"), createdAt: "6", identity: "four")
      #expect(try store.run(identity: "two", usedAt: "7") == nil)
      #expect(try store.run(identity: "four", usedAt: "8")?.run.id == "b")
      try store.save(TinyStudy.run(id: "b"), createdAt: "9")
      #expect(try store.run(identity: "four", usedAt: "10") == nil)
    }
  }
}
