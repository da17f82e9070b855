internal import Diagnostics
package import Evaluation
internal import Facts
package import RunRecord
internal import Scoring
package import Study

/// Lists a company's ratings with what each is worth.
package struct RatingLister {
  let loaded: LoadedModels
  let ownEvaluators: [any Evaluator]

  package init(loaded: LoadedModels, ownEvaluators: [any Evaluator]) {
    self.loaded = loaded
    self.ownEvaluators = ownEvaluators
  }

  /// The ratings of a company with what each is worth on a day: by path and criterion in the
  /// order of the models, within a criterion the latest last.
  package func ratings(company id: String, asOf: CalendarDay?) throws -> [RatingListing] {
    let preparation = RunPreparation(
      loaded: loaded, request: EvaluationRequest(companies: [id], asOf: asOf),
      ownEvaluators: ownEvaluators)
    let day = try preparation.context().0.asOf
    guard let company = try preparation.companies().first else { return [] }
    let scale = RatingScale(company: company, asOf: day, scale: loaded.policy.readiness)
    var listings: [RatingListing] = []
    var left = company.ratings
    for model in preparation.evaluators {
      let description = model.description
      let computed = (model as? ModelEvaluator)?.model.criteria.filter { $0.formula != nil }
        .map(\.record.id)
      for criterion in description.record.criteria {
        let own = left.filter {
          $0.path == description.record.id && $0.criterion == criterion.id
        }
        left.removeAll { $0.path == description.record.id && $0.criterion == criterion.id }
        listings += scale.listings(
          own, title: criterion.title, halfLife: description.halfLives[criterion.id],
          isUsed: computed?.contains(criterion.id) != true)
      }
    }
    return listings + scale.listings(left, title: nil, halfLife: nil, isUsed: false)
  }
}

/// Weighs ratings as readiness does.
private struct RatingScale {
  let company: Company
  let asOf: Day
  let scale: ReadinessScale

  /// The ratings of one criterion, the latest last.
  func listings(
    _ ratings: [Rating], title: LocalizedText?, halfLife: Double?, isUsed: Bool
  ) -> [RatingListing] {
    let ratings = ratings.sorted {
      let (left, right) = ($0.age(on: asOf), $1.age(on: asOf))
      return left == right ? $0.location < $1.location : left > right
    }
    let known = ratings.filter { $0.knownSince <= asOf }
    let weights = CriterionPosterior(
      known.map { $0.evidence(halfLife: halfLife, asOf: asOf) }, scale: scale
    ).weights
    var rest = weights[...]
    return ratings.map { rating in
      let isKnown = rating.knownSince <= asOf
      let weight = isKnown ? rest.removeFirst() : 0
      let verdict: RatingListing.Verdict =
        if !isKnown { .notYetKnown } else if !isUsed { .unused } else if weight == 0 {
          .sameOrigin
        } else { .counts }
      return RatingListing(
        company: company.id, path: rating.path, criterion: rating.criterion, title: title,
        low: rating.low, high: rating.high, grade: rating.grade.rawValue, date: rating.period.text,
        age: rating.age(on: asOf), halfLife: halfLife ?? Rating.usualHalfLife,
        origin: rating.origin, source: rating.source.id,
        knownSince: rating.knownSince.description, note: rating.note,
        weight: verdict == .counts ? weight : 0, verdict: verdict)
    }
  }
}
