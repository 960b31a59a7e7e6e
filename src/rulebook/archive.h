// Values as bytes and back, for the same program on the same machine: numbers are in the machine's
// order. What is in a Flat is read where it lies in the bytes, which therefore begin at a multiple
// of eight and outlive it.
//
// One list of members serves for writing and reading: a static describe(archive, self) of the type,
// or a function of that name beside it. `self` is const for a writer.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "rulebook/flat.h"

namespace caveat {

// Values whose bytes are the value: no padding, no pointers.
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T> &&
                !std::is_pointer_v<T>;

// A type whose members are listed by itself; of others a function describe(archive, value) in the
// type's namespace tells them.
template <class T, class Archive>
concept DescribesItself =
    requires(Archive& archive, T& value) { std::remove_const_t<T>::describe(archive, value); };
template <class T, class Archive>
concept IsDescribed = requires(Archive& archive, T& value) { describe(archive, value); };
// What nobody describes is its bytes. A type that holds a pointer must be described.
template <class T, class Archive>
concept IsItsBytes = Plain<T> && !DescribesItself<T, Archive> && !IsDescribed<T, Archive>;

class ArchiveWriter {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (DescribesItself<const T, ArchiveWriter>) {
      T::describe(*this, value);
    } else if constexpr (IsItsBytes<const T, ArchiveWriter>) {
      raw(&value, sizeof value);
    } else {
      describe(*this, value);
    }
  }
  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    raw(text.data(), text.size());
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    if constexpr (IsItsBytes<const T, ArchiveWriter>) {
      raw(values.data(), values.size() * sizeof(T));
    } else {
      for (const T& value : values) put(value);
    }
  }
  // Where they lie in the file they are read later.
  template <Plain T>
  void put(const Flat<T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    while (bytes_.size() % alignof(T) != 0) bytes_ += '\0';
    raw(values.data(), values.size() * sizeof(T));
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(static_cast<std::uint8_t>(value.has_value()));
    put(value.value_or(T{}));
  }
  template <class T, std::size_t size>
  void put(const std::array<std::optional<T>, size>& values) {
    for (const auto& value : values) put(value);
  }
  template <class Key, class Value>
  void put(const std::map<Key, Value>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    for (const auto& [key, value] : values) {
      put(key);
      put(value);
    }
  }
  template <class A, class B>
  void put(const std::pair<A, B>& value) {
    put(value.first);
    put(value.second);
  }
  void raw(const void* from, std::size_t size) {
    bytes_.append(static_cast<const char*>(from), size);
  }

  std::string bytes_;
};

class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : whole_(bytes), bytes_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  bool at_end() const { return bytes_.empty(); }

 private:
  template <class T>
  void get(T& value) {
    if constexpr (DescribesItself<T, ArchiveReader>) {
      T::describe(*this, value);
    } else if constexpr (IsItsBytes<T, ArchiveReader>) {
      raw(&value, sizeof value);
    } else {
      describe(*this, value);
    }
  }
  void get(std::string& text) {
    const std::string_view piece = take(count());
    text.assign(piece);
  }
  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t size = count();
    if constexpr (IsItsBytes<T, ArchiveReader>) {
      const std::string_view piece = take(size * sizeof(T));
      values.resize(size);
      if (size != 0) std::memcpy(values.data(), piece.data(), piece.size());
    } else {
      if (size > bytes_.size()) throw std::out_of_range("archive");
      values.resize(size);
      for (T& value : values) get(value);
    }
  }
  template <Plain T>
  void get(Flat<T>& values) {
    const std::size_t size = count();
    take((whole_.size() - bytes_.size()) % alignof(T) == 0
             ? 0
             : alignof(T) - (whole_.size() - bytes_.size()) % alignof(T));
    const std::string_view piece = take(size * sizeof(T));
    values.lend({reinterpret_cast<const T*>(piece.data()), size});
  }
  template <class T>
  void get(std::optional<T>& value) {
    std::uint8_t held = 0;
    get(held);
    get(value.emplace());
    if (held == 0) value.reset();
  }
  template <class T, std::size_t size>
  void get(std::array<std::optional<T>, size>& values) {
    for (auto& value : values) get(value);
  }
  template <class Key, class Value>
  void get(std::map<Key, Value>& values) {
    for (std::size_t left = count(); left > 0; --left) {
      Key key{};
      get(key);
      get(values[std::move(key)]);
    }
  }
  template <class A, class B>
  void get(std::pair<A, B>& value) {
    get(value.first);
    get(value.second);
  }
  std::size_t count() {
    std::uint32_t size = 0;
    get(size);
    return size;
  }
  void raw(void* to, std::size_t size) { std::memcpy(to, take(size).data(), size); }
  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) throw std::out_of_range("archive");
    const std::string_view piece = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return piece;
  }

  std::string_view whole_, bytes_;  // all of them, and what is left
};

}  // namespace caveat
