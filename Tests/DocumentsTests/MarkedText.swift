/// Text with a mark where a mistake must be found.
struct MarkedText {
  /// The text without the mark.
  var text: String
  /// The line of the mark, from 1.
  var line: Int
  /// The column of the mark, from 1, in Unicode scalars.
  var column: Int

  /// Takes text with one 1️⃣ in it.
  init(_ marked: String) {
    let mark = Array("1️⃣".unicodeScalars)
    let scalars = Array(marked.unicodeScalars)
    var kept = String.UnicodeScalarView()
    (line, column) = (0, 0)
    var here = (line: 1, column: 1)
    var index = 0
    while index < scalars.count {
      if scalars[index...].starts(with: mark) {
        (line, column) = here
        index += mark.count
        continue
      }
      kept.append(scalars[index])
      here = scalars[index] == "\n" ? (here.line + 1, 1) : (here.line, here.column + 1)
      index += 1
    }
    text = String(kept)
  }
}
