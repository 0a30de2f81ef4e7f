// `teamctl import`: what a foreign file would become, and every cell that was not taken as it stands.
#pragma once

#include "base/report.hpp"
#include "intake/intake.hpp"

namespace teamctl::report {

/// `written` names the files that were written; without it the report says what would be.
Report intake_report(const intake::Intake& intake, std::string_view format,
                     const std::vector<std::string>& written);

/// Whether a person has to look at something.
bool has_doubts(const intake::Intake& intake);

}  // namespace teamctl::report
