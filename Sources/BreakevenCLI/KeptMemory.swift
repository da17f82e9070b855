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
      // M_ARENA_MAX: what one thread has freed serves the others too. Many threads would wait for
      // each other at a single arena.
      _ = mallopt(-8, CInt(max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)) / 4)))
      reserve(256 << 20, mallopt)
    #endif
  }

  #if canImport(Glibc)
    /// Takes address space from the system at once, to be filled with large pages.
    ///
    /// That makes one fault each 2 MB rather than each 4 KB. What nothing is written to costs
    /// nothing.
    private static func reserve(
      _ size: Int, _ mallopt: @convention(c) (CInt, CInt) -> CInt
    ) {
      let largePage = 2 << 20
      // M_TOP_PAD: how much more to take when the heap grows, as for the next allocation it must.
      _ = mallopt(-2, CInt(size))
      let before = Int(bitPattern: sbrk(0))
      // Not `malloc`, which the compiler leaves out where nothing is done with the memory.
      var block: UnsafeMutableRawPointer?
      guard posix_memalign(&block, largePage, largePage) == 0 else { return }
      free(block)
      let after = Int(bitPattern: sbrk(0))
      let start = (before + largePage - 1) / largePage * largePage
      guard after - start >= largePage else { return }
      madvise(UnsafeMutableRawPointer(bitPattern: start), after - start, CInt(MADV_HUGEPAGE))
    }
  #endif
}
