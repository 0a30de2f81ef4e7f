// The files of a team directory: which there are, what each may hold, and how each is read into the model.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "team/model.hpp"
#include "team/reader.hpp"
#include "yaml/document.hpp"

namespace teamctl::team {

struct KeySpec;

/// In the order in which files are read and reported.
enum class FileKind {
    settings,
    roster,
    calendar,
    meeting,
    rota,
    limits,
    queue,
    checklist,
    topics,
    reserve,
    rules,
    targets,
    trainings,
    awards,
    assets,
    leave,
    wishes,
    plan,
    log,
    closing
};

/// One kind of file: where it lies and what it is. The one place where a kind of file is added.
struct FileSpec {
    FileKind kind;
    std::string_view name;           ///< for `schema` and the manual
    std::string_view folder;         ///< empty: at the root
    std::string_view file;           ///< fixed name; empty: any *.yaml in the folder
    bool list;                       ///< a list of mappings with those keys, rather than one mapping
    std::vector<KeySpec> (*keys)();  ///< null where the keys are not a fixed set
    std::string_view zh;
    std::string_view en;
    std::string_view also;  ///< further words that mean it where a user types them, with blanks between
};

std::span<const FileSpec> file_specs();
const FileSpec& file_spec(FileKind kind);
/// Whether a typed word means that kind of file: its name, its title in either language, its file or folder,
/// or one of the further words.
bool means_file(const FileSpec& spec, std::string_view word);
/// What a path below the root is; nothing where teamctl does not know such a file.
std::optional<FileKind> file_kind(std::string_view path);
/// `meetings/morning.yaml` is `morning`.
std::string id_of_path(std::string_view path);

/// A parsed file. Sources are handed over sorted by kind, then path.
struct Source {
    std::string path;
    FileKind kind{};
    std::shared_ptr<const yaml::Document> document;  ///< null where it was read and let go
};

/// The place of a mark in the source, with its line; where a mapping, or in a log file a record, with one of
/// `keys` stands there, of the first such value.
Place place_of(const Source& source, Mark mark, std::initializer_list<std::string_view> keys = {});
/// The place of a field of the record that stands at the mark in a log file; of the record, where it has
/// none.
Place place_of_field(const Source& source, Mark record, std::string_view field);

/// All ids of the sources, with duplicates reported.
Names gather_names(const std::vector<Source>& sources, Diagnostics& diagnostics);

/// Reads every source that has its document into a team. Problems are reported and left out; the team is
/// sound only where no error was found.
Team read_team(const std::vector<Source>& sources, const Names& names, Diagnostics& diagnostics);

/// Pairs that need more places than there are. Part of read_team().
void check_pairs(const Team& team, const std::vector<Source>& sources, Diagnostics& diagnostics);
/// Pairs that can never be met together: neither of the two can serve. An error, but one that a plan can be
/// made with.
void check_contradictions(const Team& team, const std::vector<Source>& sources, Diagnostics& diagnostics);

/// What one log file says.
struct Day {
    std::vector<Record> records;
    std::vector<Record> broken;  ///< as Team::broken
    Diagnostics problems;
};

Day read_day(const Source& source, std::uint32_t file, const Names& names);
/// Adds a day that is later than all those of the team.
void add_day(Team& team, Day day);
/// Reads the sound records of one log file.
std::vector<Record> read_records(const Source& source, std::uint32_t file, const Names& names,
                                 Diagnostics& diagnostics);

/// The date a log file is for: `log/2026-11/2026-11-23.yaml`; the month a plan is for: `plans/2026-11.yaml`.
std::optional<Date> log_date(std::string_view path);
std::optional<Month> plan_month(std::string_view path);
std::string log_path(Date date);
std::string plan_path(Month month);
/// The month a closing is for: `closings/2026-11.yaml`.
std::optional<Month> closing_month(std::string_view path);
std::string closing_path(Month month);

// Readers of one kind each, in schema_*.cpp.
void read_settings(Reader& reader, yaml::Node root, Team& team);
void read_roster(Reader& reader, yaml::Node root, Team& team);
void read_calendar(Reader& reader, yaml::Node root, Team& team);
void read_meeting(Reader& reader, yaml::Node root, std::string id, Team& team);
void read_rota(Reader& reader, yaml::Node root, std::string id, Team& team);
void read_limits(Reader& reader, yaml::Node root, Team& team);
void read_queue(Reader& reader, yaml::Node root, std::string id, Team& team);
void read_checklist(Reader& reader, yaml::Node root, std::string id, Team& team);
void read_topics(Reader& reader, yaml::Node root, Team& team);
void read_reserve(Reader& reader, yaml::Node root, Team& team);
void read_rules(Reader& reader, yaml::Node root, Team& team);
void read_targets(Reader& reader, yaml::Node root, Team& team);
void read_trainings(Reader& reader, yaml::Node root, Team& team);
void read_awards(Reader& reader, yaml::Node root, Team& team);
void read_assets(Reader& reader, yaml::Node root, Team& team);
void read_leave(Reader& reader, yaml::Node root, Team& team);
void read_wishes(Reader& reader, yaml::Node root, Team& team);
void read_plan(Reader& reader, yaml::Node root, Month month, Team& team);
void read_log(Reader& reader, yaml::Node root, Date date, Day& out);
/// What a closing carries, and its records before those that the team has. Their origins name log files that
/// are no sources: team.files goes on with their names.
void read_closing(Reader& reader, yaml::Node root, Team& team);
/// One item of a log file. Where that is false, `out` holds what could be read.
bool read_record(Reader& reader, yaml::Node node, Date date, Record& out);

std::vector<KeySpec> settings_keys();
std::vector<KeySpec> roster_keys();
/// Of one person, and of an entry of their `changes:`.
std::vector<KeySpec> person_keys();
std::vector<KeySpec> change_keys();
std::vector<KeySpec> calendar_keys();
std::vector<KeySpec> meeting_keys();
std::vector<KeySpec> rota_keys();
std::vector<KeySpec> limit_keys();
std::vector<KeySpec> queue_keys();
std::vector<KeySpec> checklist_keys();
std::vector<KeySpec> topic_keys();
std::vector<KeySpec> reserve_keys();
std::vector<KeySpec> rules_keys();
std::vector<KeySpec> target_keys();
std::vector<KeySpec> training_keys();
std::vector<KeySpec> award_keys();
std::vector<KeySpec> asset_keys();
std::vector<KeySpec> leave_keys();
std::vector<KeySpec> wish_keys();
std::vector<KeySpec> closing_keys();

std::string_view show_name(Show show);
std::string_view meeting_kind_name(MeetingKind kind);
std::string_view doer_name(Doer doer);

}  // namespace teamctl::team
