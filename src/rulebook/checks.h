// The names by which packs and the code of audit/ know each other.
#pragma once

#include <string_view>

namespace caveat {

// What the `check` of a rule may name: built-in checks of audit/, for damage that no pattern shows.
inline constexpr std::string_view built_in_checks[] = {
    "replacement-character",
    "private-character",
    "invalid-bytes",
    "control-character",
    "foreign-script",
    "homoglyph",
    "invisible-character",
    "soft-hyphen",
    "bidi-control",
    "styled-letters",
    "decomposed-accent",
    "mojibake",
    "turkish-letters",
    "dotted-i",
    "lost-letter",
    "charset-declaration",
    "mixed-line-ends",
    "raw-markdown",
    "html-entity",
    "expired-date",
    "duplicate-paragraph",
    "mixed-quotes",
    "missing-sources",
    "keyword-stuffing",
    "link-without-target",
    "chatbot-link",
    "duplicate-claim",
    "contradicted-disclaimer",
    "unaudited-language",
    "malformed-suppression",
    "unknown-suppressed-rule",
    "expired-suppression",
    "unused-suppression",
};

// Lexicons that audit/ looks up by name; they count as used although no pattern names them.
inline constexpr std::string_view lexicons_read_by_audit[] = {
    "abbreviations", "article-signs",   "beside-agent",   "clause-openers", "dated-events",
    "denials",       "gap-stops",       "gloss-words",    "glossed-terms",  "other-means",
    "offer-limits",  "other-agent",     "question-words", "service-agent",  "source-signs",
    "subordinators", "told-afterwards",
};

}  // namespace caveat
