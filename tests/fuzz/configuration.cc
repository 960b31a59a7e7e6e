// A .caveat.yaml from a stranger: a configuration or problems.
#include "policy/configuration.h"

#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  const auto read = read_configuration(".caveat.yaml", fuzz::bytes_of(data, size));
  if (!read) {
    if (read.error().empty()) fuzz::fail("refused without a problem");
    return 0;
  }
  for (const std::string_view path : {"page.md", "a/b/c.html", "", "../x", "ä/ö.txt"}) {
    (void)read->leaves_out(path, false);
    (void)read->leaves_out(path, true);
  }
  return 0;
}
