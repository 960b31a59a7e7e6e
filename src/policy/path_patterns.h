// Lists of paths in the syntax of gitignore(5).
//
// `*`, `?` and `[…]` stay within one name of a path, `**/`, `/**` and `/**/` cross names; a pattern
// with a slash before its end is anchored at the list's folder, one without may match in any
// folder; a slash at its end asks for a folder; `!` takes back what an earlier pattern said. What
// lies in a folder that matches, matches with it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

class PathPatterns {
 public:
  PathPatterns() = default;
  explicit PathPatterns(std::span<const std::string> lines);

  // `path` is relative to the list's folder, its names separated by '/'.
  bool matches(std::string_view path, bool is_folder = false) const;

 private:
  struct Pattern {
    std::string glob;
    bool negated = false, anchored = false, folders_only = false;
  };
  void add(std::string_view line);
  bool last_says_yes(std::string_view path, bool is_folder) const;

  std::vector<Pattern> patterns_;
};

// Whether `glob` is `text` as a whole; a slash is met by a slash and by "**" only.
bool matches_glob(std::string_view glob, std::string_view text);

}  // namespace caveat
