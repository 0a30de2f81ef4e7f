// What the files ask of turns: roles, limits over several roles, and wishes (teamctl-files(5), Roles, LIMITS,
// WISHES; teamctl-rota(7) says what they mean together).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "team/id.hpp"
#include "team/known_roles.hpp"
#include "team/selector.hpp"
#include "team/when.hpp"

namespace teamctl::team {

/// What a turn counts, in hundredths of a turn.
struct Weight {
    int ordinary = 100;
    std::optional<int> weekend;  ///< on Saturdays and Sundays
    std::optional<int> holiday;  ///< on days that a calendar calls a holiday, whatever the weekday
};

/// Dates in a row that one person is to hold: `per: week`, `per: 2 weeks`, `per: {days: 4}`.
struct Block {
    int days = 7;
    Date anchor{};  ///< the first day of some block; the others follow before and behind it without a gap
};

/// The first day of the block that holds the date.
Date block_start(const Block& block, Date date);

/// A role of a meeting or rota (teamctl-files(5), Roles).
struct Role {
    std::string name;
    Selector who;
    int count = 1;
    int gap_days = 0;
    int max_per_week = 0;          ///< 0: no limit
    int max_per_month = 0;         ///< the same; stands among Team::limits, too
    std::optional<Block> block;    ///< none: each occurrence by itself
    std::optional<Weight> weight;  ///< as written here; see weight_on()
    std::string fair;              ///< group name; empty: `<series>.<role>`
    int history_days = 92;
    std::vector<PersonPair> together;
    std::vector<PersonPair> apart;
    Origin origin;
    RoleFunction function = RoleFunction::holds;  ///< `acts_as`, else what its name is known for
};

/// The roles that a limit is about: one role of a series, or all of them.
struct RoleRef {
    SeriesId series;
    int role = -1;  ///< index into Series::roles; -1: every role
    Origin origin;

    /// Whether it means that role.
    bool means(SeriesId of, int index) const { return series == of && (role < 0 || role == index); }
};

/// Who had a turn of the limit's own roles has none of these on the days after it.
struct NotAfter {
    std::vector<RoleRef> of;
    int days = 1;  ///< 1: on the next day
    Origin origin;
};

/// limits.yaml: what holds for the turns of one person over several roles. 0: no such limit.
struct Limit {
    std::vector<RoleRef> of;
    std::optional<Selector> who;  ///< for these people only; none: for everybody
    int rest_minutes = 0;         ///< from the end of a turn to the start of the next
    int max_per_day = 0;          ///< by the date of the start
    int max_per_week = 0;         ///< Monday to Sunday
    int max_per_month = 0;
    int max_run_days = 0;  ///< consecutive dates with a turn
    int max_minutes_per_week = 0;
    int max_weekends_per_month = 0;  ///< a weekend belongs to the month of its Saturday
    int gap_days = 0;
    std::optional<NotAfter> not_after;
    std::vector<PersonPair> together;  ///< on one date both or neither
    std::vector<PersonPair> apart;
    Origin origin;
};

enum class Want { off, on };

/// wishes/*.yaml: a turn that somebody would like, or like to be spared.
struct Wish {
    PersonId who;
    Date from{};
    Date to{};
    std::optional<When> when =
        {};  ///< in place of from and to; then they are the first and the last of `dates`
    std::vector<Date> dates = {};  ///< of `when`, in order; put in when the files are loaded
    std::vector<SeriesId> of;      ///< empty: any
    Want want = Want::off;
    std::string note;
    Origin origin;
};

}  // namespace teamctl::team
