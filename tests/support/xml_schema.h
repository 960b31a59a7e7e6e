// Validates XML with xmllint (libxml2-utils).
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "support/json_schema.h"

namespace caveat::test {

inline bool has_xmllint() { return std::system("xmllint --version >/dev/null 2>&1") == 0; }

// Whether `xml` is as the schema of that name in tests/schemas says; what is wrong goes to standard
// error.
inline bool fits_xml_schema(std::string_view xml, const std::string& schema, bool quiet = false) {
  const TemporaryFile file(xml);
  const std::string command = "xmllint --nonet --noout --schema " CAVEAT_SOURCE_DIR
                              "/tests/schemas/" +
                              schema + " " + file.path() + (quiet ? " >/dev/null 2>&1" : " 1>&2");
  return std::system(command.c_str()) == 0;
}

}  // namespace caveat::test
