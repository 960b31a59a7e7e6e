#include "audit/checks.h"

#include <array>

#include "audit/bytes.h"
#include "audit/contradiction.h"
#include "audit/dates.h"
#include "audit/invisible.h"
#include "audit/leftovers.h"
#include "audit/mojibake.h"
#include "audit/repetition.h"
#include "audit/scripts.h"
#include "audit/styled.h"
#include "audit/suppression.h"
#include "audit/trust.h"
#include "audit/turkish.h"

namespace caveat {

std::span<const Check> checks() {
  static constexpr std::array table = {
      Check{"replacement-character", find_replacement_characters},
      Check{"private-character", find_private_characters},
      Check{"invalid-bytes", find_invalid_bytes},
      Check{"control-character", find_control_characters},
      Check{"charset-declaration", find_charset_trouble},
      Check{"mixed-line-ends", find_mixed_line_ends},
      Check{"mojibake", find_mojibake},
      Check{"turkish-letters", find_turkish_letters},
      Check{"dotted-i", find_dotted_i},
      Check{"invisible-character", find_invisible_characters},
      Check{"soft-hyphen", find_soft_hyphens},
      Check{"bidi-control", find_bidi_controls},
      Check{"styled-letters", find_styled_letters},
      Check{"decomposed-accent", find_decomposed_accents},
      Check{"homoglyph", find_homoglyphs},
      Check{"foreign-script", find_foreign_script},
      Check{"html-entity", find_html_entities},
      Check{"raw-markdown", find_raw_markdown},
      Check{"lost-letter", find_lost_letters},
      Check{"mixed-quotes", find_mixed_quotes},
      Check{"link-without-target", find_links_without_target},
      Check{"chatbot-link", find_chatbot_links},
      Check{"duplicate-paragraph", find_duplicate_paragraphs},
      Check{"duplicate-claim", find_duplicate_claims},
      Check{"keyword-stuffing", find_keyword_stuffing},
      Check{"missing-sources", find_missing_sources},
      Check{"unaudited-language", find_unaudited_language},
      Check{"contradicted-disclaimer", find_contradicted_disclaimer},
      Check{"expired-date", find_expired_dates},
      Check{"malformed-suppression", find_malformed_suppressions},
      Check{"unknown-suppressed-rule", find_unknown_suppressed_rules},
      Check{"expired-suppression", find_expired_suppressions},
      Check{"unused-suppression", find_unused_suppressions, true},
  };
  return table;
}

}  // namespace caveat
