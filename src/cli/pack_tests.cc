#include "cli/pack_tests.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/formats.h"

namespace caveat {
namespace {

using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

std::string marked(std::string_view text, const Spans& spans) {
  std::string result;
  std::size_t at = 0;
  for (const auto& [begin, end] : spans) {
    if (begin < at || end > text.size()) continue;  // overlaps the one before it
    result.append(text.substr(at, begin - at)).append("[[");
    result.append(text.substr(begin, end - begin)).append("]]");
    at = end;
  }
  return result.append(text.substr(at));
}

// One block of the kind that the rule is for: whether a plain-text reader would take a short line
// for a heading must not decide an example.
Document single_block(const std::string& text, BlockKind kind, Region region) {
  Document document;
  document.path = "example";
  document.format = "text";
  document.encoding = "utf-8";
  document.source = document.prose = text;
  document.map.append({{0, text.size()}, {0, text.size()}, SourceSegment::Kind::Copied});
  document.blocks.push_back({.prose = {0, text.size()}, .kind = kind, .region = region});
  return document;
}

template <class Value>
Value preferred(const std::vector<Value>& allowed, Value usual) {
  if (allowed.empty() || std::ranges::find(allowed, usual) != allowed.end()) return usual;
  return allowed.front();
}

class ExampleRun {
 public:
  ExampleRun(const Rulebook& rulebook, std::chrono::year_month_day as_of) : auditor_(rulebook) {
    options_.as_of = as_of;
    options_.all_languages = true;  // a few words do not tell their language
  }

  void run(const Rule& rule) {
    ++result_.rules;
    for (const Example& example : rule.flag) must_flag(rule, example);
    for (const Example& example : rule.pass) must_pass(rule, example);
  }

  void run(const Obligation& obligation) {
    ++result_.rules;
    for (const Example& example : obligation.satisfies) check_statement(obligation, example, true);
    for (const Example& example : obligation.fails) check_statement(obligation, example, false);
  }

  PackTestResult take() { return std::move(result_); }

 private:
  FileReport audit(const Example& example, BlockKind kind, Region region, const std::string& tag) {
    ++result_.examples;
    Document document = example_document(example, kind, region);
    document.language = tag.empty() ? "en" : tag;
    return auditor_.audit(std::move(document), options_);
  }

  FileReport audit(const Rule& rule, const Example& example) {
    return audit(example, preferred(rule.blocks, BlockKind::Paragraph),
                 preferred(rule.regions, Region::Body), rule.language);
  }

  void must_flag(const Rule& rule, const Example& example) {
    const FileReport report = audit(rule, example);
    Spans spans;
    std::string stances;
    bool stance_differs = false;
    const auto meet = [&](const Finding& finding) {
      if (finding.rule != &rule.info) return;
      spans.emplace_back(finding.source.begin, finding.source.end);
      stances += fmt::format("{}{}", stances.empty() ? "" : ", ", name(finding.stance));
      stance_differs = stance_differs || (example.stance && finding.stance != *example.stance);
    };
    std::ranges::for_each(report.findings, meet);
    // Where the rule is silent on the expected stance, its dismissal is what the pack asks for.
    if (example.stance && !rule.info.on_stance[static_cast<std::size_t>(*example.stance)]) {
      for (const Dismissal& dismissal : report.dismissed) {
        if (dismissal.reason == DismissalReason::Stance) meet(dismissal.finding);
      }
    }
    std::ranges::sort(spans);
    if (spans.empty()) {
      fail(rule.file, rule.info, example, "is not flagged", what_became(report, rule.info));
    } else if (spans != example.spans) {
      fail(rule.file, rule.info, example, "is flagged at other words", marked(example.text, spans));
    } else if (stance_differs) {
      fail(rule.file, rule.info, example, fmt::format("is not taken for {}", name(*example.stance)),
           stances);
    }
  }

  void must_pass(const Rule& rule, const Example& example) {
    const FileReport report = audit(rule, example);
    Spans spans;
    for (const Finding& finding : report.findings) {
      if (finding.rule == &rule.info) spans.emplace_back(finding.source.begin, finding.source.end);
    }
    std::ranges::sort(spans);
    if (spans.empty()) return;
    fail(rule.file, rule.info, example, "is flagged and must not be", marked(example.text, spans));
  }

  void check_statement(const Obligation& obligation, const Example& example, bool expected) {
    const FileReport report =
        audit(example, BlockKind::Paragraph, Region::Body, obligation.language);
    const auto status =
        std::ranges::find(report.obligations, &obligation.info, &ObligationStatus::rule);
    const bool satisfied = status != report.obligations.end() && status->satisfied;
    if (satisfied == expected) return;
    if (expected) {
      fail(obligation.file, obligation.info, example, "does not satisfy the obligation", "nothing");
    } else {
      const Spans spans{{status->statement.begin, status->statement.end}};
      fail(obligation.file, obligation.info, example, "satisfies the obligation and must not",
           marked(example.text, spans));
    }
  }

  // Why a rule is silent: its dismissals, or what other rules said.
  static std::string what_became(const FileReport& report, const RuleInfo& rule) {
    std::string found;
    for (const Dismissal& dismissal : report.dismissed) {
      if (dismissal.finding.rule != &rule) continue;
      found += fmt::format("{}“{}” dismissed ({}{}{})", found.empty() ? "" : "; ",
                           words_of(dismissal.finding, report.document), name(dismissal.reason),
                           dismissal.detail.empty() ? "" : ": ", dismissal.detail);
    }
    if (!found.empty()) return found;
    for (const Finding& finding : report.findings) {
      found += fmt::format("{}“{}” by {}", found.empty() ? "" : "; ",
                           words_of(finding, report.document), finding.rule->id);
    }
    return found.empty() ? "nothing" : "nothing by this rule; " + found;
  }

  void fail(const std::string& file, const RuleInfo& rule, const Example& example, std::string what,
            std::string found) {
    result_.failures.push_back(
        {file, example.line, rule.id, std::move(what), with_marks(example), std::move(found)});
  }

  Auditor auditor_;
  AuditOptions options_;
  PackTestResult result_;
};

}  // namespace

PackTestResult run_examples(const Rulebook& rulebook,
                            const std::function<bool(std::string_view)>& wanted,
                            std::chrono::year_month_day as_of) {
  ExampleRun run(rulebook, as_of);
  for (const Rule& rule : rulebook.rules) {
    if (wanted(rule.file)) run.run(rule);
  }
  for (const Obligation& obligation : rulebook.obligations) {
    if (wanted(obligation.file)) run.run(obligation);
  }
  return run.take();
}

Document example_document(const Example& example, BlockKind kind, Region region) {
  const bool one_line = example.text.find('\n') == std::string::npos;
  return one_line ? single_block(example.text, kind, region)
                  : read_document(example.text, "example", formats().front());
}

std::string with_marks(const Example& example) { return marked(example.text, example.spans); }

}  // namespace caveat
