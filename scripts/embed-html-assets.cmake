# Writes OUTPUT, a C++ file that holds what HTML reports carry: the .css and the .js files of ASSETS,
# each kind joined, with the hashes that their content security policy names.
# Called by CMakeLists.txt; what it defines is declared in report/html_page.h.

# The SHA-256 of `text` in Base64, which CMake knows in hexadecimal digits only.
function(base64_sha256 text result)
  string(SHA256 hex "${text}")
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(encoded "")
  # 32 bytes and two digits of padding make 22 groups of three digits, two letters each.
  set(hex "${hex}00")
  foreach(group RANGE 21)
    math(EXPR at "${group} * 3")
    string(SUBSTRING "${hex}" ${at} 3 digits)
    math(EXPR high "0x${digits} >> 6")
    math(EXPR low "0x${digits} & 63")
    string(SUBSTRING "${alphabet}" ${high} 1 first)
    string(SUBSTRING "${alphabet}" ${low} 1 second)
    string(APPEND encoded "${first}${second}")
  endforeach()
  string(SUBSTRING "${encoded}" 0 43 encoded)
  set(${result} "${encoded}=" PARENT_SCOPE)
endfunction()

set(css "")
set(js "")
foreach(asset IN LISTS ASSETS)
  get_filename_component(kind ${asset} EXT)
  string(SUBSTRING ${kind} 1 -1 kind)
  file(READ ${asset} text)
  string(APPEND ${kind} "${text}")
endforeach()
base64_sha256("${css}" style_hash)
base64_sha256("${js}" script_hash)

file(WRITE ${OUTPUT} "// Made by scripts/embed-html-assets.cmake from src/report/html.
#include \"report/html_page.h\"

namespace caveat {

const HtmlAssets html_assets = {
    .style = R\"~CAVEAT~(${css})~CAVEAT~\",
    .script = R\"~CAVEAT~(${js})~CAVEAT~\",
    .style_hash = \"${style_hash}\",
    .script_hash = \"${script_hash}\",
};

}  // namespace caveat
")
