// The copy as a reader sees it, with the places of which the report speaks marked in it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/finding.h"

namespace caveat {

// A place in the copy and the entry of the report that speaks of it.
struct CopyMark {
  enum class Kind : std::uint8_t { Finding, Duty, Dismissed };  // the first one covers the others

  ProseSpan prose;
  Kind kind = Kind::Finding;
  Severity severity = Severity::Warning;
  std::string number;   // shown behind the words; empty: none
  std::string anchor;   // the id of the place
  std::string entry;    // the id of what speaks of it
  bool reveal = false;  // show the characters that nobody can see
};

struct MarkedCopy {
  std::string flow;    // what a reader of the page meets from top to bottom
  std::string beside;  // title, description, alternative texts …: what he meets elsewhere
  std::size_t beside_count = 0;
  bool beside_marked = false;
  std::vector<bool> placed;  // by mark: its anchor stands in one of the two
};

MarkedCopy marked_copy(const Document& document, const std::vector<CopyMark>& marks);

}  // namespace caveat
