// Bytes → UTF-8 with a map. The first byte says whether the bytes may declare their charset.
#include "input/decode.h"

#include "fuzz/fuzz.h"
#include "model/utf8.h"

namespace caveat::fuzz {
namespace {

void check_text(const Decoded& decoded) {
  const std::string_view text = decoded.text();
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Step step = utf8_step(text, at);
    if (!step.valid) fail("the text is not UTF-8");
    if (text[at] == '\0') fail("a NUL in the text");
    at += step.length;
  }
}

// The origins of the text follow each other and leave nothing out but the byte order mark.
void check_map(const Decoded& decoded) {
  const std::string_view source = decoded.source(), text = decoded.text();
  std::size_t shown = 0, read = decoded.byte_order_mark.end;
  decoded.for_each_origin({0, text.size()}, [&](TextSpan part, SourceSpan origin, bool copied) {
    if (part.begin != shown || part.empty()) fail("parts of the text do not adjoin");
    if (origin.begin != read || origin.end > source.size()) fail("origins do not adjoin");
    if (copied && decoded.text(part) != slice(source, origin)) fail("a copy that is none");
    if (decoded.origin(part) != origin) fail("two origins of one part");
    shown = part.end;
    read = origin.end;
  });
  if (shown != text.size()) fail("text without an origin");
  if (decoded.is_text && read != source.size()) fail("bytes that became nothing");
}

}  // namespace
}  // namespace caveat::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace caveat;
  if (size == 0) return 0;
  const std::string bytes = fuzz::bytes_of(data + 1, size - 1);
  const Decoded decoded = decode(bytes, Declares{data[0] % 2 == 1});
  if (decoded.encoding.empty()) fuzz::fail("no encoding");
  if (!decoded.is_text && !decoded.text().empty()) fuzz::fail("the text of what is no text");
  fuzz::check_text(decoded);
  fuzz::check_map(decoded);
  for (const EncodingNote& note : decoded.notes) {
    if (note.source.begin >= note.source.end || note.source.end > bytes.size()) {
      fuzz::fail("a note outside of the source");
    }
  }
  return 0;
}
