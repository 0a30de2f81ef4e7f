#include "team/names.hpp"

#include <algorithm>
#include <utility>

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

static bool in_one_of(const std::vector<std::string>& texts, std::string_view id) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const auto& text) { return text.find(id) != std::string::npos; });
}

void Names::hide(RefKind kind, std::string text) {
    spaces_[static_cast<std::size_t>(kind)].hidden.push_back(std::move(text));
}

bool Names::may_hide(RefKind kind, std::string_view id) const {
    return in_one_of(spaces_[static_cast<std::size_t>(kind)].hidden, id);
}

bool Names::may_hide_record(std::string_view id) const {
    return in_one_of(hidden_records_, id);
}

std::vector<std::string> Names::all(RefKind kind) const {
    std::vector<std::string> out;
    for (const auto& [id, entry] : spaces_[static_cast<std::size_t>(kind)].ids) out.push_back(id);
    std::sort(out.begin(), out.end());
    if (kind != RefKind::person) return out;
    std::vector<std::string> names;
    for (const auto& [name, index] : person_names_) {
        if (index >= 0) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    out.insert(out.end(), names.begin(), names.end());
    return out;
}

}  // namespace teamctl::team
