/// Help with dates that no calendar has.
package enum CalendarHelp {
  /// What is wrong with a date of the right form, `February 2026 has 28 days`; nil for text of
  /// another form, and for dates that there are.
  package static func mistake(in text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    func number(_ text: String, digits: Int) -> Int? {
      text.utf8.count == digits && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
    guard (2...3).contains(parts.count), let year = number(parts[0], digits: 4),
      let month = number(parts[1], digits: 2)
    else { return nil }
    guard (1...12).contains(month) else { return "a year has the months 01 to 12" }
    guard parts.count == 3, let day = number(parts[2], digits: 2) else { return nil }
    let length = length(ofMonth: month, year: year)
    if day == 0 { return "a month begins with the day 01" }
    return day > length ? "\(names[month - 1]) \(parts[0]) has \(length) days" : nil
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
