#include "rulebook/lexicon.h"

#include <algorithm>

namespace caveat {
namespace {

constexpr std::uint64_t key_of(TermTrie::Node from, WordId word) {
  return (std::uint64_t{from} << 32) | word;
}

}  // namespace

WordId Vocabulary::intern(std::string_view folded) {
  if (const auto found = ids_.find(folded); found != ids_.end()) return found->second;
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back(folded);
  ids_.emplace(words_.back(), id);
  return id;
}

WordId Vocabulary::find(std::string_view folded) const {
  const auto found = ids_.find(folded);
  return found == ids_.end() ? no_word : found->second;
}

TermTrie::TermTrie() : edges_(std::size_t{1} << 10), set_at_{0}, sets_(1) {}

// Where the key stands, or the free slot where it would.
std::size_t TermTrie::slot(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::uint64_t hash = key * 0x9E3779B97F4A7C15u;
  hash ^= hash >> 32;
  std::size_t at = hash & mask;
  while (edges_[at].to != root && edges_[at].key != key) at = (at + 1) & mask;
  return at;
}

void TermTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.to != root) edges_[slot(edge.key)] = edge;
  }
}

TermTrie::Node TermTrie::insert(Node from, WordId word) {
  const Node fresh = static_cast<Node>(set_at_.size());
  if (from == root) {
    if (word >= first_.size()) first_.resize(std::size_t{word} + 1, none);
    if (first_[word] != none) return first_[word];
    first_[word] = fresh;
    set_at_.push_back(0);
    return fresh;
  }
  Edge& edge = edges_[slot(key_of(from, word))];
  if (edge.to != root) return edge.to;
  edge = {key_of(from, word), fresh};
  set_at_.push_back(0);
  if (++edge_count_ * 2 > edges_.size()) grow();
  return fresh;
}

TermTrie::Node TermTrie::insert(std::span<const WordId> term) {
  Node node = root;
  for (const WordId word : term) node = insert(node, word);
  return node;
}

TermTrie::SetId TermTrie::with(SetId set, LexiconId lexicon) {
  const std::uint64_t key = (std::uint64_t{set} << 16) | lexicon;
  if (key == last_key_) return last_larger_;
  last_key_ = key;
  const auto [entry, fresh] = larger_.try_emplace(key, static_cast<SetId>(sets_.size()));
  last_larger_ = entry->second;
  if (!fresh) return last_larger_;
  std::vector<LexiconId> larger = sets_[set];
  const auto place = std::ranges::lower_bound(larger, lexicon);
  if (place != larger.end() && *place == lexicon) {
    last_larger_ = entry->second = set;
    return set;
  }
  larger.insert(place, lexicon);
  sets_.push_back(std::move(larger));
  return last_larger_;
}

bool TermTrie::mark(Node node, LexiconId lexicon) {
  const SetId before = set_at_[node];
  set_at_[node] = with(before, lexicon);
  return set_at_[node] != before;
}

TermTrie::Node TermTrie::step(Node from, WordId word) const {
  if (from == root) return word < first_.size() ? first_[word] : none;
  const Edge& edge = edges_[slot(key_of(from, word))];
  return edge.to == root ? none : edge.to;
}

}  // namespace caveat
