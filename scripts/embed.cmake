# Writes OUTPUT, a C++ file that holds every file of PACKS (a list) as a string literal.
# Called by CMakeLists.txt; the function it defines is declared in rulebook/embedded.h.
set(body "// Made by scripts/embed.cmake from rules/*.yaml.\n#include \"rulebook/embedded.h\"\n\n")
string(APPEND body "#include <initializer_list>\n#include <string_view>\n\nnamespace caveat {\n\n")
string(APPEND body "static std::string join(std::initializer_list<std::string_view> paragraphs) {\n")
string(APPEND body "  std::string text;\n  for (const auto paragraph : paragraphs) text += paragraph;\n  return text;\n}\n\n")
string(APPEND body "std::vector<PackSource> embedded_packs() {\n  return {\n")
foreach(pack IN LISTS PACKS)
  get_filename_component(name ${pack} NAME)
  file(READ ${pack} text)
  # A literal may not exceed 64 kB on some compilers: one for each paragraph and each of its entries.
  set(next_literal ")~CAVEAT~\",\nR\"~CAVEAT~(")
  string(REPLACE "\n\n" "\n\n${next_literal}" text "${text}")
  string(REGEX REPLACE "\n  ([-a-z])" "\n${next_literal}  \\1" text "${text}")
  string(APPEND body "      {\"embedded:${name}\", join({R\"~CAVEAT~(${text})~CAVEAT~\"})},\n")
endforeach()
string(APPEND body "  };\n}\n\n}  // namespace caveat\n")
file(WRITE ${OUTPUT} "${body}")
