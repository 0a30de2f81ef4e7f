// Teams written as their files, and reports as their text: tests that read like the manual.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../support/values.hpp"
#include "calendar/working_days.hpp"
#include "lang/lang.hpp"
#include "render/render.hpp"
#include "team/files.hpp"

namespace teamctl::test {

using Files = std::vector<std::pair<std::string, std::string>>;

/// Reads the files as the store does; throws with the first problem where there is one.
inline team::Team team_of(const Files& files) {
    Diagnostics diagnostics;
    const auto throw_first = [&] {
        for (const auto& problem : diagnostics.all()) {
            throw std::invalid_argument{to_string(problem.place) + " " + std::string{problem.code.name()} +
                                        " " + lang::translator(lang::Language::en).say(problem.message)};
        }
    };
    std::vector<team::Source> sources;
    for (const auto& [path, text] : files) {
        const auto kind = team::file_kind(path);
        if (!kind) throw std::invalid_argument{path};
        auto document = yaml::parse(path, text, diagnostics);
        throw_first();
        sources.push_back({path, *kind, std::move(document)});
    }
    std::stable_sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.path < b.path;
    });
    const auto names = team::gather_names(sources, diagnostics);
    auto team = team::read_team(sources, names, diagnostics);
    throw_first();
    return team;
}

/// The report as a terminal of endless width shows it.
inline std::string shown(const Report& report, lang::Language language = lang::Language::zh) {
    return render::text(report, lang::translator(language), {0, false});
}

inline std::string as_json(const Report& report) {
    return render::json(report, lang::translator(lang::Language::zh));
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace teamctl::test
