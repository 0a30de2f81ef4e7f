// Strong names: where a thing stands in the files, and which person, unit or series is meant.
#pragma once

#include <compare>
#include <cstdint>

#include "base/diagnostic.hpp"

namespace teamctl::team {

/// Where a value was read: an index into Team::files and the place in that file.
struct Origin {
    std::uint32_t file = 0;
    Mark mark;
    auto operator<=>(const Origin&) const = default;
};

/// The index of a thing in its list of Team, in the order of the files; negative: none.
template <class Tag>
struct Id {
    std::int32_t index = -1;
    explicit operator bool() const { return index >= 0; }
    auto operator<=>(const Id&) const = default;
};

using PersonId = Id<struct PersonTag>;        ///< Team::people
using UnitId = Id<struct UnitTag>;            ///< Team::units
using SeriesId = Id<struct SeriesTag>;        ///< Team::series
using QueueId = Id<struct QueueTag>;          ///< Team::queues
using ChecklistId = Id<struct ChecklistTag>;  ///< Team::checklists
using AssetId = Id<struct AssetTag>;          ///< Team::assets
using AwardId = Id<struct AwardTag>;          ///< Team::awards

}  // namespace teamctl::team
