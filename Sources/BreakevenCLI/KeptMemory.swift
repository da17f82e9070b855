#if canImport(Glibc)
  import Glibc
#endif

/// Memory that stays with the program between two pieces of work.
///
/// Columns of draws are just large enough for the allocator of GNU/Linux to take each from the
/// system and give it back at once: a quarter of all page faults are for memory that was there a
/// moment before. Elsewhere allocators keep it by themselves.
enum KeptMemory {
  /// Tells the allocator to keep what is freed; to be called once, at the start.
  static func prepare() {
    #if canImport(Glibc)
      typealias Mallopt = @convention(c) (CInt, CInt) -> CInt
      guard let symbol = dlsym(nil, "mallopt") else { return }
      let mallopt = unsafeBitCast(symbol, to: Mallopt.self)
      // By the numbers that malloc.h gives them: M_MMAP_THRESHOLD and M_TRIM_THRESHOLD.
      _ = mallopt(-3, 1 << 30)
      _ = mallopt(-1, 1 << 30)
    #endif
  }
}
