// A text or a list that most of its owners do not have: where it is empty it costs a pointer.
#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <utility>

namespace caveat {

template <class Container>
class Rare {
 public:
  using value_type = typename Container::value_type;

  Rare() = default;
  template <class From>
    requires(!std::same_as<std::remove_cvref_t<From>, Rare> && std::convertible_to<From, Container>)
  Rare(From&& from) {
    Container held = std::forward<From>(from);
    if (!held.empty()) held_ = std::make_unique<Container>(std::move(held));
  }
  Rare(std::initializer_list<value_type> values) : Rare(Container(values)) {}
  Rare(const Rare& other) : Rare(other.get()) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(Rare other) noexcept {
    held_ = std::move(other.held_);
    return *this;
  }
  ~Rare() = default;

  const Container& get() const {
    static const Container nothing;
    return held_ != nullptr ? *held_ : nothing;
  }
  operator const Container&() const { return get(); }
  bool empty() const { return held_ == nullptr; }
  auto size() const { return get().size(); }
  auto begin() const { return get().begin(); }
  auto end() const { return get().end(); }
  const value_type& front() const { return get().front(); }
  const value_type& operator[](std::size_t i) const { return get()[i]; }
  void push_back(value_type value) {
    if (held_ == nullptr) held_ = std::make_unique<Container>();
    held_->push_back(std::move(value));
  }
  bool operator==(const Rare& other) const { return get() == other.get(); }

 private:
  std::unique_ptr<Container> held_;
};

}  // namespace caveat
