// The inflected forms of English words, as lexicons need them.
//
// Over-generation is meant: where English doubles a consonant by stress (controlled, visited) or by
// country (travelled, traveled), both spellings are made, for a form that nobody writes costs
// nothing and a missing one is a claim unseen. Words come in and go out as written, unfolded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace caveat {

struct VerbForms {
  std::vector<std::string> base;  // relieve
  std::vector<std::string> s;     // relieves
  std::vector<std::string> ed;    // relieved: past and participle
  std::vector<std::string> ing;   // relieving
};

// The forms of one verb (a single word). English's irregular verbs are known, with their prefixed
// kin (undo, rebuild): they are a closed class of the language, not of a subject.
VerbForms verb_forms(std::string_view base);

// The plurals of one noun; "vertebra/vertebrae" is the pack's business.
std::vector<std::string> plurals(std::string_view noun);

// strong → stronger, strongest; nothing for adjectives that take "more" and "most".
std::vector<std::string> comparisons(std::string_view adjective);

}  // namespace caveat
