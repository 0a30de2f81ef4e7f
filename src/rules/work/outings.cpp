#include "rules/work/outings.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

using team::Record;

/// The visit that the record ends.
Outing* ended_by(std::vector<Outing>& visits, const Record& back) {
    const auto named = back.text("visit");
    Outing* earlier = nullptr;
    for (auto& outing : visits) {
        const auto& visit = *outing.visit;
        if (!outing.is_open() || visit.person("who") != back.person("who") || back.date < visit.date)
            continue;
        if (!named.empty() && visit.text("client").find(named) == std::string_view::npos) continue;
        if (visit.date == back.date) return &outing;
        earlier = &outing;
    }
    return earlier;
}

}  // namespace

std::optional<TimeOfDay> Outing::back() const {
    if (end != nullptr) return *end->get<TimeOfDay>("back");
    const auto* own = visit->get<TimeOfDay>("back");
    return own != nullptr ? std::optional{*own} : std::nullopt;
}

std::string_view Outing::text(std::string_view field) const {
    const auto own = visit->spec().field(field) >= 0 ? visit->text(field) : std::string_view{};
    const auto later =
        end != nullptr && end->spec().field(field) >= 0 ? end->text(field) : std::string_view{};
    return later.empty() ? own : later;
}

bool Outing::is_open() const {
    return end == nullptr && visit->get<TimeOfDay>("out") != nullptr && !back();
}

Outings outings(const team::Team& team, Moment now) {
    Outings all;
    std::vector<const Record*> ends;
    for (const auto& record : team.records) {
        if (!known_at(record, now)) continue;
        if (record.is("visit")) all.visits.push_back({&record, nullptr});
        if (record.is("visit_back")) ends.push_back(&record);
    }
    for (const auto* end : ends) {
        if (auto* outing = ended_by(all.visits, *end))
            outing->end = end;
        else
            all.unmatched.push_back(end);
    }
    return all;
}

std::vector<std::string_view> missing_of(const team::Rules& rules, const Outing& outing) {
    std::vector<std::string_view> missing;
    if (!outing.back()) return missing;
    for (const auto& field : rules.visit_requires) {
        if (outing.text(field).empty()) missing.push_back(field);
    }
    return missing;
}

}  // namespace teamctl::rules
