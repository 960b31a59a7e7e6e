// `caveat score`: compares audits with the labels of a corpus.
#include <fmt/format.h>

#include <filesystem>
#include <thread>

#include "cli/dates.h"
#include "cli/files.h"
#include "cli/packs.h"
#include "cli/pipeline.h"
#include "cli/score_view.h"
#include "cli/verbs.h"
#include "input/formats.h"

namespace caveat {
namespace {

constexpr Option options[] = {
    {"format", "NAME", "text or json. Default: text."},
    {"misses", "",
     "List the claims, hedged ones too, that were not found, and units\nnot found in the page."},
    {"alarms", "", "List what was taken for a claim and is none."},
    rules_option,
    with_standard_option,
};

struct Corpus {
  std::vector<InputFile> documents;
  std::vector<Labels> labels;  // of each
  std::vector<Problem> problems;
};

// The document beside NAME.labels.jsonl.
std::optional<InputFile> labelled_document(const std::string& labels_path) {
  const std::string stem = labels_path.substr(0, labels_path.size() - labels_suffix.size());
  for (const Format& format : formats()) {
    for (const std::string_view extension : format.extensions) {
      std::string path = stem + std::string(extension);
      std::error_code error;
      if (std::filesystem::is_regular_file(path, error)) return InputFile{std::move(path), &format};
    }
  }
  return std::nullopt;
}

void add_labelled(Corpus& corpus, const std::string& labels_path) {
  auto document = labelled_document(labels_path);
  if (!document) {
    corpus.problems.push_back({.code = "no-document",
                               .message = "there is no document beside these labels",
                               .path = labels_path});
    return;
  }
  const auto text = read_file(labels_path);
  if (!text) {
    corpus.problems.push_back(text.error());
    return;
  }
  auto labels = parse_labels(*text, labels_path);
  if (!labels) {
    std::ranges::move(labels.error(), std::back_inserter(corpus.problems));
    return;
  }
  corpus.documents.push_back(std::move(*document));
  corpus.labels.push_back(std::move(*labels));
}

Corpus read_corpus(std::span<const std::string> paths) {
  static constexpr std::string_view extensions[] = {".jsonl"};
  Corpus corpus;
  for (const std::string& path : paths) {
    const auto files = find_files(path, extensions);
    if (!files) {
      corpus.problems.push_back(files.error());
      continue;
    }
    std::size_t labelled = 0;
    for (const std::string& file : *files) {
      if (!file.ends_with(labels_suffix)) continue;
      add_labelled(corpus, file);
      ++labelled;
    }
    if (labelled == 0) {
      corpus.problems.push_back({.code = "no-labels",
                                 .message = "holds no NAME.labels.jsonl",
                                 .path = path,
                                 .hint = "corpus/README describes the labels."});
    }
  }
  return corpus;
}

int run_score(const Values& values, Console& console) {
  static constexpr std::string_view format_names[] = {"text", "json"};
  const std::string format = values.one("format", "text");
  if (const auto problem = check_name("format", format, format_names)) {
    return refuse({{*problem}}, console);
  }
  if (values.arguments().empty()) {
    return refuse({{Problem{.code = "no-paths",
                            .message = "no corpus was named",
                            .hint = "For example: caveat score corpus/test"}}},
                  console);
  }
  const auto rulebook = load_rulebook(values);
  if (!rulebook) return refuse(rulebook.error(), console);
  const Corpus corpus = read_corpus(values.arguments());
  if (!corpus.problems.empty()) return refuse(corpus.problems, console);

  Report report;
  AuditOptions audit_options;
  audit_options.as_of = fixed_today;
  const Manner manner{.jobs = std::max(1U, std::thread::hardware_concurrency())};
  audit_files(corpus.documents, Auditor(**rulebook), audit_options, manner, console.in,
              keep_in(report));
  if (!report.problems.empty()) return refuse(report.problems, console);
  const FamilySeverities severities(**rulebook);
  std::vector<DocumentOutcome> outcomes;
  for (std::size_t i = 0; i < report.documents.size(); ++i) {
    outcomes.push_back(compare(corpus.labels[i], report.documents[i], severities));
  }
  const ScoreLists lists{values.has("misses"), values.has("alarms")};
  return finish(
      format == "json" ? scores_as_json(outcomes, lists) : scores_as_text(outcomes, lists),
      exit_clean, console);
}

std::string score_more() {
  return "\nExamples:\n"
         "  caveat score corpus/test\n"
         "  caveat score corpus/train --misses --alarms\n";
}

}  // namespace

extern const Verb score_verb = {
    .name = "score",
    .summary = "Compare audits with the labels of a corpus: precision, recall, F1.",
    .arguments = "[OPTIONS] CORPUS...",
    .help =
        "CORPUS is a folder with NAME.labels.jsonl beside its documents (corpus/README). A unit\n"
        "counts as a claim where a claim is found in it that is asserted or quoted, as hedged\n"
        "where only claims of another stance are.\n",
    .more = score_more,
    .options = options,
    .run = run_score,
};

}  // namespace caveat
