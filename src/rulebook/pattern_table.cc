#include "rulebook/pattern_table.h"

#include <cstring>
#include <new>
#include <utility>

namespace caveat {
namespace {

// Writes values behind each other, and tells where they lie from elsewhere in the same bytes.
class Image {
 public:
  Image(std::byte* bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  // `from`: where the Nearby will be that points to them.
  template <class T, class Values>
  Nearby<T> put(const Values& values, std::size_t from) {
    const std::size_t begin = at_, size = values.size() * sizeof(T);
    if (size != 0) std::memcpy(bytes_ + begin, values.data(), size);
    at_ += size;
    return {static_cast<std::int32_t>(static_cast<std::ptrdiff_t>(begin) -
                                      static_cast<std::ptrdiff_t>(from)),
            static_cast<std::uint32_t>(values.size())};
  }

 private:
  std::byte* bytes_;
  std::size_t at_;
};

}  // namespace

PatternId PatternTable::add(PatternDraft draft) {
  drafts_.push_back(std::move(draft));
  return static_cast<PatternId>(drafts_.size() - 1);
}

void PatternTable::pack() {
  // What is run lies beside each other, what is only told lies behind it.
  std::size_t steps = 0, letters = 0;
  for (const PatternDraft& draft : drafts_) {
    steps += draft.program.size() + draft.openers.size() + draft.needs.size();
    letters += draft.letters.size();
  }
  const std::size_t behind_patterns = drafts_.size() * sizeof(Pattern);
  const std::size_t behind_steps = behind_patterns + steps * sizeof(Instruction);
  static_assert(alignof(Pattern) == alignof(Instruction));
  std::vector<Piece> image((behind_steps + letters + sizeof(Piece) - 1) / sizeof(Piece));
  auto* const bytes = reinterpret_cast<std::byte*>(image.data());
  Image to_run(bytes, behind_patterns), to_tell(bytes, behind_steps);
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    const PatternDraft& draft = drafts_[i];
    const std::size_t at = i * sizeof(Pattern);
    new (bytes + at)
        Pattern{.program = to_run.put<Instruction>(draft.program, at + offsetof(Pattern, program)),
                .openers = to_run.put<Instruction>(draft.openers, at + offsetof(Pattern, openers)),
                .needs = to_run.put<Instruction>(draft.needs, at + offsetof(Pattern, needs)),
                .letters = to_tell.put<char>(draft.letters, at + offsetof(Pattern, letters)),
                .line = draft.line,
                .column = draft.column};
  }
  size_ = static_cast<std::uint32_t>(drafts_.size());
  image_ = std::move(image);
  drafts_ = {};
}

}  // namespace caveat
