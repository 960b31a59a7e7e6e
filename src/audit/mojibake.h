// Finds UTF-8 that was read in a single-byte code page, and says what was meant.
//
// A *misreading* is a run of characters whose bytes in one code page are valid UTF-8 of a character
// that text is likely to hold, at a place where honest text has no such run. One certain run makes
// weaker ones of the same page credible. Repairs may need several layers.
#pragma once

#include <string>
#include <vector>

#include "audit/checks.h"
#include "audit/code_pages.h"

namespace caveat {

struct Misreading {
  ProseSpan prose;
  std::string meant;  // UTF-8; empty where something was lost
  CodePage page = CodePage::Windows1252;
  int layers = 1;         // how many times over
  bool lossy = false;     // no repair is certain
  bool probable = false;  // a byte is gone, and what it was is likely
};

// In prose order, not overlapping.
std::vector<Misreading> find_misreadings(std::string_view prose,
                                         std::span<const std::size_t> suspects,
                                         std::string_view language = {});

std::vector<Trouble> find_mojibake(const CheckInput& input);

}  // namespace caveat
