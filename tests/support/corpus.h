// The documents that tests walk over.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "input/formats.h"

namespace caveat::testing {

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Every document of the corpus and of the folder that CAVEAT_EXTRA_DOCUMENTS names, by path.
inline std::vector<std::filesystem::path> corpus_documents() {
  namespace fs = std::filesystem;
  std::vector<fs::path> folders = {fs::path(CAVEAT_SOURCE_DIR) / "corpus"};
  if (const char* extra = std::getenv("CAVEAT_EXTRA_DOCUMENTS")) folders.emplace_back(extra);
  std::vector<fs::path> files;
  for (const fs::path& folder : folders) {
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && format_for(entry.path().string()) != nullptr) {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace caveat::testing
