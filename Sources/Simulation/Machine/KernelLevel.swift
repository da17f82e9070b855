#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Kernels

/// The implementation of the machine's operations that runs: all give the same bits.
package enum KernelLevel: String, CaseIterable, Hashable, Sendable {
  /// Plain Swift, the reference for the others.
  case swift
  /// C with the vector instructions that every processor of the architecture has.
  case baseline
  /// C with 256-bit vectors (x86-64).
  case avx2
  /// C with 512-bit vectors (x86-64).
  case avx512

  /// The level that runs: the best that the processor has, unless the environment variable
  /// `BREAKEVEN_KERNELS` names a lower one.
  package static let best: KernelLevel = {
    let asked = getenv("BREAKEVEN_KERNELS").flatMap { KernelLevel(rawValue: String(cString: $0)) }
    guard let asked, available.contains(asked) else { return available[available.count - 1] }
    return asked
  }()

  /// The levels that this processor can run, the slowest first.
  package static let available: [KernelLevel] = {
    let best = bek_best_level().rawValue
    return allCases.filter { $0.native.map { $0.rawValue <= best } ?? true }
  }()

  /// The level's name in C; nil for Swift.
  var native: bek_level? {
    switch self {
    case .swift: nil
    case .baseline: BEK_BASELINE
    case .avx2: BEK_AVX2
    case .avx512: BEK_AVX512
    }
  }
}
