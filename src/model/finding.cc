#include "model/finding.h"

namespace caveat {

std::string_view name(DismissalReason reason) {
  switch (reason) {
    case DismissalReason::Stance:
      return "stance";
    case DismissalReason::Excepted:
      return "excepted";
    case DismissalReason::Covered:
      return "covered";
    case DismissalReason::Suppressed:
      return "suppressed";
    case DismissalReason::OtherAgent:
      return "other-agent";
    case DismissalReason::Scope:
      return "scope";
    case DismissalReason::Configured:
      return "configured";
    case DismissalReason::Baselined:
      return "baselined";
    case DismissalReason::Unchanged:
      return "unchanged";
  }
  return "";
}

std::string_view words_of(const Finding& finding, const Document& document) {
  if (!finding.kept_text.empty()) return finding.kept_text.get();
  const bool utf8 = document.encoding == "utf-8" || document.encoding.empty();
  return utf8 ? slice(document.source, finding.source) : document.text(finding.prose);
}

std::string fingerprint_of(const Finding& finding) {
  std::string digits(16, '0');
  std::uint64_t left = finding.fingerprint;
  for (auto digit = digits.rbegin(); left != 0; ++digit, left >>= 4U) {
    *digit = "0123456789abcdef"[left & 0xFU];
  }
  return digits;
}

}  // namespace caveat
