package import RunRecord

/// A verdict on a claim: its chance as a word, unless it hangs on what was assumed, or can't be
/// tested (Method 10).
package enum ClaimVerdict: String, Hashable, Sendable, CaseIterable {
  case supported
  case leaningYes = "leaning_yes"
  case open
  case leaningNo = "leaning_no"
  case contradicted
  /// The verdict changes with an input that nobody has measured.
  case assumed
  /// No company has the facts.
  case notEnoughEvidence = "not_enough_evidence"
  /// The models lack what it takes.
  case notTestable = "not_testable"

  /// The classes of chances, the middle one open.
  ///
  /// The scale is its own mirror image: what is supported has a contradicted opposite.
  package init(_ chance: Double) {
    switch chance {
    case 0.8...: self = .supported
    case 0.6...: self = .leaningYes
    case ...0.2: self = .contradicted
    case ...0.4: self = .leaningNo
    default: self = .open
    }
  }

  /// The verdict on a quantity: its class, or why there is none.
  package init(_ quantity: Quantity) {
    switch quantity {
    case .estimate(let estimate): self.init(estimate.value)
    case .unknown(let reason):
      switch reason.kind {
      case .claimNeeds, .claimNeedsPath, .claimAfterHorizon: self = .notTestable
      default: self = .notEnoughEvidence
      }
    }
  }
}

/// The judgement on a claim: its verdict, and what it rests on.
package struct ClaimFinding: Sendable {
  /// The claim.
  package let claim: ClaimRecord
  /// The class of its chance, or why there is none; never `assumed`.
  package let plain: ClaimVerdict
  /// The hinges that it hangs on by themselves, as `--set` names them.
  package let restsOn: [String]
  /// True if no hinge moves it by itself, but all of them together do.
  package let restsOnAllTogether: Bool

  /// A chance that moves by more than this hangs on what was moved.
  package static let move = 0.2

  /// Judges a claim.
  package init(_ claim: ClaimRecord) {
    self.claim = claim
    plain = ClaimVerdict(claim.chance)
    restsOn = claim.hinges.filter { Self.isMoved(claim.chance, to: $0.chance) }.map(\.input)
    restsOnAllTogether =
      restsOn.isEmpty && (claim.allHinges.map { Self.isMoved(claim.chance, to: $0) } ?? false)
  }

  /// The verdict.
  package var verdict: ClaimVerdict {
    restsOn.isEmpty && !restsOnAllTogether ? plain : .assumed
  }

  /// The class on the earlier day; nil where there is none.
  package var before: ClaimVerdict? { claim.before.map { ClaimVerdict($0) } }

  /// True if the class is another than on the earlier day.
  package var hasChanged: Bool { before.map { $0 != plain } ?? false }

  /// Returns true if a hinge in its neutral place makes another class of a chance, or moves it far.
  ///
  /// What has no number then moves nothing: it says nothing.
  package static func isMoved(_ chance: Quantity, to other: Quantity) -> Bool {
    guard let first = chance.value, let second = other.value else { return false }
    // The class is compared as it is printed, not by the last bit of a difference.
    return ClaimVerdict(first) != ClaimVerdict(second) || abs(first - second) > move + 1e-12
  }
}
