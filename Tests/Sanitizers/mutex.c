// Tells the thread sanitizer of locks that were waited for.
//
// A `Mutex` of Swift's is taken and given back by atomic operations in the caller's own code, which the
// sanitizer sees. Where another thread holds it or waits for it, the standard library and the kernel do
// it, which aren't built with the sanitizer: to that it looks as if nothing stood between the two
// threads. This library, loaded before the standard one, lets that do its work and says what it did.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

#define swiftcall __attribute__((swiftcall))
#define context __attribute__((swift_context))

// There are none outside of a program with the sanitizer.
extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

typedef swiftcall void lock_slowly(uint32_t holder, context void *handle);
typedef swiftcall void unlock_slowly(context void *handle);

// Synchronization._MutexHandle._lockSlow(Swift.UInt32) -> ()
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
// Synchronization._MutexHandle._unlockSlow() -> ()
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

swiftcall void lock(uint32_t holder, context void *handle) __asm__(LOCK);
swiftcall void unlock(context void *handle) __asm__(UNLOCK);

swiftcall void lock(uint32_t holder, context void *handle) {
  ((lock_slowly *)dlsym(RTLD_NEXT, LOCK))(holder, handle);
  if (__tsan_acquire) __tsan_acquire(handle);
}

swiftcall void unlock(context void *handle) {
  if (__tsan_release) __tsan_release(handle);
  ((unlock_slowly *)dlsym(RTLD_NEXT, UNLOCK))(handle);
}
