// What completion puts at the cursor.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace teamctl::cli {

/// Collects the candidates that begin with what is typed.
class Offer {
  public:
    /// `lead` stands before every candidate and is no part of what is matched: `--format=`, `late=wangli,`.
    Offer(std::string lead, std::string begin) : lead_{std::move(lead)}, begin_{std::move(begin)} {}

    void add(std::string_view value, std::string_view about = {}) {
        if (value.empty() || !value.starts_with(begin_) || value.find_first_of("\t\n\r") != value.npos)
            return;
        std::string line = lead_ + made_harmless(value);
        if (!about.empty()) line += "\t" + made_harmless(about);
        if (std::find(lines_.begin(), lines_.end(), line) == lines_.end()) lines_.push_back(std::move(line));
    }
    /// By id; by name too where one has begun to write it.
    void add_named(const std::string& id, const std::string& name, const std::string& about = {}) {
        add(id, about.empty() ? name : name + " " + about);
        if (!begin_.empty() && !id.starts_with(begin_)) add(name, id);
    }
    void shell_does(std::string_view what) { lines_.emplace_back(what); }

    const std::string& begin() const { return begin_; }
    bool empty() const { return lines_.empty(); }
    std::string text() const { return lines_.empty() ? std::string{} : joined(lines_, "\n") + "\n"; }

    /// Moves what stands before `end` out of the text that is matched.
    void lead_up_to(std::size_t end) {
        lead_ += begin_.substr(0, end);
        begin_.erase(0, end);
    }

  private:
    std::string lead_;
    std::string begin_;
    std::vector<std::string> lines_;
};

}  // namespace teamctl::cli
