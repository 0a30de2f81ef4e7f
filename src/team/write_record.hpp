// Records as the files write them: the one writer, for lines of the log, closings and imports. It stands with
// what reads them, so that store may use it too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "team/model.hpp"

namespace teamctl::team {

/// Without zeros at the end: `92.5`.
std::string number_text(Decimal number);

/// Values as they stand in braces or brackets.
std::string quoted_time(TimeOfDay time);
std::string flow_list(const std::vector<std::string>& items);
std::string flow_ids(const Team& team, const std::vector<PersonId>& people);
/// `~` where it is not set.
std::string flow_value(const Team& team, const FieldValue& value);

/// A field's key and its value as it stands in braces.
struct WrittenField {
    std::string_view key;
    std::string value;
};

/// `praise: {who: wangli, for: …}`, the fields in that order.
std::string record_text(std::string_view kind, const std::vector<WrittenField>& fields);
/// The same of a record that was read: the fields that are set, in the order of its kind.
std::string record_text(const Team& team, const Record& record);
/// The item of a log file: `- praise: {who: wangli, for: …}`, without the line's end.
std::string record_line(std::string_view kind, const std::vector<WrittenField>& fields);

}  // namespace teamctl::team
