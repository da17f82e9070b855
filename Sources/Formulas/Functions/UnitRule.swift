/// The rule for the units of a function's arguments and result.
package enum UnitRule: String, Sendable, CaseIterable {
  case plain = "plain numbers give a plain number"
  case same = "all arguments in the same unit, which is that of the result"
  case choice =
    "the condition is a plain number; both branches in the same unit, which is that of the result"
  case squareRoot = "the result's unit is the square root of the argument's"
  case unchanged = "the result is in the unit of its first argument"
  case timesYear = "the result is in the argument's unit times year"
  case trend = "the argument is a series in any unit; the result is one over a year"
  case sCurve =
    "floor and ceiling in the same unit, which is that of the result; midpoint and span plain numbers"
  case ratio = "all arguments in the same unit; the result is a plain number"
  case rates =
    "p and q in the same unit, t in one over that unit; the result is a plain number"
}
