// The man page; `caveat help --man` prints it, and CMake installs it.
#include <fmt/format.h>

#include "cli/completions.h"
#include "cli/verbs.h"

namespace caveat {
namespace {

// Text as roff reads it: no line begins with a request, no character is taken for an escape, and
// hyphens stay what one types.
std::string escaped(std::string_view text) {
  std::string roff;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) roff += "\\&";
    if (c == '\\') {
      roff += "\\e";
    } else if (c == '-') {
      roff += "\\-";
    } else if (c == '`') {
      roff += "\\(ga";
    } else {
      roff += c;
    }
    line_begins = c == '\n';
  }
  return roff;
}

// Lines that stay as they are.
std::string as_it_is(std::string_view text) {
  while (text.starts_with('\n')) text.remove_prefix(1);
  if (text.empty()) return "";
  return fmt::format(".PP\n.nf\n{}{}.fi\n", escaped(text), text.ends_with('\n') ? "" : "\n");
}

std::string option_entry(const Option& option) {
  std::string title = fmt::format(".TP\n\\fB{}\\fR", escaped(fmt::format("--{}", option.name)));
  if (!option.value.empty()) title += fmt::format(" \\fI{}\\fR", escaped(option.value));
  return title + "\n" + escaped(option.description) + "\n";
}

std::string section(const Verb& verb) {
  std::string text = fmt::format(".SS \"caveat {} {}\"\n{}\n", verb.name, escaped(verb.arguments),
                                 escaped(verb.summary));
  text += as_it_is(verb.help);
  for (const Option& option : verb.options) text += option_entry(option);
  return text + as_it_is(verb.more());
}

}  // namespace

std::string man_page() {
  std::string text =
      ".TH CAVEAT 1 \"\" \"caveat " CAVEAT_VERSION
      "\" \"User commands\"\n"
      ".SH NAME\ncaveat \\- audits health\\-marketing copy\n"
      ".SH SYNOPSIS\n\\fBcaveat\\fR \\fIVERB\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]\n"
      ".SH DESCRIPTION\nCaveat audits health\\-marketing copy: claims that the evidence or the "
      "advertising codes do not carry, statements that the page owes its readers, and damage to "
      "the text itself.\n.SH VERBS\n";
  for (const Verb* verb : verbs()) text += section(*verb);
  return text +
         ".SH EXIT STATUS\n"
         ".TP\n0\nNothing was found at or above the threshold.\n"
         ".TP\n1\nThere are findings.\n"
         ".TP\n2\nThere was a problem with what Caveat was given; every other document has been "
         "audited.\n"
         ".TP\n3\nA bug in Caveat.\n"
         ".SH FILES\n.TP\n.I .caveat.yaml\nThe configuration of a folder and what lies below it; "
         "\\fBcaveat init\\fR writes one in which every key is explained.\n"
         ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colours, whatever its value.\n";
}

}  // namespace caveat
