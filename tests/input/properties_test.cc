// Invariants of `input/`, over every document of the corpus, whole, re-encoded and damaged.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "input/formats.h"
#include "support/corpus.h"
#include "support/invariants.h"
#include "support/reading.h"

namespace caveat::testing {
namespace {

using Visit = void (*)(const std::string& path, const std::string& bytes, const Format& format);

void for_each_document(Visit visit) {
  const auto files = corpus_documents();
  ASSERT_FALSE(files.empty()) << "no corpus: nothing would be tested";
  for (const auto& file : files) {
    SCOPED_TRACE(file.string());
    visit(file.string(), file_bytes(file), *format_for(file.string()));
    if (::testing::Test::HasFatalFailure()) return;
  }
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(from, at), text.size());
    result += text.substr(at, next - at);
    if (next == text.size()) break;
    result += to;
    at = next + from.size();
  }
  return result;
}

bool is_plain_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Step step = utf8_step(bytes, at);
    if (!step.valid || bytes[at] == '\0') return false;
    at += step.length;
  }
  return !bytes.starts_with("\xEF\xBB\xBF");
}

std::string as_utf16(std::string_view bytes, bool little) {
  std::string result = little ? "\xFF\xFE" : "\xFE\xFF";
  const auto put = [&](char32_t unit) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    result += little ? low : high;
    result += little ? high : low;
  };
  for (std::size_t at = 0; at < bytes.size(); at += utf8_step(bytes, at).length) {
    const char32_t c = utf8_code_point(bytes, at);
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10));
      put(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return result;
}

TEST(Properties, HoldForTheCorpus) {
  for_each_document([](const std::string& path, const std::string& bytes, const Format& format) {
    const Document document = read_document(bytes, path, format);
    expect_invariants(document);
    EXPECT_EQ(document.source, bytes);
  });
}

TEST(Properties, EachBlockIsFoundAgainFromItsSource) {
  for_each_document([](const std::string& path, const std::string& bytes, const Format& format) {
    const Document document = read_document(bytes, path, format);
    for (const Block& block : document.blocks) {
      const SourceSpan source = document.map.to_source(block.prose);
      EXPECT_TRUE(document.map.to_prose(source).contains(block.prose))
          << document.text(block.prose);
    }
  });
}

// In plain text a word is its source, but for emphasis marks inside it.
TEST(Properties, WordsOfPlainTextEqualTheirSource) {
  for_each_document([](const std::string& path, const std::string& bytes, const Format& format) {
    if (format.name != "text" || !is_plain_utf8(bytes)) return;
    const Document d = read_document(bytes, path, format);
    for (std::size_t at = 0; at < d.prose.size();) {
      const std::size_t end = std::min(d.prose.find_first_of(" \n", at), d.prose.size());
      const std::string word = d.prose.substr(at, end - at);
      std::string origin(slice(d.source, d.map.to_source({at, end})));
      for (const std::string_view mark : {"**", "__"}) origin = replace_all(origin, mark, "");
      EXPECT_EQ(origin, replace_all(replace_all(word, "**", ""), "__", ""));
      at = end + 1;
    }
  });
}

TEST(Properties, LineEndsDoNotChangeTheProse) {
  for_each_document([](const std::string& path, const std::string& bytes, const Format& format) {
    if (bytes.find('\r') != std::string::npos || !is_plain_utf8(bytes)) return;
    const Document lf = read_document(bytes, path, format);
    for (const std::string_view end : {"\r\n", "\r"}) {
      const Document other = read_document(replace_all(bytes, "\n", end), path, format);
      expect_invariants(other);
      EXPECT_EQ(lf.prose, other.prose);
    }
  });
}

TEST(Properties, ByteOrderMarkMovesEverythingByThree) {
  for_each_document([](const std::string& path, const std::string& bytes, const Format& format) {
    if (!is_plain_utf8(bytes)) return;
    const Document bare = read_document(bytes, path, format);
    const Document marked = read_document("\xEF\xBB\xBF" + bytes, path, format);
    expect_invariants(marked);
    ASSERT_EQ(bare.prose, marked.prose);
    for (const Block& block : bare.blocks) {
      EXPECT_EQ(bare.map.to_source(block.prose).begin + 3, marked.map.to_source(block.prose).begin);
    }
  });
}

TEST(Properties, Utf16GivesTheSameProse) {
  for_each_document([](const std::string& path, const std::string& bytes, const Format& format) {
    if (!is_plain_utf8(bytes)) return;
    const Document narrow = read_document(bytes, path, format);
    for (const bool little : {true, false}) {
      const Document wide = read_document(as_utf16(bytes, little), path, format);
      expect_invariants(wide);
      EXPECT_EQ(wide.encoding, little ? "utf-16le" : "utf-16be");
      EXPECT_EQ(narrow.prose, wide.prose);
      const LineIndex a(narrow.source, narrow.code_units()), b(wide.source, wide.code_units());
      for (const Block& block : narrow.blocks) {
        EXPECT_EQ(a.at(narrow.map.to_source(block.prose).begin),
                  b.at(wide.map.to_source(block.prose).begin));
      }
    }
  });
}

TEST(Properties, HoldForDamagedDocuments) {
  for_each_document([](const std::string& path, const std::string& bytes, const Format& format) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
      std::string damaged = bytes.substr(0, random() % (bytes.size() + 1));
      for (int i = 0; i < round && !damaged.empty(); ++i) {
        static constexpr std::string_view bytes_of_interest(
            "\0\r\n<>&;[]()*_`\"'\\{}|#-\x80\xE2\xFF:", 27);
        damaged[random() % damaged.size()] = bytes_of_interest[random() % bytes_of_interest.size()];
      }
      expect_invariants(read_document(damaged, path, format));
      if (::testing::Test::HasFatalFailure()) {
        ADD_FAILURE() << "round " << round << ", cut to " << damaged.size() << " bytes";
        return;
      }
    }
  });
}

}  // namespace
}  // namespace caveat::testing
