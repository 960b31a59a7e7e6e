// The frames of all packs: patterns with a hole, read once, compiled for each rule that uses them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/pattern_compiler.h"

namespace caveat {

class FrameTable {
 public:
  explicit FrameTable(PatternCompiler& compiler) : compiler_(compiler) {}

  void define(PackFile& file, const YamlNode& key, const YamlNode& body);
  // Reads the patterns of all frames, once all are defined.
  void read(bool complete);

  // The patterns of a frame and of those that it uses; null after reporting an unknown name.
  const std::vector<const PatternSource*>* find(std::string_view name, PackFile& file,
                                                const YamlNode& node);

 private:
  struct Frame {
    PackFile* file = nullptr;
    const YamlNode* key = nullptr;
    const YamlNode* body = nullptr;
    enum class State : std::uint8_t { Untouched, Open, Done } state = State::Untouched;
    std::vector<PatternSource> own;
    std::vector<const PatternSource*> all;
  };
  using Entry = std::pair<const std::string, Frame>;

  void read_frame(Entry& entry);
  void use(Entry& entry, const YamlNode& name);
  Entry* named(std::string_view name, PackFile& file, const YamlNode& node);

  PatternCompiler& compiler_;
  std::map<std::string, Frame, std::less<>> frames_;
  std::vector<Entry*> open_;
  bool complete_ = true;
};

}  // namespace caveat
