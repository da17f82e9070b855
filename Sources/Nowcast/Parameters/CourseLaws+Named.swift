extension CourseLaws {
  /// Asks for its numbers by name.
  package init(_ named: inout NamedParameters) {
    trendConstant = named("trend_constant")
    trendPersistence = named("trend_persistence")
    trendAfterRise = named("trend_after_rise")
    trendAfterFall = named("trend_after_fall")
    growthNoise = Noise(
      scale: named("growth_noise"), size: named("growth_noise_size"),
      growth: named("growth_noise_growth"), overhang: named("growth_noise_overhang"))
    tail = named("tail")
    growthPathDeviation = named("growth_path_sd")
    costConstant = named("cost_constant")
    costExpected = named("cost_expected")
    costRise = named("cost_rise")
    costFall = named("cost_fall")
    costOverhang = named("cost_overhang")
    costProfit = named("cost_profit")
    costSurpriseOverhang = named("cost_surprise_overhang")
    costNoise = Noise(
      scale: named("cost_noise"), size: named("cost_noise_size"),
      growth: named("cost_noise_growth"), overhang: named("cost_noise_overhang"))
    costPathDeviation = named("cost_path_sd")
    gapConstant = named("gap_constant")
    gapPersistence = named("gap_persistence")
    gapOverhang = named("gap_overhang")
    gapChange = named("gap_change")
    gapNoise = Noise(
      scale: named("gap_noise"), size: named("gap_noise_size"), growth: 0,
      overhang: named("gap_noise_overhang"))
    gapTail = named("gap_tail")
    partialYearPower = named("partial_year_power")
    panelGrowth = named("panel_growth")
    panelCostRatio = named("panel_cost_ratio")
    outsidePanel = named("outside_panel")
    chinaScale = named("china_scale")
    chinaLosingScale = named("china_losing_scale")
    assumedCostRatio = named("assumed_cost_ratio")
    assumedCostRatioDeviation = named("assumed_cost_ratio_sd")
    assumedGapLosing = named("assumed_gap_losing")
    assumedGapEarning = named("assumed_gap_earning")
  }
}
