// Reports as those read them for whom they are made: JSON, HTML, Markdown, XML and CSV with a
// parser, the others by the rules of their makers. What is built must not depend on what a stranger
// wrote.
#pragma once

#include <string>
#include <string_view>

namespace caveat::hostile {

// What the reader of a format sees of a report apart from its words: the elements, keys, cells or
// lines. Adds a failure to the running test where the report is malformed, or holds what no report
// may hold (a script, a link to anything but a page, a formula …).
using Shape = std::string (*)(std::string_view report);

// By the name of the writer; null where no reader is known.
Shape shape_for(std::string_view writer);

// Adds a failure where a report holds what acts on a terminal, what is no UTF-8, or a line that a
// runner of builds takes for a command. The lines of `github` are commands on purpose.
void expect_harmless_in_a_log(std::string_view report, bool lines_are_commands);

}  // namespace caveat::hostile
