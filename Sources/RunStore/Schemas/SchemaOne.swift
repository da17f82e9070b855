/// Runs of schema 1, put into the form of schema 2.
///
/// Sentences of that time stay as they were written, in English. What changed: series carry names
/// and years, outcomes and assessments say which of their kinds they are, and the words carry,
/// recovery, knock-out, independence, gap and other became finance's.
enum SchemaOne {
  static func upgraded(_ run: JSONValue) -> JSONValue {
    var run = run
    run["schema"] = .whole(2)
    run["warnings"] = run["warnings"].mapped(statement)
    run["companies"] = run["companies"].mapped(company)
    run["markets"] = run["markets"].mapped { market in
      var market = market
      market["input"] = input(market["input"])
      return market
    }
    run["paths"] = run["paths"].mapped { path in
      var path = path
      path["crowding"] = quantity(path["crowding"])
      path["drivers"] = path["drivers"].mapped(driver)
      return path
    }
    var info = run["run"]
    info["overridden"] =
      info["overridden"] == .null ? .array([]) : info["overridden"].mapped(statement)
    run["run"] = info
    run["ranking"] = ranking(run["ranking"])
    return run
  }

  // MARK: Companies

  private static func company(_ company: JSONValue) -> JSONValue {
    var company = company
    let outcome = company["outcome"]
    if outcome["already_broke_even"] == .bool(true) {
      company["already_broke_even"] = statement(outcome["already_broke_even_because"])
    }
    company["outcome"] = self.outcome(outcome, currency: currency(of: outcome))
    company["paths"] = company["paths"].mapped(assessment)
    company["warnings"] = company["warnings"].mapped(statement)
    company["reported"] = company["reported"].mapped(fact)
    return company
  }

  private static func currency(of outcome: JSONValue) -> String {
    outcome["cash"].members.values.compactMap { $0["unit"].text }.first ?? "CNY"
  }

  private static func outcome(_ outcome: JSONValue, currency: String) -> JSONValue {
    if let reason = outcome["unknown"].text {
      return .object([
        "unknown": .string(reason), "reason": statement(.string(reason)),
        "missing": outcome["missing"],
      ])
    }
    var outcome = outcome
    for key in [
      "median_break_even_year", "provisional", "broke_even_then_ran_dry", "headroom",
      "cash_cover", "path_support",
    ] {
      outcome[key] = quantity(outcome[key])
    }
    outcome["diversification"] = quantity(outcome["independence"])
    outcome["uncovered_cost"] = quantity(outcome["gap"])
    outcome["existing_business"] = quantity(outcome["other"])
    for key in ["break_even_by", "operating_by"] {
      outcome[key] = .object(outcome[key].members.mapValues(quantity))
    }
    var cash = outcome["cash"].members
    if let start = cash.removeValue(forKey: "start") { outcome["cash_at_start"] = start }
    outcome["cash"] = series("cash", unit: currency, .object(cash))
    outcome["operating_result"] = series(
      "operating_result", unit: currency + "/year", outcome["operating_result"])
    var runway = outcome["runway_months"]
    for key in ["static", "alone", "with_rounds", "self_funding"] {
      runway[key] = quantity(runway[key])
    }
    outcome["runway_months"] = runway
    outcome["inputs"] = outcome["inputs"].mapped(input)
    outcome["drivers"] = outcome["drivers"].mapped(driver)
    outcome["notes"] = outcome["notes"].mapped(statement)
    return outcome
  }

  // MARK: Assessments

  private static func assessment(_ old: JSONValue) -> JSONValue {
    var result = old
    switch old["status"].text {
    case "not_applicable":
      return .object([
        "path": old["path"], "status": old["status"], "because": statement(old["because"]),
        "sources": old["sources"],
      ])
    case "missing_facts":
      return .object([
        "path": old["path"], "status": old["status"], "missing": old["missing"].mapped(missing),
      ])
    default: break
    }
    for key in [
      "exposure", "drain", "exposure_today", "viability", "viability_beyond",
      "readiness", "score", "payback",
    ] {
      result[key] = quantity(old[key])
    }
    result["money_back_index"] = quantity(old["recovery"])
    result["support"] = quantity(old["carry"])
    result["odds_without"] = quantity(old["knock_out"])
    result["series"] = .array(series(byYear: old["years"]))
    result["criteria"] = old["criteria"].mapped { criterion in
      var criterion = criterion
      criterion["level"] = quantity(criterion["level"])
      return criterion
    }
    result["drivers"] = old["drivers"].mapped(driver)
    result["inputs"] = old["inputs"].mapped(input)
    result["trace"] = old["trace"].mapped { node in
      var node = node
      if node["kind"].text == "market" { node["kind"] = .string("assumption") }
      if node["flagged"].members.isEmpty { node["flagged"] = .null }
      return node
    }
    result["warnings"] = old["warnings"].mapped(statement)
    return result
  }

  private static func missing(_ name: JSONValue) -> JSONValue {
    guard let text = name.text, let range = text.firstRange(of: " for ") else {
      return .object(["metric": name])
    }
    return .object([
      "market_input": .string(String(text[..<range.lowerBound])),
      "region": .string(String(text[range.upperBound...])),
    ])
  }

  /// Year, then name, became series with names: results first, then metrics by name.
  private static func series(byYear years: JSONValue) -> [JSONValue] {
    var names = Set(years.members.values.flatMap(\.members.keys))
    let first = ["revenue", "contribution", "investment"].filter { names.remove($0) != nil }
    return (first + names.sorted()).map { name in
      let values = years.members.compactMapValues { $0.members[name] }
      let unit = values.values.compactMap { $0["unit"].text }.first ?? "1"
      return series(name, unit: unit, .object(values))
    }
  }

  private static func series(_ name: String, unit: String, _ values: JSONValue) -> JSONValue {
    .object(["name": .string(name), "unit": .string(unit), "values": values])
  }

  // MARK: Parts

  private static func ranking(_ ranking: JSONValue) -> JSONValue {
    var ranking = ranking
    ranking["order"] = ranking["order"].mapped { place in
      var place = place
      place["mean_utility"] = quantity(place["mean_utility"])
      place["rank"] = quantity(place["rank"])
      place["central_weights"] = weights(place["central_weights"])
      return place
    }
    ranking["weights"] = weights(ranking["weights"])
    ranking["unranked"] = .object(ranking["unranked"].members.mapValues(statement))
    return ranking
  }

  private static func weights(_ weights: JSONValue) -> JSONValue {
    var weights = weights
    if case .object = weights {
      weights["diversification"] = weights["independence"]
      weights["independence"] = .null
    }
    return weights
  }

  private static func quantity(_ value: JSONValue) -> JSONValue {
    guard let reason = value["unknown"].text else { return value }
    return .object(["unknown": .string(reason), "reason": statement(.string(reason))])
  }

  private static func statement(_ sentence: JSONValue) -> JSONValue {
    let text = sentence.text ?? ""
    return .object([
      "kind": .string("written"), "facts": .object(["text": .object(["text": .string(text)])]),
      "message": .string(text),
    ])
  }

  private static func fact(_ fact: JSONValue) -> JSONValue {
    var fact = fact
    if fact["because"] != .null { fact["because"] = statement(fact["because"]) }
    return fact
  }

  private static func input(_ input: JSONValue) -> JSONValue {
    var input = input
    input["because"] =
      input["because"] == .null ? .array([]) : .array([statement(input["because"])])
    input["facts"] = input["facts"].mapped(fact)
    if input["values"].members.isEmpty { input["values"] = .object([:]) }
    return input
  }

  private static func driver(_ driver: JSONValue) -> JSONValue {
    var driver = driver
    if driver["kind"].text == "market" { driver["kind"] = .string("assumption") }
    return driver
  }
}
