// What checks of a team find: problems, each at the place of what it is about.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.hpp"
#include "team/id.hpp"

namespace teamctl::check {

/// Tells where an origin stands; where a mapping with one of the keys stands there, of the first such value.
using PlaceOf =
    std::function<Place(const team::Origin& origin, std::initializer_list<std::string_view> keys)>;

class Found {
  public:
    explicit Found(PlaceOf place_of) : place_of_{std::move(place_of)} {}

    /// The keys: as PlaceOf.
    Diagnostic& error(Code code, const team::Origin& origin, Phrase message, Phrase hint = {},
                      std::initializer_list<std::string_view> keys = {}) {
        return add(Severity::error, code, origin, std::move(message), std::move(hint), keys);
    }
    Diagnostic& warning(Code code, const team::Origin& origin, Phrase message, Phrase hint = {},
                        std::initializer_list<std::string_view> keys = {}) {
        return add(Severity::warning, code, origin, std::move(message), std::move(hint), keys);
    }
    Place place(const team::Origin& origin) const { return place_of_(origin, {}); }

    /// In the order in which they were found.
    const Diagnostics& problems() const { return problems_; }

  private:
    Diagnostic& add(Severity severity, Code code, const team::Origin& origin, Phrase message, Phrase hint,
                    std::initializer_list<std::string_view> keys) {
        // To find a place takes time: not for what is only counted.
        auto& file = files_[origin.file];
        if (!file.empty() && problems_.is_full(severity, file)) {
            problems_.count_one_more(severity, file);
            return spare_ = {severity, code, {}, std::move(message), std::move(hint), {}};
        }
        auto place = place_of_(origin, keys);
        file = place.file;
        return problems_.add({severity, code, std::move(place), std::move(message), std::move(hint), {}});
    }

    PlaceOf place_of_;
    Diagnostics problems_;
    std::map<std::uint32_t, std::string> files_;  ///< names of those that something was found in
    Diagnostic spare_;
};

}  // namespace teamctl::check
