// Runs one check of damaged text over a small page, with the packs `damage` and `residue` as they
// are, and replays its fixes.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "audit/checks.h"
#include "input/formats.h"
#include "rulebook/rulebook.h"

namespace caveat::damage {

using std::chrono::year;

inline const Rulebook& packs() {
  static const std::unique_ptr<const Rulebook> book = [] {
    std::vector<PackSource> sources;
    for (const std::string name : {"damage", "residue", "authorities"}) {
      const std::string path = std::string(CAVEAT_SOURCE_DIR) + "/rules/" + name + ".yaml";
      std::ifstream file(path);
      std::stringstream text;
      text << file.rdbuf();
      sources.push_back({path, text.str()});
    }
    LoadedRulebook loaded = load(sources);
    for (const Problem& problem : loaded.problems) ADD_FAILURE() << to_text(problem);
    return std::move(loaded.rulebook);
  }();
  return *book;
}

struct Setting {
  std::string_view format = "text";
  std::string_view language = "";  // "": what the reader of the format finds
  std::chrono::year_month_day as_of = year{2026} / 1 / 15;
  std::vector<Finding> claims = {};
};

inline Document page(std::string source, const Setting& setting = {}) {
  Document document = read_document(std::move(source), "page", *format_named(setting.format));
  if (!setting.language.empty()) document.language = setting.language;
  return document;
}

inline std::vector<Trouble> troubles(std::string_view check, const Document& document,
                                     const Setting& setting = {}) {
  const auto row = std::ranges::find(checks(), check, &Check::name);
  if (row == checks().end()) {
    ADD_FAILURE() << "no check " << check;
    return {};
  }
  const Segmented text = segment(document, packs());
  return row->run({document, text, setting.claims, setting.as_of, packs()});
}

// The words that the check flags.
inline std::vector<std::string> found(std::string_view check, std::string source,
                                      const Setting& setting = {}) {
  const Document document = page(std::move(source), setting);
  std::vector<std::string> words;
  for (const Trouble& trouble : troubles(check, document, setting)) {
    words.emplace_back(document.text(trouble.prose));
  }
  return words;
}

using Words = std::vector<std::string>;

inline std::string with(std::string source, const Fix& fix) {
  source.replace(fix.source.begin, fix.source.size(), fix.replacement);
  return source;
}

// The source with every fix of the check.
inline std::string fixed(std::string_view check, std::string source, const Setting& setting = {}) {
  const Document document = page(source, setting);
  const auto all = troubles(check, document, setting);
  for (auto trouble = all.rbegin(); trouble != all.rend(); ++trouble) {
    for (const Fix& fix : trouble->fixes) source = with(std::move(source), fix);
  }
  return source;
}

// Each fix removes its own finding and no other; all of them leave nothing to fix.
inline void expect_replays(std::string_view check, const std::string& source,
                           const Setting& setting = {}) {
  const Document document = page(source, setting);
  const auto all = troubles(check, document, setting);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].fixes.empty()) continue;
    Words expected;
    for (std::size_t k = 0; k < all.size(); ++k) {
      if (k != i) expected.emplace_back(document.text(all[k].prose));
    }
    const std::string after = with(source, all[i].fixes.front());
    EXPECT_EQ(found(check, after, setting), expected)
        << check << " on " << source << " after the fix of " << document.text(all[i].prose);
  }
  const std::string clean = fixed(check, source, setting);
  EXPECT_EQ(fixed(check, clean, setting), clean) << source;
}

}  // namespace caveat::damage
