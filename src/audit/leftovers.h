// Markup and lost letters that a reader sees as text.
#pragma once

#include <vector>

#include "audit/checks.h"

namespace caveat {

// "&rsquo;", "&amp;nbsp;": with the character as the fix.
std::vector<Trouble> find_html_entities(const CheckInput& input);
// Markdown in the visible text of HTML and Markdown pages. In plain text it is a way of writing.
std::vector<Trouble> find_raw_markdown(const CheckInput& input);
// "Ata?ehir": a question mark inside a word that is no question.
std::vector<Trouble> find_lost_letters(const CheckInput& input);
// Links whose address names the writing assistant that gave them.
std::vector<Trouble> find_chatbot_links(const CheckInput& input);

}  // namespace caveat
