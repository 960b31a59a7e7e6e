// An array that holds its values, or reads them where they lie in bytes that outlive it: the
// rulebook inside the program is read without a copy.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace caveat {

template <class T>
class Flat {
 public:
  Flat() = default;
  Flat(std::vector<T> values) : own_(std::move(values)) {}  // NOLINT: a vector is as good

  // The bytes behind `values` must outlive this array and its copies.
  void lend(std::span<const T> values) {
    own_.clear();
    lent_ = values;
  }

  std::size_t size() const { return lent_.empty() ? own_.size() : lent_.size(); }
  bool empty() const { return size() == 0; }
  const T* data() const { return lent_.empty() ? own_.data() : lent_.data(); }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size(); }
  const T& operator[](std::size_t i) const { return data()[i]; }
  const T& back() const { return data()[size() - 1]; }

  // To change it; makes it hold its values.
  std::vector<T>& edit() {
    if (!lent_.empty()) own_.assign(lent_.begin(), lent_.end());
    lent_ = {};
    return own_;
  }

 private:
  std::vector<T> own_;
  std::span<const T> lent_;  // empty: `own_` counts
};

}  // namespace caveat
