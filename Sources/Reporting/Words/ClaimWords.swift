import Findings
import Publishing
import RunRecord

/// What is said of claims: verdicts, and the parts of a test.
package enum ClaimWords: String, Phrases {
  package static let topic = "ClaimWords"

  case supported
  case leaningYes = "leaning yes"
  case open
  case leaningNo = "leaning no"
  case contradicted
  case assumed = "assumed, not tested"
  case notEnoughEvidence = "not enough evidence"
  case notTestable = "not testable"

  case claim = "Claim"
  case verdict = "Verdict"
  case chance = "Chance"
  case before = "As of {date}"
  case restsOn = "Rests on"
  case hinge = "Put in its neutral place"
  case neutral = "Neutral"
  case chanceThen = "Chance then"
  case because = "Why neutral"
  case measure = "Number"
  case meaning = "What it is"
  case allHinges = "all of them at once"
  case allTogether = "all hinges together"
  case yes
  case no

  /// The word of a verdict.
  init(_ verdict: ClaimVerdict) {
    self =
      switch verdict {
      case .supported: ClaimWords.supported
      case .leaningYes: ClaimWords.leaningYes
      case .open: ClaimWords.open
      case .leaningNo: ClaimWords.leaningNo
      case .contradicted: ClaimWords.contradicted
      case .assumed: ClaimWords.assumed
      case .notEnoughEvidence: ClaimWords.notEnoughEvidence
      case .notTestable: ClaimWords.notTestable
      }
  }
}

/// A claim's parts in words, the same in reports and at the terminal.
struct ClaimText<Voice: Speaker> {
  let claim: ClaimRecord
  let voice: Voice
  let finding: ClaimFinding

  init(_ claim: ClaimRecord, _ voice: Voice) {
    self.claim = claim
    self.voice = voice
    finding = ClaimFinding(claim)
  }

  /// The verdict in a word.
  var verdict: String { voice.text(ClaimWords(finding.verdict)) }

  /// The chance, yes or no where it compares chances, or why there is none.
  var chance: [Inline] { chance(claim.chance) }

  /// The same of another quantity of the claim.
  func chance(_ quantity: Quantity) -> [Inline] {
    if claim.comparesChances, let value = quantity.value {
      return voice.line(value >= 0.5 ? ClaimWords.yes : ClaimWords.no)
    }
    switch quantity {
    case .estimate: return voice.probability(quantity)
    case .unknown(let reason): return [.text(because(reason))]
    }
  }

  /// Why there is no chance; that the evidence isn't enough the verdict says.
  private func because(_ reason: Reason) -> String {
    guard reason.kind == .notEnoughEvidence,
      case .statements(let reasons)? = reason.facts["reason"]
    else { return voice.sentence(reason) }
    return reasons.map { voice.sentence($0) }.joined(separator: "; ")
  }

  /// The chance and class on the earlier day; nothing where there is none.
  var before: [Inline] {
    guard let before = claim.before else { return [] }
    guard before.value != nil else { return voice.line(ClaimWords(ClaimVerdict(before))) }
    return voice.line(
      Joining.nameWithDetail,
      ["name": chance(before), "detail": voice.line(ClaimWords(ClaimVerdict(before)))])
  }

  /// The hinges that it hangs on.
  var restsOn: [Inline] {
    if finding.restsOnAllTogether { return voice.line(ClaimWords.allTogether) }
    return voice.joined(finding.restsOn.map { [.code($0)] })
  }
}
