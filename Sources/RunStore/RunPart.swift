import Foundation

/// A part of a stored run: some of its JSON, compressed.
struct RunPart: Hashable, Sendable {
  /// How the JSON was brought into bytes before they were compressed.
  enum Form: String, Sendable {
    /// As it is.
    case text
    /// As `JSONColumns`.
    case columns
  }

  /// How the JSON was brought into bytes.
  var form: Form
  /// The bytes.
  var deflated: Deflated

  /// Takes what was read.
  init(form: Form, deflated: Deflated) {
    self.form = form
    self.deflated = deflated
  }

  /// Compresses any text.
  init(text: Data) { self.init(form: .text, deflated: Deflated(text)) }

  /// Compresses a list of JSON values, by columns where these give them back byte for byte.
  init(values: Data) {
    if let columns = JSONColumns.split(values), JSONColumns.join(columns) == values {
      self.init(form: .columns, deflated: Deflated(columns))
    } else {
      self.init(text: values)
    }
  }

  /// The JSON; nil where the part is damaged.
  var plain: Data? {
    switch form {
    case .text: deflated.plain
    case .columns: deflated.plain.flatMap(JSONColumns.join)
    }
  }
}
