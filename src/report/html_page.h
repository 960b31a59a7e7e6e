// The frame of every HTML page: one file that asks the network for nothing.
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"

namespace caveat {

// Made at build time from the files in src/report/html.
struct HtmlAssets {
  std::string_view style, script;            // what the page carries
  std::string_view style_hash, script_hash;  // SHA-256 in Base64, for its content security policy
};
extern const HtmlAssets html_assets;

// `title` is plain text, `body` is HTML.
std::string html_page(std::string_view title, std::string_view body);

// What could not be audited, or nothing.
std::string html_problems(const Report& report);

// The last lines of a page: what made it, and what it is not.
std::string html_footer(const Report& report);

// "block" with its sign, as a label.
std::string html_verdict(Verdict verdict);

}  // namespace caveat
