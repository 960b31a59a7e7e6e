// The JSON contract; src/report/report.schema.json describes it.
#include "report/json.h"

#include <cmath>
#include <map>
#include <span>

#include "model/confidence.h"
#include "report/formats.h"
#include "report/json_text.h"
#include "report/wording.h"

namespace caveat {
namespace {

constexpr int schema_version = 1;

void bytes(JsonText& json, std::string_view key, SourceSpan span) {
  json.key(key);
  json.object([&] {
    json.member("begin", span.begin);
    json.member("end", span.end);
  });
}

void authorities(JsonText& json, const RuleInfo& rule, const Catalogue& catalogue) {
  json.key("authorities");
  json.list([&] {
    for (const Authority* authority : catalogue.authorities(rule)) {
      json.object([&] {
        json.member("id", authority->id);
        json.member("name", authority->name);
        json.member("jurisdiction", authority->jurisdiction);
        json.member("url", authority->url);
      });
    }
  });
}

// Null for rules about conduct, where no study can answer.
void evidence(JsonText& json, const RuleInfo& rule, const Catalogue& catalogue) {
  json.key("evidence");
  if (rule.evidence.verdict.empty()) return json.null();
  json.object([&] {
    json.member("verdict", rule.evidence.verdict);
    json.member("note", rule.evidence.note);
    json.key("sources");
    json.list([&] {
      for (const EvidenceSource* source : catalogue.sources(rule)) {
        json.object([&] {
          json.member("id", source->id);
          json.member("citation", source->citation);
          json.member("url", source->url);
        });
      }
    });
  });
}

void stance(JsonText& json, const Finding& finding) {
  json.member("stance", name(finding.stance));
  json.key("cue");
  json.list([&] {
    for (const Cue& cue : finding.cues) {
      json.object([&] {
        json.member("text", cue.text);
        bytes(json, "bytes", cue.source);
      });
    }
  });
}

void fix(JsonText& json, const Finding& finding, const Document& document) {
  json.key("fix");
  const Fix* const shown = shown_fix(finding, document);
  if (shown == nullptr) return json.null();
  json.object([&] {
    bytes(json, "bytes", shown->source);
    json.member("replacement", shown->replacement);
    json.member("certain", shown->certain);
  });
}

// What a document's counts and the run's summary have in common.
template <class Counted>
void by_severity_and_fate(JsonText& json, const Counted& counted) {
  json.member("errors", counted.errors);
  json.member("warnings", counted.warnings);
  json.member("suggestions", counted.suggestions);
  json.member("dismissed", counted.dismissed);
  json.member("suppressed", counted.suppressed);
  json.member("baselined", counted.baselined);
  json.member("unchanged", counted.unchanged);
}

void counts(JsonText& json, const FileReport& file) {
  const Counts counts = count(file);
  json.key("counts");
  json.object([&] {
    json.member("findings", file.findings.size());
    by_severity_and_fate(json, counts);
  });
}

void obligation(JsonText& json, const ObligationStatus& status) {
  const auto place = [&](std::string_view key, bool known, SourceSpan span) {
    if (known) return bytes(json, key, span);
    json.key(key);
    json.null();
  };
  json.object([&] {
    json.member("rule", status.rule->id);
    json.member("owed", status.owed);
    json.member("satisfied", status.satisfied);
    place("bytes", status.satisfied, status.statement);
    place("cause", status.owed, status.cause);
  });
}

void coverage(JsonText& json, const Coverage& coverage) {
  json.key("coverage");
  json.object([&] {
    json.member("bytes", coverage.bytes);
    json.member("audited", coverage.audited);
    json.key("skipped");
    json.object([&] {
      for (const auto& [reason, size] : coverage.skipped) json.member(reason, size);
    });
    if (!coverage.note.empty()) json.member("note", coverage.note);
  });
}

void sentence(JsonText& json, const SentenceClass& sentence, std::span<const GroundCount> counts) {
  using Label = SentenceClass::Label;
  json.object([&] {
    bytes(json, "bytes", sentence.source);
    json.member("label", sentence.label == Label::Claim    ? std::string_view("claim")
                         : sentence.label == Label::Hedged ? std::string_view("hedged")
                                                           : std::string_view("none"));
    if (sentence.label != Label::None) {
      json.member("stance", name(sentence.stance));
      json.member("family", sentence.family);
    }
    if (const auto confidence = confidence_of(sentence, counts)) {
      json.member("confidence", std::round(confidence->value * 1000) / 1000);
      json.member("measured_on", confidence->said);
    }
  });
}

// Writes documents, whose findings say the same of the same rule again and again.
class DocumentWriter {
 public:
  DocumentWriter(JsonText& json, const Catalogue& catalogue) : json_(json), catalogue_(catalogue) {}

  void head(const FileReport& file) {
    json_.member("path", file.document.path);
    json_.member("format", file.document.format);
    json_.member("encoding", file.document.encoding);
    json_.member("language", file.document.language);
    json_.member("verdict", name(file.verdict));
    json_.member("score", file.score);
    counts(json_, file);
  }

  void document(const FileReport& file, const WriterOptions& options) {
    json_.object([&] {
      head(file);
      list("findings", file.findings,
           [&](const Finding& each) { json_.object([&] { finding(each, file.document); }); });
      list("dismissed", file.dismissed, [&](const Dismissal& each) {
        json_.object([&] {
          finding(each.finding, file.document);
          json_.member("reason", name(each.reason));
          json_.member("detail", each.detail);
        });
      });
      list("obligations", file.obligations,
           [&](const ObligationStatus& status) { obligation(json_, status); });
      coverage(json_, file.coverage);
      if (options.show_sentences) sentences(file);
    });
  }

 private:
  // What is said of a rule, as it was written the first time.
  struct RuleText {
    std::string head, why, sources;
  };

  template <class Entries, class Write>
  void list(std::string_view key, const Entries& entries, Write write) {
    json_.key(key);
    json_.list([&] {
      for (const auto& entry : entries) write(entry);
    });
  }

  // Where none has been measured the counts are empty.
  void sentences(const FileReport& file) {
    std::span<const GroundCount> counts;
    if (catalogue_.measured() && is_measured_language(file.document.language)) {
      counts = standard_counts();
    }
    list("sentences", file.sentences,
         [&](const SentenceClass& each) { sentence(json_, each, counts); });
  }

  void finding(const Finding& finding, const Document& document) {
    const RuleInfo& rule = *finding.rule;
    RuleText& said = rules_[&rule];
    json_.once(said.head, [&] {
      json_.member("rule", rule.id);
      json_.member("family", rule.family);
      json_.member("kind", name(rule.kind));
    });
    json_.member("severity", name(finding.severity));
    if (rule.kind == FindingKind::Claim) stance(json_, finding);
    json_.member("message", full_message(finding));
    json_.once(said.why, [&] { json_.member("why", rule.why); });
    json_.member("text", words_of(finding, document));
    bytes(json_, "bytes", finding.source);
    json_.member("line", finding.start.line);
    json_.member("column", finding.start.column);
    json_.member("end_line", finding.stop.line);
    json_.member("end_column", finding.stop.column);
    bytes(json_, "sentence", finding.sentence);
    json_.member("block", name(finding.block));
    json_.once(said.sources, [&] {
      authorities(json_, rule, catalogue_);
      evidence(json_, rule, catalogue_);
      json_.member("suggestion", rule.suggestion);
    });
    fix(json_, finding, document);
    json_.member("fingerprint", fingerprint_of(finding));
  }

  JsonText& json_;
  const Catalogue& catalogue_;
  std::map<const RuleInfo*, RuleText> rules_;
};

void tool(JsonText& json, const Report& report) {
  json.key("tool");
  json.object([&] {
    json.member("name", std::string_view("caveat"));
    json.member("version", report.tool_version);
    json.key("packs");
    json.list([&] {
      for (const PackInfo& pack : report.packs) {
        json.object([&] {
          json.member("name", pack.name);
          json.member("version", pack.version);
        });
      }
    });
  });
}

void summary(JsonText& json, const Report& report) {
  const Summary sum = summarise(report);
  json.key("summary");
  json.object([&] {
    json.member("documents", sum.documents);
    json.member("findings", sum.findings);
    by_severity_and_fate(json, sum);
    json.member("pass", sum.pass);
    json.member("review", sum.review);
    json.member("block", sum.block);
  });
}

void problem(JsonText& json, const Problem& problem) {
  json.object([&] {
    json.member("code", problem.code);
    json.member("message", problem.message);
    if (!problem.path.empty()) json.member("path", problem.path);
    if (problem.line > 0) json.member("line", problem.line);
    if (problem.column > 0) json.member("column", problem.column);
    if (!problem.quoted.empty()) json.member("quoted", problem.quoted);
    if (!problem.hint.empty()) json.member("hint", problem.hint);
  });
}

void baseline(JsonText& json, const BaselineUse& use) {
  json.key("baseline");
  json.object([&] {
    json.member("path", use.path);
    json.member("known", use.known);
    json.key("fixed");
    json.list([&] {
      for (const FixedFinding& each : use.fixed) {
        json.object([&] {
          json.member("path", each.path);
          json.member("rule", each.rule);
          json.member("text", each.text);
        });
      }
    });
  });
}

// `document(json, writer, index)` writes one of the report's documents.
template <class WriteDocument>
std::string run_object(const Report& report, WriteDocument document) {
  const Catalogue catalogue(report);
  JsonText json(JsonText::Form::Indented);
  DocumentWriter writer(json, catalogue);
  json.object([&] {
    json.member("schema_version", schema_version);
    tool(json, report);
    json.key("documents");
    json.list([&] {
      for (std::size_t i = 0; i < report.documents.size(); ++i) document(json, writer, i);
    });
    summary(json, report);
    json.key("problems");
    json.list([&] {
      for (const Problem& each : report.problems) problem(json, each);
    });
    if (report.baseline) baseline(json, *report.baseline);
  });
  return json.take() + "\n";
}

}  // namespace

std::string document_as_json(const FileReport& file, const Catalogue& catalogue,
                             const WriterOptions& options) {
  JsonText json(JsonText::Form::OneLine);
  DocumentWriter(json, catalogue).document(file, options);
  return json.take() + "\n";
}

std::string write_json(const Report& report, const WriterOptions& options) {
  return run_object(report, [&](JsonText&, DocumentWriter& writer, std::size_t i) {
    writer.document(report.documents[i], options);
  });
}

std::string write_json_overview(const Report& report, std::span<const std::string> files) {
  return run_object(report, [&](JsonText& json, DocumentWriter& writer, std::size_t i) {
    json.object([&] {
      writer.head(report.documents[i]);
      json.member("report", files[i]);
    });
  });
}

}  // namespace caveat
