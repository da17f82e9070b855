/// A table for programs: keys and plain values, as CSV or JSON.
struct DataTable {
  /// What a cell holds.
  enum Cell: Equatable {
    case text(String)
    case number(Double)
    case flag(Bool)
    case empty

    init(_ text: String?) {
      self = text.map(Cell.text) ?? .empty
    }

    init(_ number: Int) {
      self = .number(Double(number))
    }

    init(_ number: Double?) {
      self = number.map(Cell.number) ?? .empty
    }

    /// The cell as plain text.
    var plain: String {
      switch self {
      case .text(let text): text
      case .number(let value): PlainNumber.text(value)
      case .flag(let isTrue): isTrue ? "true" : "false"
      case .empty: ""
      }
    }
  }

  var keys: [String]
  var rows: [[Cell]]

  init(_ keys: [String], rows: [[Cell]]) {
    self.keys = keys
    self.rows = rows
  }
}

/// Numbers for programs.
enum PlainNumber {
  /// A number with all its digits, whole numbers without a point.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
