#include "cli/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "audit/profile.h"
#include "cli/interruption.h"
#include "input/formats.h"
#include "policy/policy.h"

namespace caveat {
namespace {

using Audited = std::expected<FileReport, Problem>;

// What cannot be read must not pass for a page without findings.
std::optional<Problem> refusal(const Document& document) {
  const bool is_text = std::ranges::none_of(
      document.skipped, [](const Skip& skip) { return skip.reason == SkipReason::NotText; });
  if (is_text) return std::nullopt;
  return Problem{.code = "no-text",
                 .message = "holds no text: its bytes are those of a binary file",
                 .path = document.path,
                 .hint = "Save the page as plain text, Markdown or HTML and audit that."};
}

// What every file is audited with.
struct Bench {
  const Auditor& auditor;
  const AuditOptions& options;
  const Manner& manner;
  std::istream& standard_input;

  Audited audit(const InputFile& file) const {
    auto bytes = file.standard_input ? read_standard_input(standard_input, file.path)
                                     : read_file(file.location());
    if (!bytes) {
      bytes.error().path = file.path;
      return std::unexpected(std::move(bytes.error()));
    }
    try {
      return report_on(std::move(*bytes), file);
    } catch (const std::exception& error) {
      throw std::runtime_error(fmt::format("{} (while auditing {})", error.what(), file.path));
    }
  }

 private:
  Audited report_on(std::string bytes, const InputFile& file) const {
    AuditOptions here = options;
    std::string language;  // empty: what the document says
    if (file.policy != nullptr) {
      here.house = &file.policy->house;
      if (here.jurisdictions.empty()) here.jurisdictions = file.policy->jurisdictions;
      if (file.policy->language) language = file.policy->language->value;
    }
    if (manner.cache == nullptr) {
      return audit(read(std::move(bytes), file, language), here);
    }
    const std::string key = manner.cache->key(bytes, file.format->name, language, here);
    if (auto kept = manner.cache->find(key)) {
      if (manner.needs_text) kept->document = read(std::move(bytes), file, language);
      kept->document.path = file.path;
      return std::move(*kept);
    }
    Audited audited = audit(read(std::move(bytes), file, language), here);
    if (audited) manner.cache->keep(key, *audited);
    return audited;
  }

  Audited audit(Document document, const AuditOptions& here) const {
    if (auto problem = refusal(document)) return std::unexpected(std::move(*problem));
    return auditor.audit(std::move(document), here);
  }

  Document read(std::string bytes, const InputFile& file, const std::string& language) const {
    const StageTime reading(options.profile, Stage::Read);
    Document document = read_document(std::move(bytes), file.path, *file.format);
    if (!language.empty()) document.language = language;
    return document;
  }
};

std::size_t size_of(const InputFile& file) {
  if (file.standard_input) return 0;
  std::error_code error;
  const auto size = std::filesystem::file_size(file.location(), error);
  return error ? 0 : static_cast<std::size_t>(size);
}

// Files go to the threads in their order, and are handed over in it: by the thread that made the
// next one, with all behind it that are ready. None waits for another to wake up.
class Line {
 public:
  Line(std::span<const InputFile> files, const Bench& bench, const Receive& receive)
      : files_(files), bench_(bench), receive_(receive) {}

  // The calling thread is one of the `jobs`.
  void run(std::size_t jobs) {
    {
      std::vector<std::jthread> others;
      // Whatever is thrown, nobody is left waiting.
      struct Closing {
        Line& line;
        ~Closing() { line.close(); }
      } closing{*this};
      for (std::size_t i = 1; i < jobs; ++i) others.emplace_back([this] { work(); });
      work();
      for (std::jthread& other : others) other.join();
    }
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  struct Done {
    std::size_t size = 0;
    std::optional<Audited> audited;
    std::exception_ptr failure;
  };

  // How far the threads may run ahead.
  static constexpr std::size_t most_bytes = std::size_t{2} << 20U, most_files = 256;

  // The next file, once there is room for it; nothing when there is no more to do.
  std::optional<std::pair<std::size_t, std::size_t>> take() {
    std::unique_lock lock(mutex_);
    if (Interruption::signal() != 0) end_ = std::min(end_, next_);
    if (next_ >= end_ || closed_) return std::nullopt;
    const std::size_t index = next_++;
    lock.unlock();
    const std::size_t size = size_of(files_[index]);
    lock.lock();
    // In their order: the one that is waited for must not stand behind another.
    room_.wait(lock, [&] {
      const bool fits = ahead_ < most_files && bytes_ + size <= most_bytes;
      return closed_ || (admitted_ == index && (ahead_ == 0 || fits));
    });
    if (closed_) return std::nullopt;
    ++admitted_;
    ++ahead_;
    bytes_ += size;
    room_.notify_all();
    return std::pair(index, size);
  }

  void work() {
    while (const auto taken = take()) {
      const auto [index, size] = *taken;
      Done done{.size = size, .audited = std::nullopt, .failure = nullptr};
      try {
        done.audited = bench_.audit(files_[index]);
      } catch (...) {
        done.failure = std::current_exception();
      }
      hand_over(index, std::move(done));
    }
  }

  void hand_over(std::size_t index, Done mine) {
    std::unique_lock lock(mutex_);
    done_.emplace(index, std::move(mine));
    if (handing_over_) return;  // the thread that does will find it
    handing_over_ = true;
    while (!closed_ && done_.contains(handed_over_)) {
      Done done = std::move(done_.extract(handed_over_).mapped());
      lock.unlock();
      receive(done);
      lock.lock();
      ++handed_over_;
      --ahead_;
      bytes_ -= done.size;
      if (done.failure) {
        failure_ = done.failure;
        closed_ = true;
      }
      room_.notify_all();
    }
    handing_over_ = false;
  }

  // What the receiver throws is a failure, too.
  void receive(Done& done) {
    if (done.failure) return;
    try {
      receive_(std::move(*done.audited));
    } catch (...) {
      done.failure = std::current_exception();
    }
    done.audited.reset();  // not while others wait for the lock
  }

  void close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
    room_.notify_all();
  }

  std::span<const InputFile> files_;
  const Bench& bench_;
  const Receive& receive_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t next_ = 0, admitted_ = 0, handed_over_ = 0;  // files
  std::size_t end_ = files_.size();                        // less once the run was interrupted
  std::size_t ahead_ = 0, bytes_ = 0;                      // admitted and not handed over yet
  std::map<std::size_t, Done> done_;
  bool handing_over_ = false;
  bool closed_ = false;
  std::exception_ptr failure_;  // the first in the order of files
};

}  // namespace

Receive keep_in(Report& report) {
  return [&report](Audited audited) {
    if (audited) {
      report.documents.push_back(std::move(*audited));
    } else {
      report.problems.push_back(std::move(audited.error()));
    }
  };
}

void audit_files(std::span<const InputFile> files, const Auditor& auditor,
                 const AuditOptions& options, const Manner& manner, std::istream& standard_input,
                 const Receive& receive) {
  const Bench bench{auditor, options, manner, standard_input};
  // A profile is filled by one thread.
  const std::size_t threads = options.profile != nullptr ? 1 : std::min(manner.jobs, files.size());
  if (threads <= 1) {
    for (const InputFile& file : files) {
      if (Interruption::signal() != 0) return;
      receive(bench.audit(file));
    }
  } else {
    Line(files, bench, receive).run(threads);
  }
}

}  // namespace caveat
