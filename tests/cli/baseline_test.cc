// Baselines as they are used: created, compared with, kept.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/json_schema.h"
#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::mini_pack;
using test::Ran;
using test::run_caveat;
using test::Workspace;

class BaselineVerb : public ::testing::Test {
 protected:
  BaselineVerb() {
    work.write("mini.yaml", mini_pack);
    work.write(".caveat.yaml", "packs: [mini.yaml]\n");
    work.write("site/a.md", "A massage flushes toxins.\n");
    work.write("site/b.md", "It boosts immunity, they told us.\n\nIt melts stress, they say.\n");
  }
  static Ran keep(std::string action, std::vector<std::string> paths = {"site"}) {
    paths.insert(paths.begin(), {"baseline", std::move(action), "known.json"});
    return run_caveat(std::move(paths));
  }
  static Ran audit(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"audit", "site", "--baseline", "known.json"});
    return run_caveat(std::move(more));
  }
  Workspace work;
};

TEST_F(BaselineVerb, IsReadBeforeAnythingIsAudited) {
  const Ran ran = run_caveat({"audit", "site", "--format", "github", "--baseline", "nosuch.json"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.error.find("nosuch.json"), std::string::npos) << ran.error;
}

TEST_F(BaselineVerb, LetsKnownFindingsPass) {
  const Ran created = keep("create");
  EXPECT_EQ(created.code, 0) << created.error;
  EXPECT_EQ(created.out, "known.json: 3 findings\n");
  const Ran ran = audit();
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(
      ran.out.find("2 documents: 2 pass, 0 review, 0 block; nothing new; 3 in the baseline"),
      std::string::npos)
      << ran.out;
  const Ran shown = audit({"--show-dismissed"});
  EXPECT_NE(shown.out.find("in the baseline: known.json"), std::string::npos) << shown.out;

  work.write("site/c.md", "A massage flushes toxins.\n");
  EXPECT_EQ(audit().code, 1);
}

TEST_F(BaselineVerb, TellsWhatIsFixed) {
  keep("create");
  work.write("site/a.md", "A bath.\n");
  const Ran ran = audit({"--format", "json"});
  EXPECT_EQ(ran.code, 0);
  const json report = json::parse(ran.out);
  EXPECT_EQ(report["baseline"]["known"], 2);
  EXPECT_EQ(report["baseline"]["fixed"],
            json::parse(R"([{"path": "site/a.md", "rule": "mini/flushes-toxins",
                             "text": "flushes toxins"}])"));
  EXPECT_EQ(report["summary"]["baselined"], 2);
  if (test::has_json_schema()) {
    EXPECT_TRUE(test::fits_schema(ran.out));
  }
  const Ran text = audit();
  EXPECT_NE(text.out.find("1 finding of the baseline is no longer there; `caveat baseline prune` "
                          "takes it out of it:\n  site/a.md: mini/flushes-toxins “flushes toxins”"),
            std::string::npos)
      << text.out;

  EXPECT_EQ(keep("prune").out, "known.json: 2 findings, 1 taken out\n");
  work.write("site/a.md", "A massage flushes toxins.\n");
  EXPECT_EQ(audit().code, 1) << "it is a new one now";
  EXPECT_EQ(keep("prune").out, "known.json: 2 findings, 0 taken out\n");
  EXPECT_EQ(keep("update").out, "known.json: 3 findings, 1 new, 0 taken out\n");
  EXPECT_EQ(audit().code, 0);
}

TEST_F(BaselineVerb, KeepsWhatItSaysOfOtherDocuments) {
  keep("create");
  const std::string before = work.read("known.json");
  EXPECT_EQ(keep("update", {"site/a.md"}).code, 0);
  EXPECT_EQ(work.read("known.json"), before);
  fs::remove("site/b.md");
  EXPECT_EQ(keep("prune", {"site/a.md"}).out, "known.json: 1 finding, 2 taken out\n");
}

TEST_F(BaselineVerb, IsTheSameWhereverCaveatIsRun) {
  keep("create");
  const std::string before = work.read("known.json");
  EXPECT_EQ(before.find(work.folder().native()), std::string::npos);
  fs::current_path("site");
  EXPECT_EQ(run_caveat({"baseline", "update", "../known.json", "."}).code, 0);
  EXPECT_EQ(work.read("../known.json"), before);
  EXPECT_EQ(run_caveat({"audit", "a.md", "--baseline", "../known.json"}).code, 0);
  work.write("../.caveat.yaml", "packs: [mini.yaml]\nbaseline: known.json\n");
  EXPECT_EQ(run_caveat({"audit", "a.md"}).code, 0) << "the configuration names it";
  fs::current_path("..");
}

TEST_F(BaselineVerb, NeverOverwrites) {
  work.write("known.json", "{}");
  EXPECT_EQ(keep("create").code, 2);
  EXPECT_EQ(work.read("known.json"), "{}");
  EXPECT_EQ(keep("update").code, 2);
  EXPECT_EQ(audit().code, 2);
  fs::remove("known.json");
  const Ran ran = audit();
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("caveat baseline create"), std::string::npos) << ran.error;
  EXPECT_EQ(keep("prune").code, 2);
  EXPECT_EQ(keep("create", {"site", "gone.md"}).code, 2);
  EXPECT_FALSE(fs::exists("known.json")) << "not every document could be read";
}

TEST_F(BaselineVerb, NamesTheNearestAction) {
  EXPECT_NE(keep("purne").error.find("did you mean “prune”?"), std::string::npos);
  EXPECT_EQ(run_caveat({"baseline", "create", "known.json"}).code, 2);
}

}  // namespace
}  // namespace caveat
