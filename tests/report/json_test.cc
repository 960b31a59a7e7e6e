#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/formats.h"
#include "support/json_schema.h"
#include "support/sample_report.h"

namespace caveat {
namespace {

using nlohmann::json;
using test::SampleReport;

const WriterOptions with_sentences{
    .colour = false, .show_dismissed = false, .show_sentences = true};

TEST(JsonReport, FitsTheSchema) {
  if (!test::has_json_schema()) GTEST_SKIP() << "python3-jsonschema is not installed";
  const SampleReport sample;
  EXPECT_TRUE(test::fits_schema(write_json(sample.report, {})));
  EXPECT_TRUE(test::fits_schema(write_json(sample.report, with_sentences)));
  const std::vector<std::string> files(sample.report.documents.size(), "x.json");
  EXPECT_TRUE(test::fits_schema(write_json_overview(sample.report, files)));
  EXPECT_TRUE(test::fits_schema(write_json(Report{}, {})));
}

TEST(JsonReport, SchemaRefusesWhatTheContractDoesNotSay) {
  if (!test::has_json_schema()) GTEST_SKIP() << "python3-jsonschema is not installed";
  const SampleReport sample;
  const json good = json::parse(write_json(sample.report, {}));
  const auto refuses = [&good](const char* pointer, const json& value) {
    json bad = good;
    bad[json::json_pointer(pointer)] = value;
    return !test::fits_schema(bad.dump(), true);
  };
  EXPECT_TRUE(refuses("/more", 1));
  EXPECT_TRUE(refuses("/schema_version", 2));
  EXPECT_TRUE(refuses("/documents/0/findings/0/severity", "fatal"));
  EXPECT_TRUE(refuses("/documents/0/findings/0/bytes", json{{"begin", 1}}));
  EXPECT_TRUE(refuses("/documents/0/findings/0/line", 0));
  EXPECT_TRUE(refuses("/documents/0/findings/4/stance", "asserted")) << "stances are for claims";
  EXPECT_TRUE(refuses("/documents/0/verdict", "fail"));
}

TEST(JsonReport, HoldsEveryKeyOfTheContract) {
  const SampleReport sample;
  const json report = json::parse(write_json(sample.report, {}));
  for (const char* key : {"schema_version", "tool", "documents", "summary", "problems"}) {
    EXPECT_TRUE(report.contains(key)) << key;
  }
  const json& document = report["documents"][0];
  for (const char* key : {"path", "format", "encoding", "language", "verdict", "score", "counts",
                          "findings", "dismissed", "obligations", "coverage"}) {
    EXPECT_TRUE(document.contains(key)) << key;
  }
  EXPECT_FALSE(document.contains("sentences"));
  for (const char* key :
       {"rule",     "family", "kind",        "severity", "stance",     "cue",      "message",
        "why",      "text",   "bytes",       "line",     "column",     "end_line", "end_column",
        "sentence", "block",  "authorities", "evidence", "suggestion", "fix",      "fingerprint"}) {
    EXPECT_TRUE(document["findings"][0].contains(key)) << key;
    EXPECT_TRUE(document["dismissed"][0].contains(key)) << key;
  }
  EXPECT_EQ(document["dismissed"][1]["reason"], "stance");
}

TEST(JsonReport, SlicesGiveTheText) {
  const SampleReport sample;
  const json report = json::parse(write_json(sample.report, {}));
  const std::string& source = sample.report.documents[0].document.source;
  for (const json& finding : report["documents"][0]["findings"]) {
    const std::size_t begin = finding["bytes"]["begin"], end = finding["bytes"]["end"];
    EXPECT_EQ(finding["text"], source.substr(begin, end - begin));
  }
}

TEST(JsonReport, NamesOnlyAuthoritiesOfTheReport) {
  const SampleReport sample;
  const json report = json::parse(write_json(sample.report, {}));
  const json& authorities = report["documents"][0]["findings"][0]["authorities"];
  ASSERT_EQ(authorities.size(), 2U);
  EXPECT_EQ(authorities[0]["id"], "uk-cap-12-1");
  EXPECT_EQ(authorities[1]["jurisdiction"], "us");
}

TEST(JsonReport, StaysTheSameValueWhenTerminalCharactersAreEscaped) {
  const SampleReport sample;
  const json report = json::parse(write_json(sample.report, {}));
  EXPECT_EQ(report["documents"][2]["findings"][1]["text"],
            "\x1B[31mflushes\x1B[0m\xE2\x80\xAE toxins ]]> ```");
}

TEST(JsonReport, GivesSentencesAConfidenceWhereItWasMeasured) {
  SampleReport sample;
  const auto sentences = [&sample] {
    return json::parse(write_json(sample.report, with_sentences))["documents"][0]["sentences"];
  };
  EXPECT_FALSE(sentences()[1].contains("confidence")) << "other rules";
  sample.report.measured = true;
  for (const json& sentence : sentences()) {
    EXPECT_GT(sentence["confidence"], 0.5) << sentence;
    EXPECT_LT(sentence["confidence"], 1) << sentence;
    EXPECT_GT(sentence["measured_on"], 0) << sentence;
  }
  if (test::has_json_schema()) {
    EXPECT_TRUE(test::fits_schema(write_json(sample.report, with_sentences)));
  }
  sample.report.documents[0].document.language = "de";
  EXPECT_FALSE(sentences()[1].contains("confidence")) << "another language";
}

TEST(JsonlReport, IsOneDocumentALine) {
  const SampleReport sample;
  const std::string lines = write_jsonl(sample.report, {});
  const json report = json::parse(write_json(sample.report, {}));
  std::size_t at = 0;
  for (const json& document : report["documents"]) {
    const std::size_t end = lines.find('\n', at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_EQ(json::parse(lines.substr(at, end - at)), document);
    at = end + 1;
  }
  EXPECT_EQ(at, lines.size());
}

}  // namespace
}  // namespace caveat
