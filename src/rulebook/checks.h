// The names by which packs and the code of audit/ know each other.
#pragma once

#include <array>
#include <string_view>

namespace caveat {

// What the `check` of a rule may name: built-in checks of audit/, for damage that no pattern shows.
inline constexpr std::array<std::string_view, 20> built_in_checks = {
    "replacement-character", "invalid-bytes",   "control-character",
    "foreign-script",        "homoglyph",       "invisible-character",
    "bidi-control",          "styled-letters",  "mojibake",
    "charset-declaration",   "markup-leftover", "expired-date",
    "duplicate-paragraph",   "mixed-quotes",    "missing-author",
    "missing-date",          "missing-sources", "keyword-stuffing",
    "link-without-target",   "duplicate-claim",
};

// Lexicons that audit/ looks up by name; they count as used although no pattern names them.
inline constexpr std::array<std::string_view, 5> lexicons_read_by_audit = {
    "abbreviations", "clause-openers", "gap-stops", "other-agent", "service-agent",
};

}  // namespace caveat
