import Diagnostics
import Formulas
import Testing
import Units

/// Models with mistakes, and everything that is printed about them.
@Suite struct MistakeTests {
  static let mistakes: [(model: String, printed: String)] = [
    (
      "input hospitals [hospital]\nx [hospital] = hospitls * 2 + hospitls",
      """
      model:2:16: error: unknown name "hospitls"
       2 | x [hospital] = hospitls * 2 + hospitls
         |                ^
        help: did you mean "hospitals"?
      """
    ),
    (
      "x [1] = revenue",
      """
      model:1:9: error: unknown name "revenue"
       1 | x [1] = revenue
         |         ^
        help: declare it among the inputs or variables
      """
    ),
    (
      "input cash [CNY]\ninput revenue [CNY/year]\nx [CNY] = cash + revenue",
      """
      model:3:16: error: "+" needs the same unit on both sides: "cash" is in [CNY], "revenue" is in [CNY/year]
       3 | x [CNY] = cash + revenue
         |                ^
        help: multiply "revenue" by step
      """
    ),
    (
      "input cash [CNY]\ninput fee [CNY/month]\nx [CNY/year] = fee - cash * 2",
      """
      model:3:20: error: "-" needs the same unit on both sides: "fee" is in [CNY/month], that is [CNY/year], "cash * 2" is in [CNY]
       3 | x [CNY/year] = fee - cash * 2
         |                    ^
        help: divide "cash * 2" by step
      """
    ),
    (
      "input a [CNY]\ninput b [USD]\nx [1] = if(a < b, 1, 0)",
      """
      model:3:14: error: "<" needs the same unit on both sides: "a" is in [CNY], "b" is in [USD]
       3 | x [1] = if(a < b, 1, 0)
         |              ^
      """
    ),
    (
      "input records [record]\nx [record] = max(0, records)",
      """
      model:2:14: error: "max" needs the same unit in all its arguments: "0" is in [1], "records" is in [record]
       2 | x [record] = max(0, records)
         |              ^
        help: write 0 [record]
      """
    ),
    (
      "input users [user]\nx [user/year] = users",
      """
      model:2:17: error: the formula of "x" gives [user], but it is declared in [user/year]
       2 | x [user/year] = users
         |                 ^
        help: divide it by step
      """
    ),
    (
      "input sold [device/year]\nstock [device] := 0 [device] ; previous + sold",
      """
      model:2:41: error: "+" needs the same unit on both sides: "previous" is in [device], "sold" is in [device/year]
       2 | stock [device] := 0 [device] ; previous + sold
         |                                         ^
        help: multiply "sold" by step
      """
    ),
    (
      "stock [device/month] := 0 ; previous",
      """
      model:1:25: error: the start of "stock" gives [1], but it is declared in [device/month], that is [device/year]
       1 | stock [device/month] := 0 ; previous
         |                         ^
      """
    ),
    (
      "input a [CNY]\nx [1] = exp(a) + ln(2)",
      """
      model:2:9: error: "exp" needs plain numbers, but "a" is in [CNY]
       2 | x [1] = exp(a) + ln(2)
         |         ^
        help: divide it by a quantity in [CNY]
      """
    ),
    (
      "input a [CNY]\nx [1] = if(a, 1, 0)",
      """
      model:2:9: error: "if" needs a condition, but "a" is in [CNY]
       2 | x [1] = if(a, 1, 0)
         |         ^
        help: compare it with something, e.g. > 0 [unit]
      """
    ),
    (
      "input a [CNY]\nx [CNY] = sqrt(a)",
      """
      model:2:11: error: [CNY] has no square root: "a" is in [CNY]
       2 | x [CNY] = sqrt(a)
         |           ^
      """
    ),
    (
      "input a [CNY]\ninput n [1]\nx [CNY] = a ^ n",
      """
      model:3:13: error: only a plain number can be raised to such a power, but "a" is in [CNY]
       3 | x [CNY] = a ^ n
         |             ^
        help: a quantity with a unit takes an integer power that is written out, as in x ^ 2
      """
    ),
    (
      "input a [CNY]\nx [1] = 2 ^ a",
      """
      model:2:11: error: the exponent must be a plain number, but "a" is in [CNY]
       2 | x [1] = 2 ^ a
         |           ^
      """
    ),
    (
      "x [1] = bass(0.03, 0.38, 2 [year])",
      """
      model:1:9: error: "bass" needs t in one over the unit of p and q: "0.03" is in [1], "2 [year]" is in [year]
       1 | x [1] = bass(0.03, 0.38, 2 [year])
         |         ^
      """
    ),
    (
      "x [CNY] = 2 [CYN]",
      """
      model:1:14: error: unknown unit "CYN"
       1 | x [CNY] = 2 [CYN]
         |              ^
        help: did you mean "CNY"?
      """
    ),
    (
      "x [1] = at(year, 2035)",
      """
      model:1:18: error: 2035 is outside the horizon, which is 2025 to 2030
       1 | x [1] = at(year, 2035)
         |                  ^
      """
    ),
    (
      "x [1] = at(year, year - 1)",
      """
      model:1:18: error: the year of "at" must be written as a number
       1 | x [1] = at(year, year - 1)
         |                  ^
        help: write e.g. at(x, 2025)
      """
    ),
    (
      "x [1] = previous * 2",
      """
      model:1:9: error: "previous" alone only means something in the "next" of a stock
       1 | x [1] = previous * 2
         |         ^
        help: write previous(x) for the value of x a year earlier
      """
    ),
    (
      "x [1] := 1 ; previous(previous)",
      """
      model:1:23: error: "previous" alone can't stand inside previous(…), cumulative(…) or at(…)
       1 | x [1] := 1 ; previous(previous)
         |                       ^
      """
    ),
    (
      "c [1] = a\nb [1] = c\na [1] = b + 1",
      """
      model:1:9: error: "c" needs its own value: c → a → b → c
       1 | c [1] = a
         |         ^
        help: c reads a at model:1:9
              a reads b at model:3:9
              b reads c at model:2:9
              read one of them a year earlier with previous(…), or make it a stock
      """
    ),
    (
      "x [1] = x + 1",
      """
      model:1:9: error: "x" needs its own value: x → x
       1 | x [1] = x + 1
         |         ^
        help: x reads x at model:1:9
              read one of them a year earlier with previous(…), or make it a stock
      """
    ),
    (
      "x [1] = previous(x) * 2",
      """
      model:1:18: error: "x" needs its own value in the first year: x → x
       1 | x [1] = previous(x) * 2
         |                  ^
        help: x reads x at model:1:18
              in the first year previous(x) is x in that year; say what it is then with previous(x, \
      first), or make it a stock with start and next
      """
    ),
    (
      // Through a later year: a needs b in 2030, which needs a in 2030, which is b in 2030.
      "a [1] = at(b, 2030)\nb [1] := 1 ; previous + a",
      """
      model:1:12: error: "a" needs its own value: a → b → a
       1 | a [1] = at(b, 2030)
         |            ^
        help: a reads b at model:1:12
              b reads a at model:2:25
              read one of them a year earlier with previous(…), or make it a stock
      """
    ),
    (
      "input price [1]\nprice [1] = 2\nmax [1] = 3\nX [1] = 4\nyear [1] = 5",
      """
      model:2:1: error: the name "price" is declared twice
       2 | price [1] = 2
         | ^
      model:3:1: error: "max" is a word of the language and can't be a name
       3 | max [1] = 3
         | ^
        help: choose another name, e.g. max_value
      model:4:1: error: "X" can't be a name
       4 | X [1] = 4
         | ^
        help: names are in snake_case: the letters a-z, digits and "_", a letter first
      model:5:1: error: "year" is a word of the language and can't be a name
       5 | year [1] = 5
         | ^
        help: choose another name, e.g. year_value
      """
    ),
    (
      "revenue [CNY] = 1 [CNY]\noutput revenue [CNY] = revenue * 2\noutput cost [CNY] = 0 [CNY]\noutput cost [CNY] = 0 [CNY]",
      """
      model:2:1: error: the output "revenue" has the name of a variable, but is something else
       2 | output revenue [CNY] = revenue * 2
         | ^
        help: write "revenue: revenue", or give one of them another name
      model:4:1: error: the name "cost" is declared twice
       4 | output cost [CNY] = 0 [CNY]
         | ^
      """
    ),
    (
      "revenue [CNY] = 1 [CNY]\noutput revenue [CNY/year] = revenue",
      """
      model:2:1: error: the output "revenue" should be in [CNY/year], but the variable is in [CNY]
       2 | output revenue [CNY/year] = revenue
         | ^
      """
    ),
    (
      // All mistakes at once, by place; a part that is a mistake already fits with everything.
      "input a [CNY]\nx [CNY] = (a + 1) * (b + 2 [user])\ny [1] = x +\nz [CNY] = x + 1 [USD]\nw [1] = w",
      """
      model:2:14: error: "+" needs the same unit on both sides: "a" is in [CNY], "1" is in [1]
       2 | x [CNY] = (a + 1) * (b + 2 [user])
         |              ^
        help: write 1 [CNY]
      model:2:22: error: unknown name "b"
       2 | x [CNY] = (a + 1) * (b + 2 [user])
         |                      ^
        help: did you mean "a"?
      model:3:12: error: expected a number, a name or "(", found the end
       3 | y [1] = x +
         |            ^
      model:4:13: error: "+" needs the same unit on both sides: "x" is in [CNY], "1 [USD]" is in [USD]
       4 | z [CNY] = x + 1 [USD]
         |             ^
      model:5:9: error: "w" needs its own value: w → w
       5 | w [1] = w
         |         ^
        help: w reads w at model:5:9
              read one of them a year earlier with previous(…), or make it a stock
      """
    ),
  ]

  @Test(arguments: mistakes)
  func printsEverything(model: String, printed: String) throws {
    #expect(try TestModel(model).mistakes() == printed)
  }

  @Test func unitsWithoutAYearAreRefused() throws {
    let units = try UnitRegistry([UnitDeclaration(name: "CNY", meaning: .base(isCurrency: true))])
    let source = ModelSource(inputs: [], variables: [], outputs: [], years: [2025])
    let error = #expect(throws: DiagnosticError.self) {
      try ModelCompiler(units: units).compile(source)
    }
    #expect(
      error?.description == "error: the units lack \"year\"\n  help: declare it in units.yaml")
  }
}
