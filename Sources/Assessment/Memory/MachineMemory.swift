#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif
internal import Foundation

/// The memory that the process may take.
struct MachineMemory: Hashable, Sendable {
  /// Bytes.
  var bytes: Double
  /// What sets the limit.
  var limit: Limit

  /// What may set a limit.
  enum Limit: String, Hashable, Sendable {
    case machine = "the machine has"
    case group = "the control group of the process allows"
    case process = "the process may take (ulimit -v)"
  }

  /// The least of what the machine has, what its control group allows, and the process's own limit.
  static var current: MachineMemory {
    var known = [
      MachineMemory(bytes: Double(ProcessInfo.processInfo.physicalMemory), limit: .machine)
    ]
    for file in ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"] {
      if let text = try? String(contentsOfFile: file, encoding: .utf8), let bytes = bytes(in: text)
      {
        known.append(MachineMemory(bytes: bytes, limit: .group))
      }
    }
    var limit = rlimit()
    #if os(Linux) && !canImport(Musl)
      let found = getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      let found = getrlimit(RLIMIT_AS, &limit)
    #endif
    if found == 0, limit.rlim_cur < 1 << 62 {
      known.append(MachineMemory(bytes: Double(limit.rlim_cur), limit: .process))
    }
    return known.min { $0.bytes < $1.bytes } ?? known[0]
  }

  /// The number of a limit's file; nil for none.
  static func bytes(in text: String) -> Double? {
    Double(text.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap {
      // Without a limit the older files say a number near 2^63.
      $0 > 0 && $0 < 0x1p62 ? $0 : nil
    }
  }
}
