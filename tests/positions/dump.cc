// Prints how the prose of documents maps to their source, for scripts/positions to compare with
// other parsers: one JSON object a line for each path given.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "input/formats.h"

namespace {

nlohmann::json dump(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const caveat::Format* format = caveat::format_for(path);
  if (format == nullptr) format = &caveat::formats().front();
  const caveat::Document document = caveat::read_document(std::move(bytes), path, *format);
  nlohmann::json segments = nlohmann::json::array();
  for (const caveat::SourceSegment& segment : document.map.segments()) {
    const bool copied = segment.kind == caveat::SourceSegment::Kind::Copied;
    segments.push_back({segment.source.begin, segment.source.end, copied,
                        std::string(document.text(segment.prose))});
  }
  nlohmann::json skips = nlohmann::json::array();
  for (const caveat::Skip& skip : document.skipped) {
    skips.push_back({skip.source.begin, skip.source.end, std::string(name(skip.reason))});
  }
  return {{"path", path},
          {"format", document.format},
          {"encoding", document.encoding},
          {"segments", std::move(segments)},
          {"skipped", std::move(skips)}};
}

}  // namespace

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) std::cout << dump(arguments[i]).dump() << '\n';
  return 0;
}
