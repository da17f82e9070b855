import Foundation

/// Processor time: what this process used, whoever else is on the machine.
enum Stopwatch {
  /// Seconds of all threads of this process since it began.
  static var processor: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Seconds on the wall from some moment.
  static var wall: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// The seconds of processor time that `body` takes.
  static func processorTime(_ body: () throws -> Void) rethrows -> Double {
    let start = processor
    try body()
    return processor - start
  }

  /// The most memory that this process held so far, in MiB.
  static var peakMemory: Double {
    #if os(Linux)
      // Not `ru_maxrss`, which a process inherits from the one that started it.
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
      return Double(line.filter(\.isNumber)).map { $0 / 1024 } ?? .nan
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1024 / 1024
    #endif
  }
}
