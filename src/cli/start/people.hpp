// The people of a new team, as they are typed or as a table has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/start/own_team.hpp"
#include "intake/intake.hpp"

namespace teamctl::cli {

/// People as they are typed, with commas or line ends between them: `张三`, `张三 一组`, `Ann Lee / North`. A
/// group stands behind a slash, or, where the name holds no Latin letters, behind a blank.
std::vector<OwnPerson> people_of(std::string_view text);

struct TablePeople {
    std::vector<OwnPerson> people;
    intake::Intake intake;  ///< what was not taken, and why
};

/// The people of a table, CSV or a workbook, by the headings that `import roster` knows.
TablePeople people_of_table(const std::string& bytes, const std::string& name, Date today);

}  // namespace teamctl::cli
