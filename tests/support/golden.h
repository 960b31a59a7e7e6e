// Compares with a file in tests/golden; CAVEAT_UPDATE_GOLDEN=1 writes it anew.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace caveat::test {

inline std::string golden_path(std::string_view name) {
  return std::string(CAVEAT_SOURCE_DIR "/tests/golden/").append(name);
}

inline void expect_golden(std::string_view name, std::string_view actual) {
  const std::string path = golden_path(name);
  if (std::getenv("CAVEAT_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing: run the tests once with CAVEAT_UPDATE_GOLDEN=1";
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(expected, actual) << "differs from " << path
                              << "; if that is right, run with CAVEAT_UPDATE_GOLDEN=1";
}

}  // namespace caveat::test
