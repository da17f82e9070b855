/// Digits that commas part in threes, as print has them: `120,000,000`.
///
/// Files take commas for what parts entries and arguments.
enum GroupedDigits {
  /// The first number that is written so, with its place in Unicode scalars; nil where none is.
  static func first(in text: String) -> (text: String, offset: Int)? {
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
    }
    var start = 0
    while start < scalars.count {
      guard isDigit(start) else {
        start += 1
        continue
      }
      var end = start
      while isDigit(end) { end += 1 }
      let first = end
      while end - start <= 15, first - start <= 3, end < scalars.count, scalars[end] == ",",
        isDigit(end + 1), isDigit(end + 2), isDigit(end + 3), !isDigit(end + 4)
      {
        end += 4
      }
      if end > first {
        return (String(String.UnicodeScalarView(scalars[start..<end])), start)
      }
      start = end
    }
    return nil
  }

  /// The number of a line that a key of three digits is part of, by the key's column.
  static func parted(_ key: String, at column: Int, in line: String) -> String? {
    guard key.utf8.count == 3, key.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    // Longer numbers than these nobody types.
    let near = Array(line.unicodeScalars.dropFirst(max(0, column - 25)).prefix(50))
    let key = min(column - 1, 24)
    guard near.indices.contains(key) else { return nil }
    let before = near[..<key].lastIndex { $0 != "," && !("0"..."9").contains($0) }
    let start = before.map { $0 + 1 } ?? 0
    let text = String(String.UnicodeScalarView(near[start...]))
    return first(in: text).flatMap { found in
      (start + found.offset + 1..<start + found.offset + found.text.utf8.count).contains(key)
        ? found.text : nil
    }
  }

  /// What to write instead: `write 120000000 or 120M`.
  static func help(for text: String) -> String {
    let digits = text.filter { $0 != "," }
    for (zeros, mark) in [("000000000", "B"), ("000000", "M"), ("000", "k")]
    where digits.hasSuffix(zeros) && digits.count > zeros.count {
      return "write \(digits) or \(digits.dropLast(zeros.count))\(mark)"
    }
    return "write \(digits)"
  }
}
