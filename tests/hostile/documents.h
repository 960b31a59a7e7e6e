// Documents that nobody writes but to do harm: each makes some part of the program work on
// something very deep, very long or very many.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace caveat::hostile {

struct HostileDocument {
  std::string name;         // "NestedTables"
  std::string_view format;  // "html"
  std::function<std::string(std::size_t count)> make;
};

const std::vector<HostileDocument>& documents();

}  // namespace caveat::hostile
