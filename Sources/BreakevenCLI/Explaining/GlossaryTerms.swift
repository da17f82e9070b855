import RunRecord

extension Glossary {
  private static func term(
    _ id: String, _ en: String, _ hant: String, _ hans: String, aliases: [String] = [],
    _ text: String, hant textHant: String, hans textHans: String
  ) -> GlossaryTerm {
    GlossaryTerm(
      id: id, name: LocalizedText(["en": en, "zh-Hant": hant, "zh-Hans": hans]),
      text: LocalizedText(["en": text, "zh-Hant": textHant, "zh-Hans": textHans]),
      aliases: aliases)
  }

  /// The terms, in alphabetical order of their ids.
  static let terms: [GlossaryTerm] = (moneyTerms + pathTerms + evidenceTerms)
    .sorted { $0.id < $1.id }

  private static let moneyTerms = [
    term(
      "base-rate", "base rate", "基準率", "基准率",
      "How often companies like this one survived in the past. The model's chance of survival is "
        + "pulled towards it; both numbers are printed, with and without.",
      hant: "過去同類公司的存活比例。模型算出的存活機率會向它靠攏;兩個數字都會列出。",
      hans: "过去同类公司的存活比例。模型算出的存活概率会向它靠拢;两个数字都会列出。"),
    term(
      "break-even", "break-even", "損益兩平", "盈亏平衡", aliases: ["breakeven", "break-even-first"],
      "The first year in which the operating result is zero or more and stays so a year later, "
        + "before the money has run out. A break-even in the horizon year counts on one year "
        + "alone and is called provisional.",
      hant: "營業結果首次達到零以上、次年仍然如此、且資金尚未用盡的那一年。末年達成者只憑一年,稱為暫定。",
      hans: "营业结果首次达到零以上、次年仍然如此、且资金尚未用尽的那一年。末年达成者只凭一年,称为暂定。"),
    term(
      "cash-cover", "cash cover", "現金覆蓋", "现金覆盖",
      "The runway with rounds on a scale of 0 to 100: no month is 0, 18 months are 50, 48 months "
        + "or more are 100.",
      hant: "把含融資的現金跑道換算成 0 到 100 分:0 個月 0 分,18 個月 50 分,48 個月以上 100 分。",
      hans: "把含融资的现金跑道换算成 0 到 100 分:0 个月 0 分,18 个月 50 分,48 个月以上 100 分。"),
    term(
      "cashed-out", "out of cash", "資金耗盡", "资金耗尽", aliases: ["cash-out"],
      "The state of a company whose money ran out before it broke even, and that nobody bought.",
      hant: "在損益兩平之前資金用盡、又無人收購的公司狀態。",
      hans: "在盈亏平衡之前资金用尽、又无人收购的公司状态。"),
    term(
      "headroom", "headroom", "盈餘空間", "盈余空间",
      "Contributions over contributions plus costs in the horizon year, in points of 100. 50 "
        + "means an operating result of exactly zero.",
      hant: "末年的貢獻占貢獻與成本之和的比例,以 100 分計。50 分表示營業結果正好為零。",
      hans: "末年的贡献占贡献与成本之和的比例,以 100 分计。50 分表示营业结果正好为零。"),
    term(
      "independence", "independence", "獨立性", "独立性",
      "How little a company hangs on one source of contribution: 0 is a single source, 100 five "
        + "equal ones.",
      hant: "公司有多不依賴單一貢獻來源:0 分為只有一個來源,100 分為五個相等的來源。",
      hans: "公司有多不依赖单一贡献来源:0 分为只有一个来源,100 分为五个相等的来源。"),
    term(
      "runway", "runway", "現金跑道", "现金跑道",
      "The months until the money runs out, in three readings. Static: cash over the burn of the "
        + "latest twelve months. Alone: simulated without new money. With rounds: simulated with "
        + "the rounds that the company may raise. A sign > means at least up to "
        + "the horizon.",
      hant: "資金用盡前的月數,有三種讀法。靜態:現金除以最近十二個月的消耗。單獨:模擬,無新資金。含融資:模擬,"
        + "計入可能募得的資金。大於號表示至少到末年。",
      hans: "资金用尽前的月数,有三种读法。静态:现金除以最近十二个月的消耗。单独:模拟,无新资金。含融资:模拟,"
        + "计入可能募得的资金。大于号表示至少到末年。"),
    term(
      "still-losing", "still losing", "仍在虧損", "仍在亏损",
      "The state of a company that by the horizon has neither broken even nor run out of money.",
      hant: "到末年既未損益兩平、資金也未用盡的公司狀態。",
      hans: "到末年既未盈亏平衡、资金也未用尽的公司状态。"),
    term(
      "tier", "tier", "梯隊", "梯队", aliases: ["tiers"],
      "Companies that can't be told apart. A company joins the tier above while the first of "
        + "that tier beats it with a chance of less than 80 %. Between neighbours the sign says: "
        + ">> clear, > likely, ~ can't tell.",
      hant: "無法區分高下的公司。只要梯隊首位勝過它的機率低於 80 %,它就歸入該梯隊。相鄰公司之間的符號:"
        + ">> 明確,> 可能,~ 難分。",
      hans: "无法区分高下的公司。只要梯队首位胜过它的概率低于 80 %,它就归入该梯队。相邻公司之间的符号:"
        + ">> 明确,> 可能,~ 难分。"),
  ]

  private static let pathTerms = [
    term(
      "carry", "carry", "承載", "承载",
      "Exposure times score, over 100: the points that a path adds to path support.",
      hant: "曝險乘以分數再除以 100:一條路徑為路徑支撐所加的分數。",
      hans: "敞口乘以分数再除以 100:一条路径为路径支撑所加的分数。"),
    term(
      "contribution", "contribution", "貢獻", "贡献",
      "A path's revenue less the costs that closing the path would avoid: inference, data, "
        + "channels, support, goods. Shared research, sales and administration are not in it.",
      hant: "路徑收入減去關閉該路徑可省下的成本:推理、資料、通路、支援、商品。共用的研發、銷售與管理不計在內。",
      hans: "路径收入减去关闭该路径可省下的成本:推理、数据、渠道、支持、商品。共用的研发、销售与管理不计在内。"),
    term(
      "crowding", "crowding", "擁擠", "拥挤",
      "What the companies' stories claim together of a market that they share. Above 100 % they "
        + "can't all be true.",
      hant: "各公司的故事合計占共同市場的比例。超過 100 % 就不可能全都成立。",
      hans: "各公司的故事合计占共同市场的比例。超过 100 % 就不可能全都成立。"),
    term(
      "drain", "drain", "消耗", "消耗",
      "A path's losses in the horizon year, as a share of the same base as exposure.",
      hant: "路徑在末年的虧損,與曝險用同一基準計算占比。",
      hans: "路径在末年的亏损,与敞口用同一基准计算占比。"),
    term(
      "exposure", "exposure", "曝險", "敞口",
      "The share of a company's cost base that a path covers in the horizon year, 0 to 100. "
        + "Exposures, what the existing business covers, and the gap add up to 100.",
      hant: "末年一條路徑所能覆蓋的公司成本比例,0 到 100。各路徑曝險、既有業務所覆蓋者與缺口相加為 100。",
      hans: "末年一条路径所能覆盖的公司成本比例,0 到 100。各路径敞口、既有业务所覆盖者与缺口相加为 100。"),
    term(
      "gap", "gap", "缺口", "缺口",
      "The share of the cost base that nothing covers in the horizon year.",
      hant: "末年沒有任何來源覆蓋的成本比例。",
      hans: "末年没有任何来源覆盖的成本比例。"),
    term(
      "knock-out", "knock-out", "剔除", "剔除",
      "The chance of breaking even first if one path fails, on the same draws.",
      hant: "在同一批抽樣中,某條路徑失敗時先行損益兩平的機率。",
      hans: "在同一批抽样中,某条路径失败时先行盈亏平衡的概率。"),
    term(
      "path", "path", "路徑", "路径",
      "A way to revenue: medical AI, learning devices, on-device models, chat advertising. Each "
        + "is a model file in Models/paths; adding a file adds a path.",
      hant: "一種取得收入的方式:醫療 AI、學習機、端側模型、聊天廣告。每條是 Models/paths 裡的一個模型檔;加檔即加路徑。",
      hans: "一种取得收入的方式:医疗 AI、学习机、端侧模型、聊天广告。每条是 Models/paths 里的一个模型文件;加文件即加路径。"),
    term(
      "path-support", "path support", "路徑支撐", "路径支撑",
      "The sum of what the paths carry, and half of what the existing business covers; the gap "
        + "counts nothing. 0 to 100.",
      hant: "各路徑承載之和,加上既有業務所覆蓋者的一半;缺口不計。0 到 100。",
      hans: "各路径承载之和,加上既有业务所覆盖者的一半;缺口不计。0 到 100。"),
    term(
      "payback", "payback", "回本年", "回本年",
      "The first year by whose end the discounted contributions have paid back the discounted "
        + "outlay, and stay so.",
      hant: "折現貢獻首次補回折現支出、且此後維持的年份。",
      hans: "折现贡献首次补回折现支出、且此后维持的年份。"),
    term(
      "readiness", "readiness", "就緒度", "就绪度",
      "How far the evidence shows a company on a path's criteria, 0 to 100: registrations, data "
        + "rights, customers. Missing evidence is wide, not zero; old evidence fades.",
      hant: "證據顯示公司在路徑各項準則上走了多遠,0 到 100:註冊、資料權利、客戶。缺少證據是不確定,不是零;舊證據會衰減。",
      hans: "证据显示公司在路径各项准则上走了多远,0 到 100:注册、数据权利、客户。缺少证据是不确定,不是零;旧证据会衰减。"),
    term(
      "recovery", "recovery", "回收率", "回收率",
      "The present value of what a path brings back over that plus what it takes, 0 to 100. 50 "
        + "means the money comes back by the horizon, exactly.",
      hant: "路徑帶回的現值占帶回與支出現值之和的比例,0 到 100。50 表示到末年正好回本。",
      hans: "路径带回的现值占带回与支出现值之和的比例,0 到 100。50 表示到末年正好回本。"),
    term(
      "score", "score", "分數", "分数",
      "How good a path is for a company, not how much: recovery and readiness together, so that "
        + "one can't fully pay for the other. 0 burns all it gets, 25 recovers about a third of "
        + "its outlay, 50 about money back, 75 about three times, 100 all return and all evidence. "
        + "Never read it without its interval.",
      hant: "一條路徑對公司有多好,而非有多大:回收率與就緒度合成,彼此不能完全抵補。0 為全數燒盡,25 約回收支出的三分之一,"
        + "50 約回本,75 約三倍,100 為全數回報且證據齊全。務必連同區間閱讀。",
      hans: "一条路径对公司有多好,而非有多大:回收率与就绪度合成,彼此不能完全抵补。0 为全数烧尽,25 约回收支出的三分之一,"
        + "50 约回本,75 约三倍,100 为全数回报且证据齐全。务必连同区间阅读。"),
    term(
      "viability", "viability", "可行性", "可行性",
      "The chance that a path's recovery is 50 or more: that its money comes back by the horizon.",
      hant: "路徑回收率達 50 以上、即到末年回本的機率。",
      hans: "路径回收率达 50 以上、即到末年回本的概率。"),
  ]

  private static let evidenceTerms = [
    term(
      "assumption", "assumption", "假設", "假设",
      "An uncertain number that nobody has measured: a distribution with a reason. It is never "
        + "shown as a fact.",
      hant: "沒有人量測過的不確定數字:一個附理由的分布。絕不當作事實呈現。",
      hans: "没有人测量过的不确定数字:一个附理由的分布。绝不当作事实呈现。"),
    term(
      "draw", "draw", "抽樣", "抽样", aliases: ["draws"],
      "One way in which everything uncertain could turn out. A run looks at thousands; the seed "
        + "fixes them, so the same inputs give the same numbers.",
      hant: "所有不確定因素的一種可能結果。一次執行會看數千種;種子固定它們,所以相同輸入得到相同數字。",
      hans: "所有不确定因素的一种可能结果。一次运行会看数千种;种子固定它们,所以相同输入得到相同数字。"),
    term(
      "estimate", "estimate", "估計", "估计",
      "A fact whose source is memory or an assumption. It may answer where nothing better is "
        + "known, but is counted with the assumptions.",
      hant: "來源為記憶或假設的事實。在沒有更好資料時可用,但與假設一起計數。",
      hans: "来源为记忆或假设的事实。在没有更好资料时可用,但与假设一起计数。"),
    term(
      "evidence", "evidence", "證據", "证据",
      "How well a number is backed: thin, fair or solid. \"Mostly assumption\" is printed where "
        + "assumptions and estimates carry more than 60 % of the spread, or are more than 70 % of "
        + "the inputs.",
      hant: "數字的依據有多強:薄弱、尚可或扎實。假設與估計占離散度 60 % 以上或占輸入 70 % 以上時,會註明「多為假設」。",
      hans: "数字的依据有多强:薄弱、尚可或扎实。假设与估计占离散度 60 % 以上或占输入 70 % 以上时,会注明“多为假设”。"),
    term(
      "fact", "fact", "事實", "事实", aliases: ["facts"],
      "One sourced observation: a metric of a company or market, its period, value, unit, source "
        + "and confidence. Facts are never edited, only superseded.",
      hant: "一筆有來源的觀察:公司或市場的指標、期間、數值、單位、來源與可信度。事實從不修改,只會被取代。",
      hans: "一条有来源的观察:公司或市场的指标、期间、数值、单位、来源与可信度。事实从不修改,只会被取代。"),
    term(
      "interval", "interval", "區間", "区间",
      "The 5th to 95th percentile of the draws, in brackets: nine of ten draws lie within it, if "
        + "the assumptions hold.",
      hant: "抽樣的第 5 到第 95 百分位,寫在括號內:若假設成立,十次抽樣有九次落在其中。",
      hans: "抽样的第 5 到第 95 百分位,写在括号内:若假设成立,十次抽样有九次落在其中。"),
  ]
}
