#include "audit/structure.h"

#include <algorithm>
#include <array>

namespace caveat {
namespace {

bool is_heading(const Block& block) {
  return block.kind == BlockKind::Heading || block.kind == BlockKind::Title;
}

bool is_item(const Block& block) {
  return block.kind == BlockKind::ListItem || block.kind == BlockKind::TableCell;
}

class Reader {
 public:
  Reader(const Document& document, const Segmented& text, const Rulebook& rulebook)
      : document_(document),
        text_(text),
        rulebook_(rulebook),
        passage_(rulebook.terms, rulebook.lexicon_names.size()),
        matcher_(rulebook.lexicon("gap-stops")),
        contexts_(document.blocks.size()) {}

  std::vector<BlockContext> read() {
    for (std::uint32_t index = 0; index < contexts_.size(); ++index) {
      read_heading(index);
      read_lead_in(index);
      read_section(index);
    }
    return std::move(contexts_);
  }

 private:
  static constexpr std::uint32_t none = BlockContext::none;

  // The heading above: for a heading, the one it stands under.
  void read_heading(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    if (!is_heading(block)) {
      contexts_[index].heading = open_heading_;
      return;
    }
    std::uint32_t above = open_heading_;
    while (above != none && document_.blocks[above].level >= block.level) {
      above = contexts_[above].heading;
    }
    contexts_[index].heading = above;
    open_heading_ = index;
  }

  void read_lead_in(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    BlockContext& context = contexts_[index];
    if (is_heading(block)) {
      // "Sciatica" below "What we treat" reads like an item of a list.
      if (context.heading != none && block.level > 1)
        context.lead_in = last_sentence(context.heading);
    } else if (is_item(block)) {
      const std::uint32_t above = block_above_list(index);
      if (above != none) {
        context.lead_in = last_sentence(above);
        context.runs_on = introduces(document_.blocks[above]);
      }
    }
  }

  // The block that introduces the list or table of this item.
  std::uint32_t block_above_list(std::uint32_t index) const {
    const Block& item = document_.blocks[index];
    std::uint32_t at = index;
    while (at-- > 0) {
      const Block& above = document_.blocks[at];
      if (above.region != item.region) return none;
      if (item.kind == BlockKind::TableCell) {
        if (above.group != item.group) return contexts_[index].heading;
        if (above.kind == BlockKind::TableHeader && above.column == item.column) return at;
        continue;
      }
      if (is_item(above) && above.kind == item.kind) {
        if (above.level < item.level) return at;
        if (above.group == item.group) continue;
      }
      if (is_heading(above)) return at;
      if (above.kind == BlockKind::Paragraph && introduces(above)) return at;
      return contexts_[index].heading;
    }
    return none;
  }

  // A paragraph that ends with a colon, or in the middle of a sentence.
  bool introduces(const Block& block) const {
    std::string_view text = document_.text(block.prose);
    while (!text.empty() && (text.back() == ' ' || text.back() == '*')) text.remove_suffix(1);
    if (text.ends_with(':') || text.ends_with("：") || text.ends_with("…")) return true;
    constexpr std::size_t least_words = 3;  // less is a label or a button
    return block.kind == BlockKind::Paragraph && !text.empty() &&
           std::string_view(".!?)\"").find(text.back()) == std::string_view::npos &&
           !text.ends_with("”") &&
           static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1 >= least_words;
  }

  std::uint32_t last_sentence(std::uint32_t block) const {
    const std::uint32_t end = text_.first_sentence[block + 1];
    return end == text_.first_sentence[block] ? none : end - 1;
  }

  void read_section(std::uint32_t index) {
    BlockContext& context = contexts_[index];
    const Block& block = document_.blocks[index];
    if (is_heading(block)) {
      context.section = section_named(last_sentence(index));
      context.section_block = index;
    }
    if (context.section == nullptr && context.lead_in != none) {
      context.section = section_named(context.lead_in);
      context.section_block = text_.sentences[context.lead_in].block;
    }
    if (context.section == nullptr && context.heading != none) {
      context.section = contexts_[context.heading].section;
      context.section_block = contexts_[context.heading].section_block;
    }
  }

  const SectionRule* section_named(std::uint32_t sentence) {
    if (sentence == none || rulebook_.sections.empty()) return nullptr;
    passage_.set({}, text_.words(text_.sentences[sentence]));
    for (const SectionRule& section : rulebook_.sections) {
      if (!section.sentence && matcher_.find(section.pattern, passage_)) return &section;
    }
    return nullptr;
  }

  const Document& document_;
  const Segmented& text_;
  const Rulebook& rulebook_;
  Passage passage_;
  Matcher matcher_;
  std::vector<BlockContext> contexts_;
  std::uint32_t open_heading_ = none;
};

}  // namespace

std::vector<BlockContext> read_structure(const Document& document, const Segmented& text,
                                         const Rulebook& rulebook) {
  return Reader(document, text, rulebook).read();
}

}  // namespace caveat
