// For the build: compiles packs into the file that the program carries.
//
//   compile_packs OUTPUT PACK.yaml…
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "rulebook/compiled.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
  if (arguments.empty()) {
    std::cerr << "compile_packs: say where to write, and which packs to read\n";
    return 2;
  }
  std::vector<caveat::PackSource> packs;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    // As the packs inside the binary are called: nobody should meet a path of the building machine.
    packs.push_back({"embedded:" + std::filesystem::path(arguments[i]).filename().string(),
                     {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}});
    if (!file) {
      std::cerr << arguments[i] << ": cannot be read\n";
      return 2;
    }
  }
  caveat::LoadedRulebook loaded = caveat::load(packs);
  for (const caveat::Problem& problem : loaded.problems) std::cerr << caveat::to_text(problem);
  if (loaded.rulebook == nullptr) return 2;
  std::ofstream output(arguments.front(), std::ios::binary);
  caveat::prepare(*loaded.rulebook);
  output << caveat::write_compiled(*loaded.rulebook) << std::flush;
  if (!output) {
    std::cerr << arguments.front() << ": cannot be written\n";
    return 2;
  }
  return 0;
}
