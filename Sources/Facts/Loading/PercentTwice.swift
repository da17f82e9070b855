package import Diagnostics
package import Documents
package import Units

extension UnitRegistry {
  /// The name in a unit's text that stands for a part of a plain number, as `percent` does; nil
  /// where there is none.
  package func hundredth(in unit: String) -> String? {
    UnitText.names(in: unit).first { name in
      (try? parse(name)).map { $0.dimension.isNone && $0.scale < 1 } ?? false
    }
  }
}

extension YAMLNode {
  /// The mistake of a per cent sign in a unit that is a part of a plain number already: nobody can
  /// say whether 40 % or 0.4 % is meant.
  package func percentTwice(_ text: String, _ unit: String) -> Diagnostic {
    diagnostic(
      "\"\(text)\" in the unit \"\(unit)\" says per cent twice",
      help: "leave out the %, or write the unit \"1\" in place of \(unit)")
  }
}
