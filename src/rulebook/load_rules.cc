#include <algorithm>
#include <set>
#include <utility>

#include "rulebook/checks.h"
#include "rulebook/example.h"
#include "rulebook/pack_loader.h"
#include "rulebook/values.h"

namespace caveat {
namespace {

// Where a pack says nothing else: a hedged claim could be said better at most, negation unmakes it.
// Damage, residue and the like are what they are however the sentence is meant.
StanceSeverities default_stances(FindingKind kind, Severity severity) {
  StanceSeverities on_stance;
  on_stance.fill(severity);
  if (kind != FindingKind::Claim) return on_stance;
  const auto at = [&on_stance](Stance stance) -> auto& {
    return on_stance[static_cast<std::size_t>(stance)];
  };
  // What a named source says can be checked.
  for (const Stance stance : {Stance::Hedged, Stance::Conditional, Stance::Attributed}) {
    at(stance) = Severity::Suggestion;
  }
  at(Stance::Negated) = at(Stance::Asked) = std::nullopt;
  return on_stance;
}

}  // namespace

void PackLoader::read_info(const Fields& fields, RuleInfo& info) {
  info.pack = pack_;
  if (const YamlNode* id = fields.require("id")) {
    if (const auto text = read_text(file_, *id, "“id”"); text && check_name(file_, *id, *text)) {
      info.id = pack_ + "/" + std::string(*text);
      take_id(info.id, *id, "rule", bench_.rules);
    }
  }
  const bool claim = info.kind == FindingKind::Claim;
  info.family = claim ? fields.required_text("family") : fields.text("family");
  if (info.family.empty() && !claim && !info.id.empty())
    info.family = info.id.substr(pack_.size() + 1);
  fields.require("severity");
  info.severity =
      fields.choice<Severity>("severity", "severity", all_severities).value_or(Severity::Warning);
  info.status =
      fields.choice<RuleStatus>("status", "status", all_rule_statuses).value_or(RuleStatus::Stable);
  info.message = fields.required_text("message");
  info.why = fields.required_text("why");
  const bool needs_suggestion = claim || info.kind == FindingKind::Obligation;
  info.suggestion =
      needs_suggestion ? fields.required_text("suggestion") : fields.text("suggestion");
  read_evidence(fields, info);
  info.authorities =
      read_known(fields, "authorities", ProblemKind::UnknownAuthority, bench_.authorities);
  info.on_stance = default_stances(info.kind, info.severity);
  read_severity_in(fields, info);
}

// A country weighs a claim otherwise by a law or code of its own: the rule has to cite one.
void PackLoader::read_severity_in(const Fields& fields, RuleInfo& info) {
  const YamlNode* node = fields.find("severity_in");
  if (node == nullptr) return;
  std::vector<std::string_view> cited;
  bool all_known = bench_.complete;
  for (const std::string& id : info.authorities) {
    const auto authority = std::ranges::find(bench_.book.authorities, id, &Authority::id);
    if (authority == bench_.book.authorities.end()) {
      all_known = false;  // reported, or in a pack that could not be read
    } else {
      cited.push_back(authority->jurisdiction);
    }
  }
  for (const auto& [key, value] : read_entries(file_, *node, "“severity_in”")) {
    if (all_known && std::ranges::find(cited, key->text) == cited.end()) {
      file_.report(ProblemKind::UncitedJurisdiction, *key, {key->text});
    }
    const auto severity = Fields::choose<Severity>(file_, *value, "severity", all_severities);
    if (!severity) continue;
    info.severity_in.push_back({key->text, *severity, default_stances(info.kind, *severity)});
  }
}

void PackLoader::read_evidence(const Fields& fields, RuleInfo& info) {
  const YamlNode* node = fields.find("evidence");
  if (node == nullptr) return;
  const Fields evidence(file_, *node, "evidence", {"verdict", "note", "sources"});
  if (const YamlNode* verdict = evidence.find("verdict")) {
    if (const auto index = Fields::choose_name(file_, *verdict, "verdict", evidence_verdicts)) {
      info.evidence.verdict = evidence_verdicts[*index];
    }
  }
  info.evidence.note = evidence.text("note");
  info.evidence.sources =
      read_known(evidence, "sources", ProblemKind::UnknownEvidence, bench_.evidence);
}

std::vector<std::string> PackLoader::read_known(const Fields& fields, std::string_view key,
                                                ProblemKind kind, const Ids& known) {
  std::vector<std::string> ids;
  for (const YamlNode& item : fields.list(key)) {
    const auto id = read_text(file_, item, "an id");
    if (!id) continue;
    if (!known.contains(*id) && bench_.complete) {
      std::vector<std::string_view> candidates;
      for (const auto& entry : known) candidates.push_back(entry.first);
      file_.report(kind, item, {*id}, suggest(*id, candidates));
    }
    ids.emplace_back(*id);
  }
  return ids;
}

void PackLoader::read_stances(const Fields& fields, RuleInfo& info) {
  const YamlNode* node = fields.find("stances");
  if (node == nullptr) return;
  const Fields stances(
      file_, *node, "“stances”",
      {"asserted", "hedged", "negated", "attributed", "quoted", "asked", "conditional"});
  static constexpr std::string_view names[] = {"none", "suggestion", "warning", "error"};
  for (const Stance stance : all_stances) {
    const YamlNode* value = stances.find(name(stance));
    if (value == nullptr) continue;
    const auto index = Fields::choose_name(file_, *value, "severity", names);
    if (!index) continue;
    const auto severity = *index == 0 ? std::nullopt : std::optional(all_severities[*index - 1]);
    const auto at = static_cast<std::size_t>(stance);
    info.on_stance[at] = severity;
    for (JurisdictionSeverity& entry : info.severity_in) entry.on_stance[at] = severity;
  }
}

std::optional<TargetLexicon> PackLoader::read_target(const Fields& fields) {
  std::vector<LexiconId> lexicons;
  std::vector<std::string> names;
  for (const YamlNode& item : fields.list("target")) {
    const auto name = read_text(file_, item, "the name of a lexicon");
    if (!name) continue;
    if (const auto id = bench_.lexicons.find(*name, file_, item)) {
      lexicons.push_back(*id);
      names.emplace_back(*name);
    }
  }
  if (lexicons.empty()) return std::nullopt;
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  TargetLexicon target{bench_.lexicons.any_of(std::move(lexicons)), {}};
  for (const std::string& part : names) {
    target.name.append(target.name.empty() ? "" : "|").append(part);
  }
  return target;
}

PatternList PackLoader::patterns_since(std::size_t first) const {
  PatternTable& table = bench_.book.patterns;
  return {table, static_cast<PatternId>(first),
          static_cast<std::uint32_t>(table.drafts().size() - first)};
}

struct PackLoader::Hole {
  std::optional<TargetLexicon> target;
  bool declared = false;  // the rule has a `target`, though its lexicon may be unknown
  bool met = false;       // a frame or a pattern has the hole

  const TargetLexicon* filling() const { return target ? &*target : nullptr; }
};

void PackLoader::add_frame(const YamlNode& name, Hole& hole, std::set<const PatternSource*>& met) {
  const auto text = read_text(file_, name, "the name of a frame");
  const auto* sources = text ? bench_.frames.find(*text, file_, name) : nullptr;
  if (sources == nullptr) return;
  const bool holes = std::ranges::any_of(*sources, &PatternSource::has_hole);
  hole.met = hole.met || holes;
  if (holes && !hole.target) {
    if (hole.declared) return;  // its lexicon is unknown: reported
    file_.report(ProblemKind::UnboundTarget, name,
                 {"give the rule a `target`: the lexicons that fill the frame's hole"});
    return;
  }
  for (const PatternSource* source : *sources) {
    if (met.insert(source).second) {
      bench_.book.patterns.add(bench_.patterns.compile(*source, hole.filling()));
    }
  }
}

void PackLoader::add_pattern(const YamlNode& item, Hole& hole) {
  const auto source = bench_.patterns.read(
      file_, item, hole.declared ? "" : "give the rule a `target`, or name the lexicon here");
  if (!source) return;
  hole.met = hole.met || source->has_hole;
  if (source->has_hole && !hole.target) return;  // its lexicon is unknown: reported
  bench_.book.patterns.add(bench_.patterns.compile(*source, hole.filling()));
}

void PackLoader::read_frames(const Fields& fields, Hole& hole) {
  std::set<const PatternSource*> met;  // two frames may share a third
  for (const YamlNode& name : fields.list("frames")) add_frame(name, hole, met);
}

void PackLoader::read_exceptions(const Fields& fields, Hole& hole) {
  std::set<const PatternSource*> met;
  for (const YamlNode& item : fields.list("except")) {
    if (item.kind != YamlNode::Kind::Mapping) {
      add_pattern(item, hole);
      continue;
    }
    const Fields use(file_, item, "an entry of “except”", {"use"});
    if (const YamlNode* name = use.require("use")) add_frame(*name, hole, met);
  }
}

PatternList PackLoader::read_patterns(const Fields& fields, std::string_view key) {
  const std::size_t first = bench_.book.patterns.drafts().size();
  for (const YamlNode& item : fields.list(key)) {
    const auto source =
        bench_.patterns.read(file_, item, "only frames and patterns of rules have holes");
    if (source) bench_.book.patterns.add(bench_.patterns.compile(*source, nullptr));
  }
  return patterns_since(first);
}

void PackLoader::read_covers(const Fields& fields, Rule& rule) {
  for (const YamlNode& item : fields.list("covers")) {
    const auto id = read_text(file_, item, "the id of a rule");
    if (!id) continue;
    rule.covers.emplace_back(*id);
    covers_.emplace_back(&item, rule.info.id);
  }
}

void PackLoader::check_covers() {
  if (!bench_.complete) return;
  for (const auto& [item, owner] : covers_) {
    std::vector<std::string_view> others;
    for (const Rule& rule : bench_.book.rules) {
      if (rule.info.id != owner) others.push_back(rule.info.id);
    }
    if (std::ranges::find(others, item->text) != others.end()) continue;
    file_.report(ProblemKind::UnknownRule, *item, {item->text}, suggest(item->text, others));
  }
}

void PackLoader::read_matchers(const Fields& fields, Rule& rule) {
  Hole hole{.target = read_target(fields), .declared = fields.find("target") != nullptr};
  const std::size_t first = bench_.book.patterns.drafts().size();
  read_frames(fields, hole);
  for (const YamlNode& item : fields.list("patterns")) add_pattern(item, hole);
  rule.patterns = patterns_since(first);
  const std::size_t first_exception = bench_.book.patterns.drafts().size();
  read_exceptions(fields, hole);
  rule.exceptions = patterns_since(first_exception);
  if (hole.target && !hole.met && bench_.complete) {
    file_.report(ProblemKind::UnusedTarget, *fields.find("target"), {});
  }
  for (const YamlNode& item : fields.list("regexes")) {
    if (const auto regex = read_text(file_, item, "a regex")) rule.regexes.emplace_back(*regex);
  }
  if (const YamlNode* check = fields.find("check")) {
    if (const auto index = Fields::choose_name(file_, *check, "check", built_in_checks)) {
      rule.check = built_in_checks[*index];
    }
  }
  const bool any = std::ranges::any_of(
      std::initializer_list<std::string_view>{"frames", "patterns", "regexes", "check"},
      [&](std::string_view key) { return fields.find(key) != nullptr; });
  if (!any) file_.report(ProblemKind::NoMatcher, fields.node(), {rule.info.id});
}

void PackLoader::read_rule_examples(const Fields& fields, Rule& rule) {
  // A check looks at bytes or at the whole page, which a line of YAML can hardly show.
  const bool only_check = fields.find("check") != nullptr && fields.find("patterns") == nullptr &&
                          fields.find("frames") == nullptr && fields.find("regexes") == nullptr;
  if (const YamlNode* node = fields.find("examples")) {
    const Fields examples(file_, *node, "“examples”", {"flag", "pass"});
    rule.flag =
        read_examples(file_, examples.list("flag"), only_check ? Marks::Allowed : Marks::Needed);
    rule.pass = read_examples(file_, examples.list("pass"), Marks::Forbidden);
    if (only_check) return;
    for (const std::string_view key : {"flag", "pass"}) {
      const YamlNode* list = examples.find(key);
      if (examples.is_misspelt(key)) continue;
      if (list == nullptr || (list->kind == YamlNode::Kind::List && list->items.empty())) {
        file_.report(ProblemKind::NoExample, *node, {rule.info.id, key});
      }
    }
  } else if (!only_check) {
    for (const std::string_view key : {"flag", "pass"}) {
      file_.report(ProblemKind::NoExample, fields.node(), {rule.info.id, key});
    }
  }
}

void PackLoader::load_rule(const YamlNode& node) {
  const Fields fields(
      file_, node, "a rule",
      {"id",       "family",      "kind",   "severity",     "status",   "language", "message",
       "why",      "suggestion",  "target", "frames",       "patterns", "except",   "regexes",
       "check",    "conduct",     "blocks", "regions",      "stances",  "evidence", "authorities",
       "examples", "severity_in", "covers", "outside_links"});
  if (!fields.is_mapping()) return;
  Rule rule;
  rule.line = node.line;
  rule.file = file_.path();
  rule.info.kind =
      fields.choice<FindingKind>("kind", "kind", rule_kinds).value_or(FindingKind::Claim);
  rule.info.conduct = fields.flag("conduct");
  read_info(fields, rule.info);
  read_stances(fields, rule.info);
  rule.language = read_language(file_, fields.find("language"), language_);
  rule.blocks = fields.choices<BlockKind>("blocks", "block kind", all_block_kinds);
  rule.regions = fields.choices<Region>("regions", "region", all_regions);
  rule.outside_links = fields.flag("outside_links");
  read_matchers(fields, rule);
  read_covers(fields, rule);
  read_rule_examples(fields, rule);
  bench_.book.rules.push_back(std::move(rule));
}

}  // namespace caveat
