// A folder of its own for a test, which is the current one until the test ends.
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run.h"

namespace caveat::test {

namespace fs = std::filesystem;

class Workspace {
 public:
  Workspace() : before_(fs::current_path()) {
    std::string pattern = fs::temp_directory_path() / "caveat-test-XXXXXX";
    folder_ = fs::canonical(::mkdtemp(pattern.data()));
    fs::current_path(folder_);
  }
  ~Workspace() {
    std::error_code ignored;
    fs::current_path(before_, ignored);
    fs::remove_all(folder_, ignored);
  }
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  void write(const fs::path& path, std::string_view bytes) const {
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
  }
  std::string read(const fs::path& path) const {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  // Every file below, sorted.
  std::vector<std::string> files() const {
    std::vector<std::string> list;
    for (const auto& entry : fs::recursive_directory_iterator(".")) {
      if (entry.is_regular_file()) list.push_back(entry.path().lexically_normal().native());
    }
    std::ranges::sort(list);
    return list;
  }
  const fs::path& folder() const { return folder_; }

 private:
  fs::path before_, folder_;
};

// What a run printed, and its exit code.
struct Ran {
  int code = 0;
  std::string out, error;
};

inline Ran run_caveat(std::vector<std::string> arguments, std::string standard_input = "",
                      bool colour = false) {
  std::istringstream in(std::move(standard_input));
  std::ostringstream out, error;
  Console console{in, out, error, colour};
  const int code = run(arguments, console);
  return {code, out.str(), error.str()};
}

// A pack that needs no other: an error, a warning and a suggestion, and a duty.
inline constexpr std::string_view mini_pack = R"(pack: mini
version: 1.0.0
language: en
description: For tests
authorities:
  - {id: uk-code, name: A code, jurisdiction: uk, url: "https://example.org/uk", note: A note., certainty: seen}
  - {id: us-law, name: A law, jurisdiction: us, url: "https://example.org/us", note: A note., certainty: seen}
rules:
  - id: flushes-toxins
    family: detox-toxins
    severity: error
    message: Says that massage flushes toxins.
    why: The liver does that.
    suggestion: leaves you relaxed
    patterns: ["(flushes|flush) toxins"]
    authorities: [uk-code, us-law]
    examples:
      flag: ["It [[flushes toxins]] out."]
      pass: ["Toxins are poisons."]
  - id: boosts-immunity
    family: immune-boost
    severity: warning
    message: Says that massage boosts immunity.
    why: No study shows it.
    suggestion: feels good
    patterns: ["(boosts|boost) immunity"]
    authorities: [uk-code]
    examples:
      flag: ["It [[boosts immunity]]."]
      pass: ["Immunity is complex."]
  - id: melts-stress
    family: stress
    severity: suggestion
    message: Says that massage melts stress.
    why: It is a figure of speech.
    suggestion: feels calming
    patterns: ["(melts|melt) stress"]
    examples:
      flag: ["It [[melts stress]]."]
      pass: ["Stress is common."]
)";

}  // namespace caveat::test
