// The row of each command, made in a file of its own.
#pragma once

#include "cli/line/command.hpp"

namespace teamctl::cli {

CommandSpec agenda_command();
CommandSpec asset_command();
CommandSpec award_command();
CommandSpec calendar_command();
CommandSpec check_command();
CommandSpec checklist_command();
CommandSpec close_command();
CommandSpec completion_command();
CommandSpec customer_command();
CommandSpec demo_command();
CommandSpec due_command();
CommandSpec explain_command();
CommandSpec export_command();
CommandSpec help_command();
CommandSpec hook_command();
CommandSpec import_command();
CommandSpec init_command();
CommandSpec leave_command();
CommandSpec log_command();
CommandSpec merge_driver_command();
CommandSpec next_command();
CommandSpec person_command();
CommandSpec records_command();
CommandSpec roster_command();
CommandSpec rename_command();
CommandSpec edit_command();
CommandSpec schedule_command();
CommandSpec schema_command();
CommandSpec site_command();
CommandSpec standings_command();
CommandSpec summary_command();
CommandSpec swap_command();
CommandSpec ticket_command();

}  // namespace teamctl::cli
