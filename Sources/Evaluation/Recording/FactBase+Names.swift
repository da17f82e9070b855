package import Facts
package import RunRecord

extension FactBase {
  /// Metrics with what readers call them.
  package func names(of metrics: [String]) -> [MetricName] {
    metrics.map { metric in
      MetricName(id: metric, title: self.metrics[metric].map { LocalizedText($0.title) })
    }
  }
}
