/// What the frame of HTML pages says in the reader's language.
package struct HTMLWords: Hashable, Sendable {
  /// The name of the list of pages.
  package var contents: String
  /// The link that leads past the list of pages.
  package var skip: String
  /// The field that looks for pages and headings.
  package var search: String
  /// How many were found, with the place `count`.
  package var found: String
  /// The link that shows all pages one under another.
  package var allPages: String
  /// The button that sorts a table, with the place `title`.
  package var sort: String
  /// The field that leaves the rows of a table that hold a text.
  package var filter: String
  /// How many rows are left, with the places `count` and `total`.
  package var shown: String
  /// What opens a long table, with the place `count`.
  package var rows: String

  package init(
    contents: String, skip: String, search: String, found: String, allPages: String,
    sort: String, filter: String, shown: String, rows: String
  ) {
    self.contents = contents
    self.skip = skip
    self.search = search
    self.found = found
    self.allPages = allPages
    self.sort = sort
    self.filter = filter
    self.shown = shown
    self.rows = rows
  }
}
