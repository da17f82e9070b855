import Publishing

extension OutputOptions {
  /// Prints a page: for a terminal, or as Markdown; without charts and what opens on demand.
  func print(_ page: Page, _ global: GlobalOptions) throws {
    var page = page
    page.blocks.removeAll {
      switch $0 {
      case .figure, .details: true
      default: false
      }
    }
    let renderer: any PageRenderer =
      format == .markdown
      ? MarkdownRenderer(AnchorIndex([page])) : TerminalRenderer(usesColor: usesColor(global))
    try print(renderer.render(page))
  }
}
