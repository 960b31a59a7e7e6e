// `caveat score` on a small corpus.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/workspace.h"

namespace caveat {
namespace {

using nlohmann::json;
using test::mini_pack;
using test::Ran;
using test::run_caveat;
using test::Workspace;

class Score : public ::testing::Test {
 protected:
  Score() {
    work.write("mini.yaml", mini_pack);
    work.write("corpus/a.md", "It flushes toxins.\n\nIt mends the soul.\n\nIt is calm here.\n");
    work.write("corpus/a.labels.jsonl",
               "{\"text\": \"It flushes toxins.\", \"label\": \"claim\", \"stance\": \"asserted\", "
               "\"family\": \"detox-toxins\"}\n"
               "{\"text\": \"It mends the soul.\", \"label\": \"claim\", \"stance\": \"asserted\", "
               "\"family\": \"energy\"}\n"
               "{\"text\": \"It is calm here.\", \"label\": \"none\"}\n"
               "{\"doc\": true, \"verdict\": \"block\", \"states\": [], \"owes\": []}\n");
  }
  static Ran score(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "score");
    arguments.insert(arguments.end(), {"--rules", "mini.yaml"});
    return run_caveat(std::move(arguments));
  }
  Workspace work;
};

TEST_F(Score, PrintsTheMeasures) {
  const Ran ran = score({"corpus", "--misses"});
  EXPECT_EQ(ran.code, 0) << ran.error;
  EXPECT_NE(ran.out.find("precision  1.000"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("recall     0.500"), std::string::npos);
  EXPECT_NE(ran.out.find("Verdicts: 1 of 1 as their labels give, 1 of 1 as"), std::string::npos);
  EXPECT_NE(ran.out.find("corpus/a.md:3: claim energy → none\n    It mends the soul."),
            std::string::npos);
}

TEST_F(Score, PrintsJson) {
  const Ran ran = score({"corpus", "--format", "json", "--misses", "--alarms"});
  const json scores = json::parse(ran.out);
  EXPECT_EQ(scores["documents"], 1);
  EXPECT_EQ(scores["all"]["claims"]["right"], 1);
  EXPECT_EQ(scores["misses"].size(), 1U);
  EXPECT_TRUE(scores["alarms"].empty());
}

TEST_F(Score, TellsWhatIsMissing) {
  EXPECT_EQ(score({}).code, 2);
  work.write("other/page.md", "x");
  EXPECT_EQ(score({"other"}).code, 2);
  work.write("other/gone.labels.jsonl", "");
  EXPECT_NE(score({"other"}).error.find("no document beside"), std::string::npos);
  work.write("corpus/a.labels.jsonl", "{\"label\": 1}\n");
  EXPECT_NE(score({"corpus"}).error.find("corpus/a.labels.jsonl:1"), std::string::npos);
}

}  // namespace
}  // namespace caveat
