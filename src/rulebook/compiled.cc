#include "rulebook/compiled.h"

#include <concepts>
#include <cstring>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "rulebook/archive.h"
#include "rulebook/regex_set.h"

namespace caveat {

// Change it with every change of what describe() lists; a multiple of eight bytes.
static constexpr std::string_view layout = "caveat rulebook 8\n      ";

// What is kept of each type: one list for writing and reading. `Self` is const for a writer.
template <class Self, class T>
concept Is = std::same_as<std::remove_const_t<Self>, T>;

template <class Archive, Is<Evidence> Self>
void describe(Archive& archive, Self& self) {
  archive(self.verdict, self.note, self.sources);
}
template <class Archive, Is<JurisdictionSeverity> Self>
void describe(Archive& archive, Self& self) {
  archive(self.jurisdiction, self.severity, self.on_stance);
}
template <class Archive, Is<RuleInfo> Self>
void describe(Archive& archive, Self& self) {
  archive(self.id, self.pack, self.family, self.kind, self.conduct, self.severity, self.on_stance,
          self.severity_in, self.status, self.message, self.why, self.suggestion, self.evidence,
          self.authorities);
}
template <class Archive, Is<Rule> Self>
void describe(Archive& archive, Self& self) {
  archive(self.info, self.language, self.patterns, self.exceptions, self.covers, self.regexes,
          self.check, self.blocks, self.regions, self.outside_links, self.line, self.file);
}
template <class Archive, Is<StatementInParts> Self>
void describe(Archive& archive, Self& self) {
  auto& [first, then, within, at_least] = self;
  archive(first, then, within, at_least);
}
template <class Archive, Is<Obligation> Self>
void describe(Archive& archive, Self& self) {
  auto& [info, language, owed_for_families, owed_for_stances, owed_for_text, not_owed_for,
         satisfied_by, satisfied_in_parts, not_satisfied_by, contradicted_by, place, owed_by,
         owed_at_least, satisfied_at_least, satisfies, fails, line, file] = self;
  archive(info, language, owed_for_families, owed_for_stances, owed_for_text, not_owed_for,
          satisfied_by, satisfied_in_parts, not_satisfied_by, contradicted_by, place, owed_by,
          owed_at_least, satisfied_at_least, line, file);
}
template <class Archive, Is<CueRule> Self>
void describe(Archive& archive, Self& self) {
  archive(self.stance, self.direction, self.reach, self.pseudo, self.terminator, self.pattern);
}
template <class Archive, Is<SectionRule> Self>
void describe(Archive& archive, Self& self) {
  archive(self.name, self.effect, self.reads, self.pattern, self.led_in_by);
}
template <class Archive, Is<Authority> Self>
void describe(Archive& archive, Self& self) {
  archive(self.id, self.name, self.jurisdiction, self.url, self.note, self.certainty);
}
template <class Archive, Is<EvidenceSource> Self>
void describe(Archive& archive, Self& self) {
  archive(self.id, self.citation, self.finding, self.url, self.certainty);
}
template <class Archive, Is<PackInfo> Self>
void describe(Archive& archive, Self& self) {
  archive(self.name, self.version);
}
template <class Archive, Is<RegexTable> Self>
void describe(Archive& archive, Self& self) {
  archive(self.regexes, self.scanner, self.without_literals);
}
// `all` points into the others, `regexes` have a table of their own: both are made anew.
template <class Archive, Is<Rulebook> Self>
void describe(Archive& archive, Self& self) {
  archive(self.vocabulary, self.terms, self.patterns, self.lexicon_names, self.rules,
          self.obligations, self.cues, self.sections, self.authorities, self.evidence, self.packs,
          self.prepared);
}

// Few readers want them: they stand behind all else.
template <class Archive, Is<Example> Self>
void describe(Archive& archive, Self& self) {
  archive(self.text, self.spans, self.stance, self.line);
}
template <class Archive, Is<Rulebook> Self>
void describe_examples(Archive& archive, Self& self) {
  for (auto& rule : self.rules) archive(rule.flag, rule.pass);
  for (auto& duty : self.obligations) archive(duty.satisfies, duty.fails);
}

static void point_lists_to_their_table(Rulebook& book) {
  const auto point = [&](auto&... lists) { (lists.lie_in(book.patterns), ...); };
  for (Rule& rule : book.rules) point(rule.patterns, rule.exceptions);
  for (Obligation& duty : book.obligations) {
    point(duty.owed_for_text, duty.not_owed_for, duty.satisfied_by, duty.not_satisfied_by);
    for (StatementInParts& parts : duty.satisfied_in_parts) point(parts.first, parts.then);
  }
  for (CueRule& cue : book.cues) point(cue.pattern);
  for (SectionRule& section : book.sections) point(section.pattern);
}

static std::string raw_bytes(std::uint64_t number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

// Eight bytes at a time: there are millions.
static std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  while (!bytes.empty()) {
    std::uint64_t piece = 0;
    const std::size_t size = std::min(bytes.size(), sizeof piece);
    std::memcpy(&piece, bytes.data(), size);
    sum = (sum ^ piece) * 0x9E3779B97F4A7C15u;
    sum ^= sum >> 29;
    bytes.remove_prefix(size);
  }
  return sum;
}

std::string write_compiled(const Rulebook& rulebook) {
  ArchiveWriter body;
  body(rulebook, rulebook.regexes->table());
  describe_examples(body, rulebook);
  const std::string bytes = body.take();
  return std::string(layout) + raw_bytes(bytes.size()) + raw_bytes(checksum(bytes)) + bytes;
}

std::unique_ptr<const Rulebook> read_compiled(std::string_view bytes, Trust trust,
                                              Examples examples) {
  constexpr std::size_t number = sizeof(std::uint64_t), head = layout.size() + 2 * number;
  static_assert(head % number == 0, "what lies in the body is aligned");
  if (!bytes.starts_with(layout) || bytes.size() < head) return nullptr;
  const std::string_view size = bytes.substr(layout.size(), number);
  const std::string_view sum = bytes.substr(layout.size() + number, number);
  const std::string_view body = bytes.substr(head);
  if (size != raw_bytes(body.size())) return nullptr;
  if (trust == Trust::None && sum != raw_bytes(checksum(body))) return nullptr;
  auto book = std::make_unique<Rulebook>();
  try {
    ArchiveReader reader(body);
    RegexTable regexes;
    reader(*book, regexes);
    if (examples == Examples::With) {
      describe_examples(reader, *book);
      if (!reader.at_end()) return nullptr;
    }
    book->regexes = std::make_shared<const RegexSet>(std::move(regexes));
  } catch (const std::out_of_range&) {
    return nullptr;
  }
  point_lists_to_their_table(*book);
  book->index_rules();
  return book;
}

}  // namespace caveat
