#include "cli/repair.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "input/formats.h"

namespace caveat {
namespace {

// Each round mends one layer of what overlaps; more are no repair but a quarrel.
constexpr int most_rounds = 16;
// How often a round reads the page to find the fixes that do not do what they say.
constexpr int most_trials = 200;

struct Candidate {
  const Finding* finding;
  const Fix* fix;
};
using Candidates = std::vector<Candidate>;

std::string with(std::string_view source, const Candidates& fixes) {
  std::string bytes;
  std::size_t at = 0;
  for (const Candidate& c : fixes) {
    bytes += source.substr(at, c.fix->source.begin - at);
    bytes += c.fix->replacement;
    at = c.fix->source.end;
  }
  bytes += source.substr(at);
  return bytes;
}

// White space is the layout's: a word that goes takes the blank beside it along.
std::string without_layout(std::string_view prose) {
  std::string text;
  for (const char c : prose) {
    const bool line = c == '\n';
    if (!line && c != ' ') {
      text += c;
    } else if (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
      if (line) text.back() = '\n';
    } else if (!text.empty()) {
      text += c;
    }
  }
  while (text.ends_with(' ') || text.ends_with('\n')) text.pop_back();
  return text;
}

// What the page must read like once these are applied.
std::string expected(const Document& page, Candidates fixes) {
  std::ranges::sort(fixes, {}, [](const Candidate& c) { return c.finding->prose.begin; });
  std::string prose;
  std::size_t at = 0;
  for (const Candidate& c : fixes) {
    if (c.finding->prose.begin < at) continue;
    prose += page.text({at, c.finding->prose.begin});
    prose += c.fix->text;
    at = c.finding->prose.end;
  }
  prose += page.text({at, page.prose.size()});
  return without_layout(prose);
}

// Takes those fixes of a round that do what they say.
class Round {
 public:
  Round(const Document& page, const Format& format) : page_(page), format_(format) {}

  // In source order, not overlapping.
  void take(std::span<const Candidate> fixes) {
    if (fixes.empty()) return;
    Candidates both = taken_;
    both.insert(both.end(), fixes.begin(), fixes.end());
    if (++trials_ <= most_trials && holds(both)) {
      taken_ = std::move(both);
    } else if (fixes.size() == 1 || trials_ > most_trials) {
      refused_.insert(refused_.end(), fixes.begin(), fixes.end());
    } else {
      const std::size_t half = fixes.size() / 2;
      take(fixes.first(half));
      take(fixes.subspan(half));
    }
  }

  const Candidates& taken() const { return taken_; }
  const Candidates& refused() const { return refused_; }

 private:
  bool holds(const Candidates& fixes) const {
    const Document after = read_document(with(page_.source, fixes), page_.path, format_);
    return after.encoding == page_.encoding &&
           without_layout(after.prose) == expected(page_, fixes);
  }

  const Document& page_;
  const Format& format_;
  Candidates taken_, refused_;
  int trials_ = 0;
};

// The edits of one round, to find the way back from the text after it.
class Edits {
 public:
  explicit Edits(const Candidates& fixes) {
    for (const Candidate& c : fixes) edits_.push_back({c.fix->source, c.fix->replacement.size()});
  }

  SourceSpan before(SourceSpan after) const {
    return {before(after.begin, &SourceSpan::begin), before(after.end, &SourceSpan::end)};
  }

 private:
  // A place inside a replacement is that edge of what was replaced.
  std::size_t before(std::size_t after, std::size_t SourceSpan::* edge) const {
    std::size_t shown = 0, source = 0;  // the ends of the edit before, in both texts
    for (const auto& [replaced, size] : edits_) {
      const std::size_t begin = shown + (replaced.begin - source);
      if (after < begin || (after == begin && edge == &SourceSpan::end)) break;
      if (after < begin + size || (after == begin + size && edge == &SourceSpan::end)) {
        return replaced.*edge;
      }
      shown = begin + size;
      source = replaced.end;
    }
    return source + (after - shown);
  }

  std::vector<std::pair<SourceSpan, std::size_t>> edits_;
};

class Repairer {
 public:
  Repairer(const InputFile& file, const Auditor& auditor, const AuditOptions& options,
           Sureness at_least)
      : file_(file), auditor_(auditor), options_(options), at_least_(at_least) {}

  Repaired repair(std::string bytes) {
    original_ = bytes;
    result_.bytes = std::move(bytes);
    for (int round = 0; round < most_rounds; ++round) {
      if (!repair_once()) break;
    }
    const auto by_place = [](const Repair& r) {
      return std::tuple(r.source.begin, r.source.end, std::string_view(r.rule->id),
                        std::string_view(r.before), std::string_view(r.after));
    };
    std::ranges::sort(result_.repairs, {}, by_place);
    std::ranges::sort(result_.refused, {}, by_place);
    return std::move(result_);
  }

 private:
  // False where nothing was left to do.
  bool repair_once() {
    FileReport report =
        auditor_.audit(read_document(result_.bytes, file_.path, *file_.format), options_);
    if (!lines_) lines_.emplace(original_, report.document.code_units());
    result_.refused.clear();
    result_.damaged_still = 0;
    Round round(report.document, *file_.format);
    round.take(candidates(report));
    for (const Candidate& c : round.refused()) {
      refuse(report.document, c, "the page would then read otherwise in another place");
    }
    if (round.taken().empty()) return false;
    for (const Candidate& c : round.taken()) note(report.document, c, {}, result_.repairs);
    edits_.emplace_back(round.taken());
    result_.bytes = with(report.document.source, round.taken());
    return true;
  }

  bool is_wanted(const Finding& finding, const Document& page) const {
    if (finding.fixes.empty()) return false;
    const Fix& fix = finding.fixes.front();
    const bool changes = !fix.refusal.empty() || fix.replacement != slice(page.source, fix.source);
    return changes && (fix.certain || at_least_ == Sureness::Probable);
  }

  // What may be applied, without overlaps; the rest waits for another round.
  Candidates candidates(const FileReport& report) {
    Candidates all;
    for (const Finding& finding : report.findings) {
      if (!is_wanted(finding, report.document)) {
        if (finding.rule->kind == FindingKind::Damage) ++result_.damaged_still;
        continue;
      }
      const Candidate candidate{&finding, &finding.fixes.front()};
      if (!candidate.fix->refusal.empty()) {
        refuse(report.document, candidate, candidate.fix->refusal);
      } else {
        all.push_back(candidate);
      }
    }
    std::ranges::sort(all, {}, [](const Candidate& c) {
      return std::pair(c.fix->source.begin, c.fix->source.end);
    });
    Candidates apart;
    for (const Candidate& c : all) {
      if (apart.empty() || apart.back().fix->source.end <= c.fix->source.begin) apart.push_back(c);
    }
    return apart;
  }

  void refuse(const Document& page, const Candidate& c, std::string why) {
    note(page, c, std::move(why), result_.refused);
  }

  void note(const Document& page, const Candidate& c, std::string refusal,
            std::vector<Repair>& list) const {
    SourceSpan source = c.fix->source;
    for (auto edits = edits_.rbegin(); edits != edits_.rend(); ++edits) {
      source = edits->before(source);
    }
    list.push_back({.source = source,
                    .start = lines_->at(source.begin),
                    .rule = c.finding->rule,
                    .before = std::string(page.text(c.finding->prose)),
                    .after = c.fix->text,
                    .detail = c.finding->detail,
                    .refusal = std::move(refusal)});
  }

  const InputFile& file_;
  const Auditor& auditor_;
  const AuditOptions& options_;
  Sureness at_least_;
  std::string original_;
  std::optional<LineIndex> lines_;  // of the original
  std::vector<Edits> edits_;        // of the rounds so far
  Repaired result_;
};

}  // namespace

Repaired repair(std::string bytes, const InputFile& file, const Auditor& auditor,
                const AuditOptions& options, Sureness at_least) {
  return Repairer(file, auditor, options, at_least).repair(std::move(bytes));
}

}  // namespace caveat
