// A JSON report from a stranger, as `caveat compare` reads it: a run or a problem.
#include "cli/recorded_run.h"

#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  const auto read = read_recorded_run(fuzz::bytes_of(data, size), "report.json");
  if (!read && to_text(read.error()).empty()) fuzz::fail("refused without a message");
  return 0;
}
