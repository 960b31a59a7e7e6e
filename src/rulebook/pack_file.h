// A YAML document as a plain tree in which every value knows its place.
//
// Only what packs use: scalars, lists and mappings. Aliases, anchors and tags are refused, so that
// a small file cannot stand for a large one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/line_index.h"
#include "rulebook/problems.h"

namespace caveat {

struct YamlNode {
  enum class Kind : std::uint8_t { Null, Scalar, List, Mapping };
  Kind kind = Kind::Null;
  std::uint32_t line = 0;       // 1-based
  std::size_t offset = 0;       // of its first byte in the file
  std::string text;             // of a scalar
  std::vector<YamlNode> items;  // of a list; of a mapping: key, value, key, value …
};

// The value of a key, or null where `node` is no mapping or has no such key.
const YamlNode* value_of(const YamlNode& node, std::string_view key);

// A pack as it lies on the disk, and where its problems go.
class PackFile {
 public:
  // Keeps a view of `text`, which must outlive the pack.
  PackFile(std::string path, std::string_view text);

  // Reads the YAML; false where the file as a whole could not be read.
  bool read();

  const std::string& path() const { return path_; }
  const YamlNode& root() const { return root_; }
  // "pain.yaml:12", to point at from another place.
  std::string where(const YamlNode& node) const;
  // In code points, from 1.
  std::size_t column(const YamlNode& node) const;

  // A problem at byte `inside` of the text of `node`.
  void report(ProblemKind kind, const YamlNode& node,
              std::initializer_list<std::string_view> arguments, std::string hint = {},
              std::size_t inside = 0);
  // A problem at a byte of the file.
  void report_at(std::size_t offset, ProblemKind kind,
                 std::initializer_list<std::string_view> arguments, std::string hint = {});

  std::vector<Problem>& problems() { return problems_; }

 private:
  friend class YamlTreeBuilder;
  bool check_bytes();
  std::size_t source_offset(const YamlNode& node, std::size_t inside) const;

  std::string path_;
  std::string_view text_;
  std::optional<LineIndex> lines_;  // made for the first problem
  YamlNode root_;
  std::vector<Problem> problems_;
};

}  // namespace caveat
