import RunRecord

/// Something in a record, and where.
struct Placed<Value> {
  var place: String
  var value: Value
}

// Ways to everything that a record rests on.
extension RunRecord {
  /// Every input of every assessment, company outcome and market.
  var allInputs: [Placed<InputRecord>] {
    companies.flatMap { company in
      company.outcome.inputs.map {
        Placed(place: "\(company.id) outcome \($0.name)", value: $0)
      }
        + company.paths.flatMap { path in
          path.inputs.map { Placed(place: "\(company.id) \(path.path) \($0.name)", value: $0) }
        }
    } + markets.map { Placed(place: "\($0.region) \($0.input.name)", value: $0.input) }
  }

  /// Every fact, whether it answers or is only shown.
  var allFacts: [Placed<FactRecord>] {
    allInputs.flatMap { input in
      input.value.facts.map { Placed(place: "\(input.place) \($0.metric)", value: $0) }
    }
      + companies.flatMap { company in
        company.reported.map { Placed(place: "\(company.id) \($0.metric) \($0.period)", value: $0) }
      }
  }

  /// Every rating behind a criterion.
  var allRatings: [Placed<RatingRecord>] {
    companies.flatMap { company in
      company.paths.flatMap { path in
        path.criteria.flatMap { criterion in
          criterion.ratings.map {
            Placed(place: "\(company.id) \(path.path) \(criterion.id)", value: $0)
          }
        }
      }
    }
  }

  /// Every id of a source that something names.
  var allCitations: [Placed<String>] {
    allInputs.flatMap { input in
      input.value.sources.map { Placed(place: input.place, value: $0) }
    }
      + allFacts.map { Placed(place: $0.place, value: $0.value.source) }
      + allRatings.map { Placed(place: $0.place, value: $0.value.source) }
      + companies.flatMap { company in
        company.events.map { Placed(place: "\(company.id) event \($0.date)", value: $0.source) }
          + company.paths.flatMap { path in
            (path.notPursued?.sources ?? []).map {
              Placed(place: "\(company.id) \(path.path)", value: $0)
            }
          }
      }
  }
}
