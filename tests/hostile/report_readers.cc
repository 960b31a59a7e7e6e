#include "hostile/report_readers.h"

#include <gtest/gtest.h>
#include <gumbo.h>
#include <md4c.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <vector>

#include "model/display.h"
#include "support/html.h"

namespace caveat::hostile {
namespace {

using nlohmann::json;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string lines(std::string_view report) { return std::to_string(lines_of(report).size()); }

// Keys, and what kind of thing each value is.
std::string shape_of(const json& value) {
  std::string shape = value.type_name();
  if (value.is_object()) {
    for (const auto& [key, inside] : value.items()) shape += " " + key + ":" + shape_of(inside);
  } else if (value.is_array()) {
    for (const json& inside : value) shape += " " + shape_of(inside);
  } else {
    return shape;
  }
  return "(" + shape + ")";
}

std::string json_shape(std::string_view report) {
  const json value = json::parse(report, nullptr, false);
  EXPECT_FALSE(value.is_discarded()) << report;
  return shape_of(value);
}

std::string json_lines_shape(std::string_view report) {
  std::string shape;
  for (const std::string_view line : lines_of(report)) shape += json_shape(line) + "\n";
  return shape;
}

// SARIF's plain messages may hold links, "[words](destination)", where a bracket has no backslash.
void expect_no_links(const json& value) {
  if (value.is_object() && value.contains("text") && value["text"].is_string()) {
    static const std::regex link(R"((^|[^\\])\[[^\]]*\]\([^)]*\))");
    const std::string text = value["text"];
    EXPECT_FALSE(std::regex_search(text, link)) << text;
  }
  if (value.is_structured()) {
    for (const json& inside : value) expect_no_links(inside);
  }
}

std::string sarif_shape(std::string_view report) {
  const json value = json::parse(report, nullptr, false);
  for (const json& run : value["runs"]) {
    for (const json& result : run["results"]) expect_no_links(result["message"]);
  }
  return json_shape(report);
}

// Elements and the names of their attributes. How a character is shown that nobody can see is not
// of their number.
void html_shape(const GumboNode& node, std::string& shape) {
  if (node.type != GUMBO_NODE_ELEMENT) {
    EXPECT_NE(node.type, GUMBO_NODE_COMMENT);
    return;
  }
  const GumboElement& element = node.v.element;
  const GumboAttribute* css = gumbo_get_attribute(&element.attributes, "class");
  if (element.tag == GUMBO_TAG_BR || (css && std::string_view(css->value) == "unseen")) return;
  (shape += "<") += gumbo_normalized_tagname(element.tag);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& each = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string_view name = each.name, value = each.value;
    (shape += ' ') += name;
    EXPECT_FALSE(name.starts_with("on")) << name;
    const bool page = value.starts_with("https://") || value.starts_with("http://");
    const bool within = value.find(':') == value.npos && !value.starts_with("//");
    const bool leads_somewhere = name == "href" || name == "src";
    EXPECT_TRUE(!leads_somewhere || page || within) << value;
  }
  shape += '>';
  for (unsigned i = 0; i < element.children.length; ++i) {
    html_shape(*static_cast<const GumboNode*>(element.children.data[i]), shape);
  }
  shape += "</>";
}

std::string html_shape(std::string_view report) {
  const std::string page = test::without_assets(std::string(report));
  GumboOutput* tree = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string shape;
  html_shape(*tree->root, shape);
  gumbo_destroy_output(&kGumboDefaultOptions, tree);
  return shape;
}

std::string_view view(const MD_ATTRIBUTE& attribute) { return {attribute.text, attribute.size}; }

// Blocks and spans with the dialect of GitHub. That addresses without any markup become links is
// left to who shows it: such a link says where it leads.
std::string markdown_shape(std::string_view report) {
  MD_PARSER parser = {};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_LATEXMATHSPANS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* out) {
    *static_cast<std::string*>(out) += "(b" + std::to_string(type);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void* out) {
    *static_cast<std::string*>(out) += ")";
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* out) {
    if (type == MD_SPAN_A) {
      const std::string_view target = view(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
      EXPECT_FALSE(target.starts_with("javascript:")) << target;
    }
    *static_cast<std::string*>(out) += "[s" + std::to_string(type);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE, void*, void* out) {
    *static_cast<std::string*>(out) += "]";
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* out) {
    if (type == MD_TEXT_HTML) static_cast<std::string*>(out)->append(text, size);
    return 0;
  };
  std::string shape;
  EXPECT_EQ(md_parse(report.data(), static_cast<MD_SIZE>(report.size()), &parser, &shape), 0);
  return shape;
}

bool begins_a_formula(std::string_view cell) {
  if (cell.empty()) return false;
  const char32_t first = code_point_at(cell, 0).value;
  return std::u32string_view(U"=+-@\t\r＝＋－＠").find(first) != std::u32string_view::npos;
}

// RFC 4180: cells of each row.
std::string csv_shape(std::string_view report) {
  std::string shape, cell;
  bool quoted = false;
  std::size_t cells = 0;
  const auto end_cell = [&] {
    EXPECT_FALSE(begins_a_formula(cell)) << cell;
    cell.clear();
    ++cells;
  };
  for (std::size_t at = 0; at < report.size(); ++at) {
    const char c = report[at];
    if (quoted) {
      const bool twice = c == '"' && report.substr(at + 1).starts_with('"');
      if (twice) ++at;
      if (c == '"' && !twice)
        quoted = false;
      else
        cell += c;
    } else if (c == '"') {
      EXPECT_TRUE(cell.empty()) << "a quote inside of a cell: " << cell;
      quoted = true;
    } else if (c == ',') {
      end_cell();
    } else if (report.substr(at).starts_with("\r\n")) {
      end_cell();
      shape += std::to_string(cells) + " ";
      cells = 0, ++at;
    } else {
      EXPECT_TRUE(c != '\r' && c != '\n') << "a line break inside of a cell";
      cell += c;
    }
  }
  EXPECT_FALSE(quoted);
  EXPECT_EQ(cells, 0U) << "the last row does not end";
  return shape;
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
std::string github_shape(std::string_view report) {
  static const std::regex command(
      "::(error|warning|notice)( (file|line|endLine|col|endColumn|title)=[^,:\r\n]*"
      "(,(file|line|endLine|col|endColumn|title)=[^,:\r\n]*)*)?::[^\r\n]*");
  static const std::regex stray_percent("%(?!25|0A|0D|3A|2C)");
  for (const std::string_view line : lines_of(report)) {
    EXPECT_TRUE(std::regex_match(std::string(line), command)) << line;
    EXPECT_FALSE(std::regex_search(std::string(line), stray_percent)) << line;
  }
  return lines(report);
}

// Whether it is well-formed is asked of xmllint, for many reports at once. Where it is, and "<" and
// the quotes of attributes are as many, no element and no attribute came in.
std::string xml_shape(std::string_view report) {
  return std::to_string(std::ranges::count(report, '<')) + " " +
         std::to_string(std::ranges::count(report, '"'));
}

}  // namespace

Shape shape_for(std::string_view writer) {
  static const std::map<std::string_view, Shape> readers{{"text", lines},
                                                         {"concise", lines},
                                                         {"grouped", lines},
                                                         {"statistics", lines},
                                                         {"html", html_shape},
                                                         {"json", json_shape},
                                                         {"jsonl", json_lines_shape},
                                                         {"markdown", markdown_shape},
                                                         {"csv", csv_shape},
                                                         {"summary-csv", csv_shape},
                                                         {"summary-json", json_shape},
                                                         {"sarif", sarif_shape},
                                                         {"github", github_shape},
                                                         {"gitlab", json_shape},
                                                         {"junit", xml_shape},
                                                         {"checkstyle", xml_shape},
                                                         {"rdjson", json_shape}};
  const auto found = readers.find(writer);
  return found == readers.end() ? nullptr : found->second;
}

void expect_harmless_in_a_log(std::string_view report, bool lines_are_commands) {
  for (std::size_t at = 0; at < report.size();) {
    const CodePoint point = code_point_at(report, at);
    const bool line_end = point.value == '\n' || report.substr(at).starts_with("\r\n");
    EXPECT_TRUE(line_end || !acts_on_terminal(point.value))
        << "U+" << std::hex << static_cast<unsigned>(point.value) << " at " << std::dec << at;
    EXPECT_FALSE(point.value == U'\uFFFD' && point.bytes == 1) << "no UTF-8 at " << at;
    at += point.bytes;
  }
  static const std::regex anywhere("##[A-Za-z]*\\[");
  static const std::regex in_front("[^!-~]*::[A-Za-z]");  // blanks of any kind may stand before it
  for (const std::string_view line : lines_of(report)) {
    const std::string text(line);
    if (lines_are_commands) continue;
    EXPECT_FALSE(std::regex_search(text, anywhere)) << text;
    EXPECT_FALSE(std::regex_search(text, in_front, std::regex_constants::match_continuous)) << text;
  }
}

}  // namespace caveat::hostile
