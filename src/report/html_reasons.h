// What an entry of an HTML report says of its rule: the evidence, the authorities, the remedy.
#pragma once

#include <string>

#include "report/catalogue.h"

namespace caveat {

// The evidence and the authorities, folded.
std::string html_reasons(const RuleInfo& rule, const Catalogue& catalogue);

// What the rule says to write instead; a button copies what of it is wording.
std::string html_suggestion(const RuleInfo& rule);

std::string html_copy_button(std::string_view text, std::string_view label = "Copy");

}  // namespace caveat
