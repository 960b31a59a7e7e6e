// Validates JSON with python3-jsonschema, which is Debian's and therefore asked of Debian's python.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace caveat::test {

// A file that is gone at the end of the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes) {
    std::string pattern = std::filesystem::temp_directory_path() / "caveat-test-XXXXXX";
    const int descriptor = ::mkstemp(pattern.data());
    if (descriptor >= 0) ::close(descriptor);
    path_ = pattern;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline bool has_json_schema() {
  return std::system("/usr/bin/python3 -c 'import jsonschema' >/dev/null 2>&1") == 0;
}

// Whether `json` is as the schema of reports says; what is wrong goes to standard error.
inline bool fits_schema(std::string_view json, bool quiet = false) {
  const TemporaryFile file(json);
  const std::string command = "/usr/bin/python3 -W ignore -m jsonschema --instance " + file.path() +
                              " " CAVEAT_SOURCE_DIR "/src/report/report.schema.json" +
                              (quiet ? " >/dev/null 2>&1" : " 1>&2");
  return std::system(command.c_str()) == 0;
}

}  // namespace caveat::test
