// Repairs of a document whose format the first byte chooses: they lie in the source, and repairing
// what was repaired changes nothing.
#include "cli/repair.h"

#include "fuzz/audit.h"
#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  if (size == 0) return 0;
  const auto all = formats();
  const InputFile file{.path = "fuzz", .format = &all[data[0] % all.size()]};
  const Sureness sureness = data[0] & 0x80U ? Sureness::Probable : Sureness::Certain;
  const std::string bytes = fuzz::bytes_of(data + 1, size - 1);
  const auto mend = [&](std::string text) {
    return repair(std::move(text), file, fuzz::auditor(), fuzz::audit_options(), sureness);
  };
  const Repaired once = mend(bytes);
  if (once.repairs.empty() != (once.bytes == bytes)) fuzz::fail("a change that is no repair");
  for (const auto* list : {&once.repairs, &once.refused}) {
    for (const Repair& each : *list) {
      if (each.source.begin > each.source.end || each.source.end > bytes.size()) {
        fuzz::fail("a repair outside of the source");
      }
    }
  }
  const Repaired twice = mend(once.bytes);
  if (twice.bytes != once.bytes) fuzz::fail("a second repair changes what the first left");
  return 0;
}
