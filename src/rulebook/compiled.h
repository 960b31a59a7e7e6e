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

// Whether to look for damage: what a program carries is as whole as the program.
enum class Trust : bool { None, Own };

// Whether to read the examples inside of packs, too: no audit asks for them.
enum class Examples : bool { Without, With };

// Null where the bytes are of another layout or damaged. The rulebook reads its tables where they
// lie: the bytes must outlive it, and begin at a multiple of eight.
std::unique_ptr<const Rulebook> read_compiled(std::string_view bytes, Trust trust = Trust::None,
                                              Examples examples = Examples::With);

}  // namespace caveat
