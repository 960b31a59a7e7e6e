// Bytes → Document in the format that the build names (FUZZ_FORMAT): charset, blocks, map.
#include "fuzz/fuzz.h"
#include "input/formats.h"
#include "support/invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  caveat::fuzz::assertions_abort();
  const caveat::Format& format = *caveat::format_named(FUZZ_FORMAT);
  const std::string bytes = caveat::fuzz::bytes_of(data, size);
  const caveat::Document document = caveat::read_document(bytes, "fuzz", format);
  if (document.source != bytes) caveat::fuzz::fail("the source is not what was read");
  caveat::testing::expect_invariants(document);
  return 0;
}
