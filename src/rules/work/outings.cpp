#include "rules/work/outings.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

using team::Record;

/// Whether the record may end that visit.
bool may_end(const Record& back, const Outing& outing) {
    const auto& visit = *outing.visit;
    if (!outing.is_open() || visit.person("who") != back.person("who") || back.date < visit.date)
        return false;
    const bool later = visit.date == back.date && *back.get<TimeOfDay>("back") < *visit.get<TimeOfDay>("out");
    const auto named = back.text("visit");
    return !later && (named.empty() || visit.text("client").find(named) != std::string_view::npos);
}

/// The visit that the record ends: the first of its day, else the last of a day before.
void end_one(Outings& all, const Record& back) {
    std::vector<Outing*> fit;
    for (auto& outing : all.visits) {
        if (may_end(back, outing)) fit.push_back(&outing);
    }
    if (fit.empty()) return all.unmatched.push_back(&back);
    const auto today =
        std::ranges::find_if(fit, [&](const Outing* outing) { return outing->visit->date == back.date; });
    auto* const ended = today != fit.end() ? *today : fit.back();
    ended->end = &back;
    const auto other = std::ranges::find_if(fit, [&](const Outing* outing) {
        return outing != ended && outing->visit->date == ended->visit->date;
    });
    if (other != fit.end()) all.unsure.push_back({&back, ended->visit, (*other)->visit});
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
    for (const auto* end : ends) end_one(all, *end);
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
