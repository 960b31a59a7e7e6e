#include "policy/changes.h"

#include <algorithm>
#include <charconv>

#include "policy/dismiss.h"

namespace caveat {
namespace {

// The lines as ranges of bytes; one that is empty is a place where lines were taken out.
std::vector<SourceSpan> byte_ranges(const ChangedLines& changed, std::string_view source) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = source.find('\n'); at != source.npos; at = source.find('\n', at + 1)) {
    starts.push_back(at + 1);
  }
  const auto start_of = [&](std::size_t line) {  // 1-based
    return line <= starts.size() ? starts[line - 1] : source.size();
  };
  std::vector<SourceSpan> ranges;
  for (const ChangedLines::Run& run : changed.runs) {
    if (run.count == 0) {
      ranges.push_back({start_of(run.first + 1), start_of(run.first + 1)});
    } else {
      ranges.push_back({start_of(run.first), start_of(run.first + run.count)});
    }
  }
  return ranges;
}

// A sentence that changed is told anew, be its words on another line.
bool is_in(const std::vector<SourceSpan>& ranges, const Finding& finding) {
  const SourceSpan place =
      finding.sentence.empty() ? SourceSpan(finding.source) : finding.source.hull(finding.sentence);
  return std::ranges::any_of(ranges, [place](SourceSpan range) {
    if (range.empty()) return place.begin < range.begin && range.begin < place.end;
    return range.overlaps(place) || (place.empty() && range.contains(place.begin));
  });
}

// "12" or "12,3" behind the sign, in "@@ -10 +12,3 @@".
bool read_run(std::string_view header, std::string_view sign, ChangedLines::Run& run) {
  const std::size_t at = header.find(sign);
  if (at == header.npos) return false;
  const char* const end = header.data() + header.size();
  auto read = std::from_chars(header.data() + at + sign.size(), end, run.first);
  if (read.ec != std::errc()) return false;
  run.count = 1;
  if (read.ptr != end && *read.ptr == ',') {
    read = std::from_chars(read.ptr + 1, end, run.count);
  }
  return read.ec == std::errc();
}

// git writes names with odd characters as a C string: "b/a\tb\303\251".
std::string unquoted(std::string_view name) {
  if (!name.starts_with('"')) {
    // A tab ends a name that holds blanks.
    return std::string(name.substr(0, name.find('\t')));
  }
  constexpr std::string_view letters = "abtnvfr", meanings = "\a\b\t\n\v\f\r";
  std::string text;
  for (std::size_t at = 1; at < name.size() && name[at] != '"'; ++at) {
    if (name[at] != '\\' || at + 1 == name.size()) {
      text += name[at];
      continue;
    }
    const char kind = name[++at];
    if (kind >= '0' && kind <= '3' && at + 2 < name.size()) {
      text +=
          static_cast<char>((kind - '0') * 64 + (name[at + 1] - '0') * 8 + (name[at + 2] - '0'));
      at += 2;
    } else {
      const std::size_t letter = letters.find(kind);
      text += letter == letters.npos ? kind : meanings[letter];
    }
  }
  return text;
}

}  // namespace

void keep_changed(const ChangedLines& changed, std::string_view since, FileReport& report) {
  if (changed.all) return;
  const std::vector<SourceSpan> ranges = byte_ranges(changed, report.document.source);
  dismiss(report, DismissalReason::Unchanged, since, [&](const Finding& finding) {
    return finding.rule->kind != FindingKind::Obligation && !is_in(ranges, finding);
  });
}

std::vector<ChangedFile> read_diff(std::string_view diff) {
  std::vector<ChangedFile> files;
  std::size_t removed = 0, added = 0;  // lines of the hunk at hand that are still to come
  bool gone = true;                    // the file at hand was deleted, or there is none yet
  while (!diff.empty()) {
    const std::string_view line = diff.substr(0, diff.find('\n'));
    diff.remove_prefix(std::min(line.size() + 1, diff.size()));
    // What a file says must not be taken for what git says of it.
    if (removed > 0 && line.starts_with('-')) {
      --removed;
    } else if (added > 0 && line.starts_with('+')) {
      --added;
    } else if (line.starts_with("+++ ")) {
      const std::string name = unquoted(line.substr(4));
      gone = !name.starts_with("b/");
      if (!gone) files.push_back({name.substr(2), {}});
    } else if (line.starts_with("@@ ")) {
      ChangedLines::Run before, now;
      if (!read_run(line, " -", before) || !read_run(line, " +", now)) continue;
      removed = before.count;
      added = now.count;
      if (!gone) files.back().lines.runs.push_back(now);
    }
  }
  return files;
}

}  // namespace caveat
