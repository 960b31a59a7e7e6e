// A baseline file from a stranger: a baseline that survives being written and read, or a problem.
#include "policy/baseline.h"

#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  const auto read = read_baseline("baseline.json", fuzz::bytes_of(data, size));
  if (!read) return 0;
  const std::string text = baseline_as_text(*read);
  const auto again = read_baseline("baseline.json", text);
  if (!again) fuzz::fail("what was written is refused");
  if (baseline_as_text(*again) != text) fuzz::fail("writing twice differs");
  return 0;
}
