// The report for people at a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "model/display.h"
#include "model/line_index.h"
#include "report/catalogue.h"
#include "report/excerpt.h"
#include "report/formats.h"
#include "report/wording.h"

namespace caveat {
namespace {

constexpr std::size_t label_width = 12;  // "  authority "

enum class Ink { Bold, Dim, Error, Warning, Suggestion, Good };

// Paints for a terminal, or leaves the text alone.
class Paint {
 public:
  explicit Paint(bool colour) : colour_(colour) {}

  std::string operator()(Ink ink, std::string_view text) const {
    if (!colour_) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code(ink), text);
  }

 private:
  static std::string_view code(Ink ink) {
    switch (ink) {
      case Ink::Bold:
        return "1";
      case Ink::Dim:
        return "2";
      case Ink::Error:
        return "1;31";
      case Ink::Warning:
        return "1;33";
      case Ink::Suggestion:
        return "1;36";
      case Ink::Good:
        return "1;32";
    }
    return "0";
  }

  bool colour_;
};

Ink ink(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return Ink::Error;
    case Severity::Warning:
      return Ink::Warning;
    case Severity::Suggestion:
      return Ink::Suggestion;
  }
  return Ink::Bold;
}

Ink ink(Verdict verdict) {
  switch (verdict) {
    case Verdict::Pass:
      return Ink::Good;
    case Verdict::Review:
      return Ink::Warning;
    case Verdict::Block:
      return Ink::Error;
  }
  return Ink::Bold;
}

class DocumentText {
 public:
  DocumentText(const FileReport& file, const Catalogue& catalogue, const WriterOptions& options)
      : file_(file),
        catalogue_(catalogue),
        options_(options),
        paint_(options.colour),
        lines_(file.document.source, file.document.code_units()) {}

  std::string write() {
    for (const Finding& finding : file_.findings) write_finding(finding);
    if (options_.show_dismissed) write_dismissals();
    write_verdict();
    return std::move(out_);
  }

 private:
  void line(std::string_view text) { out_.append(text).push_back('\n'); }

  // "  why         The words …", wrapped under themselves.
  void labelled(std::string_view label, std::string_view text) {
    if (text.empty()) return;
    bool first = true;
    for (const std::string& row : wrapped(printable(text), options_.width - 2 - label_width)) {
      const std::string head = fmt::format("{:<{}}", first ? label : "", label_width);
      line("  " + paint_(Ink::Dim, head) + row);
      first = false;
    }
  }

  void write_place(const Finding& finding, std::string_view severity) {
    const std::string place = fmt::format("{}:{}:{}:", printable(file_.document.path),
                                          finding.start.line, finding.start.column);
    line(fmt::format("{} {}: {} {}", paint_(Ink::Bold, place), severity,
                     printable(full_message(finding)),
                     paint_(Ink::Dim, "[" + finding.rule->id + "]")));
  }

  void write_excerpt(const Finding& finding) {
    const std::string number = fmt::format("{:>6}", finding.start.line);
    const std::string gutter(number.size(), ' ');
    const Excerpt shown =
        excerpt(file_.document, lines_, finding, options_.width - number.size() - 3);
    line(fmt::format("{} {} {}", number, paint_(Ink::Dim, "|"), shown.text));
    const std::size_t blanks = shown.carets.find('^');
    line(fmt::format("{} {} {}{}", gutter, paint_(Ink::Dim, "|"), shown.carets.substr(0, blanks),
                     paint_(ink(finding.severity), shown.carets.substr(blanks))));
  }

  void write_finding(const Finding& finding) {
    const RuleInfo& rule = *finding.rule;
    write_place(finding, paint_(ink(finding.severity), name(finding.severity)));
    write_excerpt(finding);
    if (rule.kind == FindingKind::Claim) labelled("stance", stance_in_words(finding));
    // What is true of the rule is said once in a document: a page that repeats itself gets a report
    // that does not.
    const auto [told, first] = explained_.emplace(&rule, finding.start.line);
    if (first) {
      labelled("why", rule.why);
      write_evidence(rule);
      labelled("authority", authority_names(rule));
    } else if (!rule.why.empty()) {
      labelled("why", fmt::format("as at line {}", told->second));
    }
    if (rule.kind != FindingKind::Obligation && first) labelled("instead", rule.suggestion);
    if (const Fix* fix = shown_fix(finding, file_.document)) write_fix(*fix);
    line("");
  }

  void write_evidence(const RuleInfo& rule) {
    if (rule.evidence.verdict.empty()) return;
    const std::string note = rule.evidence.note.empty() ? "" : ". " + rule.evidence.note;
    labelled("evidence", rule.evidence.verdict + note);
    for (const EvidenceSource* source : catalogue_.sources(rule)) {
      labelled("", fmt::format("{} {}", shown_citation(*source), source->url));
    }
  }

  // Their links would outweigh the finding: `caveat explain` has them.
  std::string authority_names(const RuleInfo& rule) const {
    std::string names;
    for (const Authority* authority : catalogue_.authorities(rule)) {
      names += fmt::format("{}{} ({})", names.empty() ? "" : "; ", shown_name(*authority),
                           authority->jurisdiction);
    }
    return names;
  }

  void write_fix(const Fix& fix) {
    labelled(fix.certain ? "fix" : "perhaps",
             fix.replacement.empty() ? "delete it" : fmt::format("write “{}”", fix.replacement));
  }

  void write_dismissals() {
    for (const Dismissal& dismissal : file_.dismissed) {
      write_place(dismissal.finding, paint_(Ink::Dim, "dismissed"));
      write_excerpt(dismissal.finding);
      labelled("because", dismissal_in_words(dismissal));
      line("");
    }
  }

  void write_verdict() {
    line(fmt::format("{}: {}, risk {} of 100; {}",
                     paint_(Ink::Bold, printable(file_.document.path)),
                     paint_(ink(file_.verdict), name(file_.verdict)), file_.score,
                     counts_in_words(count(file_))));
    labelled("read", coverage_in_words(file_.coverage));
    labelled("note", file_.coverage.note);
    write_missing_statements();
    line("");
  }

  void write_missing_statements() {
    std::set<std::string_view> told;
    for (const Finding& finding : file_.findings) {
      if (finding.rule->kind != FindingKind::Obligation) continue;
      if (!told.insert(finding.rule->id).second) continue;
      labelled("missing", finding.rule->id);
      labelled("", finding.rule->suggestion);
    }
  }

  const FileReport& file_;
  const Catalogue& catalogue_;
  const WriterOptions& options_;
  Paint paint_;
  LineIndex lines_;
  std::map<const RuleInfo*, std::size_t> explained_;  // and on which line
  std::string out_;
};

}  // namespace

std::string write_text_piece(const Report& report, const WriterOptions& options) {
  const Catalogue catalogue(report);
  std::string text;
  for (const FileReport& file : report.documents) {
    text += DocumentText(file, catalogue, options).write();
  }
  return text;
}

std::string write_text_end(const Report& report, const WriterOptions&) {
  std::string text = run_in_words(report) + "\n";
  if (report.baseline) text += fixed_in_words(*report.baseline);
  if (summarise(report).findings > 0)
    text += "More about a rule, with links: caveat explain RULE\n";
  return text;
}

std::string write_text(const Report& report, const WriterOptions& options) {
  return write_text_piece(report, options) + write_text_end(report, options);
}

std::string write_text_overview(const Report& report, std::span<const std::string> files) {
  std::size_t width = 0;
  for (const FileReport& file : report.documents) {
    width = std::max(width, display_width(printable(file.document.path)));
  }
  std::string text;
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    const FileReport& file = report.documents[i];
    const std::string path = printable(file.document.path);
    text +=
        fmt::format("{:<6}  risk {:>3}  {}{}  {}\n", name(file.verdict), file.score, path,
                    std::string(width - display_width(path), ' '), counts_in_words(count(file)));
  }
  if (!files.empty()) text += "\n";
  text += run_in_words(report) + "\n";
  return report.baseline ? text + fixed_in_words(*report.baseline) : text;
}

}  // namespace caveat
