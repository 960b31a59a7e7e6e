#include "report/html_charts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "report/html_text.h"

namespace caveat {
namespace {

constexpr std::size_t shown_families = 10;
constexpr std::size_t shown_pages = 10;

struct Part {
  std::string_view css;  // a severity or a verdict
  std::size_t number = 0;
};

// A bar whose whole width stands for `most`.
std::string bar(std::span<const Part> parts, std::size_t most) {
  std::string rects;
  double at = 0;
  for (const Part& part : parts) {
    if (part.number == 0) continue;
    const double width = 100.0 * static_cast<double>(part.number) / static_cast<double>(most);
    rects += fmt::format("<rect class=\"{}\" x=\"{:.2f}%\" width=\"{:.2f}%\" height=\"100%\"/>",
                         part.css, at, width);
    at += width;
  }
  return fmt::format("<svg class=\"chart-bar\" aria-hidden=\"true\">{}</svg>", rects);
}

constexpr std::string_view severity_key =
    "<p class=\"key\"><span class=\"error\">errors</span> <span class=\"warning\">warnings</span> "
    "<span class=\"suggestion\">suggestions</span></p>\n";

std::string chart(std::string_view title, std::string_view key, std::string_view rows) {
  return fmt::format(
      "<section class=\"chart\"><h2>{}</h2>\n{}<table><tbody>\n{}</tbody></table>"
      "</section>\n",
      title, key, rows);
}

std::string chart_row(std::string_view html_label, const std::string& bar, std::string_view value) {
  return fmt::format(
      "<tr><th scope=\"row\">{}</th><td class=\"bar-cell\">{}</td><td>{}</td></tr>\n", html_label,
      bar, value);
}

std::string verdicts(const Report& report) {
  const Summary sum = summarise(report);
  const std::array<Part, 3> parts{
      {{"block", sum.block}, {"review", sum.review}, {"pass", sum.pass}}};
  std::string rows;
  for (const Part& part : parts) {
    rows += chart_row(part.css, bar({&part, 1}, std::max<std::size_t>(sum.documents, 1)),
                      std::to_string(part.number));
  }
  return chart("Verdicts", "", rows);
}

class Severities {
 public:
  void add(const Finding& finding) {
    ++parts_.at(2 - static_cast<std::size_t>(finding.severity)).number;
  }
  std::size_t total() const { return parts_[0].number + parts_[1].number + parts_[2].number; }
  std::string row(std::string_view html_label, std::size_t most) const {
    return chart_row(html_label, bar(parts_, most), std::to_string(total()));
  }

 private:
  std::array<Part, 3> parts_{{{"error"}, {"warning"}, {"suggestion"}}};
};

std::string families(const Report& report) {
  std::map<std::string_view, Severities> found;
  for (const FileReport& file : report.documents) {
    for (const Finding& finding : file.findings) found[finding.rule->family].add(finding);
  }
  if (found.empty()) return "";
  std::vector<std::pair<std::string_view, Severities>> sorted(found.begin(), found.end());
  std::ranges::sort(sorted, [](const auto& a, const auto& b) {
    return a.second.total() != b.second.total() ? a.second.total() > b.second.total()
                                                : a.first < b.first;
  });
  std::string rows;
  for (std::size_t i = 0; i < std::min(sorted.size(), shown_families); ++i) {
    rows += sorted[i].second.row(html(sorted[i].first), sorted.front().second.total());
  }
  const std::string left_out = sorted.size() <= shown_families
                                   ? ""
                                   : fmt::format("<p class=\"where\">the {} largest of {}</p>\n",
                                                 shown_families, sorted.size());
  return chart("Findings by family", left_out + std::string(severity_key), rows);
}

std::string worst_pages(const Report& report, std::span<const std::string> links) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    if (report.documents[i].verdict != Verdict::Pass) order.push_back(i);
  }
  if (order.size() < 2) return "";
  sort_worst_first(report, order);
  order.resize(std::min(order.size(), shown_pages));
  std::size_t most = 0;
  for (const std::size_t i : order) most = std::max(most, report.documents[i].findings.size());
  std::string rows;
  for (const std::size_t i : order) {
    const FileReport& file = report.documents[i];
    const std::string& path = file.document.path;
    const std::string name = html(path.substr(path.rfind('/') + 1));
    Severities found;
    for (const Finding& finding : file.findings) found.add(finding);
    rows += found.row(
        i < links.size() ? fmt::format("<a href=\"{}\">{}</a>", links[i], name) : name, most);
  }
  return chart("Worst pages", severity_key, rows);
}

}  // namespace

void sort_worst_first(const Report& report, std::span<std::size_t> documents) {
  std::ranges::sort(documents, [&](std::size_t a, std::size_t b) {
    const FileReport &one = report.documents[a], &other = report.documents[b];
    if (one.score != other.score) return one.score > other.score;
    if (one.findings.size() != other.findings.size()) {
      return one.findings.size() > other.findings.size();
    }
    return a < b;
  });
}

std::string html_charts(const Report& report, std::span<const std::string> links) {
  return "<div class=\"charts\">\n" + verdicts(report) + families(report) +
         worst_pages(report, links) + "</div>\n";
}

}  // namespace caveat
