// A command as a row: its words, arguments and options, and the function that runs it. Parsing, help,
// completion and the manual come from these rows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/render.hpp"

namespace teamctl::cli {

class Session;

/// What a run of teamctl tells the shell (teamctl(1), EXIT STATUS).
enum class Exit { done = 0, act = 1, usage = 2, files = 3, system = 4 };

using render::Shape;

/// What a word of the command line names: what shell completion offers there.
enum class Completes {
    nothing,
    file,
    directory,
    command,
    period,
    date,
    person,
    unit,
    series,
    role,
    holder,  ///< who holds that role on that day
    checklist,
    queue,
    award,
    metric,
    explained,  ///< a metric, fund or customer
    period_or_customer,
    asset,
    asset_site,
    asset_system,
    asset_class,
    ticket_or_period,
    record_kind,
    file_kind,
    renamed,        ///< what the argument before says: a person, series or checklist
    edited,         ///< a kind of file, or a meeting or rota
    field,          ///< key=value of the record kind that stands before
    roster_key,     ///< key=value of a person
    format,         ///< of the output
    template_name,  ///< a team that `init` makes
    choice,         ///< one of the spec's `choices`
    fixed_word,     ///< one of the spec's `choices`, or what Chinese teams write for it
    leave_day,      ///< a date, or half=am
    edited_name,    ///< a file of the kind that stands before
    customer,
    territory,  ///< of people
};

struct ArgumentSpec {
    std::string_view name;  ///< as help shows it: PERIOD
    bool required = false;
    bool repeated = false;
    std::string_view zh;
    std::string_view en;
    Completes completes = Completes::nothing;
    std::string_view choices = {};  ///< with blanks between
};

struct OptionSpec {
    std::string_view name;   ///< without dashes
    std::string_view value;  ///< what follows it: DATE; empty: a flag
    std::string_view zh;
    std::string_view en;
    char letter = 0;
    bool repeated = false;
    Completes completes = Completes::nothing;
    std::string_view choices = {};  ///< with blanks between
    bool alone = false;             ///< goes with no argument
};

struct CommandSpec {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
    std::vector<ArgumentSpec> arguments;
    std::vector<OptionSpec> options;
    std::vector<Shape> shapes;  ///< of its report, beside text
    Exit (*run)(Session&) = nullptr;
};

/// A command in the overview of the help, with a word on it.
struct CommandBrief {
    CommandSpec (*spec)();
    std::string_view zh;
    std::string_view en;
};

struct CommandGroup {
    std::string_view zh;
    std::string_view en;
    std::vector<CommandBrief> commands;
};

/// The overview: every command once.
const std::vector<CommandGroup>& command_groups();

/// Every command, in the order of the overview.
std::span<const CommandSpec> commands();
/// The options that every command takes.
std::span<const OptionSpec> common_options();
const CommandSpec* find_command(std::string_view name);

/// What `--format` takes for it, text first.
std::vector<std::string> format_names(const CommandSpec& command);

}  // namespace teamctl::cli
