// A rulebook as bytes that load at once: what load() makes of packs, written at build time by
// src/compile_packs.cc and put into the binary.
//
// For the same program on the same machine only, not a format to exchange: numbers are in the
// machine's order. The bytes begin with a mark, the version of the layout and a checksum; bytes
// that fit none of these are refused.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rulebook/rulebook.h"

namespace caveat {

std::string write_compiled(const Rulebook& rulebook);

// Null where the bytes are of another layout or damaged.
std::unique_ptr<const Rulebook> read_compiled(std::string_view bytes);

}  // namespace caveat
