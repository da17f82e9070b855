#if canImport(Glibc)
  // `squareRoot` and `rounded` are instructions where there are any, else calls to libm, which has
  // to be linked. Nothing else of it is used.
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Elementary and special functions in plain Swift, the same bits on every machine.
///
/// The C library's `exp`, `log` and `pow` differ between systems and versions in the last bit.
/// These use only `+ - * /`, `squareRoot` and operations on bit patterns, which IEEE 754 fixes
/// exactly, and no fused multiply-add. A function that is meant for whole columns of draws has a
/// core without branches, so that the compiler turns a loop over it into vector instructions;
/// a scalar call and a vector lane do the same operations in the same order.
package enum Elementary {}
