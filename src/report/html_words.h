// The words of a finding inside of their sentence, for a list that is read without the copy.
#pragma once

#include <string>

#include "model/finding.h"

namespace caveat {

// The words in <b>, with the sentence around them as far as it is short.
std::string html_words_in_context(const Document& document, const Finding& finding, bool reveal);

}  // namespace caveat
