import Documents
public import Publishing

extension LanguageCatalogue {
  /// English and the languages whose files are part of the program.
  ///
  /// Their files are held by tests, so that a mistake in one never reaches a user.
  package static let shipped: LanguageCatalogue = {
    var catalogue = LanguageCatalogue(of: ReportWords.all)
    for (name, bytes) in files {
      do {
        try catalogue.add(YAMLDocument(SourceText(bytes: bytes, file: name)))
      } catch {
        fatalError("\(name), which is part of the program: \(error)")
      }
    }
    return catalogue
  }()

  private static let files: [(name: String, bytes: [UInt8])] = [
    ("zh-Hant.yaml", PackageResources.zh_Hant_yaml),
    ("zh-Hans.yaml", PackageResources.zh_Hans_yaml),
  ]
}

extension Language {
  /// Chinese in traditional characters.
  public static let traditionalChinese = shipped("zh-Hant")
  /// Chinese in simplified characters.
  public static let simplifiedChinese = shipped("zh-Hans")

  private static func shipped(_ tag: String) -> Language {
    LanguageCatalogue.shipped.languages.first { $0.tag == tag } ?? .english
  }
}
