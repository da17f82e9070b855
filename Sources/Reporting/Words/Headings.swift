import Publishing

/// Headings that several pages have.
enum Headings: String, Phrases {
  static let topic = "Headings"

  case drivers = "What drives it"
  case readiness = "Readiness"
}
