import Foundation
import GRDB
import Hashing
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

@Suite struct RunArchiveTests {
  private let tests = StoringTests()

  /// The tiny study's run with its companies over and over, under other names.
  private func run(companies count: Int) -> RunRecord {
    var run = TinyStudy.run
    run.companies = (0..<count).map { index in
      var company = TinyStudy.run.companies[index % TinyStudy.run.companies.count]
      company.id += "-\(index)"
      return company
    }
    return run
  }

  // Thirty-two companies make a part: none, some, all of one, one more, several.
  @Test(arguments: [0, 1, 4, 32, 33, 100])
  func theJSONIsThatOfOneLine(companies: Int) throws {
    let run = run(companies: companies)
    let archive = try RunArchive(run)
    let json = try #require(archive.json)
    #expect(try String(decoding: json, as: UTF8.self) == RunCoder.encode(run, isPretty: false))
    #expect(try archive.run() == run)
    #expect(archive.sha256 == SHA256.hex(json))
    let bytes = archive.parts.reduce(Data()) { $0 + $1.deflated.bytes }
    #expect(archive.digest == SHA256.hex(bytes))
    #expect(archive.parts.dropFirst().dropLast().allSatisfy { $0.form == .columns })
  }

  // A part is made of fewer companies where these have many paths: 40 paths each, 128 a part.
  @Test func manyPathsMakeMoreParts() throws {
    var run = run(companies: 9)
    for index in run.companies.indices {
      let assessed = try #require(
        TinyStudy.run.companies.flatMap(\.paths).first { $0.results != nil })
      run.companies[index].paths = Array(repeating: assessed, count: 40)
    }
    let archive = try RunArchive(run)
    #expect(archive.parts.count == 2 + 3)
    #expect(try archive.run() == run)
  }

  // Parts were text until migration 008.
  @Test func partsOfAnEarlierStoreAreRead() throws {
    try tests.withPath { path in
      let store = try RunStore(path: path)
      let run = TinyStudy.run
      try store.save(run, createdAt: "1")
      let archive = try RunArchive(run)
      try store.queue.write { db in
        for (position, part) in archive.parts.enumerated() {
          let text = Deflated(try #require(part.plain))
          try db.execute(
            sql: "UPDATE run_part SET length = ?, document = ?, form = 'text' WHERE position = ?",
            arguments: [text.length, text.bytes, position])
        }
        // Their hash was that of the document.
        try db.execute(
          sql: "UPDATE run_digest SET sha256 = ?, of = 'document'", arguments: [archive.sha256])
      }
      #expect(try store.run(id: run.run.id) == run)
      try store.queue.write { try $0.execute(sql: "UPDATE run_part SET form = 'rows'") }
      #expect(throws: RunStoreError.self) { try store.run(id: run.run.id) }
    }
  }

  // RFC 1950, by zlib itself as Python has it: zlib.compress(b"", 4) and zlib.compress(b"a" * 100, 4).
  @Test func readsWhatOthersCompressed() {
    let empty = Data([0x78, 0x5E, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01])
    #expect(Deflated(bytes: empty, length: 0).plain == Data())
    let many = Data([0x78, 0x5E, 0x4B, 0x4C, 0xA4, 0x3D, 0x00, 0x00, 0x7A, 0x47, 0x25, 0xE5])
    #expect(Deflated(bytes: many, length: 100).plain == Data(repeating: 0x61, count: 100))
    #expect(Deflated(Data()).plain == Data())
  }

  @Test func refusesWhatIsDamaged() throws {
    let whole = Deflated(Data("what was stored".utf8))
    #expect(whole.plain == Data("what was stored".utf8))
    #expect(Deflated(bytes: whole.bytes.dropLast(), length: whole.length).plain == nil)
    #expect(Deflated(bytes: whole.bytes, length: whole.length - 1).plain == nil)
    #expect(Deflated(bytes: whole.bytes, length: whole.length + 1).plain == nil)
    #expect(Deflated(bytes: whole.bytes, length: -1).plain == nil)
    #expect(Deflated(bytes: whole.bytes, length: 1 << 60).plain == nil)
  }

  // Documents were text in a table of their own until migration 007.
  @Test func aDocumentOfAnEarlierStoreIsRead() throws {
    try tests.withPath { path in
      let store = try RunStore(path: path)
      try store.save(TinyStudy.run, createdAt: "1")
      let json = try RunCoder.encode(TinyStudy.run, isPretty: false)
      try store.queue.write { db in
        try db.execute(sql: "DELETE FROM run_part")
        try db.execute(
          sql: "INSERT INTO run_document VALUES (?, ?)", arguments: [TinyStudy.run.run.id, json])
        try db.execute(
          sql: "UPDATE run_digest SET sha256 = ?, of = 'document'",
          arguments: [SHA256.hex(json)])
      }
      #expect(try store.run(id: TinyStudy.run.run.id) == TinyStudy.run)
    }
  }
}
