// plans/<month>.yaml, written so that hand edits, comments and unchanged lines stay as they are.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "team/files.hpp"

namespace teamctl::store {

/// One line as `schedule --write` writes it.
std::string plan_line(const team::Team& team, const team::PlanLine& line);

/// A line of a plan, by what tells it from all others.
struct PlanKey {
    Date date{};
    team::SeriesId series;
};

/// The text of a month's plan with these lines put in: an unchanged line keeps its bytes, a changed one is
/// written anew behind its comments, those to be dropped leave theirs, others stay. `existing` may be null.
std::string merged_plan(const team::Team& team, const yaml::Document* existing,
                        const std::vector<team::PlanLine>& lines, const std::vector<PlanKey>& dropped = {});

/// Told of the paths that will be written, once the first of them is ready to be renamed; what it throws
/// keeps all as they were.
using AnnouncePlans = std::function<void(const std::vector<std::string>&)>;

/// Writes the plans of all months that the lines touch, dropped ones too, one file after the other, each
/// whole. Returns the paths written. Nothing is written where a file cannot be read back. Written, there may
/// be warnings: that the disk did not confirm.
std::vector<std::string> write_plans(const std::filesystem::path& root, const team::Team& team,
                                     const team::Names& names, const std::vector<team::PlanLine>& lines,
                                     Diagnostics& diagnostics, const AnnouncePlans& announce = {},
                                     const std::vector<PlanKey>& dropped = {});

}  // namespace teamctl::store
