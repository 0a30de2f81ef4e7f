#include "team/names.hpp"

#include <algorithm>
#include <utility>

namespace teamctl::team {

std::string_view noun_of(RefKind kind) {
    static constexpr std::array<std::string_view, ref_kinds> nouns{"person",    "unit",  "series", "queue",
                                                                   "checklist", "asset", "award"};
    return nouns[static_cast<std::size_t>(kind)];
}

bool Names::add(RefKind kind, std::string_view id, const Place& place) {
    auto& space = spaces_[static_cast<std::size_t>(kind)];
    const int index = space.count++;
    if (id.empty()) return true;
    return space.ids.try_emplace(std::string{id}, Entry{index, place, {}}).second;
}

void Names::add_person_name(std::string_view name, int index) {
    person_names_[std::string{name}].push_back(index);
}

int Names::find(RefKind kind, std::string_view id) const {
    const auto& ids = spaces_[static_cast<std::size_t>(kind)].ids;
    const auto at = ids.find(id);
    const int index = at != ids.end() ? at->second.index : -1;
    if (kind != RefKind::person) return index;
    const auto named = person_names_.find(id);
    if (named == person_names_.end()) return index;
    const auto& bearers = named->second;
    if (index < 0) return bearers.size() == 1 ? bearers.front() : -1;
    return std::all_of(bearers.begin(), bearers.end(), [&](int bearer) { return bearer == index; }) ? index
                                                                                                    : -1;
}

std::vector<std::string> Names::meant(std::string_view text) const {
    std::vector<std::string> ids;
    const auto named = person_names_.find(text);
    if (named == person_names_.end()) return ids;
    for (const auto& [id, entry] : spaces_[static_cast<std::size_t>(RefKind::person)].ids) {
        const auto& bearers = named->second;
        if (id == text || std::find(bearers.begin(), bearers.end(), entry.index) != bearers.end())
            ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    if (ids.size() == 1) ids.clear();
    return ids;
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

void Names::call(RefKind kind, std::string_view id, std::string_view name) {
    auto& ids = spaces_[static_cast<std::size_t>(kind)].ids;
    if (const auto at = ids.find(id); at != ids.end()) at->second.name = name;
}

std::vector<NamedThing> Names::things(RefKind kind) const {
    std::vector<NamedThing> out;
    for (const auto& [id, entry] : spaces_[static_cast<std::size_t>(kind)].ids)
        out.push_back({id, entry.name});
    std::ranges::sort(out, {}, &NamedThing::id);
    return out;
}

std::vector<std::string> Names::all(RefKind kind) const {
    std::vector<std::string> out;
    for (const auto& [id, entry] : spaces_[static_cast<std::size_t>(kind)].ids) out.push_back(id);
    std::sort(out.begin(), out.end());
    if (kind != RefKind::person) return out;
    std::vector<std::string> names;
    for (const auto& [name, bearers] : person_names_) {
        if (bearers.size() == 1 && !std::ranges::binary_search(out, name)) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    out.insert(out.end(), names.begin(), names.end());
    return out;
}

}  // namespace teamctl::team
