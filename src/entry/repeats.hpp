// Records of one day that say the same, made ids aside: the same command sent off twice.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// The records of a day, each looked up among those before it.
class Repeats {
  public:
    explicit Repeats(const team::Team& team) : team_{team} {}

    /// Takes in a record of the day.
    void add(const team::Record& record);
    /// The earliest that says what this one says; nothing where none does. Where nobody typed the time of the
    /// new one, theirs may be some minutes off.
    std::optional<Mark> find(const team::Record& record, bool typed_time) const;

  private:
    struct Told {
        std::optional<TimeOfDay> at;
        Mark mark;
    };
    /// Kind and values; the id that a record opens and the time stand apart.
    std::string said_by(const team::Record& record) const;

    const team::Team& team_;
    std::map<std::string, std::vector<Told>> told_;
};

/// Whether somebody gave the time of the draft; else it is the time of now, or none.
bool time_is_typed(const Draft& draft);

/// The earlier line of the day that says what its last one says; where they stand.
struct Repeated {
    Mark last;
    Mark earlier;
};
std::optional<Repeated> repeated(const Draft& draft, const team::Source& day);

}  // namespace teamctl::entry
