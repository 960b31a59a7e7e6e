// For LD_PRELOAD: the FAIL_WRITE-th write to a file on the disk fails, as where the disk is full.
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>

extern "C" ssize_t write(int descriptor, const void* bytes, size_t size) {
  using Write = ssize_t (*)(int, const void*, size_t);
  static const auto next = reinterpret_cast<Write>(::dlsym(RTLD_NEXT, "write"));
  static const char* const given = ::getenv("FAIL_WRITE");
  static const long which = given == nullptr ? 0 : ::strtol(given, nullptr, 10);
  static std::atomic<long> count = 0;
  struct stat status{};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && ++count == which) {
    errno = ENOSPC;
    return -1;
  }
  return next(descriptor, bytes, size);
}
