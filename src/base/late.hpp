// Libraries that few commands need: loaded when the first of their functions is called (dlopen(3)), and not
// at each start of the program, which they would make half as long again (tests/bench/README.md).
#pragma once

#include <atomic>

namespace teamctl {

/// A function of the library of that soname. Throws std::runtime_error where there is no such library or
/// function.
void* late_function(const char* library, const char* name);

template <class F>
class Late;

/// A C function that is found when it is first called; it is called as the function itself would be.
template <class R, class... A>
class Late<R(A...)> {
  public:
    constexpr Late(const char* library, const char* name) : library_{library}, name_{name} {}
    R operator()(A... arguments) const {
        auto* function = function_.load(std::memory_order_relaxed);
        if (function == nullptr) {
            function = reinterpret_cast<R (*)(A...)>(late_function(library_, name_));
            function_.store(function, std::memory_order_relaxed);
        }
        return function(arguments...);
    }

  private:
    const char* library_;
    const char* name_;
    mutable std::atomic<R (*)(A...)> function_ = nullptr;
};

template <class R, class... A>
class Late<R(A...) noexcept> : public Late<R(A...)> {
    using Late<R(A...)>::Late;
};

}  // namespace teamctl

#define TEAMCTL_TEXT_OF_NAME(name) #name
/// Stands in a namespace of ours behind the library's own header, and hides the function of that name there.
/// The name may be a macro, as those of ICU are.
#define TEAMCTL_LATE(library, name)                       \
    inline const ::teamctl::Late<decltype(::name)> name { \
        library, TEAMCTL_TEXT_OF_NAME(name)               \
    }
