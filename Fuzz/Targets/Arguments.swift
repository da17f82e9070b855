import ArgumentParser
import FuzzSupport

/// Reads a command line, an argument a line, and runs nothing.
///
/// It is understood, or refused with a message and the documented code.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = Input(start, count).text else { return isOfNoUse }
  let typed = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let arguments = ArgumentOrder.commandFirst(typed)
  require(arguments.sorted() == typed.sorted(), "an argument is lost: \(arguments)")
  do {
    try CommandLineError.checkCommand(of: arguments)
    _ = try BreakevenCommand.parseAsRoot(arguments)
  } catch {
    require(CommandLineError.isOne(error), "no error of the command line: \(error)")
    let code = BreakevenCommand.exitCode(for: error).rawValue
    require(code == 0 || code == 64, "leaves with \(code)")
    let message = BreakevenCommand.fullMessage(for: error).printableLines
    require(!message.isEmpty, "refused without a message")
    require(
      !message.unicodeScalars.contains(where: drivesTerminals), "drives a terminal: \(message)")
  }
  return isDone
}
