#include "audit/code_pages.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <array>

namespace caveat {
namespace {

// ICU's tables are the witness. Where it has no character, ours has the control or nothing.
TEST(CodePages, AgreeWithIcu) {
  constexpr std::array names = {"windows-1252", "windows-1254", "iso-8859-1",   "windows-1250",
                                "windows-1251", "windows-1253", "windows-1257", "macintosh",
                                "iso-8859-2",   "iso-8859-9",   "cp437",        "cp850"};
  for (std::size_t p = 0; p < code_page_count; ++p) {
    const auto page = static_cast<CodePage>(p);
    EXPECT_EQ(name(page), names[p]);
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(names[p], &status);
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const char in = static_cast<char>(byte);
      std::array<UChar, 4> out{};
      status = U_ZERO_ERROR;
      ucnv_toUChars(converter, out.data(), 4, &in, 1, &status);
      const char32_t ours = character(page, static_cast<unsigned char>(byte));
      const bool undefined = out[0] == 0xFFFD || ours == 0xFFFD || ours == byte;
      if (undefined) continue;
      // µ is U+00B5 with us and U+03BC with ICU.
      EXPECT_EQ(u_foldCase(static_cast<UChar32>(ours), U_FOLD_CASE_DEFAULT),
                u_foldCase(out[0], U_FOLD_CASE_DEFAULT))
          << names[p] << " " << byte;
    }
    ucnv_close(converter);
  }
}

TEST(CodePages, AreSeenFromTheCharacter) {
  const CharacterBytes& bytes = bytes_of(U'Ã');
  EXPECT_EQ(bytes.byte[static_cast<std::size_t>(CodePage::Windows1252)], 0xC3);
  EXPECT_NE(bytes.leads & bit(CodePage::Windows1252), 0);
  EXPECT_EQ(bytes.continuations & bit(CodePage::Windows1252), 0);
  EXPECT_EQ(bytes_of(U'漢').leads, 0);
}

}  // namespace
}  // namespace caveat
