internal import Diagnostics
internal import Evaluation
internal import Formulas
internal import Plan
internal import RunRecord
internal import Units

/// What was set in a run: whom it is meant for, and in which models.
struct RunSetting: Sendable {
  /// The name as it was typed.
  let name: String
  /// The company for which alone it is meant; nil for all.
  let company: String?
  /// The models that have an input of the name: ids of paths, or `company`.
  let models: [String]

  /// True if some company is evaluated by one of the models.
  func isUsed(by companies: [CompanyRecord]) -> Bool {
    companies.contains { record in
      (company == nil || company == record.id)
        && (models.contains("company")
          || record.paths.contains { models.contains($0.path) && $0.results != nil })
    }
  }

  /// That it changes nothing.
  var unused: Remark {
    Remark(
      .setsNothing,
      ["name": .text(name), "path": .text(models.joined(separator: ", "))])
  }
}

extension InputCatalogue.Entry {
  /// Refuses what is set outside the input's domain, whether anyone uses it or not; what is changed of the
  /// input's own is held against the domain where that is known.
  ///
  /// - Throws: `Diagnostic` without a place.
  func check(_ value: InputOverrideValue.Value) throws {
    let (distribution, change): (DistributionSpec?, InputAdjustment) =
      switch value {
      case .set(let distribution): (distribution, InputAdjustment())
      case .adjusted(let change, let distribution): (distribution, change)
      }
    guard let distribution else { return }
    _ = try DistributionSeries.always(distribution).confined(
      to: domain, of: name, scale: unit?.scale ?? 1, change: change)
  }
}
