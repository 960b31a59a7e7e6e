#include "audit/checks.h"

#include <array>

#include "audit/bytes.h"
#include "audit/dates.h"
#include "audit/mojibake.h"
#include "audit/scripts.h"

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
      Check{"homoglyph", find_homoglyphs},
      Check{"foreign-script", find_foreign_script},
      Check{"expired-date", find_expired_dates},
  };
  return table;
}

}  // namespace caveat
