// Reads the rules, obligations, cues, sections and sources of one pack into a rulebook, once the
// lexicons and frames of all packs are known. Internal to load().
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/fields.h"
#include "rulebook/frame_table.h"
#include "rulebook/pattern_compiler.h"
#include "rulebook/rulebook.h"

namespace caveat {

// Ids that are taken, and where: "pain.yaml:12".
using Ids = std::map<std::string, std::string, std::less<>>;

// What the packs define together.
struct Workbench {
  Rulebook& book;
  LexiconTable& lexicons;
  PatternCompiler& patterns;
  FrameTable& frames;
  bool complete = true;  // every pack could be read, so that a name not found is a mistake
  Ids authorities, evidence, rules;
};

class PackLoader {
 public:
  PackLoader(Workbench& bench, PackFile& file, std::string pack, std::string language)
      : bench_(bench), file_(file), pack_(std::move(pack)), language_(std::move(language)) {}

  // Rules name sources of any pack: all sources are loaded before the first rule.
  void load_sources(const Fields& fields);
  void load_rules(const Fields& fields);
  // Rules cover rules of any pack: reports names that stand for none, once all rules are loaded.
  void check_covers();

 private:
  void load_authority(const YamlNode& node);
  void load_evidence(const YamlNode& node);
  void load_rule(const YamlNode& node);
  void load_obligation(const YamlNode& node);
  void load_cue(const YamlNode& node);
  void load_section(const YamlNode& node);

  // What rules and obligations share.
  void read_info(const Fields& fields, RuleInfo& info);
  void read_severity_in(const Fields& fields, RuleInfo& info);
  void read_stances(const Fields& fields, RuleInfo& info);
  void read_evidence(const Fields& fields, RuleInfo& info);
  void read_matchers(const Fields& fields, Rule& rule);
  void read_rule_examples(const Fields& fields, Rule& rule);
  std::optional<TargetLexicon> read_target(const Fields& fields);
  struct Hole;  // <target>, and what fills it
  // These add patterns to the rulebook's table.
  void read_frames(const Fields& fields, Hole& hole);
  void read_exceptions(const Fields& fields, Hole& hole);
  void add_frame(const YamlNode& name, Hole& hole, std::set<const PatternSource*>& met);
  void add_pattern(const YamlNode& item, Hole& hole);
  PatternList read_patterns(const Fields& fields, std::string_view key);
  void read_covers(const Fields& fields, Rule& rule);
  std::vector<std::string> read_known(const Fields& fields, std::string_view key, ProblemKind kind,
                                      const Ids& known);
  // Takes `id` for the entry whose key it is; reports an entry that has it already.
  bool take_id(std::string id, const YamlNode& node, std::string_view what, Ids& taken);

  // The patterns that were added while the table had `first` and more.
  PatternList patterns_since(std::size_t first) const;

  Workbench& bench_;
  PackFile& file_;
  std::string pack_, language_;
  std::vector<std::pair<const YamlNode*, std::string>> covers_;  // where, and by which rule
};

}  // namespace caveat
