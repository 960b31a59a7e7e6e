#include "rulebook/compiled.h"

#include <concepts>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "rulebook/regex_set.h"

namespace caveat {
namespace {

// Change it with every change of what describe() lists; a multiple of eight bytes.
constexpr std::string_view layout = "caveat rulebook 6\n      ";

// What is kept of each type: one list for writing and reading. `Self` is const for a writer.
template <class Self, class T>
concept Is = std::same_as<std::remove_const_t<Self>, T>;

template <class Archive, Is<Pattern> Self>
void describe(Archive& archive, Self& self) {
  archive(self.program, self.openers, self.needs, self.line, self.column, self.letters);
}
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
template <class Archive, Is<Example> Self>
void describe(Archive& archive, Self& self) {
  archive(self.text, self.spans, self.stance, self.line);
}
template <class Archive, Is<Rule> Self>
void describe(Archive& archive, Self& self) {
  archive(self.info, self.language, self.patterns, self.exceptions, self.covers, self.regexes,
          self.check, self.blocks, self.regions, self.flag, self.pass, self.line, self.file);
}
template <class Archive, Is<StatementInParts> Self>
void describe(Archive& archive, Self& self) {
  auto& [first, then, within, at_least] = self;
  archive(first, then, within, at_least);
}
template <class Archive, Is<Obligation> Self>
void describe(Archive& archive, Self& self) {
  auto& [info, language, owed_for_families, owed_for_stances, owed_for_text, not_owed_for,
         satisfied_by, satisfied_in_parts, not_satisfied_by, place, owed_by, owed_at_least,
         satisfied_at_least, satisfies, fails, line, file] = self;
  archive(info, language, owed_for_families, owed_for_stances, owed_for_text, not_owed_for,
          satisfied_by, satisfied_in_parts, not_satisfied_by, place, owed_by, owed_at_least,
          satisfied_at_least, satisfies, fails, line, file);
}
template <class Archive, Is<CueRule> Self>
void describe(Archive& archive, Self& self) {
  archive(self.stance, self.direction, self.reach, self.pseudo, self.terminator, self.pattern);
}
template <class Archive, Is<SectionRule> Self>
void describe(Archive& archive, Self& self) {
  archive(self.name, self.effect, self.sentence, self.pattern);
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
template <class Archive, class Self>
  requires requires(Archive& archive, Self& self) {
    std::remove_const_t<Self>::describe(archive, self);
  }
void describe(Archive& archive, Self& self) {
  std::remove_const_t<Self>::describe(archive, self);
}
// `all` points into the others, `regexes` have a table of their own: both are made anew.
template <class Archive, Is<Rulebook> Self>
void describe(Archive& archive, Self& self) {
  archive(self.vocabulary, self.terms, self.lexicon_names, self.rules, self.obligations, self.cues,
          self.sections, self.authorities, self.evidence, self.packs);
}

// Values whose bytes are the value: no padding, no pointers.
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

class Writer {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (Plain<T>) {
      raw(&value, sizeof value);
    } else {
      describe(*this, value);
    }
  }
  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    raw(text.data(), text.size());
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    if constexpr (Plain<T>) {
      raw(values.data(), values.size() * sizeof(T));
    } else {
      for (const T& value : values) put(value);
    }
  }
  // Where they lie in the file they are read later.
  template <Plain T>
  void put(const Flat<T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    while (bytes_.size() % alignof(T) != 0) bytes_ += '\0';
    raw(values.data(), values.size() * sizeof(T));
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(static_cast<std::uint8_t>(value.has_value()));
    put(value.value_or(T{}));
  }
  template <class T, std::size_t size>
  void put(const std::array<std::optional<T>, size>& values) {
    for (const auto& value : values) put(value);
  }
  template <class A, class B>
  void put(const std::pair<A, B>& value) {
    put(value.first);
    put(value.second);
  }
  void raw(const void* from, std::size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
  }

  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : whole_(bytes), bytes_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  bool at_end() const { return bytes_.empty(); }

 private:
  template <class T>
  void get(T& value) {
    if constexpr (Plain<T>) {
      raw(&value, sizeof value);
    } else {
      describe(*this, value);
    }
  }
  void get(std::string& text) {
    const std::string_view piece = take(count());
    text.assign(piece);
  }
  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t size = count();
    if constexpr (Plain<T>) {
      const std::string_view piece = take(size * sizeof(T));
      values.resize(size);
      if (size != 0) std::memcpy(values.data(), piece.data(), piece.size());
    } else {
      if (size > bytes_.size()) throw std::out_of_range("compiled rulebook");
      values.resize(size);
      for (T& value : values) get(value);
    }
  }
  template <Plain T>
  void get(Flat<T>& values) {
    const std::size_t size = count();
    take((whole_.size() - bytes_.size()) % alignof(T) == 0
             ? 0
             : alignof(T) - (whole_.size() - bytes_.size()) % alignof(T));
    const std::string_view piece = take(size * sizeof(T));
    values.lend({reinterpret_cast<const T*>(piece.data()), size});
  }
  template <class T>
  void get(std::optional<T>& value) {
    std::uint8_t held = 0;
    get(held);
    get(value.emplace());
    if (held == 0) value.reset();
  }
  template <class T, std::size_t size>
  void get(std::array<std::optional<T>, size>& values) {
    for (auto& value : values) get(value);
  }
  template <class A, class B>
  void get(std::pair<A, B>& value) {
    get(value.first);
    get(value.second);
  }
  std::size_t count() {
    std::uint32_t size = 0;
    get(size);
    return size;
  }
  void raw(void* to, std::size_t size) { std::memcpy(to, take(size).data(), size); }
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) throw std::out_of_range("compiled rulebook");
    const std::string_view piece = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return piece;
  }

  std::string_view whole_, bytes_;  // all of them, and what is left
};

std::string raw_bytes(std::uint64_t number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

// Eight bytes at a time: there are millions.
std::uint64_t checksum(std::string_view bytes) {
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

}  // namespace

std::string write_compiled(const Rulebook& rulebook) {
  Writer body;
  body(rulebook, rulebook.regexes->table());
  const std::string bytes = body.take();
  return std::string(layout) + raw_bytes(bytes.size()) + raw_bytes(checksum(bytes)) + bytes;
}

std::unique_ptr<const Rulebook> read_compiled(std::string_view bytes, Trust trust) {
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
    Reader reader(body);
    RegexTable regexes;
    reader(*book, regexes);
    if (!reader.at_end()) return nullptr;
    book->regexes = std::make_shared<const RegexSet>(std::move(regexes));
  } catch (const std::out_of_range&) {
    return nullptr;
  }
  book->index_rules();
  return book;
}

}  // namespace caveat
