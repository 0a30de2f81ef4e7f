// What checks of a team find: problems, each at the place of what it is about.
#pragma once

#include <functional>
#include <initializer_list>
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
        return problems_.error(code, place_of_(origin, keys), std::move(message), std::move(hint));
    }
    Diagnostic& warning(Code code, const team::Origin& origin, Phrase message, Phrase hint = {},
                        std::initializer_list<std::string_view> keys = {}) {
        return problems_.warning(code, place_of_(origin, keys), std::move(message), std::move(hint));
    }
    Place place(const team::Origin& origin) const { return place_of_(origin, {}); }

    /// In the order in which they were found.
    const Diagnostics& problems() const { return problems_; }

  private:
    PlaceOf place_of_;
    Diagnostics problems_;
};

}  // namespace teamctl::check
