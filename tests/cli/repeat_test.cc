// No report tells where or when it was made: the same bytes from every folder, on every day.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <regex>

#include "report/writers.h"
#include "support/workspace.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;
using test::Ran;
using test::run_caveat;
using test::Workspace;

class Repeat : public ::testing::Test {
 protected:
  Repeat() {
    work.write("web/rules.yaml", test::mini_pack);
    work.write("web/.caveat.yaml",
               "packs: [rules.yaml]\nbaseline: known.json\n"
               "rules: {mini/melts-stress: {level: error, reason: A trial.}}\n");
    work.write("web/site/old.md", "A massage flushes toxins. [x](gone.md)\n");
    EXPECT_EQ(run_caveat({"baseline", "create", "web/known.json", "web/site"}).code, 0);
    work.write("web/site/sub/new.html", "<p>It boosts immunity &amp; melts stress.</p>\n");
    work.write("web/site/sub/kept.md",
               "It melts stress. <!-- caveat-ignore mini/melts-stress: its name -->\n");
    work.write("web/site/odd.md", std::string("\x80\xFF broken \xC3", 11));
    fs::create_symlink("nowhere.md", "web/site/link.md");  // a problem for every report
  }

  // What a report says, by the name of its file.
  using Reports = std::map<std::string, std::string>;

  // Everything that each writer prints and writes about `site`, as seen from `folder`.
  Reports reports_from(const fs::path& folder, const std::string& site) {
    fs::current_path(folder);
    Reports all;
    for (const Writer& writer : writers()) {
      const std::string name(writer.name);
      const Ran ran = run_caveat({"audit", site, "--show-dismissed", "--format", name});
      EXPECT_EQ(ran.code, 2) << ran.error;
      all[name] = ran.out;
      const fs::path out = work.folder() / "out";
      (void)run_caveat({"audit", site, "--out", out.native(), "--format", name, "--quiet"});
      for (const auto& entry : fs::recursive_directory_iterator(out)) {
        if (!entry.is_regular_file()) continue;
        const std::string file = entry.path().lexically_relative(out).generic_string();
        all[name + "/" + file] = work.read(entry.path());
      }
      fs::remove_all(out);
    }
    fs::current_path(work.folder());
    return all;
  }

  void expect_silence_about_place_and_day(const Reports& reports) const {
    const std::chrono::year_month_day day(
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    const std::string today =
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                    static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    const std::regex today_in_words(fmt::format(
        "\\b{} [A-Z][a-z]+ {}\\b", static_cast<unsigned>(day.day()), static_cast<int>(day.year())));
    for (const auto& [name, bytes] : reports) {
      EXPECT_FALSE(bytes.empty()) << name;
      EXPECT_EQ(bytes.find(work.folder().native()), std::string::npos) << name;
      EXPECT_EQ(bytes.find(work.folder().filename().native()), std::string::npos) << name;
      EXPECT_EQ(bytes.find(today), std::string::npos) << name;
      EXPECT_FALSE(std::regex_search(bytes, today_in_words)) << name;
    }
  }

  Workspace work;
};

TEST_F(Repeat, AbsoluteAndRelativePathsMakeTheSameReports) {
  const fs::path web = work.folder() / "web";
  const Reports relative = reports_from(web, "site");
  EXPECT_GE(relative.size(), 2 * writers().size());
  EXPECT_EQ(relative, reports_from(web, "site")) << "twice";
  EXPECT_EQ(relative, reports_from(web, web / "site"));
  EXPECT_EQ(relative, reports_from(web, web / "site/"));
  EXPECT_EQ(relative, reports_from(web, "./site"));
  expect_silence_about_place_and_day(relative);
}

TEST_F(Repeat, NoDayIsTold) {
  work.write("past.md", "Our spring offer ends on 3 March 2020.\n");
  Reports reports;
  for (const Writer& writer : writers()) {
    const std::string name(writer.name);
    reports[name] = run_caveat({"audit", "past.md", "--no-config", "--format", name}).out;
  }
  EXPECT_NE(reports.at("text").find("3 March 2020 is over."), std::string::npos);
  expect_silence_about_place_and_day(reports);
}

TEST_F(Repeat, NoFolderIsTold) {
  const fs::path site = work.folder() / "web/site";
  expect_silence_about_place_and_day(reports_from(work.folder(), site));
  expect_silence_about_place_and_day(reports_from(site / "sub", site));
  const Reports far = reports_from("/", site);
  for (const std::string_view name : {"text", "json", "sarif", "github", "csv"}) {
    EXPECT_NE(far.at(std::string(name)).find("site/sub/new.html"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace caveat
