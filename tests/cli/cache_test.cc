#include "cli/cache.h"

#include <gtest/gtest.h>

#include "audit/house_rules.h"
#include "cli/cached_report.h"
#include "support/workspace.h"

namespace caveat {
namespace {

class CacheTest : public ::testing::Test {
 protected:
  CacheTest() {
    folder_.write("mini.yaml", test::mini_pack);
    folder_.write("site/a.md", "# Spa\n\nIt boosts *immunity*. It doesn't flush toxins.\n");
    folder_.write("site/b.html", "<p>It flushes toxins &amp; melts stress.</p>");
  }

  test::Ran audit(std::vector<std::string> more) {
    more.insert(more.begin(), {"audit", "site", "--as-of", "2026-01-15", "--rules", "mini.yaml"});
    return test::run_caveat(std::move(more));
  }
  std::vector<std::string> entries() const {
    std::vector<std::string> found;
    for (const std::string& file : folder_.files()) {
      if (file.starts_with("cache/")) found.push_back(file);
    }
    return found;
  }

  test::Workspace folder_;
};

TEST_F(CacheTest, SaysTheSameFromTheCache) {
  for (const std::string format : {"json", "text", "html", "sarif", "markdown"}) {
    const std::vector<std::string> plain = {"--format", format, "--show-dismissed"};
    std::vector<std::string> cached = plain;
    cached.insert(cached.end(), {"--cache", "cache"});
    const test::Ran without = audit(plain), first = audit(cached), second = audit(cached);
    EXPECT_EQ(first.out, without.out) << format;
    EXPECT_EQ(second.out, without.out) << format;
    EXPECT_EQ(second.code, without.code);
  }
  EXPECT_EQ(entries().size(), 2u);
}

TEST_F(CacheTest, KeepsWhatConfidenceStandsOn) {
  folder_.write("site/a.md", "Ibuprofen reduces inflammation. Massage flushes out toxins.\n");
  const std::vector<std::string> plain = {"audit", "site/a.md", "--format", "json",
                                          "--show-sentences"};
  std::vector<std::string> cached = plain;
  cached.insert(cached.end(), {"--cache", "cache"});
  const std::string without = test::run_caveat(plain).out;
  EXPECT_NE(without.find("\"confidence\""), std::string::npos) << without;
  test::run_caveat(cached);
  EXPECT_EQ(entries().size(), 1u);
  EXPECT_EQ(test::run_caveat(cached).out, without);
}

TEST_F(CacheTest, TakesWhatItKept) {
  audit({"--cache", "cache"});
  // The audit of one document under the key of the other: only a run that takes it can say so.
  const auto kept = entries();
  ASSERT_EQ(kept.size(), 2u);
  const std::string before = audit({"--cache", "cache", "--format", "json"}).out;
  for (const std::string& entry : kept) {
    std::string bytes = folder_.read(entry);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    folder_.write(entry, bytes);
  }
  // Damaged entries are no entries.
  EXPECT_EQ(audit({"--cache", "cache", "--format", "json"}).out, before);
  for (const std::string& entry : kept) folder_.write(entry, "");
  EXPECT_EQ(audit({"--cache", "cache", "--format", "json"}).out, before);
}

TEST_F(CacheTest, OtherRulesAndDatesAreOtherEntries) {
  audit({"--cache", "cache"});
  test::run_caveat(
      {"audit", "site", "--as-of", "2026-01-16", "--rules", "mini.yaml", "--cache", "cache"});
  EXPECT_EQ(entries().size(), 4u);
  std::string pack(test::mini_pack);
  pack.replace(pack.find("flushes toxins."), 14, "drains a toxin");
  folder_.write("mini.yaml", pack);
  audit({"--cache", "cache"});
  EXPECT_EQ(entries().size(), 6u);
}

TEST_F(CacheTest, AFolderThatCannotBeIsNoFailure) {
  folder_.write("file", "");
  const test::Ran without = audit({"--format", "json"});
  const test::Ran with = audit({"--format", "json", "--cache", "file"});
  EXPECT_EQ(with.out, without.out);
  EXPECT_EQ(with.code, without.code);
}

TEST_F(CacheTest, KeysTellApartWhatMatters) {
  const Rulebook book;
  const Cache cache("cache", book, "rules"), other("cache", book, "other rules");
  using namespace std::chrono_literals;
  AuditOptions options;
  options.as_of = 2026y / 1 / 15;
  const std::string key = cache.key("text", "text", "", options);
  EXPECT_EQ(key, cache.key("text", "text", "", options));
  EXPECT_NE(key, other.key("text", "text", "", options));
  EXPECT_NE(key, cache.key("texts", "text", "", options));
  EXPECT_NE(key, cache.key("text", "html", "", options));
  EXPECT_NE(key, cache.key("text", "text", "tr", options));
  AuditOptions changed = options;
  changed.jurisdictions = {"uk"};
  EXPECT_NE(key, cache.key("text", "text", "", changed));
  HouseRules house;
  house.levels["a/b"] = {true, std::nullopt, ""};
  changed = options;
  changed.house = &house;
  const std::string of_house = cache.key("text", "text", "", changed);
  EXPECT_NE(key, of_house);
  house.levels["a/b"].severity = Severity::Error;
  EXPECT_NE(of_house, cache.key("text", "text", "", changed));
}

TEST_F(CacheTest, FindsWhatWasKept) {
  const Rulebook book;
  const Cache cache("cache", book, "rules");
  FileReport report;
  report.score = 7;
  report.document.language = "en";
  const std::string key = cache.key("text", "text", "", {});
  EXPECT_FALSE(cache.find(key));
  cache.keep(key, report);
  const auto found = cache.find(key);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->score, 7);
  EXPECT_EQ(found->document.language, "en");
  EXPECT_FALSE(report_of("no report", book));
}

}  // namespace
}  // namespace caveat
