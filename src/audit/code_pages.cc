#include "audit/code_pages.h"

namespace caveat {
namespace {

struct Page {
  std::string_view name;
  std::u16string_view low;   // bytes 0x80–0x9F; empty: the control characters
  std::u16string_view high;  // bytes 0xA0–0xFF
};

constexpr std::array<Page, code_page_count> pages = {{
    {"windows-1252",
     u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F"
     u"\u0090‘’“”•–—˜™š›œ\u009DžŸ",
     u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
     u"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"},
    {"windows-1254",
     u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008D\u008E\u008F"
     u"\u0090‘’“”•–—˜™š›œ\u009D\u009EŸ",
     u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
     u"àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ"},
    {"iso-8859-1", u"",
     u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
     u"àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"},
    {"windows-1250",
     u"€\u0081‚\u0083„…†‡\u0088‰Š‹ŚŤŽŹ"
     u"\u0090‘’“”•–—\u0098™š›śťžź",
     u"\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00AD®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż"
     u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
     u"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"},
    {"windows-1251",
     u"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ"
     u"ђ‘’“”•–—\u0098™љ›њќћџ",
     u"\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї"
     u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
     u"абвгдежзийклмнопрстуфхцчшщъыьэюя"},
    {"windows-1253",
     u"€\u0081‚ƒ„…†‡\u0088‰\u008A‹\u008C\u008D\u008E\u008F"
     u"\u0090‘’“”•–—\u0098™\u009A›\u009C\u009D\u009E\u009F",
     u"\u00A0΅Ά£¤¥¦§¨©ª«¬\u00AD®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ"
     u"ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\uFFFDΣΤΥΦΧΨΩΪΫάέήί"
     u"ΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\uFFFD"},
    {"windows-1257",
     u"€\u0081‚\u0083„…†‡\u0088‰\u008A‹\u008C¨ˇ¸"
     u"\u0090‘’“”•–—\u0098™\u009A›\u009C¯˛\u009F",
     u"\u00A0\uFFFD¢£¤\uFFFD¦§Ø©Ŗ«¬\u00AD®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ"
     u"ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß"
     u"ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙"},
    {"macintosh",
     u"ÄÅÇÉÑÖÜáàâäãåçéè"
     u"êëíìîïñóòôöõúùûü",
     u"†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
     u"¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
     u"‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"},
    {"iso-8859-2", u"",
     u"\u00A0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00ADŽŻ°ą˛ł´ľśˇ¸šşťź˝žż"
     u"ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß"
     u"ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"},
    {"iso-8859-9", u"",
     u"\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
     u"ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞß"
     u"àáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ"},
    {"cp437",
     u"ÇüéâäàåçêëèïîìÄÅ"
     u"ÉæÆôöòûùÿÖÜ¢£¥₧ƒ",
     u"áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
     u"└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
     u"αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0"},
    {"cp850",
     u"ÇüéâäàåçêëèïîìÄÅ"
     u"ÉæÆôöòûùÿÖÜø£Ø×ƒ",
     u"áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
     u"└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀"
     u"ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0"},
}};

constexpr char32_t character_in(const Page& page, unsigned byte) {
  if (byte >= 0xA0) return page.high[byte - 0xA0];
  return page.low.empty() ? byte : page.low[byte - 0x80];
}

// Pages hold few characters: an index over the Basic Multilingual Plane's lower part finds them.
constexpr std::size_t indexed = 0x2600;

struct Table {
  std::array<std::uint16_t, indexed> index{};
  std::array<CharacterBytes, 512> entries{};  // [0]: a character of no page
  std::size_t used = 1;
  std::uint16_t apple = 0, fi = 0, fl = 0;  // of MacRoman, beyond the index

  constexpr std::uint16_t& slot(char32_t c) {
    if (c < indexed) return index[c];
    return c == 0xF8FF ? apple : c == 0xFB01 ? fi : fl;
  }
};

constexpr Table make_table() {
  Table table;
  for (std::size_t p = 0; p < code_page_count; ++p) {
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const char32_t c = character_in(pages[p], byte);
      if (c == 0xFFFD) continue;
      std::uint16_t& slot = table.slot(c);
      if (slot == 0) slot = static_cast<std::uint16_t>(table.used++);
      CharacterBytes& entry = table.entries[slot];
      const auto page = bit(static_cast<CodePage>(p));
      entry.byte[p] = static_cast<unsigned char>(byte);
      if (byte < 0xC0) entry.continuations |= page;
      if (byte >= 0xC2 && byte <= 0xF4) entry.leads |= page;
    }
  }
  return table;
}

constexpr Table table = make_table();

}  // namespace

std::string_view name(CodePage page) { return pages[static_cast<std::size_t>(page)].name; }

char32_t character(CodePage page, unsigned char byte) {
  return character_in(pages[static_cast<std::size_t>(page)], byte);
}

const CharacterBytes& bytes_of(char32_t c) {
  if (c < indexed) return table.entries[table.index[c]];
  if (c == 0xF8FF) return table.entries[table.apple];
  if (c == 0xFB01) return table.entries[table.fi];
  if (c == 0xFB02) return table.entries[table.fl];
  return table.entries[0];
}

}  // namespace caveat
