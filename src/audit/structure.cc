#include "audit/structure.h"

#include <algorithm>
#include <array>
#include <map>

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
  Reader(const Document& document, const Segmented& text, const Rulebook& rulebook,
         const PatternIndex& headings, const PatternIndex& items)
      : document_(document),
        text_(text),
        rulebook_(rulebook),
        passage_(rulebook),
        matcher_(rulebook.lexicon("gap-stops")),
        headings_(headings),
        items_(items),
        contexts_(document.blocks.size()),
        introductions_(document.blocks.size(), none),
        offers_(document.blocks.size(), none) {}

  std::vector<BlockContext> read() {
    for (std::uint32_t index = 0; index < contexts_.size(); ++index) {
      read_heading(index);
      follow_table(index);
      read_lead_in(index);
      read_section(index);
    }
    for (std::uint32_t begin = 0; begin < contexts_.size();) begin = read_list(begin);
    return std::move(contexts_);
  }

 private:
  static constexpr std::uint32_t none = BlockContext::none;

  // The heading above: for a heading, the one it stands under.
  void read_heading(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    if (!is_heading(block)) {
      contexts_[index].heading = open_heading(block.region);
      return;
    }
    std::uint32_t above = open_heading(block.region);
    while (above != none && document_.blocks[above].level >= block.level) {
      above = contexts_[above].heading;
    }
    contexts_[index].heading = above;
    offers_[index] = offer_of(index, above);
    open_heading(block.region) = index;
  }

  // The last section of a page does not go on in its footer, nor one of the menu on the page.
  std::uint32_t& open_heading(Region region) {
    const bool apart = region == Region::Footer || region == Region::Navigation;
    return apart ? apart_heading_ : main_heading_;
  }

  std::uint32_t offer_of(std::uint32_t heading, std::uint32_t above) {
    const std::uint32_t words = last_sentence(heading);
    if (says(words, SectionRule::Effect::Offer)) return heading;
    if (above != none && offers_[above] != none) return offers_[above];
    const std::uint32_t open = open_heading(document_.blocks[heading].region);
    const bool goes_on =
        open != none && offers_[open] != none && says(words, SectionRule::Effect::Part);
    return goes_on ? offers_[open] : none;
  }

  // The block that speaks for `above` where that leads something in: the offer whose section it
  // heads, or goes on with ("Here are some of them:").
  std::uint32_t leading(std::uint32_t above) {
    if (is_heading(document_.blocks[above])) {
      const std::uint32_t offer = offers_[above];
      return offer == none ? above : offer;
    }
    const std::uint32_t heading = contexts_[above].heading;
    const bool goes_on = heading != none && offers_[heading] != none &&
                         says(last_sentence(above), SectionRule::Effect::Part);
    return goes_on ? offers_[heading] : above;
  }

  // The sentence with which a lead-in begins that follows the heading of an offer at once, and has
  // no meaning of its own ("Do not book if you have:").
  std::uint32_t offer_before(std::uint32_t block, std::uint32_t lead_in) {
    const std::uint32_t heading = contexts_[block].heading;
    if (is_heading(document_.blocks[block]) || heading == none) return lead_in;
    const std::uint32_t offer = offers_[heading];
    if (offer == none || last_sentence(offer) + 1 != lead_in) return lead_in;
    return section_named(lead_in) == nullptr ? last_sentence(offer) : lead_in;
  }

  void read_lead_in(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    BlockContext& context = contexts_[index];
    if (is_heading(block)) {
      // "Sciatica" below "What we treat" reads like an item of a list.
      if (context.heading != none && block.level > 1)
        context.lead_in = context.lead_from = last_sentence(leading(context.heading));
    } else if (is_item(block) || is_row(index)) {
      const std::uint32_t above =
          follows_sister(index) ? introductions_[index - 1] : block_above_list(index);
      introductions_[index] = above;
      if (above != none) {
        const std::uint32_t lead = leading(above);
        context.lead_in = last_sentence(lead);
        context.lead_from = offer_before(lead, context.lead_in);
        context.runs_on = introduces(document_.blocks[lead]);
      }
    }
  }

  // Whether the block before an item is its sister, to which the same lead-in belongs.
  bool follows_sister(std::uint32_t index) const {
    if (index == 0) return false;
    const Block &item = document_.blocks[index], &above = document_.blocks[index - 1];
    return item.kind == BlockKind::ListItem && above.kind == item.kind &&
           above.region == item.region && above.group == item.group && above.level == item.level;
  }

  // Whether a paragraph is a list in a row, "Back pain · Sciatica · Migraine".
  bool is_row(std::uint32_t index) {
    const std::uint32_t sentence = text_.first_sentence[index];
    if (document_.blocks[index].kind != BlockKind::Paragraph ||
        text_.first_sentence[index + 1] != sentence + 1) {
      return false;
    }
    look_up_item(sentence);
    return std::ranges::any_of(found_, [this](const PatternIndex::Entry& entry) {
      return rulebook_.sections[entry.owner].reads == SectionRule::Reads::Row &&
             matcher_.find(*entry.pattern, passage_).has_value();
    });
  }

  // The block that introduces the list or table of this item.
  std::uint32_t block_above_list(std::uint32_t index) const {
    const Block& item = document_.blocks[index];
    std::uint32_t at = index;
    if (item.kind == BlockKind::TableCell) return above_table_cell(index);
    while (at-- > 0) {
      const Block& above = document_.blocks[at];
      if (above.region != item.region) return none;
      if (is_item(above) && above.kind == item.kind) {
        if (above.level < item.level) return at;
        if (above.group == item.group && above.level == item.level) return introductions_[at];
        if (above.group == item.group) continue;
      }
      if (is_heading(above)) return at;
      if (above.kind == BlockKind::Paragraph && introduces(above)) return at;
      return contexts_[index].heading;
    }
    return none;
  }

  // Keeps the last header of each column of the table at hand.
  void follow_table(std::uint32_t index) {
    const Block& block = document_.blocks[index];
    if (index == 0 || document_.blocks[index - 1].group != block.group ||
        document_.blocks[index - 1].region != block.region) {
      table_ = index;
      headers_.clear();
    }
    if (block.kind == BlockKind::TableHeader) headers_[block.column] = index;
  }

  std::uint32_t above_table_cell(std::uint32_t index) const {
    const Block& cell = document_.blocks[index];
    if (const auto header = headers_.find(cell.column); header != headers_.end()) {
      return header->second;
    }
    const bool apart = table_ == 0 || document_.blocks[table_ - 1].region != cell.region;
    return apart ? none : contexts_[index].heading;
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
      context.section = number_of(section_named(last_sentence(index)));
      context.section_block = index;
      // "How massage helps" below "What causes back pain?" is no part of it.
      if (offers_[index] == index) return;
    }
    if (context.section == none && context.lead_in != none) {
      context.section = number_of(section_named(context.lead_in));
      context.section_block = text_.sentences[context.lead_in].block;
    }
    // "Tell us if any of these is true of you." leads in nothing that its list goes on with, and
    // yet says what the list means.
    if (context.section == none && sentence_above_list(index) != none) {
      context.section = number_of(section_named(sentence_above_list(index)));
      context.section_block = index - 1;
    }
    if (context.section == none && follows_sister(index)) {
      context.section = contexts_[index - 1].section;
      context.section_block = contexts_[index - 1].section_block;
    }
    if (context.section == none && context.heading != none) {
      context.section = contexts_[context.heading].section;
      context.section_block = contexts_[context.heading].section_block;
    }
  }

  std::uint32_t number_of(const SectionRule* section) const {
    if (section == nullptr) return none;
    return static_cast<std::uint32_t>(section - rulebook_.sections.data());
  }

  // The last sentence of the paragraph right above the first item of a list; none for other blocks.
  std::uint32_t sentence_above_list(std::uint32_t index) const {
    const Block& item = document_.blocks[index];
    if (index == 0 || item.kind != BlockKind::ListItem || follows_sister(index)) return none;
    const Block& above = document_.blocks[index - 1];
    const bool adjoins = above.kind == BlockKind::Paragraph && above.region == item.region;
    return adjoins ? last_sentence(index - 1) : none;
  }

  // Reads the list that begins with the block; returns the block behind it. Headings that head
  // nothing are lines of it. What a heading or a lead-in means goes before what the items say.
  std::uint32_t read_list(std::uint32_t begin) {
    std::uint32_t end = begin;
    std::size_t named = 0;
    bool barred = barred_from_above(begin);
    const SectionRule* list = nullptr;
    listed_.clear();
    for (; end < contexts_.size() && may_be_listed(end); ++end) {
      const SectionRule* const says = said_by_item(end);
      const bool offers = says != nullptr && says->effect == SectionRule::Effect::Offer;
      if (offers) list = says;
      barred = barred || (says != nullptr && !offers);
      named += offers;
      if (says != nullptr || !is_heading(document_.blocks[end])) listed_.push_back(end);
    }
    constexpr std::size_t least = 3;
    if (!barred && named >= least && 2 * named >= listed_.size()) {
      for (const std::uint32_t line : listed_) contexts_[line].list = number_of(list);
    }
    return std::max(end, begin + 1);
  }

  bool may_be_listed(std::uint32_t index) const {
    const Block& block = document_.blocks[index];
    return (block.kind == BlockKind::ListItem || block.kind == BlockKind::Heading) &&
           block.region == Region::Body && contexts_[index].section == none;
  }

  // "You will learn about:" says of the list right below it what the heading "Syllabus" would.
  bool barred_from_above(std::uint32_t list) {
    const std::uint32_t sentence = sentence_above_list(list);
    if (sentence == none) return false;
    const SectionRule* const says = said_of_list(sentence);
    return says != nullptr && says->effect != SectionRule::Effect::Offer;
  }

  const SectionRule* said_by_item(std::uint32_t item) {
    const std::uint32_t sentence = text_.first_sentence[item];
    return text_.first_sentence[item + 1] == sentence + 1 ? said_of_list(sentence) : nullptr;
  }

  // What a line says of its list: first of all what makes it none of an offer.
  const SectionRule* said_of_list(std::uint32_t sentence) {
    look_up_item(sentence);
    const SectionRule* says = nullptr;
    for (const PatternIndex::Entry& entry : found_) {
      const SectionRule& rule = rulebook_.sections[entry.owner];
      const bool offers = rule.effect == SectionRule::Effect::Offer;
      if (rule.reads == SectionRule::Reads::Row) continue;
      if ((offers && says != nullptr) || !matcher_.find(*entry.pattern, passage_)) continue;
      says = &rule;
      if (!offers) break;
    }
    return says;
  }

  void look_up_item(std::uint32_t sentence) {
    passage_.set({}, text_, text_.sentences[sentence]);
    items_.candidates(passage_, found_);
    looked_up_ = none;
  }

  // The section whose meaning a heading or lead-in gives to what it governs.
  const SectionRule* section_named(std::uint32_t sentence) {
    return first_section(sentence, [](SectionRule::Effect effect) {
      return effect != SectionRule::Effect::Offer && effect != SectionRule::Effect::Part;
    });
  }

  bool says(std::uint32_t sentence, SectionRule::Effect wanted) {
    return first_section(sentence, [wanted](SectionRule::Effect effect) {
             return effect == wanted;
           }) != nullptr;
  }

  template <class Accepts>
  const SectionRule* first_section(std::uint32_t sentence, Accepts accepts) {
    if (sentence == none || rulebook_.sections.empty()) return nullptr;
    if (sentence != looked_up_) {  // a heading is asked several things, a lead-in by each item
      passage_.set({}, text_, text_.sentences[sentence]);
      headings_.candidates(passage_, found_);
      looked_up_ = sentence;
    }
    for (const PatternIndex::Entry& entry : found_) {
      const SectionRule& rule = rulebook_.sections[entry.owner];
      if (accepts(rule.effect) && matcher_.find(*entry.pattern, passage_)) return &rule;
    }
    return nullptr;
  }

  const Document& document_;
  const Segmented& text_;
  const Rulebook& rulebook_;
  Passage passage_;
  Matcher matcher_;
  const PatternIndex &headings_, &items_;
  std::uint32_t looked_up_ = none;  // the sentence in passage_ and found_
  PatternIndex::Candidates found_;  // the last answer of the index
  std::vector<BlockContext> contexts_;
  std::uint32_t main_heading_ = none, apart_heading_ = none;  // the last of each
  std::vector<std::uint32_t> introductions_;                  // of the items so far, by block
  std::vector<std::uint32_t> offers_;  // of headings: what leads in the lists below, or itself
  std::vector<std::uint32_t> listed_;  // the lines of the list at hand, by block
  std::uint32_t table_ = 0;            // the first block of the group at hand
  std::map<std::uint32_t, std::uint32_t> headers_;  // by column
};

}  // namespace

std::vector<BlockContext> read_structure(const Document& document, const Segmented& text,
                                         const Rulebook& rulebook, const PatternIndex& headings,
                                         const PatternIndex& items) {
  return Reader(document, text, rulebook, headings, items).read();
}

}  // namespace caveat
