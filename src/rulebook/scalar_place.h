// Where a byte of a YAML value stands in the file.
//
// The two differ by quotation marks, escapes and folded lines. Places are found by walking the
// value and its source side by side; where they cannot be matched, the start of the source is the
// answer.
#pragma once

#include <cstddef>
#include <string_view>

namespace caveat {

// `begin` is the offset in `file` at which the source of `value` begins: its first character, its
// quotation mark, or the sign of a block scalar.
std::size_t place_in_scalar(std::string_view file, std::size_t begin, std::string_view value,
                            std::size_t inside);

}  // namespace caveat
