internal import Diagnostics
package import Documents

extension Layout {
  /// Reads a layout from its file.
  ///
  /// - Parameters:
  ///   - document: The file.
  ///   - frames: The pages that there are.
  ///   - phrases: All phrases that can be worded otherwise.
  ///   - languages: The languages that there are.
  /// - Throws: `DiagnosticError` with all mistakes of the file.
  package init(
    _ document: YAMLDocument, frames: [Frame], phrases: [Phrase], languages: [Language]
  ) throws {
    var reader = LayoutReader(
      frames: frames, phrases: PhraseReader(phrases, needsAllPlaces: false),
      languages: languages.map(\.tag))
    self = reader.layout(document)
    try reader.problems.throwIfErrors()
  }
}

/// Reads one layout and notes what is wrong with it.
private struct LayoutReader {
  let frames: [Layout.Frame]
  let phrases: PhraseReader
  let languages: [String]
  var problems = DiagnosticCollector()

  mutating func layout(_ document: YAMLDocument) -> Layout {
    var layout = Layout()
    guard let root = document.root else {
      problems.report(
        Diagnostic(
          "\(document.source.file) is empty", help: "it needs \"pages:\" or \"words:\""))
      return layout
    }
    guard
      let map = root.mapping(allowedKeys: ["pages", "words"], of: "a layout", into: &problems)
    else { return layout }
    for entry in map.entries("pages", into: &problems) {
      guard let frame = frames.first(where: { $0.name == entry.key }) else {
        let names = frames.map(\.name)
        problems.report(
          entry.keyDiagnostic(
            "there is no page \"\(entry.key)\"",
            help: Suggestion.help(for: entry.key, among: names)
              ?? "the pages are \(names.joined(separator: ", "))"))
        continue
      }
      layout.pages[frame.name] = page(entry.value, frame)
    }
    for entry in map.entries("words", into: &problems) {
      guard languages.contains(entry.key) else {
        problems.report(
          entry.keyDiagnostic(
            "there is no language \"\(entry.key)\"",
            help: Suggestion.help(for: entry.key, among: languages)
              ?? "the languages are \(languages.joined(separator: ", "))"))
        continue
      }
      let topics = entry.value.entries(into: &problems) ?? []
      layout.words[entry.key] = phrases.wordings(of: topics, into: &problems)
    }
    return layout
  }

  private mutating func page(_ node: YAMLNode, _ frame: Layout.Frame) -> Layout.Page? {
    guard
      let map = node.mapping(
        allowedKeys: ["title", "sections", "leave_out"], of: "a page", into: &problems)
    else { return nil }
    var page = Layout.Page()
    page.title = map["title"].flatMap { title($0) }
    if let both = map["leave_out"], map["sections"] != nil {
      problems.report(
        both.diagnostic(
          "\"sections\" and \"leave_out\" both say what stands on the page", help: "keep one"))
    }
    if map["sections"] != nil {
      page.parts = parts(map.list("sections", into: &problems), frame)
    } else if map["leave_out"] != nil {
      let out = map.list("leave_out", into: &problems).compactMap {
        section($0, among: frame.usual, frame)
      }
      page.parts = frame.usual.filter { !out.contains($0) }.map { .section($0, heading: nil) }
    }
    return page
  }

  private mutating func title(_ node: YAMLNode) -> Translations? {
    guard let title = node.translations(into: &problems) else { return nil }
    for (_, text) in title.byLanguage {
      node.refuse(
        PhraseFilling.places(text).subtracting(["name"]), of: "a title", known: ["name"],
        into: &problems)
    }
    return title
  }

  private mutating func parts(_ nodes: [YAMLNode], _ frame: Layout.Frame) -> [Layout.Part] {
    var seen: Set<String> = []
    return nodes.compactMap { node in
      guard let part = part(node, frame) else { return nil }
      if case .section(let name, _) = part, !seen.insert(name).inserted {
        problems.report(
          node.diagnostic("the section \(name) stands on the page twice", help: "keep one"))
      }
      return part
    }
  }

  private mutating func part(_ node: YAMLNode, _ frame: Layout.Frame) -> Layout.Part? {
    if node.scalar != nil {
      return section(node, among: frame.all, frame).map { .section($0, heading: nil) }
    }
    guard
      let map = node.mapping(
        allowedKeys: ["section", "text", "heading"], of: "a part of a page", into: &problems)
    else { return nil }
    let heading = map["heading"].flatMap { $0.translations(into: &problems) }
    if let name = map["section"] {
      if let text = map["text"] {
        problems.report(
          text.diagnostic(
            "\"section\" and \"text\" are two parts of a page", help: "make two lines of them"))
      }
      return section(name, among: frame.all, frame).map { .section($0, heading: heading) }
    }
    guard let text = map.translations("text", into: &problems) else { return nil }
    return .text(text, heading: heading)
  }

  private mutating func section(
    _ node: YAMLNode, among names: [String], _ frame: Layout.Frame
  ) -> String? {
    guard let name = node.string(into: &problems) else { return nil }
    if names.contains(name) { return name }
    let other = frames.first { $0.name != frame.name && $0.usual.contains(name) }
    problems.report(
      node.diagnostic(
        other.map { "the section \(name) belongs to the page \($0.name)" }
          ?? "there is no section \"\(name)\"",
        help: (other == nil ? Suggestion.help(for: name, among: names) : nil)
          ?? "the page \(frame.name) can have \(names.joined(separator: ", "))"))
    return nil
  }
}
