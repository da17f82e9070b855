import Foundation
import RunRecord
import Testing
import TinyStudy

/// What something is called is no evidence.
@Suite struct RenamingTests {
  /// Nothing is drawn by a source's id: but for the id the whole record is the same, the order of
  /// sources too where the new id sorts like the old one.
  @Test func aSourceUnderAnotherId() throws {
    var variation = try Variation()
    try variation.replaceEverywhere("pipe-ar-2025", "pipe-ar-2025-final")
    let text = try variation.run().textWithoutHashes()
    #expect(
      try text.replacing("pipe-ar-2025-final", with: "pipe-ar-2025")
        == TinyStudy.run.textWithoutHashes())
  }

  /// Nor where it sorts otherwise.
  @Test func aSourceThatSortsOtherwise() throws {
    var variation = try Variation()
    try variation.replaceEverywhere("pipe-ar-2025", "zz-report")
    let run = try variation.run()
    for company in TinyStudy.run.companies {
      #expect(try run.company(company.id).numbers == company.numbers)
    }
    #expect(run.ranking == TinyStudy.run.ranking)
  }

  /// A company's name is only shown.
  @Test func aCompanyUnderAnotherName() throws {
    var variation = try Variation()
    try variation.edit("companies/hospital-mind.yaml", "en: Hospital Mind", "en: Zebra Health")
    let text = try variation.run().textWithoutHashes()
    #expect(
      try text.replacing("Zebra Health", with: "Hospital Mind")
        == TinyStudy.run.textWithoutHashes().replacing("Zebra Health", with: "Hospital Mind"))
  }

  /// A company's own draws are keyed by its id: its numbers stay within Monte Carlo error, and all
  /// others stay to the last bit.
  @Test func aCompanyUnderAnotherId() throws {
    var variation = try Variation()
    try variation.move("companies/cloud-pipe.yaml", "companies/aaa-pipe.yaml")
    try variation.edit("companies/aaa-pipe.yaml", "id: cloud-pipe", "id: aaa-pipe")
    let (before, after) = (try Variation.original(draws: 2048), try variation.run(draws: 2048))
    #expect(
      agree(
        try before.company("cloud-pipe").odds, try after.company("aaa-pipe").odds, draws: 2048))
    for company in before.companies where company.id != "cloud-pipe" {
      #expect(try after.company(company.id) == company)
    }
  }

  /// A path's draws are keyed by its id: what it does to a company stays within Monte Carlo error, and
  /// what rests on other paths stays.
  @Test func aPathUnderAnotherId() throws {
    var variation = try Variation()
    try variation.move("paths/medical-ai.yaml", "paths/clinics.yaml")
    try variation.edit("paths/clinics.yaml", "path: medical-ai", "path: clinics")
    for company in ["cloud-pipe", "hospital-mind"] {
      try variation.edit("companies/\(company).yaml", "path: medical-ai", "path: clinics")
    }
    try variation.edit("companies/deep-whale.yaml", "  medical-ai: {", "  clinics: {")
    let (before, after) = (try Variation.original(draws: 2048), try variation.run(draws: 2048))
    for company in ["cloud-pipe", "hospital-mind"] {
      #expect(agree(try before.company(company).odds, try after.company(company).odds, draws: 2048))
    }
    for company in before.companies {
      #expect(
        try after.assessment(company.id, "chat-advertising").score
          == before.assessment(company.id, "chat-advertising").score)
      let (old, new) = (
        try before.assessment(company.id, "medical-ai"), try after.assessment(company.id, "clinics")
      )
      #expect(new.status == old.status)
      guard let old = old.moneyBackIndex.estimate, let new = new.moneyBackIndex.estimate else {
        continue
      }
      #expect(abs(new.value - old.value) <= 4 * (new.standardError + old.standardError))
    }
  }
}
