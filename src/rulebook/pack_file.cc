#include "rulebook/pack_file.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <istream>
#include <streambuf>
#include <utility>

#include "model/utf8.h"
#include "rulebook/scalar_place.h"

namespace caveat {
namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20;
constexpr std::size_t deepest = 20;
// A hostile pack must not make problems out of proportion to its size.
constexpr std::size_t most_problems = 1000;
constexpr std::size_t longest_quote = 2000;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Lets yaml-cpp read the text where it lies.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // only read: no put area is set
    setg(begin, begin, begin + text.size());
  }
};

// yaml-cpp's messages speak of its grammar; these speak of the page.
struct YamlMessage {
  std::string_view theirs, ours, hint;
};
constexpr std::string_view quote_it =
    "put the value in quotation marks: it holds or begins with one of : # [ ] { } , & * ? | > ! % "
    "@";
constexpr std::string_view line_up = "indent with spaces, all entries of a list or mapping alike";
constexpr YamlMessage yaml_messages[] = {
    {"end of map not found", "this line fits no mapping above it", line_up},
    {"end of sequence not found", "this line fits no list above it", line_up},
    {"illegal block entry", "a list item cannot stand here", line_up},
    {"illegal tab when looking for indentation", "a tab cannot indent", line_up},
    {"illegal map value", "a colon stands here in the middle of a value", quote_it},
    {"unknown token", "a value cannot begin like this", quote_it},
    {"end of map flow not found", "a “{” is not closed", ""},
    {"end of sequence flow not found", "a “[” is not closed", ""},
    {"illegal flow end", "this closes nothing", ""},
};

// Ends the parse: the problem has been reported.
struct Refused {};

}  // namespace

class YamlTreeBuilder : public YAML::EventHandler {
 public:
  YamlTreeBuilder(PackFile& file, std::size_t skipped) : file_(file), skipped_(skipped) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    file_.report_at(offset(mark), ProblemKind::SeveralDocuments, {});
    throw Refused{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(mark, YamlNode::Kind::Null, {}, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    file_.report_at(offset(mark), ProblemKind::YamlAlias, {});
    add(mark, YamlNode::Kind::Null, {}, 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode& node = add(mark, YamlNode::Kind::Scalar, tag, anchor);
    node.text = value;
    last_scalar_ = node.offset;
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(add(mark, YamlNode::Kind::List, tag, anchor));
  }
  void OnSequenceEnd() override { open_.pop_back(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(add(mark, YamlNode::Kind::Mapping, tag, anchor));
  }
  void OnMapEnd() override { open_.pop_back(); }

  std::size_t last_scalar() const { return last_scalar_; }

 private:
  std::size_t offset(const YAML::Mark& mark) const {
    return skipped_ + static_cast<std::size_t>(std::max(mark.pos, 0));
  }

  YamlNode& add(const YAML::Mark& mark, YamlNode::Kind kind, const std::string& tag,
                YAML::anchor_t anchor) {
    const std::size_t at = offset(mark);
    if (anchor != 0) file_.report_at(at, ProblemKind::YamlAlias, {});
    // yaml-cpp calls plain values "?" and quoted ones "!".
    if (tag.size() > 1) file_.report_at(at, ProblemKind::YamlTag, {tag});
    YamlNode& node = open_.empty() ? file_.root_ : open_.back()->items.emplace_back();
    node.kind = kind;
    node.line = static_cast<std::uint32_t>(std::max(mark.line, 0)) + 1;
    node.offset = at;
    return node;
  }

  // Only the innermost open node grows, so that the pointers to the others stay good.
  void open(YamlNode& node) {
    if (open_.size() == deepest) {
      file_.report_at(node.offset, ProblemKind::TooDeep, {std::to_string(deepest)});
      throw Refused{};
    }
    open_.push_back(&node);
  }

  PackFile& file_;
  std::size_t skipped_;  // bytes before the text that yaml-cpp sees
  std::vector<YamlNode*> open_;
  std::size_t documents_ = 0;
  std::size_t last_scalar_ = 0;
};

const YamlNode* value_of(const YamlNode& node, std::string_view key) {
  if (node.kind != YamlNode::Kind::Mapping) return nullptr;
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const YamlNode& candidate = node.items[i];
    if (candidate.kind == YamlNode::Kind::Scalar && candidate.text == key) {
      return &node.items[i + 1];
    }
  }
  return nullptr;
}

PackFile::PackFile(std::string path, std::string_view text) : path_(std::move(path)), text_(text) {}

// yaml-cpp would replace bad bytes, guess UTF-16 and take U+0004 for the end of the file.
bool PackFile::check_bytes() {
  if (text_.size() > most_bytes) {
    report_at(0, ProblemKind::TooLarge, {std::to_string(text_.size()), std::to_string(most_bytes)});
    return false;
  }
  for (std::size_t at = 0; at < text_.size();) {
    const Utf8Step step = utf8_step(text_, at);
    if (!step.valid) {
      report_at(at, ProblemKind::NotUtf8, {});
      return false;
    }
    const auto byte = static_cast<unsigned char>(text_[at]);
    if ((byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') || byte == 127) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "%04X", static_cast<unsigned>(byte));
      report_at(at, ProblemKind::ControlCharacter, {code.data()});
      return false;
    }
    at += step.length;
  }
  return true;
}

bool PackFile::read() {
  if (!check_bytes()) return false;
  const std::size_t skipped = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  ViewBuffer buffer(text_.substr(skipped));
  std::istream stream(&buffer);
  YamlTreeBuilder builder(*this, skipped);
  const std::size_t before = problems_.size();
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Refused&) {
    return false;
  } catch (const YAML::Exception& error) {
    const auto at = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    // An undefined alias ends the parse; to the author it is the same as a defined one.
    const bool alias = error.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR;
    const auto known = std::ranges::find(yaml_messages, error.msg, &YamlMessage::theirs);
    const bool ours = known != std::end(yaml_messages);
    report_at(skipped + at, alias ? ProblemKind::YamlAlias : ProblemKind::YamlSyntax,
              {ours ? known->ours : error.msg}, std::string(ours ? known->hint : ""));
    return false;
  }
  // yaml-cpp accepts a quotation that the end of the file cuts off.
  const std::size_t last = builder.last_scalar();
  if (last < text_.size() && (text_[last] == '"' || text_[last] == '\'')) {
    std::size_t at = last + 1;
    while (at < text_.size()) {
      const bool escape = text_[last] == '"' ? text_[at] == '\\' : text_.substr(at, 2) == "''";
      if (!escape && text_[at] == text_[last]) break;
      at += escape ? 2 : 1;
    }
    if (at >= text_.size()) {
      report_at(last, ProblemKind::YamlSyntax, {"this quotation mark is never closed"});
      return false;
    }
  }
  return problems_.size() == before;
}

std::size_t PackFile::source_offset(const YamlNode& node, std::size_t inside) const {
  // An empty value has no first character: its quotation marks are the place.
  const bool scalar = node.kind == YamlNode::Kind::Scalar && !node.text.empty();
  return scalar ? place_in_scalar(text_, node.offset, node.text, inside) : node.offset;
}

std::string PackFile::where(const YamlNode& node) const {
  return path_ + ":" + std::to_string(node.line);
}

std::size_t PackFile::column(const YamlNode& node) const {
  const std::string_view before = text_.substr(0, source_offset(node, 0));
  const std::size_t line_end = before.find_last_of("\r\n");
  const std::size_t begin = line_end == std::string_view::npos ? 0 : line_end + 1;
  const auto starts_code_point = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80;
  };
  const bool bom = begin == 0 && before.starts_with(byte_order_mark);
  return static_cast<std::size_t>(std::ranges::count_if(before.substr(begin), starts_code_point)) +
         (bom ? 0 : 1);
}

void PackFile::report(ProblemKind kind, const YamlNode& node,
                      std::initializer_list<std::string_view> arguments, std::string hint,
                      std::size_t inside) {
  if (problems_.size() > most_problems) return;
  report_at(source_offset(node, inside), kind, arguments, std::move(hint));
}

void PackFile::report_at(std::size_t offset, ProblemKind kind,
                         std::initializer_list<std::string_view> arguments, std::string hint) {
  if (problems_.size() > most_problems) return;
  if (problems_.size() == most_problems && kind != ProblemKind::TooManyProblems) {
    return report_at(offset, ProblemKind::TooManyProblems, {std::to_string(most_problems)});
  }
  if (!lines_) lines_.emplace(text_);
  Problem problem = make_problem(kind, arguments, std::move(hint));
  const LineColumn place = lines_->at(offset);
  problem.path = path_;
  problem.line = place.line;
  problem.column = place.column;
  if (const auto line = lines_->line(place.line); line.size() <= longest_quote) {
    problem.quoted = line;
  }
  problems_.push_back(std::move(problem));
}

}  // namespace caveat
