// The report for an editor: the copy as its readers see it, and what is to be done about it.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "report/formats.h"
#include "report/html_entries.h"
#include "report/html_page.h"
#include "report/html_reasons.h"
#include "report/html_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

std::string_view verdict_meaning(Verdict verdict) {
  switch (verdict) {
    case Verdict::Pass:
      return "Nothing was found that stands against publishing.";
    case Verdict::Review:
      return "Somebody should look at the warnings before this is published.";
    case Verdict::Block:
      return "Not to be published before its errors are gone.";
  }
  return "";
}

class DocumentPage {
 public:
  DocumentPage(const FileReport& file, const Catalogue& catalogue, std::string prefix)
      : file_(file),
        prefix_(std::move(prefix)),
        entries_(file, catalogue, prefix_),
        copy_(marked_copy(file.document, entries_.marks())) {}

  std::string write() const {
    return fmt::format(
        "<article class=\"report\" id=\"{}report\">\n{}<div class=\"columns\">\n{}{}"
        "</div>\n</article>\n",
        prefix_, head(), text_column(), list_column());
  }

 private:
  std::string head() const {
    const std::string path = html(file_.document.path);
    const std::size_t slash = path.rfind('/');
    const std::size_t name_at = slash == std::string::npos ? 0 : slash + 1;
    return fmt::format(
        "<header class=\"top\">\n<h1><span class=\"folder\">{}</span>{}</h1>\n"
        "<p class=\"outcome\">{} <span>{}</span></p>\n<p class=\"counts\">{}</p>\n{}{}</header>\n",
        path.substr(0, name_at), path.substr(name_at), html_verdict(file_.verdict), meaning(),
        counts(), first(), facts());
  }

  // A page is no better for being in a baseline.
  std::string meaning() const {
    std::string text(verdict_meaning(file_.verdict));
    const std::size_t all = count(file_).baselined;
    if (all == 0) return text;
    if (file_.verdict == Verdict::Pass) text = "Nothing new stands against publishing.";
    text += fmt::format(" {} of the baseline {} not counted", quantity(all, "finding"),
                        all == 1 ? "is" : "are");
    const auto errors = static_cast<std::size_t>(
        std::ranges::count_if(file_.dismissed, [](const Dismissal& dismissal) {
          return dismissal.reason == DismissalReason::Baselined &&
                 dismissal.finding.severity == Severity::Error;
        }));
    return errors == 0 ? text + "."
                       : text + fmt::format(", among them {}.", quantity(errors, "error"));
  }

  std::string counts() const {
    const Counts found = count(file_);
    std::string text;
    const auto add = [&text](std::size_t number, std::string_view noun, std::string_view css) {
      text += fmt::format("<span class=\"count {}{}\"><strong>{}</strong> {}{}</span> ", css,
                          number == 0 ? " none" : "", number, noun, number == 1 ? "" : "s");
    };
    add(found.errors, "error", "error");
    add(found.warnings, "warning", "warning");
    add(found.suggestions, "suggestion", "suggestion");
    if (const std::size_t missing = entries_.missing_count(); missing > 0) {
      text += fmt::format("<a href=\"#{}missing\">{} among them</a> ", prefix_,
                          quantity(missing, "missing statement"));
    }
    text += fmt::format(
        "<span class=\"count score\"><strong>{}</strong> of 100 risk"
        "<svg class=\"bar\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"6\"/>"
        "<rect class=\"{}\" width=\"{}\" height=\"6\"/></svg></span>",
        file_.score, name(file_.verdict), file_.score);
    return text;
  }

  std::string first() const {
    const std::string list = entries_.first();
    if (list.empty()) return "";
    return fmt::format(
        "<section class=\"first\" aria-labelledby=\"{0}first\"><h2 id=\"{0}first\">Change first"
        "</h2>\n<ol>\n{1}</ol>\n<p class=\"jump\"><a href=\"#{0}list\">All that was found</a></p>"
        "</section>\n",
        prefix_, list);
  }

  std::string facts() const {
    const Document& page = file_.document;
    std::string text = fmt::format(
        "<details class=\"facts\"><summary>How the score is made, and what was read</summary>\n"
        "<p>{}</p>\n<p>Read as {}, {}, language {}: {}.</p>\n</details>\n",
        html(score_in_words(count(file_))), html(page.format), html(page.encoding),
        html(page.language), html(coverage_in_words(file_.coverage)));
    if (!file_.coverage.note.empty()) {
      text += fmt::format("<p class=\"note\">{}</p>\n", html(file_.coverage.note));
    }
    return text;
  }

  std::string text_column() const {
    std::string beside;
    if (copy_.beside_count > 0) {
      beside = fmt::format(
          "<details class=\"beside\"{}><summary>Title, description and other words that do not "
          "stand in the text ({})</summary>\n<dl>\n{}</dl></details>\n",
          copy_.beside_marked ? " open" : "", copy_.beside_count, copy_.beside);
    }
    const std::string& language = file_.document.language;
    return fmt::format(
        "<section class=\"text\" aria-labelledby=\"{0}text\">\n<h2 id=\"{0}text\">The "
        "text</h2>\n{1}"
        "<div class=\"copy-text\"{2}>\n{3}</div>\n</section>\n",
        prefix_, beside,
        language.empty() || language == "und" ? "" : fmt::format(" lang=\"{}\"", html(language)),
        copy_.flow.empty() ? "<p class=\"note\">No text that readers see.</p>\n" : copy_.flow);
  }

  std::string list_column() const {
    return fmt::format(
        "<section class=\"list\" aria-labelledby=\"{0}list\">\n<h2 id=\"{0}list\">What was found"
        "</h2>\n{1}<div class=\"entries\">\n{2}{3}{4}</div>\n</section>\n",
        prefix_, filters(), findings(), missing(), dismissed());
  }

  // Shown by the script, which makes them work.
  std::string filters() const {
    if (file_.findings.empty()) return "";
    std::map<std::string_view, std::size_t> severities, kinds, families;
    for (const Finding& finding : file_.findings) {
      ++severities[name(finding.severity)];
      ++kinds[name(finding.rule->kind)];
      ++families[finding.rule->family];
    }
    std::string out = "<div class=\"filters\" role=\"group\" aria-label=\"Filters\" hidden>\n";
    for (const std::string_view severity : {"error", "warning", "suggestion"}) {
      if (!severities.contains(severity)) continue;
      out += fmt::format(
          "<button type=\"button\" class=\"chip {0}\" data-severity=\"{0}\" aria-pressed=\"true\">"
          "{0} {1}</button>\n",
          severity, severities[severity]);
    }
    out += select("kind", kinds) + select("family", families);
    return out +
           "<button type=\"button\" class=\"plain\" data-action=\"unfold\" aria-pressed=\"false\">"
           "All evidence</button>\n"
           "<button type=\"button\" class=\"plain\" data-action=\"keys\">Keys</button>\n"
           "<p class=\"shown\" role=\"status\"></p>\n</div>\n";
  }

  static std::string select(std::string_view what,
                            const std::map<std::string_view, std::size_t>& values) {
    if (values.size() < 2) return "";
    std::string out = fmt::format(
        "<select data-filter=\"{0}\" aria-label=\"Show one {0}\"><option value=\"\">every {0}"
        "</option>",
        what);
    for (const auto& [value, number] : values) {
      out += fmt::format("<option value=\"{0}\">{0} ({1})</option>", html(value), number);
    }
    return out + "</select>\n";
  }

  std::string findings() const {
    if (entries_.findings_count() == 0) {
      return "<p class=\"note\">No words of the text were flagged.</p>\n";
    }
    return fmt::format("<h3>Words to look at ({})</h3>\n{}<ol>\n{}</ol>\n",
                       entries_.findings_count(), repairs(), entries_.findings(copy_));
  }

  // What nobody needs to mend by hand.
  std::string repairs() const {
    const auto certain = [this](const Finding& finding) {
      const Fix* fix = shown_fix(finding, file_.document);
      return fix != nullptr && fix->certain;
    };
    const auto number = static_cast<std::size_t>(std::ranges::count_if(file_.findings, certain));
    if (number < 2) return "";
    return fmt::format(
        "<p class=\"note\">{} are certain repairs: <code>caveat fix {}</code> makes "
        "them.</p>\n",
        number, html(file_.document.path));
  }

  std::string missing() const {
    if (entries_.missing_count() == 0) return "";
    const std::string all =
        entries_.missing_count() == 1
            ? ""
            : " " + html_copy_button(entries_.missing_texts(), "Copy all their texts");
    return fmt::format("<h3 id=\"{}missing\">Missing statements ({}){}</h3>\n<ul>\n{}</ul>\n",
                       prefix_, entries_.missing_count(), all, entries_.missing(copy_));
  }

  std::string dismissed() const {
    if (file_.dismissed.empty()) return "";
    return fmt::format(
        "<details class=\"dismissals\"><summary>Looked at and dismissed ({})</summary>\n<ul>\n{}"
        "</ul></details>\n",
        file_.dismissed.size(), entries_.dismissed(copy_));
  }

  const FileReport& file_;
  std::string prefix_;
  HtmlEntries entries_;
  MarkedCopy copy_;
};

}  // namespace

std::string write_html(const Report& report, const WriterOptions& options) {
  const Catalogue catalogue(report);
  const bool single = report.documents.size() == 1;
  std::string body = "<main>\n";
  if (!options.overview.empty()) {
    body =
        fmt::format("<nav><a href=\"{}\">All documents</a></nav>\n", html(options.overview)) + body;
  }
  if (!single) {
    body += fmt::format("<h1 class=\"run\">Audit</h1>\n<p>{}</p>\n", html(run_in_words(report)));
  }
  body += html_problems(report);
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    body += DocumentPage(report.documents[i], catalogue,
                         single ? "" : fmt::format("document-{}-", i + 1))
                .write();
  }
  body += "</main>\n" + html_footer(report);
  const std::string title = single ? report.documents.front().document.path + ": " +
                                         std::string(name(report.documents.front().verdict))
                                   : "Audit";
  return html_page(title, body);
}

}  // namespace caveat
