#include "report/html_page.h"

#include <fmt/format.h>

#include "report/html_text.h"

namespace caveat {

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}<script>{}</script>\n</body>\n"
      "</html>\n",
      html_assets.style_hash, html_assets.script_hash, html(title), html_assets.style, body,
      html_assets.script);
}

std::string html_problems(const Report& report) {
  if (report.problems.empty()) return "";
  std::string list;
  for (const Problem& problem : report.problems) {
    list += fmt::format("<li>{}</li>\n", html(to_text(problem)));
  }
  return fmt::format(
      "<section class=\"problems\"><h2>Could not be audited</h2>\n<ul>\n{}</ul>"
      "</section>\n",
      list);
}

std::string html_footer(const Report& report) {
  std::string packs;
  for (const PackInfo& pack : report.packs) {
    packs += fmt::format("{}{} {}", packs.empty() ? "" : ", ", html(pack.name), html(pack.version));
  }
  return fmt::format(
      "<footer class=\"page\">\n<p>Caveat {}. A page that passes is not thereby lawful: this is no "
      "legal advice, and Caveat does not judge whether a claim is true.</p>\n"
      "<details><summary>Packs of rules</summary><p>{}</p></details>\n</footer>\n",
      html(report.tool_version), packs);
}

std::string html_verdict(Verdict verdict) {
  const std::string_view sign = verdict == Verdict::Pass     ? "\u2713"
                                : verdict == Verdict::Review ? "!"
                                                             : "\u2715";
  return fmt::format("<span class=\"verdict {0}\"><span aria-hidden=\"true\">{1}</span> {0}</span>",
                     name(verdict), sign);
}

}  // namespace caveat
