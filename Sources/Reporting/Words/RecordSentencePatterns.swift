import Publishing
extension RecordSentences {
  /// The longer ones stand before those that are a part of them.
  static let patterns = reasons + notes + warnings + verdicts

  /// Why there is no number, or what a finding rests on.
  private static let reasons = [
    Pattern(
      english: "not enough evidence: {reason}", traditional: "證據不足：{reason}",
      simplified: "证据不足：{reason}"),
    Pattern(
      english: "no revenue of a full year is known", traditional: "沒有已知的全年收入",
      simplified: "没有已知的全年收入"),
    Pattern(
      english: "no cash balance is known", traditional: "沒有已知的現金餘額",
      simplified: "没有已知的现金余额"),
    Pattern(
      english: "no result of a year with known revenue ({period}) is known",
      traditional: "收入已知的年度（{period}）沒有已知的損益",
      simplified: "收入已知的年度（{period}）没有已知的损益"),
    Pattern(
      english: "no revenue of this path is reported", traditional: "未公布此路徑的收入",
      simplified: "未公布此路径的收入"),
    Pattern(
      english: "the median draw doesn't pay back by {year}",
      traditional: "中位抽樣到 {year} 年仍未回本", simplified: "中位抽样到 {year} 年仍未回本"),
    Pattern(
      english: "not by {year} in {share} % of draws",
      traditional: "{share}% 的抽樣到 {year} 年仍未達到", simplified: "{share}% 的抽样到 {year} 年仍未达到"),
    Pattern(
      english: "lives on its own money", traditional: "靠自有資金維生", simplified: "靠自有资金维生"),
    Pattern(
      english: "no draw gives an answer", traditional: "沒有一次抽樣給出答案",
      simplified: "没有一次抽样给出答案"),
    Pattern(english: "no criteria", traditional: "沒有準則", simplified: "没有准则"),
    Pattern(
      english: "{metrics} of {first} and {second} was not below zero",
      traditional: "{first} 與 {second} 的{metrics}皆不低於零",
      simplified: "{first} 与 {second} 的{metrics}均不低于零"),
    Pattern(
      english: "{metrics} of {first} and {second} were not below zero",
      traditional: "{first} 與 {second} 的{metrics}皆不低於零",
      simplified: "{first} 与 {second} 的{metrics}均不低于零"),
    Pattern(
      english: "no operating result of {period} is known, so it is taken near {metrics}",
      traditional: "{period} 的營業損益未知，取{metrics}附近的值",
      simplified: "{period} 的营业损益未知，取{metrics}附近的值"),
    Pattern(
      english:
        "no operating result of {period} is known, so it is taken from the range of {metrics}",
      traditional: "{period} 的營業損益未知，取{metrics}之間的值",
      simplified: "{period} 的营业损益未知，取{metrics}之间的值"),
  ]

  /// What was done with a company's figures.
  private static let notes = [
    Pattern(
      english: "No operating result of {period} is known: it is an estimate by {metrics}.",
      traditional: "{period} 的營業損益未知，依{metrics}估計。",
      simplified: "{period} 的营业损益未知，依{metrics}估计。"),
    Pattern(
      english:
        "Revenue of {latest} is known, but no result of that period: {period} is the base year.",
      traditional: "{latest} 的收入已知，但該期損益未知：以 {period} 為基準年。",
      simplified: "{latest} 的收入已知，但该期损益未知：以 {period} 为基准年。"),
    Pattern(
      english: "Cash is of {day}, {months} months before the as-of day, brought forward at the "
        + "yearly cash flow. {rest}",
      traditional: "現金為 {day} 的餘額，早於資料日 {months} 個月，按年度現金流推算至資料日。{rest}",
      simplified: "现金为 {day} 的余额，早于资料日 {months} 个月，按年度现金流推算至资料日。{rest}"),
    Pattern(
      english: "Cash is of {day}, {months} months before the as-of day, brought forward at the "
        + "yearly cash flow.",
      traditional: "現金為 {day} 的餘額，早於資料日 {months} 個月，按年度現金流推算至資料日。",
      simplified: "现金为 {day} 的余额，早于资料日 {months} 个月，按年度现金流推算至资料日。"),
    Pattern(
      english: "In {share} % of draws that would leave less than half a year of burn; it is taken "
        + "as that, since the company still operates and so found money.",
      traditional: "{share}% 的抽樣中，這樣只剩不到半年的消耗；公司仍在營運，可見已籌到資金，因此以半年計。",
      simplified: "{share}% 的抽样中，这样只剩不到半年的消耗；公司仍在运营，可见已筹到资金，因此以半年计。"),
    Pattern(
      english: "In {share} % of draws the paths' base-year stories don't reconcile with the "
        + "reported result: shared cost is at its floor.",
      traditional: "{share}% 的抽樣中，各路徑的基準年說法與已公布損益對不上：共同成本已在下限。",
      simplified: "{share}% 的抽样中，各路径的基准年说法与已公布损益对不上：共同成本已在下限。"),
    Pattern(
      english: "Conflict: in {share} % of draws the paths claim over 110 % of the revenue that is "
        + "reported for {period}.",
      traditional: "矛盾：{share}% 的抽樣中，各路徑合計超過 {period} 已公布收入的 110%。",
      simplified: "矛盾：{share}% 的抽样中，各路径合计超过 {period} 已公布收入的 110%。"),
    Pattern(
      english: "{dropped} of {draws} draws were dropped: a formula left its domain.",
      traditional: "{draws} 次抽樣中有 {dropped} 次作廢：公式超出定義域。",
      simplified: "{draws} 次抽样中有 {dropped} 次作废：公式超出定义域。"),
    Pattern(
      english: "{dropped} of {draws} draws were dropped.",
      traditional: "{draws} 次抽樣中有 {dropped} 次作廢。",
      simplified: "{draws} 次抽样中有 {dropped} 次作废。"),
    Pattern(
      english: "In {undefined} of {draws} draws there is no cost base to speak of; they are left "
        + "out of the exposures.",
      traditional: "{draws} 次抽樣中有 {undefined} 次幾乎沒有成本基數，不計入依賴度。",
      simplified: "{draws} 次抽样中有 {undefined} 次几乎没有成本基数，不计入依赖度。"),
  ]

  /// What a reader must know.
  private static let warnings = [
    Pattern(
      english: "The chances of the head group of chat assistants in {region} sum to {sum}; about "
        + "{expected} were expected.",
      traditional: "{region} 各聊天助手躋身頭部的機率合計 {sum}；應約為 {expected}。",
      simplified: "{region} 各聊天助手跻身头部的概率合计 {sum}；应约为 {expected}。"),
    Pattern(
      english: "{path}: the companies' stories add up to {share} % of the market ({region}) by "
        + "{year}.",
      traditional: "{path}：到 {year} 年，各公司的說法合計佔市場（{region}）的 {share}%。",
      simplified: "{path}：到 {year} 年，各公司的说法合计占市场（{region}）的 {share}%。"),
    Pattern(
      english: "For {period} sources disagree on the {metrics}: {values}.",
      traditional: "各來源對 {period} 的{metrics}說法不一：{values}。",
      simplified: "各来源对 {period} 的{metrics}说法不一：{values}。"),
    Pattern(
      english: "Conflict: the model's revenue of {year} is {times} times the {metrics} reported "
        + "for {period} ({source}): {note}.",
      traditional: "矛盾：模型 {year} 年的收入是 {period} 已公布{metrics}的 {times} 倍（{source}）：{note}。",
      simplified: "矛盾：模型 {year} 年的收入是 {period} 已公布{metrics}的 {times} 倍（{source}）：{note}。"),
    Pattern(
      english: "Conflict: the model's revenue of {year} is {times} times the {metrics} reported "
        + "for {period} ({source}).",
      traditional: "矛盾：模型 {year} 年的收入是 {period} 已公布{metrics}的 {times} 倍（{source}）。",
      simplified: "矛盾：模型 {year} 年的收入是 {period} 已公布{metrics}的 {times} 倍（{source}）。"),
    Pattern(
      english: "Readiness: prior only, no evidence is known.",
      traditional: "就緒度：只有先驗，沒有已知證據。", simplified: "就绪度：只有先验，没有已知证据。"),
  ]

  /// Which fact answers, and why the others don't.
  private static let verdicts = [
    Pattern(
      english: "the only one known by {day}", traditional: "{day} 前唯一已知的一項",
      simplified: "{day} 前唯一已知的一项"),
    Pattern(
      english: "the latest period known by {day}, with the highest confidence",
      traditional: "{day} 前已知的最近一期，可信度最高", simplified: "{day} 前已知的最近一期，可信度最高"),
    Pattern(
      english: "the latest period known by {day}, from the latest source",
      traditional: "{day} 前已知的最近一期，來源最新", simplified: "{day} 前已知的最近一期，来源最新"),
    Pattern(
      english: "the latest period known by {day}, and the longest that ends then",
      traditional: "{day} 前已知的最近一期，且期間最長", simplified: "{day} 前已知的最近一期，且期间最长"),
    Pattern(
      english: "the latest period known by {day}; equally good sources say the same",
      traditional: "{day} 前已知的最近一期；同樣可靠的來源說法一致",
      simplified: "{day} 前已知的最近一期；同样可靠的来源说法一致"),
    Pattern(
      english: "the latest period known by {day}", traditional: "{day} 前已知的最近一期",
      simplified: "{day} 前已知的最近一期"),
    Pattern(
      english: "{source} says it with {confidence} confidence, this one with {other}",
      traditional: "{source} 的可信度為 {confidence}，此項為 {other}",
      simplified: "{source} 的可信度为 {confidence}，此项为 {other}"),
    Pattern(
      english: "{source} of {date} is later than {other}",
      traditional: "{source}（{date}）晚於 {other}", simplified: "{source}（{date}）晚于 {other}"),
    Pattern(
      english: "{period} is longer and ends on the same day",
      traditional: "{period} 較長且同日結束", simplified: "{period} 较长且同日结束"),
    Pattern(
      english: "{period} ends later", traditional: "{period} 結束得更晚",
      simplified: "{period} 结束得更晚"),
    Pattern(
      english: "{source} says the same", traditional: "{source} 說法相同",
      simplified: "{source} 说法相同"),
    Pattern(
      english: "a forecast never answers", traditional: "預測不作數", simplified: "预测不作数"),
    Pattern(
      english: "a company's own aim never answers", traditional: "公司自訂目標不作數",
      simplified: "公司自订目标不作数"),
    Pattern(
      english: "{metric} is an amount over time, for which only a full year answers",
      traditional: "{metric} 是一段期間的量，只有全年數字才作數",
      simplified: "{metric} 是一段期间的量，只有全年数字才作数"),
  ]
}
