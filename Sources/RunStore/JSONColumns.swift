import Foundation

/// A list of JSON values by columns: what stands at one place of values that are alike comes one
/// behind the other.
///
/// Records of companies say much the same with other numbers, thousands of bytes apart. Compression
/// looks back no farther than 32 KiB (RFC 1951) and finds little in them as they stand; of columns it
/// leaves less than half.
///
/// A place is the list itself, a key of the objects at a place, or the elements of the arrays at a
/// place. A column has a line for each value: a scalar as it stands; `{` and the keys of an object,
/// separated by commas; `[` and the number of elements of an array. Columns are in the order in which
/// their places first come up, with an empty line between two. The first line is `,` where the list
/// goes on from values before it, and empty otherwise.
///
/// No value is read or changed: the text comes back byte for byte.
enum JSONColumns {
  /// So deep a value may lie; records of runs are a fourth of it.
  static let depthLimit = 64

  /// The columns of a text; nil where it isn't a list of values without white space between tokens.
  static func split(_ text: Data) -> Data? {
    text.withUnsafeBytes { bytes in
      var splitter = ColumnSplitter(text: bytes)
      return splitter.split()
    }
  }

  /// The text of columns; nil where these aren't what `split` makes.
  static func join(_ columns: Data) -> Data? {
    columns.withUnsafeBytes { bytes in
      guard var joiner = ColumnJoiner(bytes) else { return nil }
      return joiner.join()
    }
  }
}

private let newline = UInt8(ascii: "\n")
private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
private let openBracket = UInt8(ascii: "[")
private let closeBracket = UInt8(ascii: "]")
private let colon = UInt8(ascii: ":")

/// The end of the string that begins at a place; nil where it doesn't end, or runs over a line.
private func endOfString(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
  var index = start + 1
  while index < bytes.count {
    switch bytes[index] {
    case quote: return index + 1
    case newline: return nil
    case UInt8(ascii: "\\"):
      guard index + 1 < bytes.count, bytes[index + 1] != newline else { return nil }
      index += 2
    default: index += 1
    }
  }
  return nil
}

/// Places and what lies below them: keys, or elements.
private struct ColumnTree {
  struct Child {
    let key: Range<Int>
    let column: Int
  }

  /// Of each column the keys below it, in the order in which they came up.
  private(set) var keys: [[Child]] = [[]]
  /// Of each column that of its elements.
  private(set) var elements: [Int?] = [nil]

  var count: Int { keys.count }

  /// The column below one for a key, which most likely is the one at `hint`.
  mutating func column(
    below column: Int, key: Range<Int>, hint: Int, in bytes: UnsafeRawBufferPointer
  ) -> Int {
    let wanted = bytes[key]
    func isKey(_ child: Child) -> Bool {
      child.key.count == key.count && bytes[child.key].elementsEqual(wanted)
    }
    if keys[column].indices.contains(hint), isKey(keys[column][hint]) {
      return keys[column][hint].column
    }
    if let known = keys[column].first(where: isKey) { return known.column }
    keys[column].append(Child(key: key, column: count))
    return add()
  }

  /// The column of the elements below one.
  mutating func elements(below column: Int) -> Int {
    if let known = elements[column] { return known }
    elements[column] = count
    return add()
  }

  private mutating func add() -> Int {
    keys.append([])
    elements.append(nil)
    return count - 1
  }
}

/// Writes the columns of a text.
private struct ColumnSplitter {
  let text: UnsafeRawBufferPointer
  private var position = 0
  private var tree = ColumnTree()
  private var columns: [[UInt8]] = [[]]

  init(text: UnsafeRawBufferPointer) { self.text = text }

  mutating func split() -> Data? {
    var goesOn = false
    if next == comma {
      goesOn = true
      position += 1
    }
    while true {
      guard value(in: 0, depth: 0) else { return nil }
      guard position < text.count else { break }
      guard take(comma) else { return nil }
    }
    var whole: [UInt8] = []
    whole.reserveCapacity(columns.reduce(columns.count + 2) { $0 + $1.count })
    if goesOn { whole.append(comma) }
    whole.append(newline)
    for (index, column) in columns.enumerated() {
      if index > 0 { whole.append(newline) }
      whole.append(contentsOf: column)
    }
    return Data(whole)
  }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func write(_ range: Range<Int>, in column: Int) {
    columns[column].append(contentsOf: UnsafeRawBufferPointer(rebasing: text[range]))
    columns[column].append(newline)
  }

  /// The column, which there is from now on.
  private mutating func made(_ column: Int) -> Int {
    if column == columns.count { columns.append([]) }
    return column
  }

  private mutating func value(in column: Int, depth: Int) -> Bool {
    guard depth < JSONColumns.depthLimit, let first = next else { return false }
    switch first {
    case openBrace: return object(in: column, depth: depth)
    case openBracket: return array(in: column, depth: depth)
    case quote:
      guard let end = endOfString(text, from: position) else { return false }
      write(position..<end, in: column)
      position = end
      return true
    default:
      let start = position
      while let byte = next, byte != comma, byte != closeBrace, byte != closeBracket {
        // Numbers, true, false and null; nothing else may stand in a line of its own.
        guard byte > UInt8(ascii: " "), byte != quote, byte != openBrace, byte != openBracket
        else { return false }
        position += 1
      }
      guard position > start else { return false }
      write(start..<position, in: column)
      return true
    }
  }

  private mutating func object(in column: Int, depth: Int) -> Bool {
    position += 1
    var line: [UInt8] = [openBrace]
    var members = 0
    if !take(closeBrace) {
      while true {
        guard next == quote, let end = endOfString(text, from: position) else { return false }
        let key = position..<end
        if members > 0 { line.append(comma) }
        line.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[key]))
        position = end
        guard take(colon) else { return false }
        let below = made(tree.column(below: column, key: key, hint: members, in: text))
        guard value(in: below, depth: depth + 1) else { return false }
        members += 1
        if take(closeBrace) { break }
        guard take(comma) else { return false }
      }
    }
    line.append(newline)
    columns[column].append(contentsOf: line)
    return true
  }

  private mutating func array(in column: Int, depth: Int) -> Bool {
    position += 1
    var count = 0
    if !take(closeBracket) {
      let below = made(tree.elements(below: column))
      while true {
        guard value(in: below, depth: depth + 1) else { return false }
        count += 1
        if take(closeBracket) { break }
        guard take(comma) else { return false }
      }
    }
    columns[column].append(contentsOf: "[\(count)\n".utf8)
    return true
  }
}

/// Reads a text from its columns.
private struct ColumnJoiner {
  private let bytes: UnsafeRawBufferPointer
  private let goesOn: Bool
  private var tree = ColumnTree()
  /// Of each column where its next line begins, and where it ends.
  private var columns: [Range<Int>] = []
  private var text: [UInt8] = []

  init?(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    guard let first = bytes.firstIndex(of: newline),
      first == 0 || first == 1 && bytes[0] == comma
    else { return nil }
    goesOn = first == 1
    var start = first + 1
    for index in bytes.indices.dropFirst(start + 1)
    where bytes[index] == newline && bytes[index - 1] == newline {
      columns.append(start..<index)
      start = index + 1
    }
    guard start < bytes.count, bytes[bytes.count - 1] == newline else { return nil }
    columns.append(start..<bytes.count)
  }

  mutating func join() -> Data? {
    text.reserveCapacity(bytes.count + bytes.count / 2)
    if goesOn { text.append(comma) }
    var isFirst = true
    while !columns[0].isEmpty {
      if !isFirst { text.append(comma) }
      isFirst = false
      guard value(in: 0, depth: 0) else { return nil }
    }
    // Every column there is has been read to its end.
    guard tree.count == columns.count, columns.allSatisfy(\.isEmpty) else { return nil }
    return Data(text)
  }

  private mutating func line(of column: Int) -> Range<Int>? {
    guard columns.indices.contains(column) else { return nil }
    let left = columns[column]
    guard let end = bytes[left].firstIndex(of: newline) else { return nil }
    columns[column] = end + 1..<left.upperBound
    return left.lowerBound..<end
  }

  private mutating func value(in column: Int, depth: Int) -> Bool {
    guard depth < JSONColumns.depthLimit, let line = line(of: column), !line.isEmpty else {
      return false
    }
    switch bytes[line.lowerBound] {
    case openBrace: return object(line, in: column, depth: depth)
    case openBracket: return array(line, in: column, depth: depth)
    default:
      text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[line]))
      return true
    }
  }

  private mutating func object(_ line: Range<Int>, in column: Int, depth: Int) -> Bool {
    text.append(openBrace)
    var position = line.lowerBound + 1
    var members = 0
    while position < line.upperBound {
      if members > 0 {
        guard bytes[position] == comma else { return false }
        text.append(comma)
        position += 1
      }
      guard position < line.upperBound, bytes[position] == quote,
        let end = endOfString(bytes, from: position), end <= line.upperBound
      else { return false }
      text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
      text.append(colon)
      let below = tree.column(below: column, key: position..<end, hint: members, in: bytes)
      guard value(in: below, depth: depth + 1) else { return false }
      position = end
      members += 1
    }
    text.append(closeBrace)
    return true
  }

  private mutating func array(_ line: Range<Int>, in column: Int, depth: Int) -> Bool {
    let digits = bytes[(line.lowerBound + 1)..<line.upperBound]
    guard let count = Int(String(decoding: digits, as: UTF8.self)), count >= 0 else { return false }
    text.append(openBracket)
    if count > 0 {
      let below = tree.elements(below: column)
      for index in 0..<count {
        if index > 0 { text.append(comma) }
        guard value(in: below, depth: depth + 1) else { return false }
      }
    }
    text.append(closeBracket)
    return true
  }
}
