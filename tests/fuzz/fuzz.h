// What the fuzz targets share: a broken invariant ends the process, as a crash does.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

namespace caveat::fuzz {

inline std::string bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

[[noreturn]] inline void fail(std::string_view what) {
  std::cerr << "broken invariant: " << what << '\n';
  std::abort();
}

// Makes the ASSERTs of tests/support/invariants.h end the process outside of a test.
inline void assertions_abort() {
  static const bool once = [] {
    GTEST_FLAG_SET(throw_on_failure, true);
    return true;
  }();
  (void)once;
}

}  // namespace caveat::fuzz
