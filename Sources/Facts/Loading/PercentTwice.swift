package import Diagnostics
package import Documents
package import Units

// Per cent signs where nobody can say what they mean.

extension UnitRegistry {
  /// The name in a unit's text that stands for a part of a plain number, as `percent` does; nil
  /// where there is none.
  package func hundredth(in unit: String) -> String? {
    UnitText.names(in: unit).first { name in
      (try? parse(name)).map { $0.dimension.isNone && $0.scale < 1 } ?? false
    }
  }
}

extension UnitExpression {
  /// True of plain numbers and of plain numbers a year: of anything else per cent are of something that nobody
  /// names.
  package var takesPercent: Bool {
    dimension.isNone || (dimension * .base("year")).isNone
  }
}

extension YAMLNode {
  /// The mistake of a per cent sign in a unit that isn't of plain numbers, since nobody says of which amount.
  package func percentOfAmount(_ text: String, _ unit: String) -> Diagnostic {
    diagnostic(
      "\"\(text)\" in the unit \"\(unit)\" is per cent of something that isn't named",
      help: "write the amount in \(unit)")
  }

  /// The mistake of a per cent sign in a unit that is a part of a plain number already: nobody can
  /// say whether 40 % or 0.4 % is meant.
  package func percentTwice(_ text: String, _ unit: String) -> Diagnostic {
    diagnostic(
      "\"\(text)\" in the unit \"\(unit)\" says per cent twice",
      help: "leave out the %, or write the unit \"1\" in place of \(unit)")
  }
}
