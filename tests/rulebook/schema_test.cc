// rules/pack.schema.json tells editors what load() accepts; this test keeps the two together.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "rulebook/packs.h"

namespace caveat {
namespace {

using Names = std::set<std::string>;
using nlohmann::json;

const json& schema() {
  static const json parsed =
      json::parse(std::ifstream(std::string(CAVEAT_SOURCE_DIR) + "/rules/pack.schema.json"));
  return parsed;
}

// The names that the hint about an unknown one lists.
Names known_to_load(std::string_view yaml) {
  for (const Problem& problem : load_text(yaml).problems) {
    constexpr std::string_view intro = "known: ";
    if (!problem.message.contains("qqqqq") || !problem.hint.starts_with(intro)) continue;
    Names names;
    std::string_view rest = std::string_view(problem.hint).substr(intro.size());
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(", "), rest.size());
      names.emplace(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 2, rest.size()));
    }
    return names;
  }
  return {"(no hint)"};
}

Names keys_of(const json& mapping) {
  Names names;
  for (const auto& [key, value] : mapping.at("properties").items()) names.insert(key);
  return names;
}

Names values_of(const json& property) {
  const json& alternatives = property.contains("anyOf") ? property["anyOf"][0] : property;
  Names names;
  for (const json& value : alternatives.at("enum")) names.insert(value.get<std::string>());
  return names;
}

TEST(Schema, HasTheKeysThatLoadKnows) {
  const json& defs = schema()["$defs"];
  EXPECT_EQ(keys_of(schema()), known_to_load("qqqqq: 1"));
  const auto in_list = [](const std::string& list) {
    return known_to_load("pack: p\n" + list + ": [{qqqqq: 1}]\n");
  };
  EXPECT_EQ(keys_of(defs["rule"]), in_list("rules"));
  EXPECT_EQ(keys_of(defs["obligation"]), in_list("obligations"));
  EXPECT_EQ(keys_of(defs["cue"]), in_list("cues"));
  EXPECT_EQ(keys_of(defs["section"]), in_list("sections"));
  EXPECT_EQ(keys_of(defs["authority"]), in_list("authorities"));
  EXPECT_EQ(keys_of(defs["source"]), in_list("evidence"));
  EXPECT_EQ(keys_of(defs["lexicon"]), known_to_load("pack: p\nlexicons: {x: {qqqqq: 1}}"));
  EXPECT_EQ(keys_of(defs["verb"]), known_to_load("pack: p\nlexicons: {x: {verbs: [{qqqqq: 1}]}}"));
  const auto in_rule = [](const std::string& key) {
    return known_to_load("pack: p\nrules: [{" + key + ": {qqqqq: 1}}]");
  };
  const json& rule = defs["rule"]["properties"];
  EXPECT_EQ(keys_of(defs["evidence-state"]), in_rule("evidence"));
  EXPECT_EQ(keys_of(rule["examples"]), in_rule("examples"));
  EXPECT_EQ(keys_of(rule["stances"]), in_rule("stances"));
  EXPECT_EQ(keys_of(defs["example"]["anyOf"][1]),
            known_to_load("pack: p\nrules: [{examples: {flag: [{qqqqq: 1}]}}]"));
  const json& duty = defs["obligation"]["properties"];
  EXPECT_EQ(keys_of(duty["owed_for"]),
            known_to_load("pack: p\nobligations: [{owed_for: {qqqqq: 1}}]"));
  EXPECT_EQ(keys_of(duty["satisfied_in_parts"]["items"]),
            known_to_load("pack: p\nobligations: [{satisfied_in_parts: [{qqqqq: 1}]}]"));
  EXPECT_EQ(keys_of(duty["examples"]),
            known_to_load("pack: p\nobligations: [{examples: {qqqqq: 1}}]"));
}

TEST(Schema, HasTheValuesThatLoadKnows) {
  const json& defs = schema()["$defs"];
  const auto in = [](const std::string& list, const std::string& key) {
    return known_to_load("pack: p\n" + list + ": [{" + key + ": qqqqq}]\n");
  };
  const json& rule = defs["rule"]["properties"];
  for (const char* key : {"kind", "severity", "status", "check", "blocks", "regions"}) {
    EXPECT_EQ(values_of(rule[key]), in("rules", key)) << key;
  }
  EXPECT_EQ(values_of(rule["stances"]["properties"]["hedged"]),
            known_to_load("pack: p\nrules: [{stances: {hedged: qqqqq}}]"));
  EXPECT_EQ(values_of(defs["severity-in"]["additionalProperties"]),
            known_to_load("pack: p\nrules: [{severity_in: {uk: qqqqq}}]"));
  EXPECT_EQ(values_of(defs["evidence-state"]["properties"]["verdict"]),
            known_to_load("pack: p\nrules: [{evidence: {verdict: qqqqq}}]"));
  EXPECT_EQ(values_of(defs["obligation"]["properties"]["place"]), in("obligations", "place"));
  const json& owed = defs["obligation"]["properties"]["owed_for"]["properties"];
  for (const char* key : {"pages", "stances"}) {
    EXPECT_EQ(values_of(owed[key]), known_to_load("pack: p\nobligations: [{owed_for: {" +
                                                  std::string(key) + ": qqqqq}}]"))
        << key;
  }
  const json& cue = defs["cue"]["properties"];
  for (const char* key : {"stance", "direction"}) EXPECT_EQ(values_of(cue[key]), in("cues", key));
  EXPECT_EQ(values_of(defs["section"]["properties"]["effect"]), in("sections", "effect"));
  EXPECT_EQ(values_of(defs["authority"]["properties"]["certainty"]),
            in("authorities", "certainty"));
  EXPECT_EQ(values_of(defs["source"]["properties"]["certainty"]), in("evidence", "certainty"));
}

}  // namespace
}  // namespace caveat
