#include "cli/repair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "audit/code_pages.h"
#include "audit/damage_support.h"
#include "input/formats.h"
#include "model/display.h"

namespace caveat {
namespace {

namespace fs = std::filesystem;

const Auditor& auditor() {
  static const Auditor of_damage(damage::packs());
  return of_damage;
}

const AuditOptions& options() {
  static const AuditOptions today{.as_of = damage::Setting{}.as_of, .jurisdictions = {}};
  return today;
}

Repaired repaired(std::string bytes, std::string_view format,
                  Sureness at_least = Sureness::Certain) {
  const InputFile file{.path = "page", .format = format_named(format)};
  return repair(std::move(bytes), file, auditor(), options(), at_least);
}

FileReport audited(std::string bytes, std::string_view format) {
  return auditor().audit(read_document(std::move(bytes), "page", *format_named(format)), options());
}

using Seen = std::vector<std::pair<std::string, std::string>>;  // rule and words

Seen seen(const FileReport& report, const Finding* but = nullptr) {
  Seen all;
  for (const Finding& finding : report.findings) {
    if (&finding == but || finding.rule->kind != FindingKind::Damage) continue;
    all.emplace_back(finding.rule->id, report.document.text(finding.prose));
  }
  std::ranges::sort(all);
  return all;
}

// Each certain repair alone removes its own finding and no other; all of them leave none to repair.
void expect_replays(const std::string& source, std::string_view format) {
  const FileReport report = audited(source, format);
  for (const Finding& finding : report.findings) {
    if (finding.fixes.empty()) continue;
    ASSERT_EQ(finding.fixes.size(), 1U);
    const Fix& fix = finding.fixes.front();
    if (!fix.certain || !fix.refusal.empty()) continue;
    EXPECT_EQ(fix.source, SourceSpan(finding.source))
        << "the reported range is not the repaired one";
    const FileReport after = audited(damage::with(source, fix), format);
    EXPECT_EQ(seen(after), seen(report, &finding))
        << "after " << finding.rule->id << " at " << fix.source.begin << " of\n"
        << source;
  }
  const Repaired once = repaired(source, format);
  EXPECT_TRUE(once.refused.empty()) << once.refused.front().refusal << " in\n" << source;
  EXPECT_EQ(repaired(once.bytes, format).bytes, once.bytes) << source;
  const FileReport left = audited(once.bytes, format);
  for (const Finding& finding : left.findings) {
    EXPECT_TRUE(finding.fixes.empty() || !finding.fixes.front().certain) << once.bytes;
  }
}

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Repair, ReplaysOnTheDamagedCorpus) {
  std::size_t files = 0;
  for (const auto& entry :
       fs::directory_iterator(std::string(CAVEAT_SOURCE_DIR) + "/corpus/damaged")) {
    const Format* format = format_for(entry.path().native());
    if (format == nullptr) continue;
    SCOPED_TRACE(entry.path().filename());
    expect_replays(contents(entry.path()), format->name);
    ++files;
  }
  EXPECT_GE(files, 20U);
}

// UTF-8 as that page shows it.
std::string misread(std::string_view text, CodePage page) {
  std::string shown;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(shown, byte < 0x80 ? char32_t{byte} : character(page, byte));
  }
  return shown;
}

// A page of sentences, some of them damaged, in one of the formats.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string page(std::string_view format) {
    constexpr std::string_view sentences[] = {"We’re open — ask for Zoë at the café.",
                                              "Seans 60 dakika sürer; çay içilir, ağrı diner.",
                                              "Le sauna chauffe à 80 °C, c’est déjà l’été.",
                                              "Kraków, Łódź i Gdańsk czekają.",
                                              "Für müde Füße gibt’s ein Bad.",
                                              "“Lovely,” she said… and slept.",
                                              "Prix : 45 € pour l’œuvre.",
                                              "A plain line without anything."};
    const auto page = static_cast<CodePage>(pick(4));
    std::string text;
    for (std::size_t i = 0; i < 6; ++i) {
      const std::string_view honest = sentences[pick(std::size(sentences))];
      std::string sentence = damaged(honest, page);
      text += format == "html" ? "<p>" + sentence + "</p>\n" : sentence + "\n\n";
    }
    return text;
  }

 private:
  std::size_t pick(std::size_t size) { return random_() % size; }

  std::string damaged(std::string_view honest, CodePage page) {
    switch (pick(5)) {
      case 0:
        return misread(honest, page);
      case 1:
        return misread(misread(honest, page), page);
      case 2:
        return with_inserted(honest, "\u200B");
      case 3:
        return with_inserted(honest, "&amp;amp;rsquo;");
      default:
        return std::string(honest);
    }
  }

  // In the middle of a word.
  std::string with_inserted(std::string_view honest, std::string_view sign) {
    std::vector<std::size_t> places;
    for (std::size_t i = 1; i + 1 < honest.size(); ++i) {
      const auto is_letter = [&](std::size_t at) { return honest[at] >= 'a' && honest[at] <= 'z'; };
      if (is_letter(i - 1) && is_letter(i)) places.push_back(i);
    }
    std::string text(honest);
    if (!places.empty()) text.insert(places[pick(places.size())], sign);
    return text;
  }

  std::mt19937 random_;
};

TEST(Repair, ReplaysOnGeneratedDamage) {
  for (unsigned seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    for (const std::string_view format : {"text", "markdown", "html"}) {
      expect_replays(Generator(seed).page(format), format);
    }
  }
}

TEST(Repair, MendsLayersAndSaysWhereTheyStood) {
  const std::string source = "Tea.\n\nItâ€™s at the cafÃƒÂ©, it&amp;rsquo;s warm.\n";
  const Repaired result = repaired(source, "text");
  EXPECT_EQ(result.bytes, "Tea.\n\nIt’s at the café, it’s warm.\n");
  ASSERT_EQ(result.repairs.size(), 3U);
  for (const Repair& repair : result.repairs) {
    EXPECT_EQ(slice(source, repair.source), repair.before);
    EXPECT_EQ(repair.start.line, 3U);
    EXPECT_FALSE(repair.rule->id.empty());
  }
  EXPECT_EQ(result.repairs[1].before, "ÃƒÂ©");
}

TEST(Repair, KeepsEncodingMarkAndLineEnds) {
  EXPECT_EQ(repaired("\xEF\xBB\xBFItâ€™s\r\nwarm\r\n", "text").bytes,
            "\xEF\xBB\xBFIt’s\r\nwarm\r\n");
  // windows-1254 bytes, declared, with a reference shown as text.
  const std::string page =
      "<meta charset=\"windows-1254\"><p>\xFEifa &amp;ccedil;ay &amp;euro;</p>";
  EXPECT_EQ(repaired(page, "html").bytes,
            "<meta charset=\"windows-1254\"><p>\xFEifa \xE7"
            "ay \x80</p>");
}

TEST(Repair, RefusesWhatTheEncodingCannotHold) {
  // No reference helps in plain text.
  const Repaired result = repaired("Caf\xE9 &scaron; &Omega; 80 \xB0\x43\n", "text");
  ASSERT_EQ(result.refused.size(), 1U);
  EXPECT_NE(result.refused[0].refusal.find("Ω"), std::string::npos) << result.refused[0].refusal;
  EXPECT_EQ(result.bytes, "Caf\xE9 \x9A &Omega; 80 \xB0\x43\n");
  // HTML has references for it.
  EXPECT_EQ(repaired("<meta charset=windows-1252><p>\xE9 &amp;Omega;</p>", "html").bytes,
            "<meta charset=windows-1252><p>\xE9 &#937;</p>");
}

TEST(Repair, WritesMarkupAsText) {
  EXPECT_EQ(repaired("<p>hot &amp;amp;lt;b&amp;gt; &amp;amp;amp; cold</p>", "html").bytes,
            "<p>hot &lt;b&gt; &amp; cold</p>");
  EXPECT_EQ(repaired("<img alt='a &amp;quot;warm&amp;#39; room'>", "html").bytes,
            "<img alt='a &quot;warm&#39; room'>");
  const std::string markdown =
      repaired("5 &amp;#42; 6 &amp;#42; 7 &amp;lt;b&amp;gt;\n", "markdown").bytes;
  EXPECT_EQ(markdown, "5 \\* 6 \\* 7 &lt;b\\>\n");
}

TEST(Repair, MakesProbableRepairsOnlyWhenAsked) {
  const std::string source = "A caf\xE9 by the river, naïve and warm. 𝗥𝗲𝗹𝗮𝘅 now.\n";
  EXPECT_EQ(repaired(source, "text").bytes, source);
  EXPECT_EQ(repaired(source, "text").damaged_still, 2U);
  EXPECT_EQ(repaired(source, "text", Sureness::Probable).bytes,
            "A café by the river, naïve and warm. Relax now.\n");
}

TEST(Repair, LeavesHonestTextAlone) {
  const std::string source = "İstanbul Masöz, naïve café, « bien-être », 10 µg\n";
  const Repaired result = repaired(source, "text");
  EXPECT_EQ(result.bytes, source);
  EXPECT_TRUE(result.repairs.empty());
  EXPECT_EQ(result.damaged_still, 0U);
}

}  // namespace
}  // namespace caveat
