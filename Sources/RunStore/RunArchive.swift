import Foundation
import Hashing
import RunRecord
import Threads

/// A run as the store keeps it: its JSON in compressed parts, byte for byte that of
/// `RunCoder.encode` in one line.
///
/// A few companies make a part, so that none is large, and several are made side by side.
struct RunArchive: Sendable {
  /// The parts; those in the middle are companies.
  var parts: [RunPart]

  /// So many companies make a part: of twice as many compression would leave a twentieth less.
  private static let companiesEach = 32
  /// Fewer do that are assessed on so many paths together: a part is there several times over while it
  /// is made, and a path is a hundred thousand bytes.
  private static let pathsEach = 128

  /// The companies of each part.
  private static func pieces(of companies: [CompanyRecord]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var (start, paths) = (0, 0)
    for (index, company) in companies.enumerated() {
      paths += company.paths.count { $0.results != nil }
      if index + 1 == companies.count || index + 1 - start == companiesEach || paths >= pathsEach {
        pieces.append(start..<index + 1)
        (start, paths) = (index + 1, 0)
      }
    }
    return pieces
  }

  /// Takes parts that were read.
  init(parts: [RunPart]) { self.parts = parts }

  /// Encodes and compresses a run.
  ///
  /// - Throws: `NumberNotFinite` with its place.
  init(_ run: RunRecord) throws {
    var frame = run
    frame.companies = []
    let json = try RunCoder.encode(frame, isPretty: false)
    guard let place = RunCoder.endOfKey("companies", in: json), json[place...].hasPrefix("[]")
    else {
      parts = [RunPart(text: Data(try RunCoder.encode(run, isPretty: false).utf8))]
      return
    }
    let inner = json.utf8.index(after: place)
    let companies = run.companies
    let pieces = Self.pieces(of: companies)
    let middle = try Self.crew.map(pieces.count) { part in
      let some = companies[pieces[part]]
      var text = Data(part == 0 ? "".utf8 : ",".utf8)
      for (index, company) in some.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        text.append(contentsOf: try RunCoder.line(company))
      }
      return RunPart(values: text)
    }
    parts =
      [RunPart(text: Data(json.utf8[..<inner]))] + middle
      + [RunPart(text: Data(json.utf8[inner...]))]
  }

  /// The JSON of the whole run; nil where a part is damaged.
  var json: Data? {
    var json = Data()
    for part in parts {
      guard let plain = part.plain else { return nil }
      json.append(plain)
    }
    return json
  }

  /// The SHA-256 of the parts as they are kept, one behind the other, in lower-case hexadecimal.
  var digest: String {
    var hash = SHA256()
    for part in parts { hash.absorb(part.deflated.bytes) }
    return hash.hex
  }

  /// The SHA-256 of the JSON in lower-case hexadecimal; nil where a part is damaged.
  var sha256: String? {
    var hash = SHA256()
    for part in parts {
      guard let plain = part.plain else { return nil }
      hash.absorb(plain)
    }
    return hash.hex
  }

  /// The run; companies are decoded a part at a time, so that their JSON is never there as a whole.
  ///
  /// - Throws: `DecodingError` where the JSON isn't a run's.
  func run() throws -> RunRecord {
    guard parts.count > 2, let head = parts.first, let tail = parts.last,
      let frame = RunArchive(parts: [head, tail]).json
    else { return try RunCoder.decode(RunRecord.self, from: whole()) }
    var run = try RunCoder.decode(RunRecord.self, from: frame)
    let middle = parts[1..<parts.count - 1]
    run.companies = try Self.crew.map(middle.count) { index in
      guard let plain = middle[middle.startIndex + index].plain else { throw Self.damaged }
      let inner = index == 0 ? plain[...] : plain.dropFirst()
      return try RunCoder.decode(
        [CompanyRecord].self, from: Data("[".utf8) + inner + Data("]".utf8))
    }.flatMap { $0 }
    return run
  }

  private func whole() throws -> Data {
    guard let json else { throw Self.damaged }
    return json
  }

  static var damaged: DecodingError {
    DecodingError.dataCorrupted(
      DecodingError.Context(codingPath: [], debugDescription: "a part can't be decompressed"))
  }

  private static let crew = Crew(threads: ProcessInfo.processInfo.activeProcessorCount)
}
