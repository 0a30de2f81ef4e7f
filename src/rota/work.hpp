// How much a search has done, in steps that depend on the problem alone: it ends at the same step on every
// machine and under any load, unless a time was asked for.
#pragma once

#include <chrono>
#include <optional>

namespace teamctl::rota {

class Work {
  public:
    using Clock = std::chrono::steady_clock;
    Work(long most, std::optional<Clock::time_point> until) : most_{most}, until_{until} {}

    void add(long steps) { done_ += steps; }
    long done() const { return done_; }
    bool over() const { return until_ ? Clock::now() >= *until_ : done_ >= most_; }

  private:
    long most_;
    std::optional<Clock::time_point> until_;
    long done_ = 0;
};

}  // namespace teamctl::rota
