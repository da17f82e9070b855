#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Whether the system gives threads.
package enum ThreadSupply {
  /// True if it gave one when it was first asked.
  ///
  /// Without, whatever waits for Dispatch to do something later waits for ever.
  package static let isThere = Helper.start {}
}

/// A thread of its own.
///
/// Dispatch would do, but where a system gives no thread, it waits for one for ever.
enum Helper {
  /// Starts one that does a job and ends.
  ///
  /// - Returns: False where the system has no thread to give; nothing happens then.
  static func start(_ job: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(Job(job))
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(&thread, nil, { Helper.run($0) }, box.toOpaque())
    #else
      var thread = pthread_t()
      let result = pthread_create(&thread, nil, { Helper.run($0) }, box.toOpaque())
    #endif
    guard result == 0 else {
      box.release()
      return false
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
    return true
  }

  private static func run(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let box { Unmanaged<Job>.fromOpaque(box).takeRetainedValue().body() }
    return nil
  }

  private final class Job: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
