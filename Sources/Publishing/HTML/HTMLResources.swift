/// The style and the script of HTML files, as they lie in `Resources`.
enum HTMLResources {
  static let style = text(PackageResources.report_css)
  static let script = text(PackageResources.report_js)

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
