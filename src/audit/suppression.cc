#include "audit/suppression.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "audit/suppression_scope.h"
#include "model/date.h"
#include "model/line_index.h"

namespace caveat {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// So many named rules one document may hold: each is held against each finding.
constexpr std::size_t most_named = 1000;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

// Takes the first word of `text`; blanks and commas separate words.
std::string_view take_word(std::string_view& text) {
  constexpr std::string_view separators = " \t\r\n,";
  text.remove_prefix(std::min(text.find_first_not_of(separators), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(separators));
  text.remove_prefix(word.size());
  return word;
}

enum class Reach : std::uint8_t { Block, NextLine, Begin, End, File, Unknown };

Reach reach_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Reach>, 5> names = {{
      {"caveat-ignore", Reach::Block},
      {"caveat-ignore-next-line", Reach::NextLine},
      {"caveat-ignore-begin", Reach::Begin},
      {"caveat-ignore-end", Reach::End},
      {"caveat-ignore-file", Reach::File},
  }};
  const auto found = std::ranges::find(names, name, &std::pair<std::string_view, Reach>::first);
  return found == names.end() ? Reach::Unknown : found->second;
}

// "RULE, RULE until DATE owner NAME".
void read_head(std::string_view head, Suppression& suppression) {
  while (!trimmed(head).empty()) {
    const std::string_view word = take_word(head);
    if (word == "until") {
      const std::string_view date = take_word(head);
      suppression.until = parse_date(date);
      if (!suppression.until) {
        suppression.mistake = fmt::format("“{}” is no date: write until 2026-01-31.", date);
      }
    } else if (word == "owner") {
      // A name may have several words.
      const std::size_t end = std::min(head.find(" until "), head.size());
      suppression.owner = trimmed(head.substr(0, end));
      head.remove_prefix(end);
      if (suppression.owner.empty()) suppression.mistake = "The owner has no name.";
    } else if (word.find('/') != word.npos) {
      suppression.rules.push_back({std::string(word)});
    } else if (!word.empty()) {
      suppression.mistake = fmt::format("“{}” is no rule: write pack/name, or pack/*.", word);
    }
  }
  if (suppression.rules.empty() && suppression.mistake.empty()) {
    suppression.mistake = "It names no rule: write caveat-ignore pack/name: reason.";
  }
}

class SuppressionReader {
 public:
  SuppressionReader(const Document& document, std::chrono::year_month_day as_of)
      : document_(document), scope_(document), as_of_(as_of) {}

  std::vector<Suppression> read() {
    std::vector<const SuppressionComment*> comments;
    for (const SuppressionComment& comment : document_.suppressions) comments.push_back(&comment);
    std::ranges::sort(comments, {}, [](const auto* comment) { return comment->source; });
    for (const SuppressionComment* comment : comments) read(*comment);
    for (const std::size_t open : open_) {
      read_[open].mistake = "No caveat-ignore-end follows it.";
      read_[open].scope = {};
    }
    return std::move(read_);
  }

 private:
  void read(const SuppressionComment& comment) {
    const std::string_view text = comment.text;
    const std::string_view keyword = text.substr(0, text.find_first_of(" \t\r\n:"));
    const Reach reach = reach_named(keyword);
    if (reach == Reach::End) return close(comment);
    Suppression& made = read_.emplace_back();
    made.source = comment.source;
    std::string_view rest = text.substr(keyword.size());
    // A colon inside of a rule's name is a slip, which read_head tells.
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    read_head(rest.substr(0, colon), made);
    made.reason = trimmed(rest.substr(std::min(colon + 1, rest.size())));
    if (made.reason.empty() && made.mistake.empty()) {
      made.mistake = "It gives no reason: write caveat-ignore pack/name: reason.";
    }
    if (reach == Reach::Unknown) {
      made.mistake = fmt::format(
          "There is no “{}”: write caveat-ignore, or it with -next-line, -begin, -end or -file.",
          keyword);
    }
    made.expired = made.until && *made.until < as_of_;
    named_ += made.rules.size();
    if (named_ <= most_named) return set_scope(made, reach);
    made.rules.clear();
    made.mistake = fmt::format(
        "The instructions of one document may name {} rules; this is beyond.", most_named);
  }

  void set_scope(Suppression& made, Reach reach) {
    switch (reach) {
      case Reach::Block:
        made.scope = scope_.block(made.source);
        break;
      case Reach::NextLine:
        made.scope = scope_.next_line(made.source);
        break;
      case Reach::Begin:
        open_.push_back(read_.size() - 1);
        break;
      case Reach::File:
        made.scope = scope_.file();
        break;
      case Reach::End:
      case Reach::Unknown:
        break;
    }
  }

  void close(const SuppressionComment& comment) {
    if (open_.empty()) {
      Suppression& stray = read_.emplace_back();
      stray.source = comment.source;
      stray.mistake = "No caveat-ignore-begin stands before it.";
      return;
    }
    Suppression& begun = read_[open_.back()];
    begun.scope = {begun.source.end, comment.source.begin};
    open_.pop_back();
  }

  const Document& document_;
  SuppressionScope scope_;
  std::chrono::year_month_day as_of_;
  std::vector<Suppression> read_;
  std::vector<std::size_t> open_;  // begun and not ended
  std::size_t named_ = 0;          // rules, in the instructions so far
};

bool covers(std::string_view named, std::string_view rule) {
  return named.ends_with("/*") ? rule.starts_with(named.substr(0, named.size() - 1))
                               : named == rule;
}

std::string detail(const Suppression& suppression, std::size_t line) {
  std::string text = fmt::format("line {}: {}", line, suppression.reason);
  std::string more;
  if (!suppression.owner.empty()) more = "owner " + suppression.owner;
  if (suppression.until) {
    const auto& day = *suppression.until;
    more += fmt::format("{}until {:04}-{:02}-{:02}", more.empty() ? "" : ", ",
                        static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                        static_cast<unsigned>(day.day()));
  }
  return more.empty() ? text : fmt::format("{} ({})", text, more);
}

Trouble trouble_at(const CheckInput& input, SourceSpan source, std::string detail) {
  return {.prose = input.document.map.to_prose(source),
          .source = source,
          .detail = std::move(detail),
          .fixes = {}};
}

}  // namespace

std::vector<Suppression> read_suppressions(const Document& document,
                                           std::chrono::year_month_day as_of) {
  if (document.suppressions.empty()) return {};
  return SuppressionReader(document, as_of).read();
}

void apply(std::vector<Suppression>& suppressions, const Document& document,
           std::vector<Finding>& findings, std::vector<Dismissal>& dismissed) {
  if (suppressions.empty()) return;
  const LineIndex lines(document.source, document.code_units());
  std::vector<std::pair<SourceSpan, Suppression*>> counting;
  for (Suppression& each : suppressions) {
    if (each.mistake.empty() && !each.expired) counting.emplace_back(each.scope, &each);
  }
  // The first that speaks for the finding; every other one that does is used as well.
  const auto silenced_by = [&](const Finding& finding) {
    const Suppression* by = nullptr;
    for (const auto& [scope, each] : counting) {
      if (!scope.contains(finding.source.begin)) continue;
      for (Suppression::Named& named : each->rules) {
        if (!covers(named.rule, finding.rule->id)) continue;
        named.used = true;
        if (by == nullptr) by = each;
      }
    }
    return by;
  };
  using Against = std::optional<std::pair<DismissalReason, std::string>>;
  dismiss_where(findings, dismissed, [&](const Finding& finding) -> Against {
    const Suppression* const by = silenced_by(finding);
    if (by == nullptr) return std::nullopt;
    return std::pair(DismissalReason::Suppressed, detail(*by, lines.at(by->source.begin).line));
  });
}

std::vector<Trouble> find_malformed_suppressions(const CheckInput& input) {
  std::vector<Trouble> found;
  for (const Suppression& each : input.suppressions) {
    if (!each.mistake.empty()) found.push_back(trouble_at(input, each.source, each.mistake));
  }
  return found;
}

std::vector<Trouble> find_unknown_suppressed_rules(const CheckInput& input) {
  const auto is_known = [&](std::string_view name) {
    return std::ranges::any_of(input.rulebook.all,
                               [name](const RuleInfo* rule) { return covers(name, rule->id); });
  };
  std::vector<Trouble> found;
  for (const Suppression& each : input.suppressions) {
    for (const Suppression::Named& named : each.rules) {
      if (is_known(named.rule)) continue;
      found.push_back(
          trouble_at(input, each.source, fmt::format("There is no rule “{}”.", named.rule)));
    }
  }
  return found;
}

std::vector<Trouble> find_expired_suppressions(const CheckInput& input) {
  std::vector<Trouble> found;
  for (const Suppression& each : input.suppressions) {
    if (!each.expired || !each.mistake.empty()) continue;
    std::string owner = each.owner.empty() ? "" : fmt::format("Ask {}.", each.owner);
    found.push_back(trouble_at(input, each.source, std::move(owner)));
  }
  return found;
}

// What is wrong in another way is told in that way alone. One that is for this very check cannot be
// judged before it ends.
std::vector<Trouble> find_unused_suppressions(const CheckInput& input) {
  std::vector<Trouble> found;
  const auto judges_this = [&input](std::string_view name) {
    return std::ranges::any_of(input.rulebook.rules, [name](const Rule& rule) {
      return rule.check == "unused-suppression" && covers(name, rule.info.id);
    });
  };
  for (const Suppression& each : input.suppressions) {
    if (!each.mistake.empty() || each.expired) continue;
    for (const Suppression::Named& named : each.rules) {
      const auto is_meant = [&named](const RuleInfo* rule) { return covers(named.rule, rule->id); };
      if (named.used || judges_this(named.rule)) continue;
      if (std::ranges::none_of(input.rulebook.all, is_meant)) continue;
      found.push_back(
          trouble_at(input, each.source, fmt::format("{} finds nothing there.", named.rule)));
    }
  }
  return found;
}

}  // namespace caveat
