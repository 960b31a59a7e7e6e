#include "cli/pack_mutations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "input/formats.h"

namespace caveat {
namespace {

using Span = std::pair<std::size_t, std::size_t>;  // half-open, in bytes

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), to_lower);
  return result;
}

// As the middle of a sentence: "HIV" and "NHS" keep their capitals.
std::string continued(std::string text) {
  if (text.size() > 1 && !is_upper(text[1])) text[0] = to_lower(text[0]);
  while (!text.empty() && std::string_view(".!?").find(text.back()) != std::string_view::npos) {
    text.pop_back();
  }
  return text;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with(from)) {
      result += to;
      at += from.size();
    } else {
      result += text[at++];
    }
  }
  return result;
}

std::string escaped(std::string_view text) {
  return replaced(replaced(text, "&", "&amp;"), "<", "&lt;");
}

std::string paragraph(std::string_view text) { return fmt::format("<p>{}</p>", text); }

// The page that a mutation makes of an example; nothing where it does not fit.
using Mutate = std::optional<std::string> (*)(const std::string& text, Span flagged);

struct Mutation {
  std::string_view name;
  std::optional<Stance> stance;  // what becomes of the claim; none: nothing
  Mutate page;                   // HTML
};

constexpr std::size_t least_words_of_speech = 4;  // shorter quotations are titles and scare quotes

constexpr std::array<Mutation, 9> mutations = {{
    {"denied", Stance::Negated,
     [](const std::string& text, Span) -> std::optional<std::string> {
       return paragraph(escaped(fmt::format("It is a myth that {}.", continued(text))));
     }},
    {"asked", Stance::Asked,
     [](const std::string& text, Span) -> std::optional<std::string> {
       return paragraph(escaped(fmt::format("Is it true that {}?", continued(text))));
     }},
    {"attributed", Stance::Attributed,
     [](const std::string& text, Span) -> std::optional<std::string> {
       return paragraph(
           escaped(fmt::format("According to the Ayurvedic tradition, {}.", continued(text))));
     }},
    {"quoted", Stance::Quoted,
     [](const std::string& text, Span) -> std::optional<std::string> {
       const auto words = static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
       if (words < least_words_of_speech || text.contains("“") || text.contains('"')) {
         return std::nullopt;
       }
       return paragraph(escaped(fmt::format("“{}”", text)));
     }},
    {"in capitals", std::nullopt,
     [](const std::string& text, Span) -> std::optional<std::string> {
       std::string capitals = text;
       std::ranges::transform(capitals, capitals.begin(), to_upper);
       return paragraph(escaped(capitals));
     }},
    {"with curly quotes", std::nullopt,
     [](const std::string& text, Span) -> std::optional<std::string> {
       if (!text.contains('\'')) return std::nullopt;
       return paragraph(escaped(replaced(text, "'", "’")));
     }},
    {"with no-break spaces", std::nullopt,
     [](const std::string& text, Span) -> std::optional<std::string> {
       return paragraph(replaced(escaped(text), " ", "&nbsp;"));
     }},
    {"in bold", std::nullopt,
     [](const std::string& text, Span flagged) -> std::optional<std::string> {
       return paragraph(
           fmt::format("{}<b>{}</b>{}", escaped(text.substr(0, flagged.first)),
                       escaped(text.substr(flagged.first, flagged.second - flagged.first)),
                       escaped(text.substr(flagged.second))));
     }},
    {"with an entity", std::nullopt,
     [](const std::string& text, Span flagged) -> std::optional<std::string> {
       const auto letter = static_cast<unsigned char>(text[flagged.first]);
       if (letter >= 0x80) return std::nullopt;
       return paragraph(fmt::format("{}&#{};{}", escaped(text.substr(0, flagged.first)), letter,
                                    escaped(text.substr(flagged.first + 1))));
     }},
}};

// Words of a match as they are compared: case, curly quotes and kinds of space do not count.
std::string plain(std::string_view text) {
  return lower(replaced(replaced(text, "’", "'"), "\u00A0", " "));
}

bool suits(const Rule& rule) {
  return rule.info.kind == FindingKind::Claim && !rule.patterns.empty() && rule.language == "en" &&
         rule.info.on_stance[static_cast<std::size_t>(Stance::Asserted)] &&
         (rule.blocks.empty() ||
          std::ranges::find(rule.blocks, BlockKind::Paragraph) != rule.blocks.end()) &&
         (rule.regions.empty() ||
          std::ranges::find(rule.regions, Region::Body) != rule.regions.end());
}

bool suits(const Example& example) {
  return example.spans.size() == 1 && !example.text.contains('\n') && !example.text.contains('?') &&
         example.stance.value_or(Stance::Asserted) == Stance::Asserted;
}

// What the rule says of the page: the stance of its plainest match and the words.
struct Reading {
  std::string stances;
  bool as_wanted = false;
};

Reading read(const FileReport& report, const RuleInfo& rule, std::optional<Stance> wanted,
             std::string_view words) {
  Reading reading;
  const auto meet = [&](const Finding& finding) {
    if (finding.rule != &rule) return;
    const std::string_view found = report.document.text(finding.prose);
    reading.stances +=
        fmt::format("{}{} “{}”", reading.stances.empty() ? "" : ", ", name(finding.stance), found);
    reading.as_wanted = reading.as_wanted || (wanted ? finding.stance == *wanted
                                                     : finding.stance == Stance::Asserted &&
                                                           plain(found) == plain(words));
  };
  for (const Finding& finding : report.findings) meet(finding);
  for (const Dismissal& dismissal : report.dismissed) {
    if (dismissal.reason == DismissalReason::Stance) meet(dismissal.finding);
  }
  if (reading.stances.empty()) reading.stances = "nothing";
  return reading;
}

}  // namespace

std::vector<MutationResult> run_mutations(const Rulebook& rulebook,
                                          const std::function<bool(std::string_view file)>& wanted,
                                          std::chrono::year_month_day as_of) {
  const Auditor auditor(rulebook);
  AuditOptions options;
  options.as_of = as_of;
  options.all_languages = true;  // a few words do not tell their language
  std::vector<MutationResult> results;
  for (const Mutation& mutation : mutations) results.push_back({mutation.name, 0, {}});
  for (const Rule& rule : rulebook.rules) {
    if (!suits(rule) || !wanted(rule.file)) continue;
    for (const Example& example : rule.flag) {
      if (!suits(example)) continue;
      const auto [begin, end] = example.spans.front();
      const auto read_page = [&](std::string_view page, std::optional<Stance> stance) {
        Document document = read_document(std::string(page), "example", *format_named("html"));
        document.language = "en";
        const FileReport report = auditor.audit(std::move(document), options);
        return read(report, rule.info, stance,
                    std::string_view(example.text).substr(begin, end - begin));
      };
      // A testimonial is flagged as well, and no flat claim.
      if (!read_page(paragraph(escaped(example.text)), std::nullopt).as_wanted) continue;
      for (std::size_t i = 0; i < mutations.size(); ++i) {
        const auto page = mutations[i].page(example.text, {begin, end});
        if (!page) continue;
        ++results[i].tried;
        const Reading reading = read_page(*page, mutations[i].stance);
        if (reading.as_wanted) continue;
        results[i].failures.push_back(
            {.file = rule.file,
             .line = example.line,
             .rule = rule.info.id,
             .what = fmt::format("is read wrongly when it is {}", mutations[i].name),
             .expected = *page,
             .found = reading.stances});
      }
    }
  }
  return results;
}

}  // namespace caveat
