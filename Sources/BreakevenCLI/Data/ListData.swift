import RunRecord

/// Companies, paths, sources, models and runs, for programs.
enum ListData {
  static func table(_ companies: [CompanySummary]) -> DataTable {
    DataTable(
      [
        "id", "name", "name_zh", "kind", "region", "listing", "facts", "estimates", "assessed",
        "not_pursued", "missing",
      ],
      rows: companies.map { company in
        let names = company.names.byLanguage
        let missing = company.missing.sorted { $0.key < $1.key }.map { path, names in
          "\(path) (\(names.map(\.description).joined(separator: ", ")))"
        }
        return [
          .text(company.id), .text(company.name),
          .text(names["zh-Hans"] ?? names["zh-Hant"] ?? company.name), .text(company.kind),
          .text(company.region), .init(company.listing), .init(company.facts),
          .init(company.estimates), .text(company.assessed.joined(separator: ", ")),
          .text(company.notPursued.joined(separator: ", ")),
          .text(missing.joined(separator: "; ")),
        ]
      })
  }

  static func table(_ paths: [PathRecord]) -> DataTable {
    DataTable(
      ["id", "title", "version", "summary"],
      rows: paths.map {
        [
          .text($0.id), .text($0.title.text(in: "en")), .init($0.version),
          .text($0.summary.text(in: "en")),
        ]
      })
  }

  static func table(_ sources: [SourceSummary]) -> DataTable {
    DataTable(
      ["id", "title", "publisher", "date", "kind", "facts", "reference", "known_since"],
      rows: sources.map { summary in
        let source = summary.source
        return [
          .text(source.id), .text(source.title), .text(source.publisher), .init(source.date),
          .text(source.kind.rawValue), .init(summary.facts), .text(source.reference),
          .init(source.knownSince),
        ]
      })
  }

  static func table(_ models: [ModelSummary]) -> DataTable {
    DataTable(
      ["path", "title", "version", "inputs", "variables", "criteria", "file"],
      rows: models.map {
        [
          .text($0.path), .text($0.title.text(in: "en")), .init($0.version), .init($0.inputs),
          .init($0.variables), .init($0.criteria), .text($0.file ?? "Swift"),
        ]
      })
  }

  static func table(_ runs: [StoredRun]) -> DataTable {
    DataTable(
      [
        "id", "created_at", "as_of", "scenario", "set", "companies", "draws", "seed", "paths",
        "version",
      ],
      rows: runs.map { run in
        [
          .text(run.id), .text(run.createdAt), .text(run.asOf), .init(run.scenario),
          .text(
            run.overrides.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
              .joined(separator: "; ")),
          .init(run.companies), .init(run.draws), .text(String(run.seed)), .init(run.paths),
          .text(run.version),
        ]
      })
  }
}
