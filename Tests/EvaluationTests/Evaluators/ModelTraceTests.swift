import Evaluation
import RunRecord
import Simulation
import Testing

@Suite struct ModelTraceTests {
  private static let inputs = """
      small: {unit: CNY/year, assume: "uniform(0, 1)", because: x}
      large: {unit: CNY/year, assume: "uniform(0, 10)", because: x}
      fixed: {unit: CNY/year, assume: 3, because: x}
      maybe: {unit: "1", assume: bernoulli(0.5), because: x}
    """
  private static let variables = """
      sum:
        unit: CNY/year
        title: {en: Sum}
        formula: fixed + small + large
      stock:
        unit: CNY
        start: 0 [CNY]
        next: previous + sum * step
      broken:
        unit: CNY/year
        formula: sum / maybe
    """

  private func projection() throws -> Projection {
    let model = try HandMade.model(
      inputs: Self.inputs, variables: Self.variables, revenue: "sum + stock / step / 10")
    let company = HandMade.company()
    return try ModelEvaluator(model, units: HandMade.units()).project(
      Subject(company: company, context: HandMade.context(company)),
      over: Draws(count: 1024))
  }

  private func node(_ name: String) throws -> TraceNode {
    try #require(projection().trace.first { $0.name == name })
  }

  /// The square of the correlation with u(0,1) + u(0,10) is 1/101 and 100/101; a constant has none.
  @Test func childrenMostTellingFirst() throws {
    #expect(try node("sum").children == ["large", "small", "fixed"])
  }

  /// A stock is computed from itself a year earlier, which is no child of its own.
  @Test func stocks() throws {
    let stock = try node("stock")
    #expect(stock.children == ["sum"])
    #expect(stock.formula == "0 [CNY]; then previous + sum * step")
    // Nothing at first, then 3 + 0.5 + 5 more a year.
    for (years, year) in (2025...2030).enumerated() {
      #expect(abs(try #require(stock.values[year]?.value) - 8.5 * Double(years)) < 0.1)
    }
  }

  @Test func whatANodeSays() throws {
    let sum = try node("sum")
    #expect(sum.kind == .formula && sum.unit == "CNY/year")
    #expect(sum.formula == "fixed + small + large")
    #expect(sum.title?.text(in: "en") == "Sum")
    #expect(sum.place == "paths/toys.yaml:11")
    #expect(sum.values.constant != nil)
    let large = try node("large")
    #expect(large.kind == .assumption && large.children.isEmpty && large.formula == nil)
    #expect(large.place == "paths/toys.yaml:7")
  }

  /// Division by zero in half of the draws.
  @Test func flaggedDrawsAreCounted() throws {
    #expect(try node("broken").flagged == .constant(512))
    #expect(try node("sum").flagged == nil)
  }

  /// Every variable and output in an order in which it can be computed, then the inputs.
  @Test func order() throws {
    let names = try projection().trace.map(\.name)
    #expect(
      Set(names.prefix(6)) == ["sum", "stock", "broken", "revenue", "contribution", "investment"])
    #expect(Array(names.suffix(4)) == ["small", "large", "fixed", "maybe"])
    let place = { (name: String) in names.firstIndex(of: name) ?? -1 }
    #expect(place("sum") < place("broken"))
    #expect(place("sum") < place("revenue"))
    #expect(place("stock") < place("revenue"))
  }
}
