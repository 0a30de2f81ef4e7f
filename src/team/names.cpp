#include "team/names.hpp"

namespace teamctl::team {

bool Names::add(RefKind kind, std::string_view id, const Place& place) {
    auto& space = spaces_[static_cast<std::size_t>(kind)];
    const int index = space.count++;
    if (id.empty()) return true;
    return space.ids.try_emplace(std::string{id}, Entry{index, place}).second;
}

void Names::add_person_name(std::string_view name, int index) {
    const auto [at, fresh] = person_names_.try_emplace(std::string{name}, index);
    if (!fresh) at->second = -1;
}

int Names::find(RefKind kind, std::string_view id) const {
    const auto& ids = spaces_[static_cast<std::size_t>(kind)].ids;
    if (const auto at = ids.find(id); at != ids.end()) return at->second.index;
    if (kind != RefKind::person) return -1;
    const auto named = person_names_.find(id);
    return named != person_names_.end() ? named->second : -1;
}

bool Names::ambiguous(std::string_view name) const {
    const auto named = person_names_.find(name);
    return named != person_names_.end() && named->second < 0;
}

const Place* Names::place(RefKind kind, std::string_view id) const {
    const auto& ids = spaces_[static_cast<std::size_t>(kind)].ids;
    const auto at = ids.find(id);
    return at != ids.end() ? &at->second.place : nullptr;
}

std::vector<std::string> Names::all(RefKind kind) const {
    std::vector<std::string> out;
    for (const auto& [id, entry] : spaces_[static_cast<std::size_t>(kind)].ids) out.push_back(id);
    if (kind == RefKind::person) {
        for (const auto& [name, index] : person_names_) {
            if (index >= 0) out.push_back(name);
        }
    }
    return out;
}

}  // namespace teamctl::team
