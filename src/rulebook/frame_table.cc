#include "rulebook/frame_table.h"

#include <algorithm>

#include "rulebook/fields.h"

namespace caveat {
namespace {

constexpr std::size_t deepest = 100;

}  // namespace

void FrameTable::define(PackFile& file, const YamlNode& key, const YamlNode& body) {
  if (!check_name(file, key, key.text)) return;
  const auto [entry, fresh] = frames_.try_emplace(key.text);
  Frame& frame = entry->second;
  if (!fresh) {
    const std::string first = frame.file->where(*frame.key);
    file.report(ProblemKind::DuplicateName, key, {"frame", key.text, first});
    return;
  }
  frame.file = &file;
  frame.key = &key;
  frame.body = &body;
}

void FrameTable::read(bool complete) {
  complete_ = complete;
  for (Entry& entry : frames_) read_frame(entry);
}

void FrameTable::read_frame(Entry& entry) {
  Frame& frame = entry.second;
  if (frame.state == Frame::State::Done) return;
  frame.state = Frame::State::Open;
  open_.push_back(&entry);
  const auto items = read_list(*frame.file, *frame.body, "a frame");
  if (frame.body->kind == YamlNode::Kind::List && items.empty()) {
    frame.file->report(ProblemKind::EmptyValue, *frame.body, {"a frame"});
  }
  frame.own.reserve(items.size());  // `all` points into it
  for (const YamlNode& item : items) {
    if (item.kind == YamlNode::Kind::Mapping) {
      const Fields fields(*frame.file, item, "an entry of a frame", {"use"});
      if (const YamlNode* name = fields.require("use")) use(entry, *name);
    } else if (auto source = compiler_.read(*frame.file, item, {})) {
      frame.own.push_back(std::move(*source));
      frame.all.push_back(&frame.own.back());
    }
  }
  open_.pop_back();
  frame.state = Frame::State::Done;
}

FrameTable::Entry* FrameTable::named(std::string_view name, PackFile& file, const YamlNode& node) {
  if (const auto found = frames_.find(name); found != frames_.end()) return &*found;
  if (!complete_) return nullptr;  // it may stand in the pack that could not be read
  std::vector<std::string_view> known;
  for (const auto& entry : frames_) known.push_back(entry.first);
  file.report(ProblemKind::UnknownFrame, node, {name}, suggest(name, known));
  return nullptr;
}

void FrameTable::use(Entry& entry, const YamlNode& name) {
  PackFile& file = *entry.second.file;
  const auto text = read_text(file, name, "the name of a frame");
  Entry* used = text ? named(*text, file, name) : nullptr;
  if (used == nullptr) return;
  if (used->second.state == Frame::State::Open) {
    std::string circle;
    for (auto it = std::ranges::find(open_, used); it != open_.end(); ++it) {
      circle.append((*it)->first).append(" → ");
    }
    file.report(ProblemKind::FrameCycle, name, {used->first, circle + used->first});
    return;
  }
  if (open_.size() == deepest) {
    file.report(ProblemKind::LongChain, name, {"frames", std::to_string(deepest)});
    return;
  }
  read_frame(*used);
  // A frame that two others share is meant once.
  for (const PatternSource* source : used->second.all) {
    auto& all = entry.second.all;
    if (std::ranges::find(all, source) == all.end()) all.push_back(source);
  }
}

const std::vector<const PatternSource*>* FrameTable::find(std::string_view name, PackFile& file,
                                                          const YamlNode& node) {
  Entry* entry = named(name, file, node);
  return entry == nullptr ? nullptr : &entry->second.all;
}

}  // namespace caveat
