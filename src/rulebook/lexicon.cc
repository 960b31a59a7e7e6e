#include "rulebook/lexicon.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace caveat {
namespace {

// Multiplicative hashing of eight bytes at a time: words are short. Nothing but the order of slots
// depends on it.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = word.size();
  while (!word.empty()) {
    std::uint64_t piece = 0;
    const std::size_t size = std::min(word.size(), sizeof piece);
    std::memcpy(&piece, word.data(), size);
    hash = (hash ^ piece) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
    word.remove_prefix(size);
  }
  return hash;
}

}  // namespace

Vocabulary::Vocabulary()
    : ends_({0}), lengths_({0}), slots_(std::vector<WordId>(std::size_t{1} << 10)) {}

// Where the word stands, or the free slot where it would.
std::size_t Vocabulary::slot(std::string_view folded) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash_of(folded) & mask;
  while (slots_[at] != no_word && text(slots_[at]) != folded) at = (at + 1) & mask;
  return at;
}

void Vocabulary::grow() {
  slots_.edit().assign(slots_.size() * 2, no_word);
  for (WordId id = no_word + 1; id < ends_.size(); ++id) slots_.edit()[slot(text(id))] = id;
}

WordId Vocabulary::intern(std::string_view folded) {
  if (folded.empty()) return no_word;
  const std::size_t at = slot(folded);
  if (slots_[at] != no_word) return slots_[at];
  const auto id = static_cast<WordId>(ends_.size());
  letters_.edit().insert(letters_.edit().end(), folded.begin(), folded.end());
  ends_.edit().push_back(static_cast<std::uint32_t>(letters_.size()));
  lengths_.edit().push_back(static_cast<std::uint32_t>(folded.size()));
  slots_.edit()[at] = id;
  if (ends_.size() * 4 > slots_.size()) grow();
  return id;
}

TermTrieBuilder::TermTrieBuilder() : edges_(std::size_t{1} << 10) {}

// Where the edge stands, or the free slot where it would.
std::size_t TermTrieBuilder::slot(Node from, WordId word) const {
  const std::size_t mask = edges_.size() - 1;
  std::uint64_t hash = ((std::uint64_t{from} << 32) | word) * 0x9E3779B97F4A7C15u;
  hash ^= hash >> 32;
  std::size_t at = hash & mask;
  while (edges_[at].to != root && (edges_[at].from != from || edges_[at].word != word)) {
    at = (at + 1) & mask;
  }
  return at;
}

void TermTrieBuilder::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.to != root) edges_[slot(edge.from, edge.word)] = edge;
  }
}

TermTrieBuilder::Node TermTrieBuilder::insert(Node from, WordId word) {
  const Node fresh = static_cast<Node>(set_at_.size());
  Edge& edge = edges_[slot(from, word)];
  if (edge.to != root) return edge.to;
  edge = {from, word, fresh};
  set_at_.push_back(0);
  if (++edge_count_ * 2 > edges_.size()) grow();
  return fresh;
}

TermTrieBuilder::Node TermTrieBuilder::insert(std::span<const WordId> term) {
  Node node = root;
  for (const WordId word : term) node = insert(node, word);
  return node;
}

TermTrieBuilder::SetId TermTrieBuilder::with(SetId set, LexiconId lexicon) {
  const std::uint64_t key = (std::uint64_t{set} << 16) | lexicon;
  if (key == last_key_) return last_larger_;
  last_key_ = key;
  const auto [entry, fresh] = larger_.try_emplace(key, static_cast<SetId>(set_begins_.size() - 1));
  last_larger_ = entry->second;
  if (!fresh) return last_larger_;
  const auto smaller = members(set);
  std::vector<LexiconId> larger(smaller.begin(), smaller.end());
  const auto place = std::ranges::lower_bound(larger, lexicon);
  if (place != larger.end() && *place == lexicon) {
    last_larger_ = entry->second = set;
    return set;
  }
  larger.insert(place, lexicon);
  set_members_.insert(set_members_.end(), larger.begin(), larger.end());
  set_begins_.push_back(static_cast<std::uint32_t>(set_members_.size()));
  return last_larger_;
}

bool TermTrieBuilder::mark(Node node, LexiconId lexicon) {
  const SetId before = set_at_[node];
  set_at_[node] = with(before, lexicon);
  return set_at_[node] != before;
}

TermTrie TermTrieBuilder::build() const {
  std::vector<Edge> edges;
  for (const Edge& edge : edges_) {
    if (edge.to != root) edges.push_back(edge);
  }
  std::ranges::sort(edges, {}, [](const Edge& edge) { return std::pair(edge.from, edge.word); });
  std::vector<std::size_t> first_edge(set_at_.size() + 1, 0);  // by node; one more
  for (const Edge& edge : edges) ++first_edge[edge.from + 1];
  std::partial_sum(first_edge.begin(), first_edge.end(), first_edge.begin());

  TermTrie trie;
  trie.set_begins_ = set_begins_;
  trie.set_members_ = set_members_;
  std::vector<Node> order = {root};  // old numbers by new ones
  std::vector<TermTrie::Place> places = {{no_word, 0, 0}};
  std::vector<Node> first;
  for (std::size_t at = 0; at < order.size(); ++at) {
    const Node node = order[at];
    places[at].set = set_at_[node];
    places[at].first_child = static_cast<Node>(order.size());
    for (std::size_t i = first_edge[node]; i < first_edge[node + 1]; ++i) {
      places.push_back({edges[i].word, 0, 0});
      order.push_back(edges[i].to);
    }
  }
  places.push_back({no_word, static_cast<Node>(order.size()), 0});
  for (Node node = places[root].first_child; node < places[root + 1].first_child; ++node) {
    first.resize(std::size_t{places[node].word} + 1, TermTrie::none);
    first.back() = node;
  }
  trie.places_ = std::move(places);
  trie.first_ = std::move(first);
  return trie;
}

TermTrie::Node TermTrie::step(Node from, WordId word) const {
  if (from == root) return word < first_.size() ? first_[word] : none;
  const auto begin = places_.begin() + places_[from].first_child;
  const auto end = places_.begin() + places_[from + 1].first_child;
  const auto child = std::ranges::lower_bound(begin, end, word, {}, &Place::word);
  return child == end || child->word != word ? none : static_cast<Node>(child - places_.begin());
}

}  // namespace caveat
