#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <numeric>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>

#include "rulebook/needs.h"
#include "rulebook/pack_loader.h"
#include "rulebook/regex_compiler.h"

namespace caveat {
namespace {

struct Pack {
  PackFile file;
  bool sound = false;  // its YAML could be read
  std::string name;
  std::optional<Fields> fields = std::nullopt;

  explicit Pack(const PackSource& source) : file(source.path, source.text) {}

  void open() {
    fields.emplace(file, file.root(), "a pack",
                   std::initializer_list<std::string_view>{
                       "pack", "version", "language", "description", "lexicons", "frames", "rules",
                       "obligations", "cues", "sections", "authorities", "evidence"});
  }
};

// `fields` point into their pack, which therefore stays where it is.
using Packs = std::vector<std::unique_ptr<Pack>>;

// YAML is a third of the time that loading takes, and no pack needs another to be read.
void read_in_parallel(Packs& packs) {
  constexpr std::size_t most_threads = 8;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = 0; (i = next++) < packs.size();) packs[i]->sound = packs[i]->file.read();
  };
  const std::size_t threads =
      std::min({packs.size(), most_threads, std::size_t{std::thread::hardware_concurrency()}});
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
  } catch (const std::system_error&) {
    // No more threads are to be had: those there are, and this one, do the work.
  }
  work();
}

// Reads the YAML of all packs; false where one of them could not be read.
bool read_files(Packs& packs) {
  read_in_parallel(packs);
  bool complete = true;
  for (const auto& pack : packs) {
    if (pack->sound) pack->open();
    if (pack->fields && !pack->fields->is_mapping()) pack->fields.reset();
    complete = complete && pack->fields;
  }
  return complete;
}

void read_names(Packs& packs) {
  std::map<std::string, const Pack*, std::less<>> known;
  for (const auto& each : packs) {
    Pack& pack = *each;
    if (!pack.fields) continue;
    const YamlNode* node = pack.fields->require("pack");
    if (node == nullptr) continue;
    const auto name = read_text(pack.file, *node, "“pack”");
    if (!name || !check_name(pack.file, *node, *name)) continue;
    pack.name = *name;
    const auto [entry, fresh] = known.try_emplace(pack.name, &pack);
    if (!fresh) {
      pack.file.report(ProblemKind::DuplicateName, *node,
                       {"pack", pack.name, entry->second->file.path()});
    }
    const bool empty = std::ranges::none_of(
        std::initializer_list<std::string_view>{"lexicons", "frames", "rules", "obligations",
                                                "cues", "sections", "authorities", "evidence"},
        [&](std::string_view key) {
          const YamlNode* entries = pack.fields->find(key);
          return entries != nullptr && !entries->items.empty();
        });
    if (empty) pack.file.report(ProblemKind::EmptyPack, *node, {pack.name});
  }
}

// Calls `define` for each entry of a mapping of names.
template <class Define>
void define_all(Pack& pack, std::string_view key, Define define) {
  const YamlNode* node = pack.fields->find(key);
  if (node == nullptr) return;
  if (node->kind != YamlNode::Kind::Mapping) {
    const std::string quoted = std::string("“").append(key).append("”");
    pack.file.report(ProblemKind::WrongType, *node, {quoted, "a mapping", name(node->kind)});
    return;
  }
  for (std::size_t i = 0; i + 1 < node->items.size(); i += 2) {
    if (node->items[i].kind == YamlNode::Kind::Scalar) {
      define(pack.file, node->items[i], node->items[i + 1]);
    } else {
      pack.file.report(ProblemKind::WrongType, node->items[i],
                       {"a key", "a text", name(node->items[i].kind)});
    }
  }
}

void start_regexes(Packs& packs, RegexCompiler& regexes) {
  for (const auto& pack : packs) {
    const YamlNode* rules = pack->fields ? pack->fields->find("rules") : nullptr;
    if (rules == nullptr) continue;
    for (const YamlNode& rule : rules->items) {
      if (const YamlNode* node = value_of(rule, "regexes")) regexes.add(pack->file, *node);
    }
  }
  regexes.start();
}

void fill_in(Rulebook& book) {
  book.index_rules();
  put_rarest_first(book);
  book.patterns.pack();
  std::ranges::sort(book.authorities, {}, &Authority::id);
  std::ranges::sort(book.evidence, {}, &EvidenceSource::id);
}

void load_entries(Packs& packs, Workbench& bench) {
  std::vector<PackLoader> loaders;
  std::vector<const Fields*> fields;
  for (const auto& each : packs) {
    Pack& pack = *each;
    if (!pack.fields) continue;
    bench.book.packs.push_back({pack.name, pack.fields->text("version")});
    pack.fields->text("description");
    std::string language = read_language(pack.file, pack.fields->find("language"), "");
    loaders.emplace_back(bench, pack.file, pack.name, std::move(language));
    fields.push_back(&*pack.fields);
  }
  for (std::size_t i = 0; i < loaders.size(); ++i) loaders[i].load_sources(*fields[i]);
  for (std::size_t i = 0; i < loaders.size(); ++i) loaders[i].load_rules(*fields[i]);
  for (PackLoader& loader : loaders) loader.check_covers();
}

// By place; problems of one place in the order in which they were found.
std::vector<Problem> gather_problems(Packs& packs) {
  std::vector<Problem> found;
  for (const auto& pack : packs) {
    std::ranges::move(pack->file.problems(), std::back_inserter(found));
  }
  std::vector<std::size_t> order(found.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&found](std::size_t i) {
    return std::tuple(std::string_view(found[i].path), found[i].line, found[i].column, i);
  });
  std::vector<Problem> problems;
  for (const std::size_t i : order) problems.push_back(std::move(found[i]));
  return problems;
}

LoadedRulebook load_packs(std::span<const PackSource> sources, std::vector<LexiconEntry>* entries) {
  auto book = std::make_unique<Rulebook>();
  Packs packs;
  for (const PackSource& source : sources) packs.push_back(std::make_unique<Pack>(source));
  // By path, to tell the first of two packs with one name; then by name, which is the order of the
  // result wherever the packs lie.
  std::ranges::sort(packs, {}, [](const auto& pack) { return pack->file.path(); });
  const bool complete = read_files(packs);
  read_names(packs);
  std::ranges::sort(packs, {}, [](const auto& pack) {
    return std::pair(std::string_view(pack->name), std::string_view(pack->file.path()));
  });

  LexiconTable lexicons(*book);
  PatternCompiler compiler(*book, lexicons);
  FrameTable frames(compiler);
  RegexCompiler regexes;
  start_regexes(packs, regexes);
  for (const auto& pack : packs) {
    if (!pack->fields) continue;
    define_all(*pack, "lexicons", [&](PackFile& file, const YamlNode& key, const YamlNode& body) {
      lexicons.define(file, key, body);
    });
    define_all(*pack, "frames", [&](PackFile& file, const YamlNode& key, const YamlNode& body) {
      frames.define(file, key, body);
    });
  }
  lexicons.expand(complete);
  frames.read(complete);
  Workbench bench{*book, lexicons, compiler, frames, complete, {}, {}, {}};
  load_entries(packs, bench);
  book->terms = lexicons.build();
  book->regexes = regexes.finish();
  lexicons.report_unused();

  LoadedRulebook loaded;
  loaded.problems = gather_problems(packs);
  if (!loaded.problems.empty()) return loaded;
  fill_in(*book);
  if (entries != nullptr) *entries = lexicons.entries();
  loaded.rulebook = std::move(book);
  return loaded;
}

}  // namespace

LoadedRulebook load(std::span<const PackSource> packs) { return load_packs(packs, nullptr); }

LoadedRulebook load(std::span<const PackSource> packs, std::vector<LexiconEntry>& entries) {
  return load_packs(packs, &entries);
}

}  // namespace caveat
