#include "rulebook/lexicon_expander.h"

#include <algorithm>
#include <set>
#include <utility>

#include "model/utf8.h"
#include "rulebook/fold_word.h"

namespace caveat {
namespace {

// The parts between slashes: "take/takes/took/taken/taking".
std::vector<std::string> slashed(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t stop = std::min(text.find('/', at), text.size());
    parts.emplace_back(text.substr(at, stop - at));
    at = stop + 1;
  }
  return parts;
}

bool holds_too_many(const TermList& terms) { return terms.size() > LexiconTable::most_terms; }

}  // namespace

void LexiconExpander::expand(LexiconTable::Entry& entry) {
  LexiconDefinition& definition = entry.second;
  if (definition.state == LexiconDefinition::State::Done) return;
  definition.state = LexiconDefinition::State::Open;
  open_.push_back(&entry);
  const std::size_t problems_before = definition.file->problems().size();
  const Fields fields(*definition.file, *definition.body, "a lexicon",
                      {"verbs", "nouns", "words", "adjectives", "phrases", "include", "except"});
  read_groups(entry, fields);
  remove(entry, fields.list("except"));
  check(entry, problems_before);
  open_.pop_back();
  definition.state = LexiconDefinition::State::Done;
}

void LexiconExpander::read_groups(LexiconTable::Entry& entry, const Fields& fields) {
  LexiconDefinition& definition = entry.second;
  definition.has_forms = fields.find("verbs") != nullptr;
  const auto read = [&](std::string_view key, auto add) {
    for (const YamlNode& item : fields.list(key)) {
      add(item);
      note_origin(definition, key == "include" ? nullptr : &item);
    }
  };
  read("verbs", [&](const YamlNode& verb) { add_verb(definition, verb); });
  read("nouns", [&](const YamlNode& noun) { add_noun(definition, noun); });
  read("adjectives", [&](const YamlNode& adjective) { add_adjective(definition, adjective); });
  read("words", [&](const YamlNode& word) {
    if (const auto text = term_text(*definition.file, word)) definition.terms.push(words_of(*text));
  });
  read("include", [&](const YamlNode& name) { include(entry, name); });
  read("phrases", [&](const YamlNode& phrase) { add_phrase(entry, phrase); });
}

void LexiconExpander::check(LexiconTable::Entry& entry, std::size_t problems_before) {
  auto& [name, definition] = entry;
  PackFile& file = *definition.file;
  if (holds_too_many(definition.terms)) {
    file.report(ProblemKind::TooManyTerms, *definition.key,
                {"the lexicon “" + name + "” has", std::to_string(LexiconTable::most_terms)});
    definition.terms = {};
    return;
  }
  for (std::size_t i = 0; i < definition.terms.size(); ++i) {
    if (definition.terms[i].size() <= LexiconTable::most_words) continue;
    file.report(ProblemKind::TermTooLong, *definition.key,
                {name, std::to_string(LexiconTable::most_words)});
    definition.terms = {};
    return;
  }
  if (definition.terms.size() == 0 && file.problems().size() == problems_before) {
    file.report(ProblemKind::EmptyLexicon, *definition.key, {name});
  }
}

std::optional<std::string_view> LexiconExpander::term_text(PackFile& file, const YamlNode& node) {
  const auto text = read_text(file, node, "a term");
  if (!text) return std::nullopt;
  std::size_t at = 0, count = 0;
  std::string_view word;
  while (next_word(*text, at, word)) ++count;
  if (at < text->size() || count == 0) {
    const std::size_t bad = at < text->size() ? at : 0;
    file.report(ProblemKind::BadCharacter, node, {text->substr(bad, utf8_step(*text, bad).length)},
                {}, bad);
    return std::nullopt;
  }
  return text;
}

std::span<const WordId> LexiconExpander::words_of(std::string_view text) {
  words_.clear();
  std::size_t at = 0;
  std::string_view word;
  while (next_word(text, at, word)) {
    fold_word(word, folded_);
    words_.push_back(table_.book_.vocabulary.intern(folded_));
  }
  return words_;
}

void LexiconExpander::add_forms(LexiconDefinition& to, const VerbForms& forms,
                                std::string_view rest) {
  const std::vector<std::string>* all[] = {&forms.base, &forms.s, &forms.ed, &forms.ing};
  for (std::size_t form = 0; form < std::size(all); ++form) {
    for (const std::string& text : *all[form]) {
      const auto words = words_of(text + std::string(rest));
      to.terms.push(words);
      to.forms[form].push(words);
    }
  }
}

void LexiconExpander::add_verb(LexiconDefinition& to, const YamlNode& verb) {
  if (verb.kind == YamlNode::Kind::Mapping) return add_verb_mapping(to, verb);
  const auto text = term_text(*to.file, verb);
  if (!text) return;
  const std::size_t space = std::min(text->find(' '), text->size());
  const std::string_view first = text->substr(0, space), rest = text->substr(space);
  const std::vector<std::string> forms = slashed(first);
  if (forms.size() == 1) return add_forms(to, verb_forms(first), rest);
  if (forms.size() != 4 && forms.size() != 5) {
    to.file->report(ProblemKind::BadForms, verb,
                    {first, std::to_string(forms.size()), "an irregular verb has four or five",
                     "for example make/makes/made/making or take/takes/took/taken/taking"});
    return;
  }
  // Of four forms the third is past and participle.
  add_forms(to, {{forms[0]}, {forms[1]}, {forms[2], forms[forms.size() - 2]}, {forms.back()}},
            rest);
}

void LexiconExpander::add_verb_mapping(LexiconDefinition& to, const YamlNode& verb) {
  const Fields fields(*to.file, verb, "a verb", {"base", "s", "past", "participle", "ing"});
  if (fields.require("base") == nullptr) return;
  const std::size_t problems_before = to.file->problems().size();
  const auto form = [&](std::string_view key) {
    const YamlNode* node = fields.find(key);
    return node == nullptr ? std::nullopt : term_text(*to.file, *node);
  };
  const auto base = form("base"), s = form("s"), past = form("past"),
             participle = form("participle"), ing = form("ing");
  if (to.file->problems().size() > problems_before || !base) return;
  const std::size_t space = std::min(base->find(' '), base->size());
  VerbForms forms = verb_forms(base->substr(0, space));
  const std::string rest(base->substr(space));
  const auto complete = [&](std::vector<std::string>& made) {
    for (std::string& text : made) text += rest;
  };
  complete(forms.base);
  complete(forms.s);
  complete(forms.ed);
  complete(forms.ing);
  if (s) forms.s = {std::string(*s)};
  if (past || participle) forms.ed.clear();
  if (past) forms.ed.emplace_back(*past);
  if (participle) forms.ed.emplace_back(*participle);
  if (ing) forms.ing = {std::string(*ing)};
  add_forms(to, forms, {});
}

void LexiconExpander::add_noun(LexiconDefinition& to, const YamlNode& noun) {
  const auto text = term_text(*to.file, noun);
  if (!text) return;
  const std::size_t space = text->rfind(' ');
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view last = text->substr(begin);
  std::vector<std::string> forms = slashed(last);
  if (forms.size() > 2) {
    to.file->report(ProblemKind::BadForms, noun,
                    {last, std::to_string(forms.size()), "an irregular noun has two",
                     "for example vertebra/vertebrae"});
    return;
  }
  if (forms.size() == 1) std::ranges::move(plurals(last), std::back_inserter(forms));
  for (const std::string& form : forms) {
    to.terms.push(words_of(std::string(text->substr(0, begin)) + form));
  }
}

void LexiconExpander::add_adjective(LexiconDefinition& to, const YamlNode& adjective) {
  const auto text = term_text(*to.file, adjective);
  if (!text) return;
  const bool several_words = text->find(' ') != std::string_view::npos;
  std::vector<std::string> forms = several_words ? std::vector{std::string(*text)} : slashed(*text);
  if (forms.size() != 1 && forms.size() != 3) {
    to.file->report(ProblemKind::BadForms, adjective,
                    {*text, std::to_string(forms.size()), "an irregular adjective has three",
                     "for example good/better/best"});
    return;
  }
  if (forms.size() == 1 && !several_words) {
    std::ranges::move(comparisons(*text), std::back_inserter(forms));
  }
  for (const std::string& form : forms) to.terms.push(words_of(form));
}

const LexiconDefinition* LexiconExpander::require(LexiconTable::Entry& from,
                                                  LexiconTable::Reference reference,
                                                  const YamlNode& node) {
  if (reference.entry == nullptr) return nullptr;
  LexiconTable::Entry& needed = *reference.entry;
  if (needed.second.state == LexiconDefinition::State::Open) {
    std::string circle;
    for (auto it = std::ranges::find(open_, &needed); it != open_.end(); ++it) {
      circle.append((*it)->first).append(" → ");
    }
    from.second.file->report(ProblemKind::LexiconCycle, node,
                             {needed.first, circle + needed.first});
    return nullptr;
  }
  if (open_.size() == LexiconTable::deepest) {
    from.second.file->report(ProblemKind::LongChain, node,
                             {"lexicons", std::to_string(LexiconTable::deepest)});
    return nullptr;
  }
  expand(needed);
  return &needed.second;
}

void LexiconExpander::include(LexiconTable::Entry& entry, const YamlNode& name) {
  LexiconDefinition& definition = entry.second;
  const auto text = read_text(*definition.file, name, "the name of a lexicon");
  if (!text) return;
  const LexiconTable::Reference reference = table_.refer(*text, *definition.file, name, 0);
  const LexiconDefinition* included = require(entry, reference, name);
  if (included == nullptr) return;
  if (reference.form) {
    definition.terms.append(included->forms[static_cast<std::size_t>(*reference.form)]);
    return;
  }
  definition.terms.append(included->terms);
  for (std::size_t form = 0; form < definition.forms.size(); ++form) {
    definition.forms[form].append(included->forms[form]);
  }
  definition.has_forms = definition.has_forms || included->has_forms;
}

void LexiconExpander::add_phrase(LexiconTable::Entry& entry, const YamlNode& phrase) {
  LexiconDefinition& definition = entry.second;
  PackFile& file = *definition.file;
  const auto text = read_text(file, phrase, "a phrase");
  if (!text) return;
  const PatternTree tree = parse_pattern(*text, table_.book_.vocabulary);
  for (const PatternMistake& mistake : tree.mistakes) {
    file.report(mistake.kind, phrase, {mistake.argument, mistake.second}, {}, mistake.offset);
  }
  if (!tree.mistakes.empty()) return;
  const auto terms = product(entry, tree.root, phrase);
  if (!terms) return;
  for (std::size_t i = 0; i < terms->size(); ++i) {
    if ((*terms)[i].empty()) {
      file.report(ProblemKind::EmptyMatch, phrase, {});
      return;
    }
  }
  if (!holds_too_many(definition.terms)) definition.terms.append(*terms);
}

std::optional<TermList> LexiconExpander::product(LexiconTable::Entry& entry,
                                                 const PatternNode& sequence,
                                                 const YamlNode& phrase) {
  TermList products;
  products.push({});
  bool good = true;
  for (const PatternNode& part : sequence.items) {
    const auto factors = alternatives(entry, part, phrase);
    good = good && factors.has_value();
    if (!factors) continue;
    TermList longer;
    for (std::size_t i = 0; i < products.size() && !holds_too_many(longer); ++i) {
      for (std::size_t j = 0; j < factors->size() && !holds_too_many(longer); ++j) {
        const auto head = products[i], tail = (*factors)[j];
        words_.assign(head.begin(), head.end());
        words_.insert(words_.end(), tail.begin(), tail.end());
        // One word too many is enough for check() to see it, and does not double at every level.
        if (words_.size() > LexiconTable::most_words) words_.resize(LexiconTable::most_words + 1);
        longer.push(words_);
      }
    }
    products = std::move(longer);
  }
  return good ? std::optional(std::move(products)) : std::nullopt;
}

std::optional<TermList> LexiconExpander::alternatives(LexiconTable::Entry& entry,
                                                      const PatternNode& part,
                                                      const YamlNode& phrase) {
  PackFile& file = *entry.second.file;
  TermList terms;
  switch (part.kind) {
    case PatternNode::Kind::Word:
      terms.push({&part.value, 1});
      return terms;
    case PatternNode::Kind::Lexicon: {
      const auto reference = table_.refer(part.name, file, phrase, part.offset);
      const LexiconDefinition* definition = require(entry, reference, phrase);
      if (definition == nullptr) return std::nullopt;
      if (!reference.form) return definition->terms;
      return definition->forms[static_cast<std::size_t>(*reference.form)];
    }
    case PatternNode::Kind::Sequence:
      return product(entry, part, phrase);
    case PatternNode::Kind::Choice: {
      bool good = true;
      for (const PatternNode& branch : part.items) {
        const auto more = alternatives(entry, branch, phrase);
        good = good && more.has_value();
        if (more && !holds_too_many(terms)) terms.append(*more);
      }
      return good ? std::optional(std::move(terms)) : std::nullopt;
    }
    case PatternNode::Kind::Optional: {
      auto with = alternatives(entry, part.items.front(), phrase);
      if (!with) return std::nullopt;
      with->push({});
      return with;
    }
    case PatternNode::Kind::Target:
      file.report(ProblemKind::UnboundTarget, phrase,
                  {"the hole belongs in frames and in patterns of rules with a `target`"}, {},
                  part.offset);
      return std::nullopt;
    default:
      break;
  }
  const std::string_view text = phrase.text;
  const std::size_t stop = std::min(text.find_first_of(" )|", part.offset), text.size());
  file.report(ProblemKind::NotInPhrases, phrase, {text.substr(part.offset, stop - part.offset)}, {},
              part.offset);
  return std::nullopt;
}

void LexiconExpander::remove(LexiconTable::Entry& entry, std::span<const YamlNode> excepted) {
  auto& [name, definition] = entry;
  struct Removal {
    const YamlNode* node;
    bool met = false;
  };
  std::map<std::vector<WordId>, Removal> removals;
  for (const YamlNode& node : excepted) {
    const auto text = term_text(*definition.file, node);
    if (!text) continue;
    const auto words = words_of(*text);
    removals.try_emplace({words.begin(), words.end()}, Removal{&node});
  }
  if (removals.empty()) return;
  const auto filter = [&](TermList& terms) {
    TermList kept;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      const auto found = removals.find(std::vector(terms[i].begin(), terms[i].end()));
      if (found == removals.end()) {
        kept.push(terms[i]);
      } else {
        found->second.met = true;
      }
    }
    terms = std::move(kept);
  };
  std::vector<const YamlNode*> origins;
  for (std::size_t i = 0; i < definition.terms.size(); ++i) {
    const std::span<const WordId> term = definition.terms[i];
    if (!removals.contains(std::vector(term.begin(), term.end()))) {
      origins.push_back(definition.origins[i]);
    }
  }
  definition.origins = std::move(origins);
  filter(definition.terms);
  for (TermList& form : definition.forms) filter(form);
  for (const auto& [words, removal] : removals) {
    if (!removal.met) {
      definition.file->report(ProblemKind::IdleExcept, *removal.node, {removal.node->text, name});
    }
  }
}

}  // namespace caveat
