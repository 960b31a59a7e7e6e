#include "policy/path_patterns.h"

#include <optional>

namespace caveat {
namespace {

bool is_in_class(std::string_view name, unsigned char c) {
  const bool digit = c >= '0' && c <= '9', lower = c >= 'a' && c <= 'z',
             upper = c >= 'A' && c <= 'Z', graphic = c > ' ' && c < 0x7F;
  if (name == "digit") return digit;
  if (name == "lower") return lower;
  if (name == "upper") return upper;
  if (name == "alpha") return lower || upper;
  if (name == "alnum") return lower || upper || digit;
  if (name == "space") return c == ' ' || (c >= '\t' && c <= '\r');
  if (name == "blank") return c == ' ' || c == '\t';
  if (name == "punct") return graphic && !lower && !upper && !digit;
  if (name == "graph") return graphic;
  if (name == "print") return graphic || c == ' ';
  if (name == "cntrl") return c < ' ' || c == 0x7F;
  if (name == "xdigit") return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  return false;
}

// What a bracket expression says of a character, and where it ends.
struct Bracket {
  bool holds = false;
  std::size_t end = 0;  // behind the "]"
};

// Nothing where the bracket at `at` is never closed: git then lets the pattern match nothing.
std::optional<Bracket> read_bracket(std::string_view glob, std::size_t at, unsigned char c) {
  std::size_t i = at + 1;
  const bool inverted = i < glob.size() && (glob[i] == '!' || glob[i] == '^');
  if (inverted) ++i;
  bool holds = false;
  for (const std::size_t first = i; i < glob.size(); ++i) {
    if (glob[i] == ']' && i > first) return Bracket{holds != inverted, i + 1};
    if (glob.substr(i).starts_with("[:")) {
      const std::size_t close = glob.find(":]", i + 2);
      if (close != glob.npos) {
        holds = holds || is_in_class(glob.substr(i + 2, close - i - 2), c);
        i = close + 1;
        continue;
      }
    }
    if (glob[i] == '\\' && ++i == glob.size()) break;
    const auto low = static_cast<unsigned char>(glob[i]);
    auto high = low;
    if (i + 2 < glob.size() && glob[i + 1] == '-' && glob[i + 2] != ']') {
      i += 2;
      if (glob[i] == '\\' && ++i == glob.size()) break;
      high = static_cast<unsigned char>(glob[i]);
    }
    holds = holds || (low <= c && c <= high);
  }
  return std::nullopt;
}

// Backtracks over the stars; what failed once is not tried again, so that the time is bounded by
// the product of the two lengths.
class GlobMatch {
 public:
  GlobMatch(std::string_view glob, std::string_view text)
      : glob_(glob), text_(text), failed_((glob.size() + 1) * (text.size() + 1)) {}

  bool from(std::size_t g, std::size_t t) {
    char& failed = failed_[g * (text_.size() + 1) + t];
    if (failed) return false;
    const bool found = step(g, t);
    failed = !found;
    return found;
  }

 private:
  bool step(std::size_t g, std::size_t t) {
    if (g == glob_.size()) return t == text_.size();
    if (glob_[g] == '*') return star(g, t);
    if (t == text_.size()) return false;
    const char c = text_[t];
    switch (glob_[g]) {
      case '?':
        return c != '/' && from(g + 1, t + 1);
      case '[': {
        const auto bracket = read_bracket(glob_, g, static_cast<unsigned char>(c));
        return bracket && bracket->holds && c != '/' && from(bracket->end, t + 1);
      }
      case '\\':
        return g + 1 < glob_.size() && glob_[g + 1] == c && from(g + 2, t + 1);
      default:
        return glob_[g] == c && from(g + 1, t + 1);
    }
  }

  bool star(std::size_t g, std::size_t t) {
    std::size_t after = g;
    while (after < glob_.size() && glob_[after] == '*') ++after;
    const bool begins = g == 0 || glob_[g - 1] == '/';
    const bool crosses = after - g == 2 && begins && (after == glob_.size() || glob_[after] == '/');
    if (!crosses) {
      for (; from(after, t) == false; ++t) {
        if (t == text_.size() || text_[t] == '/') return false;
      }
      return true;
    }
    if (after == glob_.size()) return true;  // "/**" at the end: everything inside
    // "**/": no folder, or any number of them.
    if (from(after + 1, t)) return true;
    for (; t < text_.size(); ++t) {
      if (text_[t] == '/' && from(after + 1, t + 1)) return true;
    }
    return false;
  }

  std::string_view glob_, text_;
  std::vector<char> failed_;
};

}  // namespace

bool matches_glob(std::string_view glob, std::string_view text) {
  return GlobMatch(glob, text).from(0, 0);
}

PathPatterns::PathPatterns(std::span<const std::string> lines) {
  for (const std::string& line : lines) add(line);
}

void PathPatterns::add(std::string_view line) {
  const auto ends_in_blank = [&line] {
    return line.ends_with(' ') && !(line.size() > 1 && line[line.size() - 2] == '\\');
  };
  while (ends_in_blank()) line.remove_suffix(1);
  if (line.empty() || line.starts_with('#')) return;
  Pattern pattern;
  if (line.starts_with('!')) {
    pattern.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    pattern.folders_only = true;
    line.remove_suffix(1);
  }
  pattern.anchored = line.find('/') != line.npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return;
  pattern.glob = line;
  patterns_.push_back(std::move(pattern));
}

bool PathPatterns::last_says_yes(std::string_view path, bool is_folder) const {
  const std::string_view base = path.substr(path.rfind('/') + 1);
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->folders_only && !is_folder) continue;
    if (matches_glob(pattern->glob, pattern->anchored ? path : base)) return !pattern->negated;
  }
  return false;
}

bool PathPatterns::matches(std::string_view path, bool is_folder) const {
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    if (last_says_yes(path.substr(0, slash), true)) return true;
  }
  return last_says_yes(path, is_folder);
}

}  // namespace caveat
