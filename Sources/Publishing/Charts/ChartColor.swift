/// A colour of charts: one on light ground and one on dark.
///
/// A drawing carries the light one as an attribute, which every program that shows SVG knows, and a
/// class by which the style sheet of charts puts the dark one in its place.
package struct ChartColor: Hashable, Sendable {
  /// Its name in the classes, such as `blue`.
  package let name: String
  /// As `#rrggbb` on light ground and on paper.
  package let light: String
  /// As `#rrggbb` on dark ground.
  package let dark: String

  package init(_ name: String, light: String, dark: String) {
    self.name = name
    self.light = light
    self.dark = dark
  }

  /// The class of what is filled with it.
  package var fillClass: String { "bx-f-" + name }
  /// The class of what is lined with it.
  package var strokeClass: String { "bx-s-" + name }
}
