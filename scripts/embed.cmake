# Writes OUTPUT, a C++ file that holds every file of PACKS (a list) as a string literal.
# Called by CMakeLists.txt; the function it defines is declared in rulebook/embedded.h.
set(body "// Made by scripts/embed.cmake from rules/*.yaml.\n#include \"rulebook/embedded.h\"\n\nnamespace caveat {\n\n")
string(APPEND body "std::vector<PackSource> embedded_packs() {\n  return {\n")
foreach(pack IN LISTS PACKS)
  get_filename_component(name ${pack} NAME)
  file(READ ${pack} text)
  # A literal may not exceed 64 kB on some compilers: one for each paragraph, adjoining literals are one.
  string(REPLACE "\n\n" "\n\n)~CAVEAT~\"\nR\"~CAVEAT~(" text "${text}")
  string(APPEND body "      {\"embedded:${name}\", R\"~CAVEAT~(${text})~CAVEAT~\"},\n")
endforeach()
string(APPEND body "  };\n}\n\n}  // namespace caveat\n")
file(WRITE ${OUTPUT} "${body}")
