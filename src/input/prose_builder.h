// Writes the prose of a document: every byte with its origin, white space as a reader sees it.
//
// Readers of formats walk the decoded text and say what becomes of it. Text without an origin
// cannot be written. Whatever they do not mention is recorded as skipped markup at finish(), so
// that every source byte is copied, replaced or dropped with a reason.
//
// Within a block, runs of white space become one space and those at its edges are dropped. Blocks
// that hold nothing else do not come to be; no-break spaces at their beginning are layout too. A
// line of a paragraph that begins with a sign such as "✓" is a list item; so are lines between <br>
// that look like a list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/decode.h"
#include "model/document.h"

namespace caveat {

class ProseBuilder {
 public:
  // `decoded` must outlive the builder.
  explicit ProseBuilder(const Decoded& decoded);

  const Decoded& decoded() const { return decoded_; }

  // Ends the block at hand; text that follows belongs to one of this shape (`prose` is ignored).
  void block(const Block& shape);

  // Writes the decoded text of `span`.
  void copy(TextSpan span);
  // Writes `text`, which stands for the decoded text of `span`. `span` must not be empty.
  void replace(std::string_view text, TextSpan span);
  // A line break that a reader sees (<br>): it ends a sentence, unless the next line goes on with
  // it.
  void line_break(TextSpan span);
  // Records that the decoded text of `span` is left out. Text written elsewhere wins.
  void skip(TextSpan span, SkipReason reason);

  // A block that stands inside the one at hand, such as an image's alternative text; it is put
  // behind that block. Asides do not nest.
  void begin_aside(const Block& shape);
  void end_aside();
  bool in_aside() const { return in_aside_; }

  // Makes the block at hand one of another kind.
  void reshape(BlockKind kind, std::uint8_t level);
  // The words of the block at hand so far.
  std::string_view block_text() const;

  // A hyperlink over the text written between the two calls; links do not nest.
  void open_link(std::string target);
  void close_link();

  // Code over the text written between the two calls; of nested code the outermost counts.
  void open_code();
  void close_code();

  // A new number for Block::group.
  std::uint32_t new_group() { return ++groups_; }

  // Records a comment that holds an instruction for Caveat ("caveat-ignore …"); nothing otherwise.
  // `inside` is the comment's text without its marks.
  void comment(TextSpan span, std::string_view inside);
  // The same for an instruction that is written in another way; nothing is left out by it.
  void instruction(TextSpan span, std::string text);

  void language(std::string tag);

  // Composes the map with the decoder's and moves everything into `document`.
  void finish(Document& document);

 private:
  enum class Origin : std::uint8_t { Copied, Replaced, Break };
  struct Segment {
    ShortProseSpan prose;
    ShortSpan<InText> text;
    Origin kind;
  };
  struct Gap {
    TextSpan text;
    SkipReason reason;
  };
  // What is written as one stretch: the document, or an aside.
  struct Stream {
    std::string prose;
    std::vector<Segment> segments;
    Block shape;
    bool open = false;         // the block holds text
    bool is_item = false;      // its line began with a sign such as "✓"
    bool begins_item = false;  // the sign was read, and no word yet
    std::size_t block_begin = 0;
    TextSpan space;  // white space waiting for the next word; empty for none
    bool space_is_break = false;
  };

  void write(Stream& stream, std::string_view text, TextSpan span, Origin kind);
  void write_word(std::string_view text, TextSpan span, Origin kind);
  std::size_t begin_line(Stream& to, std::string_view text);
  void write_space(TextSpan span);
  void flush_space(Stream& stream, char next);
  bool joins_lines(const Stream& stream, char next) const;
  void end_block();
  void push_lines(const Block& block);
  void append_aside(Stream& aside);
  void open_block(Stream& stream, TextSpan span);
  Stream& stream() { return in_aside_ ? aside_ : main_; }

  SourceMap compose() const;
  std::vector<Skip> compose_skips(const SourceMap& map) const;

  const Decoded& decoded_;
  Stream main_, aside_;
  bool in_aside_ = false;
  std::vector<Stream> asides_;  // waiting for the block at hand to end
  std::vector<Block> blocks_;
  std::vector<Gap> gaps_;
  std::vector<Link> links_;
  std::optional<Link> link_;
  bool link_began_ = false;
  std::vector<ProseSpan> code_;
  std::optional<std::size_t> code_begin_;  // once its first word is written
  unsigned code_depth_ = 0;
  std::vector<SuppressionComment> suppressions_;
  std::string language_;
  std::uint32_t groups_ = Block::no_group;
  std::uint32_t items_ = Block::no_group;  // the list of the last lines with signs
};

}  // namespace caveat
