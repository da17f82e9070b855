import Findings
import Publishing

/// What is said, beside the odds, of the evidence that they rest on.
enum AccountsWords: String, Phrases {
  static let topic = "AccountsWords"

  case none = """
    No accounts on file: the odds rest on {count} yearly rates of revenue that were told; costs are \
    an assumption.
    """
  case oneRate = """
    No accounts on file: the odds rest on a single yearly rate of revenue that was told; costs are an \
    assumption.
    """
  case revenueAlone = """
    No result on file: the odds rest on revenue to {months} months ago; costs are an assumption.
    """
  case hearsay = """
    No accounts on file: revenue and result are by the press and the like, to {months} months ago.
    """
  case accounts = "The odds rest on accounts {months} months old."
  case noAccounts = "no accounts"
  case noResult = "no result"
  case press = "press only"
  case old = "accounts {months} months old"

  /// The evidence in a sentence.
  static func sentence(_ accounts: AccountsOnFile, _ speaker: some Speaker) -> [Inline] {
    func line(_ phrase: AccountsWords, _ months: Double) -> [Inline] {
      speaker.line(phrase, ["months": [.text(speaker.language.numbers.points(months))]])
    }
    switch accounts {
    case .none(rates: 1): return speaker.line(AccountsWords.oneRate)
    case .none(let rates):
      return speaker.line(AccountsWords.none, ["count": [.text(String(rates))]])
    case .revenueAlone(let months): return line(AccountsWords.revenueAlone, months)
    case .hearsay(let months): return line(AccountsWords.hearsay, months)
    case .accounts(let months): return line(AccountsWords.accounts, months)
    }
  }

  /// A word for a cell of a table; nil for accounts that need none.
  static func mark(_ accounts: AccountsOnFile, _ speaker: some Speaker) -> [Inline]? {
    switch accounts {
    case .none: speaker.line(AccountsWords.noAccounts)
    case .revenueAlone: speaker.line(AccountsWords.noResult)
    case .hearsay: speaker.line(AccountsWords.press)
    case .accounts(let months):
      months > Findings.oldAccounts
        ? speaker.line(
          AccountsWords.old, ["months": [.text(speaker.language.numbers.points(months))]])
        : nil
    }
  }
}
