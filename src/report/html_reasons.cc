#include "report/html_reasons.h"

#include <fmt/format.h>

#include "report/html_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

std::string labelled(std::string_view label, std::string_view html_value) {
  if (html_value.empty()) return "";
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", label, html_value);
}

// "weak-mixed" as people say it.
std::string evidence_in_words(std::string_view verdict) {
  if (verdict == "no-evidence") return "none was found";
  if (verdict == "weak-mixed") return "weak or mixed";
  std::string words(verdict);
  for (char& letter : words) {
    if (letter == '-') letter = ' ';
  }
  return words;
}

std::string evidence(const RuleInfo& rule, const Catalogue& catalogue) {
  if (rule.evidence.verdict.empty()) return "";
  std::string text = html(rule.evidence.note);
  const auto sources = catalogue.sources(rule);
  if (sources.empty()) return text;
  text += "<ul>";
  for (const EvidenceSource* source : sources) {
    text += fmt::format("<li>{}</li>", html_link(shown_citation(*source), source->url));
  }
  return text + "</ul>";
}

std::string authorities(const RuleInfo& rule, const Catalogue& catalogue) {
  std::string text;
  for (const Authority* authority : catalogue.authorities(rule)) {
    text += fmt::format("<li>{} <span class=\"where\">{}</span></li>",
                        html_link(shown_name(*authority), authority->url),
                        html(authority->jurisdiction));
  }
  return text.empty() ? "" : "<ul>" + text + "</ul>";
}

// “Say what guests notice: “Breathing often slows.””: what stands in the only quotation marks is
// what an editor wants to paste.
std::string_view pasteable(std::string_view suggestion) {
  constexpr std::string_view open = "“", close = "”";
  const std::size_t begin = suggestion.find(open);
  const std::size_t end = suggestion.find(close);
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin ||
      suggestion.find(open, begin + 1) != std::string_view::npos ||
      suggestion.find(close, end + 1) != std::string_view::npos) {
    return suggestion;
  }
  return suggestion.substr(begin + open.size(), end - begin - open.size());
}

}  // namespace

std::string html_reasons(const RuleInfo& rule, const Catalogue& catalogue) {
  const std::string& verdict = rule.evidence.verdict;
  const std::size_t cited = catalogue.authorities(rule).size();
  std::string summary = verdict.empty() ? "" : "Evidence: " + html(evidence_in_words(verdict));
  if (cited > 0) {
    summary += fmt::format("{}{} {}", summary.empty() ? "" : "; ", cited,
                           cited == 1 ? "authority" : "authorities");
  }
  return fmt::format(
      "<details class=\"reasons\"><summary>{}</summary>\n<dl>\n{}{}{}</dl></details>\n",
      summary.empty() ? "Rule" : summary, labelled("Evidence", evidence(rule, catalogue)),
      labelled("Authority", authorities(rule, catalogue)),
      labelled("Rule", fmt::format("<code>{}</code>", html(rule.id))));
}

std::string html_suggestion(const RuleInfo& rule) {
  if (rule.suggestion.empty()) return "";
  const bool duty = rule.kind == FindingKind::Obligation;
  const std::string_view words = duty ? rule.suggestion : pasteable(rule.suggestion);
  // What is no wording is an instruction: nobody wants to paste that.
  const bool wording =
      duty || rule.kind == FindingKind::Claim || words.size() < rule.suggestion.size();
  return fmt::format("<p class=\"instead\"><span class=\"label\">{}</span> {} {}</p>\n",
                     suggestion_title(rule), html(rule.suggestion),
                     wording ? html_copy_button(words) : "");
}

std::string html_copy_button(std::string_view text, std::string_view label) {
  return fmt::format("<button type=\"button\" class=\"copy\" data-text=\"{}\" hidden>{}</button>",
                     html(text), label);
}

}  // namespace caveat
