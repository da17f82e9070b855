/// The style of HTML pages: readable on a screen, in the dark and on paper.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --line: #bbb; --soft: #f3f4f6; --link: #0b57a4; }
    @media (prefers-color-scheme: dark) { :root { --line: #555; --soft: #26282c; --link: #8ab8f0; } }
    body { max-width: 62rem; margin: 0 auto; padding: 1.5rem; line-height: 1.5;
      font-family: system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    a { color: var(--link); }
    h1, h2, h3, h4 { line-height: 1.25; }
    h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .92rem; }
    th, td { border: 1px solid var(--line); padding: .3rem .6rem; vertical-align: top;
      text-align: left; }
    th { background: var(--soft); }
    .right { text-align: right; }
    .center { text-align: center; }
    figure { margin: 1rem 0; overflow-x: auto; }
    svg { max-width: 100%; height: auto; }
    blockquote { border-left: .3rem solid var(--line); margin-left: 0; padding-left: 1rem; }
    summary { cursor: pointer; font-weight: 600; }
    pre { background: var(--soft); padding: .8rem; overflow-x: auto; }
    @media print { body { max-width: none; } a { color: inherit; } }

    """ + ChartPalette.darkRules
}
