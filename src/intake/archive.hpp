// A ZIP file in memory. Internal to intake/.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;  // of libzip

namespace teamctl::intake {

class Archive {
  public:
    /// The bytes outlive it.
    explicit Archive(std::string_view bytes);
    bool sound() const { return zip_ != nullptr; }
    /// The bytes of a part, by its name without regard to case; nothing where it is not there, is broken, or
    /// is too large: one part by itself, or all that were taken.
    std::optional<std::string> part(const std::string& name);
    /// Whether something was too large.
    bool too_large() const { return too_large_; }

  private:
    struct Discard {
        void operator()(zip* archive) const;
    };

    std::unique_ptr<zip, Discard> zip_;
    std::size_t taken_ = 0;
    bool too_large_ = false;
};

}  // namespace teamctl::intake
