// The entries of a pack other than rules: obligations, cues, sections, authorities and evidence.
#include <algorithm>
#include <utility>

#include "rulebook/example.h"
#include "rulebook/fold_word.h"
#include "rulebook/pack_loader.h"
#include "rulebook/values.h"

namespace caveat {
namespace {

Certainty read_certainty(const Fields& fields) {
  const YamlNode* node = fields.find("certainty");
  if (node == nullptr) return Certainty::Seen;
  const auto index = Fields::choose_name(fields.file(), *node, "certainty", certainty_names);
  return static_cast<Certainty>(index.value_or(0));
}

std::vector<WordId> words_of(std::string_view text, Vocabulary& vocabulary) {
  std::vector<WordId> words;
  std::string_view word;
  for (std::size_t at = 0; next_word(text, at, word);) {
    words.push_back(vocabulary.intern(fold_word(word)));
  }
  return words;
}

}  // namespace

void PackLoader::load_sources(const Fields& fields) {
  for (const YamlNode& node : fields.list("authorities")) load_authority(node);
  for (const YamlNode& node : fields.list("evidence")) load_evidence(node);
}

void PackLoader::load_rules(const Fields& fields) {
  for (const YamlNode& node : fields.list("rules")) load_rule(node);
  for (const YamlNode& node : fields.list("obligations")) load_obligation(node);
  for (const YamlNode& node : fields.list("cues")) load_cue(node);
  for (const YamlNode& node : fields.list("sections")) load_section(node);
}

bool PackLoader::take_id(std::string id, const YamlNode& node, std::string_view what, Ids& taken) {
  const auto [entry, fresh] = taken.try_emplace(std::move(id), file_.where(node));
  if (!fresh) file_.report(ProblemKind::DuplicateName, node, {what, entry->first, entry->second});
  return fresh;
}

void PackLoader::load_authority(const YamlNode& node) {
  const Fields fields(file_, node, "an authority",
                      {"id", "name", "jurisdiction", "url", "note", "certainty"});
  if (!fields.is_mapping()) return;
  Authority authority;
  authority.id = fields.required_text("id");
  authority.name = fields.required_text("name");
  authority.jurisdiction = fields.required_text("jurisdiction");
  authority.url = fields.text("url");
  authority.note = fields.text("note");
  authority.certainty = read_certainty(fields);
  if (authority.id.empty() || !check_name(file_, *fields.find("id"), authority.id)) return;
  if (take_id(authority.id, *fields.find("id"), "authority", bench_.authorities)) {
    bench_.book.authorities.push_back(std::move(authority));
  }
}

void PackLoader::load_evidence(const YamlNode& node) {
  const Fields fields(file_, node, "an evidence source",
                      {"id", "citation", "finding", "url", "certainty"});
  if (!fields.is_mapping()) return;
  EvidenceSource source;
  source.id = fields.required_text("id");
  source.citation = fields.required_text("citation");
  source.finding = fields.text("finding");
  source.url = fields.text("url");
  source.certainty = read_certainty(fields);
  if (source.id.empty() || !check_name(file_, *fields.find("id"), source.id)) return;
  if (take_id(source.id, *fields.find("id"), "evidence source", bench_.evidence)) {
    bench_.book.evidence.push_back(std::move(source));
  }
}

void PackLoader::load_obligation(const YamlNode& node) {
  const Fields fields(
      file_, node, "an obligation",
      {"id", "family", "severity", "severity_in", "status", "language", "message", "why",
       "suggestion", "evidence", "authorities", "owed_for", "satisfied_by", "satisfied_in_parts",
       "satisfied_at_least", "not_satisfied_by", "contradicted_by", "place", "examples"});
  if (!fields.is_mapping()) return;
  constexpr std::size_t most = 100;
  Obligation duty;
  duty.line = node.line;
  duty.file = file_.path();
  duty.info.kind = FindingKind::Obligation;
  read_info(fields, duty.info);
  duty.language = read_language(file_, fields.find("language"), language_);
  if (const YamlNode* owed = fields.require("owed_for")) {
    const Fields cause(file_, *owed, "“owed_for”",
                       {"families", "stances", "patterns", "except", "pages", "at_least"});
    duty.owed_for_families = cause.texts("families");
    duty.owed_for_stances = cause.choices<Stance>("stances", "stance", all_stances);
    duty.owed_for_text = read_patterns(cause, "patterns");
    duty.not_owed_for = read_patterns(cause, "except");
    duty.owed_by = cause.choice<Obligation::Pages>("pages", "kind of pages", all_pages)
                       .value_or(Obligation::Pages::All);
    duty.owed_at_least = cause.number("at_least", 1, most, 1);
    if (cause.is_mapping() && cause.find("patterns") == nullptr &&
        cause.find("stances") == nullptr) {
      cause.require("families");
    }
  }
  fields.require("satisfied_by");
  duty.satisfied_by = read_patterns(fields, "satisfied_by");
  for (const YamlNode& parts : fields.list("satisfied_in_parts")) {
    const Fields part(file_, parts, "a statement in parts",
                      {"first", "then", "within", "at_least"});
    if (!part.is_mapping()) continue;
    part.require("first");
    part.require("then");
    duty.satisfied_in_parts.push_back({.first = read_patterns(part, "first"),
                                       .then = read_patterns(part, "then"),
                                       .within = part.number("within", 1, most, 3),
                                       .at_least = part.number("at_least", 1, most, 1)});
  }
  duty.satisfied_at_least = fields.number("satisfied_at_least", 1, most, 1);
  duty.not_satisfied_by = read_patterns(fields, "not_satisfied_by");
  duty.contradicted_by = fields.texts("contradicted_by");
  duty.place = fields.choice<Obligation::Place>("place", "place", all_places)
                   .value_or(Obligation::Place::Page);
  if (const YamlNode* examples = fields.find("examples")) {
    const Fields lists(file_, *examples, "“examples”", {"satisfies", "fails"});
    duty.satisfies = read_examples(file_, lists.list("satisfies"), Marks::Allowed);
    duty.fails = read_examples(file_, lists.list("fails"), Marks::Forbidden);
  }
  bench_.book.obligations.push_back(std::move(duty));
}

void PackLoader::load_cue(const YamlNode& node) {
  const Fields fields(file_, node, "a cue",
                      {"stance", "direction", "reach", "pseudo", "terminator", "phrases"});
  if (!fields.is_mapping()) return;
  CueRule cue;
  cue.stance = fields.choice<Stance>("stance", "stance", all_stances).value_or(Stance::Negated);
  cue.direction = fields.choice<CueRule::Direction>("direction", "direction", all_directions)
                      .value_or(CueRule::Direction::Forward);
  cue.reach = static_cast<std::uint32_t>(fields.number("reach", 0, 100, 0));
  const std::size_t problems_before = file_.problems().size();
  cue.pseudo = fields.flag("pseudo");
  cue.terminator = fields.flag("terminator");
  const bool idle = fields.find("stance") == nullptr && !cue.pseudo && !cue.terminator;
  if (idle && !fields.is_misspelt("stance") && file_.problems().size() == problems_before) {
    file_.report(ProblemKind::IdleCue, node, {});
  }
  fields.require("phrases");
  const PatternList phrases = read_patterns(fields, "phrases");
  for (std::uint32_t i = 0; i < phrases.size(); ++i) {
    cue.pattern = phrases.only(i);
    bench_.book.cues.push_back(cue);
  }
}

void PackLoader::load_section(const YamlNode& node) {
  const Fields fields(file_, node, "a section",
                      {"name", "effect", "headings", "sentences", "items", "rows", "led_in_by"});
  if (!fields.is_mapping()) return;
  SectionRule section;
  section.name = fields.required_text("name");
  fields.require("effect");
  section.effect = fields.choice<SectionRule::Effect>("effect", "effect", all_effects)
                       .value_or(SectionRule::Effect::Dismiss);
  constexpr std::string_view others[] = {"sentences", "items", "rows"};
  if (std::ranges::none_of(others, [&](auto key) { return fields.find(key) != nullptr; })) {
    fields.require("headings");
  }
  using Reads = SectionRule::Reads;
  constexpr std::pair<Reads, std::string_view> kinds[] = {{Reads::Heading, "headings"},
                                                          {Reads::Sentence, "sentences"},
                                                          {Reads::Item, "items"},
                                                          {Reads::Row, "rows"}};
  for (const auto& [reads, key] : kinds) {
    section.reads = reads;
    section.led_in_by = reads == Reads::Item
                            ? words_of(fields.text("led_in_by"), bench_.book.vocabulary)
                            : std::vector<WordId>{};
    const PatternList patterns = read_patterns(fields, key);
    for (std::uint32_t i = 0; i < patterns.size(); ++i) {
      section.pattern = patterns.only(i);
      bench_.book.sections.push_back(section);
    }
  }
}

}  // namespace caveat
