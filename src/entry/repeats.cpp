#include "entry/repeats.hpp"

#include <algorithm>
#include <cstdlib>

#include "team/write_record.hpp"

namespace teamctl::entry {

std::string Repeats::said_by(const team::Record& record) const {
    const auto& spec = record.spec();
    std::string said{spec.name};
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        const auto& field = spec.fields[i];
        if (field.type == team::FieldType::entity_id || field.name == "at") continue;
        said += "\n" + team::flow_value(team_, record.values[i]);
    }
    return said;
}

void Repeats::add(const team::Record& record) {
    told_[said_by(record)].push_back({record.at, record.origin.mark});
}

std::optional<Mark> Repeats::find(const team::Record& record, bool typed_time) const {
    constexpr int minutes = 10;
    const auto told = told_.find(said_by(record));
    if (told == told_.end()) return std::nullopt;
    const auto same_time = [&](const Told& earlier) {
        if (typed_time || !record.at) return earlier.at == record.at;
        return earlier.at && std::abs(earlier.at->minutes - record.at->minutes) <= minutes;
    };
    const auto earlier = std::find_if(told->second.begin(), told->second.end(), same_time);
    return earlier == told->second.end() ? std::nullopt : std::optional{earlier->mark};
}

bool time_is_typed(const Draft& draft) {
    const auto* time = draft.find("at");
    return time != nullptr && !time->filled;
}

std::optional<Repeated> repeated(const Draft& draft, const team::Source& day) {
    Diagnostics ignored;
    const auto records = team::read_records(day, 0, draft.loaded.names, ignored);
    if (records.empty() || !records.back().is(draft.spec.name)) return std::nullopt;
    Repeats repeats{draft.team()};
    for (auto record = records.begin(); record + 1 != records.end(); ++record) repeats.add(*record);
    const auto earlier = repeats.find(records.back(), time_is_typed(draft));
    if (!earlier) return std::nullopt;
    return Repeated{records.back().origin.mark, *earlier};
}

}  // namespace teamctl::entry
