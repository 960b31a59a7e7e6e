#include "report/html_words.h"

#include <fmt/format.h>

#include "report/html_text.h"

namespace caveat {
namespace {

constexpr std::size_t widest = 60;    // bytes on either side
constexpr std::size_t longest = 300;  // bytes of the words themselves

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// The end of `text`, from a word's beginning on.
std::string_view tail(std::string_view text) {
  if (text.size() <= widest) return text;
  std::size_t at = text.size() - widest;
  const std::size_t blank = text.find(' ', at);
  if (blank != std::string_view::npos) return text.substr(blank);
  while (at < text.size() && continues(text[at])) ++at;
  return text.substr(at);
}

// The beginning of `text`, up to a word's end.
std::string_view start(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  const std::size_t blank = text.rfind(' ', most);
  std::size_t end = blank != std::string_view::npos && blank > 0 ? blank : most;
  while (end > 0 && continues(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace

std::string html_words_in_context(const Document& document, const Finding& finding, bool reveal) {
  const ProseSpan words = finding.prose;
  ProseSpan sentence = document.map.to_prose(finding.sentence);
  if (words.empty() || sentence.begin > words.begin || sentence.end < words.end) sentence = words;
  const std::string_view before = document.text({sentence.begin, words.begin});
  const std::string_view after = document.text({words.end, sentence.end});
  const std::string_view lead = tail(before.substr(before.rfind('\n') + 1));
  const std::string_view rest = start(after.substr(0, after.find('\n')), widest);
  // What a reader sees; what he does not see is shown as the source has it.
  const std::string_view flagged =
      words.empty() ? words_of(finding, document) : document.text(words);
  const std::string_view inside = start(flagged, longest);
  const bool cut_before = lead.size() < before.size(), cut_after = rest.size() < after.size();
  return fmt::format("{}{}<b>{}{}</b>{}{}", cut_before ? "\u2026" : "", html_copy_text(lead, false),
                     html_copy_text(inside, reveal), inside.size() < flagged.size() ? "\u2026" : "",
                     html_copy_text(rest, false), cut_after ? "\u2026" : "");
}

}  // namespace caveat
