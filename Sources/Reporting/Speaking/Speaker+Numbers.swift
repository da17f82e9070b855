package import Publishing
package import RunRecord

// Numbers, or why there are none.
extension Speaker {
  /// A number, or "unknown" with its reason; never an empty cell and never a zero that isn't one.
  package func cell(
    _ quantity: Quantity, _ print: (Estimate) -> String
  ) -> [Inline] {
    switch quantity {
    case .estimate(let estimate): [.text(print(estimate))]
    case .unknown(let reason): line(Absence.unknownBecause, ["reason": [.text(sentence(reason))]])
    }
  }

  /// `41 (22–63)`: a score or a share of 0...100 with its interval.
  package func points(_ quantity: Quantity) -> [Inline] {
    cell(quantity) { numbers.interval($0) }
  }

  /// A year, or why it never comes.
  package func year(_ quantity: Quantity) -> [Inline] {
    switch quantity {
    case .estimate(let estimate): [.text(numbers.value(estimate.p50, unit: "year"))]
    case .unknown(let reason): line(Absence.noneBecause, ["reason": [.text(sentence(reason))]])
    }
  }

  /// The interval of a rank: `1–3`; a rank is never shown as one number.
  package func rank(_ quantity: Quantity) -> [Inline] {
    cell(quantity) { estimate in
      let low = numbers.points(estimate.p5)
      let high = numbers.points(estimate.p95)
      return low == high ? low : "\(low)–\(high)"
    }
  }

  /// A probability without an interval, from simulation.
  package func probability(_ quantity: Quantity) -> [Inline] {
    cell(quantity) { numbers.probability($0.value) }
  }

  /// The dash that stands for "does not apply", which is no gap in knowledge.
  package var notApplicable: [Inline] { [.text(text(Absence.notPursued))] }

  /// `19 (11–>54)`: months with the interval; longer than the horizon as `>N`.
  package func months(_ quantity: Quantity, censoredAt limit: Double) -> [Inline] {
    cell(quantity) { estimate in
      let ends = [estimate.p5, estimate.p50, estimate.p95].map {
        numbers.months($0, censoredAt: limit)
      }
      if ends[0] == ends[2] { return ends[1] }
      let range =
        ends[2].hasPrefix(">")
        ? text(Joining.rangeTo, ["low": ends[0], "high": ends[2]]) : "\(ends[0])–\(ends[2])"
      return "\(ends[1]) (\(range))"
    }
  }

  /// A fact's value or range in its own unit, as it was published; estimates marked.
  package func factValue(_ fact: FactRecord) -> String {
    let printed: String
    let numbers = numbers.asPublished
    if let value = fact.value, let low = fact.low, let high = fact.high {
      printed = numbers.published(value, low: low, high: high, unit: fact.unit)
    } else if let value = fact.value {
      printed = numbers.value(value, unit: fact.unit)
    } else if let low = fact.low, let high = fact.high {
      printed = numbers.range(low, high, unit: fact.unit)
    } else {
      printed = text(Absence.unknownBecause, ["reason": fact.note.map(written) ?? fact.source])
    }
    return fact.isEstimate ? text(KindWords.Words.estimate) + " " + printed : printed
  }
}
