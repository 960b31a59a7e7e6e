// Audits a small page with the packs in rules/, and says what came of each claim in it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.h"
#include "input/formats.h"
#include "rulebook/rulebook.h"

namespace caveat::testing {

inline std::unique_ptr<const Rulebook> rulebook_of(std::span<const PackSource> sources) {
  LoadedRulebook loaded = load(sources);
  for (const Problem& problem : loaded.problems) ADD_FAILURE() << to_text(problem);
  return std::move(loaded.rulebook);
}

// The packs of the project.
inline std::vector<PackSource> standard_packs() {
  std::vector<PackSource> sources;
  for (const auto& entry : std::filesystem::directory_iterator(CAVEAT_SOURCE_DIR "/rules")) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file(entry.path());
    std::stringstream text;
    text << file.rdbuf();
    sources.push_back({entry.path().string(), text.str()});
  }
  return sources;
}

// The same, read once.
inline const Rulebook& standard_rulebook() {
  static const std::unique_ptr<const Rulebook> book = rulebook_of(standard_packs());
  return *book;
}

inline FileReport audit_text(std::string_view text, const Rulebook& rulebook,
                             std::string_view format = "markdown") {
  AuditOptions options;
  options.as_of = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{1},
                                              std::chrono::day{1}};
  return Auditor(rulebook).audit(read_document(std::string(text), "test", *format_named(format)),
                                 options);
}

// What the page says of health: "asserted pain/relieves-pain: eases pain" for each finding and each
// dismissed match, in the order of the page.
inline std::vector<std::string> claims_of(const FileReport& report) {
  std::vector<std::pair<std::size_t, std::string>> found;
  const auto add = [&](const Finding& finding, std::string_view how) {
    if (finding.rule->kind != FindingKind::Claim) return;
    found.emplace_back(finding.prose.begin, std::string(how) + " " + finding.rule->id + ": " +
                                                std::string(words_of(finding, report.document)));
  };
  for (const Finding& finding : report.findings) add(finding, name(finding.stance));
  for (const Dismissal& dismissal : report.dismissed) {
    const bool by_stance = dismissal.reason == DismissalReason::Stance;
    add(dismissal.finding, by_stance ? name(dismissal.finding.stance) : name(dismissal.reason));
  }
  std::ranges::sort(found);
  std::vector<std::string> lines;
  for (auto& [at, line] : found) lines.push_back(std::move(line));
  return lines;
}

}  // namespace caveat::testing
