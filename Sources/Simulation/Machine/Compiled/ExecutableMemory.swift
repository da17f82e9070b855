#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Machine code in memory that may be run and no longer written.
final class ExecutableMemory: Sendable {
  nonisolated(unsafe) let start: UnsafeMutableRawPointer
  private let size: Int

  /// Nil where the system doesn't allow it.
  init?(_ bytes: [UInt8]) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    size = (bytes.count + page - 1) / page * page
    guard size > 0,
      let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0),
      memory != MAP_FAILED
    else { return nil }
    start = memory
    memory.copyMemory(from: bytes, byteCount: bytes.count)
    guard mprotect(memory, size, PROT_READ | PROT_EXEC) == 0 else {
      munmap(memory, size)
      return nil
    }
  }

  deinit { munmap(start, size) }
}
