#include "policy/configuration.h"

#include <algorithm>
#include <set>

#include "rulebook/fields.h"

namespace caveat {

// The file with its tree, and the names in it that wait for the packs.
class ConfigurationText {
 public:
  enum class Names : std::uint8_t { Rule, Obligation, Family, Jurisdiction };

  ConfigurationText(std::string path, std::string text)
      : text_(std::move(text)), file_(std::move(path), text_) {}

  PackFile& file() { return file_; }
  void await(Names kind, const YamlNode& node) { awaited_.emplace_back(kind, &node); }

  std::vector<Problem> check(const Rulebook& rulebook) {
    file_.problems().clear();
    for (const auto& [kind, node] : awaited_) check(rulebook, kind, *node);
    return std::move(file_.problems());
  }

 private:
  void check(const Rulebook& rulebook, Names kind, const YamlNode& node) {
    std::set<std::string_view> known;
    for (const RuleInfo* rule : rulebook.all) {
      if (kind == Names::Family) known.insert(rule->family);
      const bool wanted = kind == Names::Rule ||
                          (kind == Names::Obligation && rule->kind == FindingKind::Obligation);
      if (wanted) known.insert(rule->id);
    }
    std::vector<std::string> packs;
    if (kind == Names::Rule) {
      for (const PackInfo& pack : rulebook.packs) packs.push_back(pack.name + "/*");
      known.insert(packs.begin(), packs.end());
    }
    if (kind == Names::Jurisdiction) {
      for (const Authority& authority : rulebook.authorities) known.insert(authority.jurisdiction);
    }
    if (known.contains(node.text)) return;
    static constexpr std::string_view words[] = {"rule", "statement", "family", "jurisdiction"};
    const std::vector<std::string_view> names(known.begin(), known.end());
    file_.report(ProblemKind::UnknownValue, node,
                 {words[static_cast<std::size_t>(kind)], node.text}, suggest(node.text, names));
  }

  std::string text_;
  PackFile file_;
  std::vector<std::pair<Names, const YamlNode*>> awaited_;
};

namespace {

using Names = ConfigurationText::Names;
using Level = RuleSetting::Level;

constexpr std::string_view level_names[] = {"off", "on", "suggestion", "warning", "error"};

class Reader {
 public:
  explicit Reader(Configuration& configuration)
      : configuration_(configuration), text_(*configuration.text), file_(text_.file()) {}

  void read() {
    if (!file_.read()) return;
    const YamlNode& root = file_.root();
    if (root.kind == YamlNode::Kind::Null) return;  // an empty file sets nothing
    const Fields fields(
        file_, root, "the configuration",
        {"packs", "rules", "jurisdictions", "language", "include", "exclude", "overrides",
         "vocabulary", "fail-on", "fail-on-family", "max-warnings", "baseline"});
    if (!fields.is_mapping()) return;
    configuration_.settings = settings(fields);
    configuration_.packs = placed_texts(fields, "packs");
    configuration_.jurisdictions = placed_texts(fields, "jurisdictions");
    for (const YamlNode& item : fields.list("jurisdictions"))
      text_.await(Names::Jurisdiction, item);
    if (const YamlNode* node = fields.find("max-warnings")) {
      constexpr std::size_t most = 1'000'000'000;
      configuration_.max_warnings = {fields.number("max-warnings", 0, most, 0), file_.where(*node)};
    }
    if (const YamlNode* node = fields.find("baseline")) {
      configuration_.baseline = {fields.text("baseline"), file_.where(*node)};
    }
    configuration_.include = path_list(fields, "include");
    configuration_.exclude = path_list(fields, "exclude");
    for (const YamlNode& item : fields.list("overrides")) read_override(item);
  }

 private:
  Settings settings(const Fields& fields) {
    Settings settings;
    if (const YamlNode* rules = fields.find("rules")) read_rules(*rules, settings);
    if (const YamlNode* node = fields.find("language")) {
      settings.language = {read_language(file_, node, ""), file_.where(*node)};
    }
    if (const YamlNode* node = fields.find("fail-on")) {
      if (const auto chosen = threshold(*node)) settings.fail_on = {*chosen, file_.where(*node)};
    }
    if (const YamlNode* families = fields.find("fail-on-family")) {
      for_each_entry(*families, "“fail-on-family”",
                     [&](const YamlNode& key, const YamlNode& value) {
                       text_.await(Names::Family, key);
                       if (const auto chosen = threshold(value)) {
                         settings.families.push_back({key.text, *chosen, file_.where(key)});
                       }
                     });
    }
    if (const YamlNode* vocabulary = fields.find("vocabulary")) {
      read_vocabulary(*vocabulary, settings);
    }
    return settings;
  }

  std::optional<Threshold> threshold(const YamlNode& node) {
    const auto index = Fields::choose_name(file_, node, "level", threshold_names);
    return index ? threshold_named(threshold_names[*index]) : std::nullopt;
  }

  template <class Read>
  void for_each_entry(const YamlNode& node, std::string_view what, Read read) {
    for (const auto& [key, value] : read_entries(file_, node, what)) read(*key, *value);
  }

  // "id: level", or "id: {level: …, reason: …}".
  void read_rules(const YamlNode& node, Settings& settings) {
    for_each_entry(node, "“rules”", [&](const YamlNode& key, const YamlNode& value) {
      RuleSetting setting{.rules = key.text, .reason = {}, .place = file_.where(key)};
      text_.await(Names::Rule, key);
      const YamlNode* level = &value;
      if (value.kind == YamlNode::Kind::Mapping) {
        const Fields fields(file_, value, "the setting of a rule", {"level", "reason"});
        level = fields.require("level");
        setting.reason = fields.text("reason");
      }
      if (level == nullptr) return;
      const auto index = Fields::choose_name(file_, *level, "level", level_names);
      if (!index) return;
      setting.level = static_cast<Level>(*index);
      settings.rules.push_back(std::move(setting));
    });
  }

  void read_vocabulary(const YamlNode& node, Settings& settings) {
    const Fields fields(file_, node, "“vocabulary”", {"allow", "statements"});
    for (const YamlNode& item : fields.list("allow")) {
      AllowedTerm term;
      if (item.kind == YamlNode::Kind::Mapping) {
        const Fields entry(file_, item, "an allowed term", {"term", "reason"});
        term = {entry.required_text("term"), entry.text("reason")};
      } else {
        term.text = read_text(file_, item, "an allowed term").value_or("");
      }
      if (!term.text.empty()) settings.allowed.push_back({std::move(term), file_.where(item)});
    }
    for (const YamlNode& item : fields.list("statements")) {
      const Fields entry(file_, item, "a statement", {"satisfies", "text"});
      const YamlNode* id = entry.require("satisfies");
      HouseStatement statement{entry.text("satisfies"), entry.required_text("text")};
      if (id == nullptr || statement.obligation.empty() || statement.text.empty()) continue;
      text_.await(Names::Obligation, *id);
      settings.statements.push_back({std::move(statement), file_.where(item)});
    }
  }

  void read_override(const YamlNode& node) {
    const Fields fields(file_, node, "an override",
                        {"paths", "rules", "language", "vocabulary", "fail-on", "fail-on-family"});
    if (fields.require("paths") == nullptr) return;
    PathList list = path_list(fields, "paths");
    configuration_.overrides.push_back(
        {std::move(list.patterns), std::move(list.paths), settings(fields), file_.where(node)});
  }

  PathList path_list(const Fields& fields, std::string_view key) {
    const YamlNode* node = fields.find(key);
    if (node == nullptr) return {};
    PathList list{fields.texts(key), {}, file_.where(*node)};
    list.paths = PathPatterns(list.patterns);
    return list;
  }

  std::optional<Placed<std::vector<std::string>>> placed_texts(const Fields& fields,
                                                               std::string_view key) {
    const YamlNode* node = fields.find(key);
    if (node == nullptr) return std::nullopt;
    return Placed{fields.texts(key), file_.where(*node)};
  }

  Configuration& configuration_;
  ConfigurationText& text_;
  PackFile& file_;
};

}  // namespace

std::string_view name(Threshold threshold) { return threshold ? name(*threshold) : "never"; }

std::optional<Threshold> threshold_named(std::string_view text) {
  const Threshold severity = severity_named(text);
  if (!severity && text != "never") return std::nullopt;
  return std::optional<Threshold>(std::in_place, severity);
}

std::string_view name(Level level) { return level_names[static_cast<std::size_t>(level)]; }

bool RuleSetting::covers(std::string_view rule) const {
  if (!rules.ends_with("/*")) return rule == rules;
  return rule.starts_with(std::string_view(rules).substr(0, rules.size() - 1));
}

bool Configuration::leaves_out(std::string_view path_inside, bool is_folder) const {
  if (exclude.paths.matches(path_inside, is_folder)) return true;
  // What is to be audited may lie deep inside of a folder that is not named itself.
  return !is_folder && !include.patterns.empty() && !include.paths.matches(path_inside);
}

std::expected<Configuration, std::vector<Problem>> read_configuration(std::string path,
                                                                      std::string text) {
  Configuration configuration;
  configuration.path = path;
  configuration.text = std::make_shared<ConfigurationText>(std::move(path), std::move(text));
  Reader(configuration).read();
  auto& problems = configuration.text->file().problems();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return configuration;
}

std::vector<Problem> check_names(const Configuration& configuration, const Rulebook& rulebook) {
  return configuration.text->check(rulebook);
}

}  // namespace caveat
