// What the stages of an audit cost beside the least that the libraries below them must do with the
// same bytes. For scripts/bench: caveat_bench FORMAT FILE, then the options of Google Benchmark.
#include <benchmark/benchmark.h>
#include <gumbo.h>
#include <md4c.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "audit/audit.h"
#include "audit/claims.h"
#include "audit/segment.h"
#include "audit/structure.h"
#include "cli/packs.h"
#include "input/formats.h"
#include "model/utf8.h"
#include "rulebook/regex_set.h"

namespace caveat {
namespace {

// The bytes at hand, and what the stages make of them.
struct Bench {
  Bench(const Format& of, std::string source)
      : format(of),
        bytes(std::move(source)),
        document(read_document(bytes, "bench", format)),
        text(segment(document, *rulebook)) {}

  const Format& format;
  std::string bytes;
  std::unique_ptr<const Rulebook> rulebook = standard_rulebook();
  Document document;
  Segmented text;
};

using Work = void (*)(const Bench&);

void copy(const Bench& bench) {
  std::string to(bench.bytes.size(), '\0');
  std::memcpy(to.data(), bench.bytes.data(), to.size());
  benchmark::DoNotOptimize(to.data());
}

void validate(const Bench& bench) {
  const std::string_view text = bench.bytes;
  std::size_t broken = 0;
  for (std::size_t at = ascii_end(text, 0); at < text.size();) {
    const Utf8Step step = utf8_step(text, at);
    broken += step.valid ? 0 : 1;
    at = ascii_end(text, at + step.length);
  }
  benchmark::DoNotOptimize(broken);
}

void break_sentences(const Bench& bench) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
  breaks->setText(icu::UnicodeString::fromUTF8(bench.document.prose));
  std::size_t count = 0;
  while (breaks->next() != icu::BreakIterator::DONE) ++count;
  benchmark::DoNotOptimize(count);
}

void parse_markdown(const Bench& bench) {
  MD_PARSER parser{};
  parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  md_parse(bench.bytes.data(), static_cast<MD_SIZE>(bench.bytes.size()), &parser, nullptr);
}

void parse_html(const Bench& bench) {
  GumboOutput* output =
      gumbo_parse_with_options(&kGumboDefaultOptions, bench.bytes.data(), bench.bytes.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

// The regexes of the rules in one set, over the whole prose: how often any of them matches is not
// asked.
void match_set(const Bench& bench) {
  static const std::unique_ptr<RE2::Set> set = [&] {
    RE2::Options options;
    options.set_never_capture(true);
    options.set_max_mem(std::int64_t{256} << 20);
    auto all = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const std::string& regex : bench.rulebook->regexes->table().regexes) {
      all->Add(regex, nullptr);
    }
    all->Compile();
    return all;
  }();
  std::vector<int> found;
  benchmark::DoNotOptimize(set->Match(bench.document.prose, &found));
}

void read(const Bench& bench) {
  benchmark::DoNotOptimize(read_document(bench.bytes, "bench", bench.format));
}

void segment_again(const Bench& bench) {
  benchmark::DoNotOptimize(segment(bench.document, *bench.rulebook));
}

void find_terms(const Bench& bench) {
  Passage passage(*bench.rulebook);
  for (const Sentence& sentence : bench.text.sentences) {
    passage.set({}, bench.text, sentence);
    benchmark::DoNotOptimize(passage.blocks_met().size());
  }
}

void match_patterns(const Bench& bench) {
  static const ClaimIndexes indexes = [&] {
    ClaimIndexes made(*bench.rulebook);
    made.build(*bench.rulebook);
    return made;
  }();
  Passage passage(*bench.rulebook);
  Matcher matcher(bench.rulebook->lexicon("gap-stops"));
  PatternIndex::Candidates entries;
  for (const Sentence& sentence : bench.text.sentences) {
    passage.set({}, bench.text, sentence);
    indexes.rules.candidates(passage, entries);
    for (const PatternIndex::Entry& entry : entries) {
      benchmark::DoNotOptimize(matcher.find(*entry.pattern, passage));
    }
  }
}

void match_regexes(const Bench& bench) {
  std::vector<ProseSpan> blocks;
  for (const Block& block : bench.document.blocks) blocks.push_back(block.prose);
  benchmark::DoNotOptimize(bench.rulebook->regexes->matches(bench.document.prose, blocks));
}

void audit(const Bench& bench) {
  static const Auditor auditor(*bench.rulebook);
  AuditOptions options;
  options.as_of = std::chrono::year(2026) / 1 / 15;
  benchmark::DoNotOptimize(
      auditor.audit(read_document(bench.bytes, "bench", bench.format), options));
}

constexpr std::pair<const char*, Work> works[] = {
    {"memcpy", copy},
    {"UTF-8 validation", validate},
    {"ICU sentence break", break_sentences},
    {"md4c", parse_markdown},
    {"gumbo", parse_html},
    {"RE2::Set of all regexes", match_set},
    {"read_document", read},
    {"segment", segment_again},
    {"terms", find_terms},
    {"terms and patterns", match_patterns},
    {"regexes", match_regexes},
    {"read and audit", audit},
};

}  // namespace
}  // namespace caveat

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "caveat_bench: say text, markdown or html, and a file\n";
    return 2;
  }
  const std::string name = argv[1];
  std::ifstream file(argv[2], std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  const caveat::Format* format = nullptr;
  for (const caveat::Format& each : caveat::formats()) {
    if (each.name == name) format = &each;
  }
  if (format == nullptr || text.empty()) {
    std::cerr << "caveat_bench: no such format or file\n";
    return 2;
  }
  const caveat::Bench bench(*format, std::move(text));
  for (const auto& [label, work] : caveat::works) {
    benchmark::RegisterBenchmark(label, [&bench, work](benchmark::State& state) {
      for (auto _ : state) work(bench);
      state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                              static_cast<std::int64_t>(bench.bytes.size()));
    })->Unit(benchmark::kMillisecond);
  }
  argc -= 2;
  argv[2] = argv[0];
  char** const options = argv + 2;
  benchmark::Initialize(&argc, options);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
