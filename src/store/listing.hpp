// Which files a team directory has, and which of them a question needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/directory.hpp"

namespace teamctl::store {

/// Every file of the directory that teamctl knows, sorted as they are read; strange ones are reported. Months
/// of records that the question does not touch are left out, strange names in them too.
std::vector<std::string> known_files(Directory& directory, const Need& need, Diagnostics& diagnostics);

/// Whether the file is needed to answer.
bool needed(Directory& directory, const std::string& path, team::FileKind kind, const Need& need);

/// Whether the name says that the file is a copy, of a synchroniser's conflict, of a file manager or an
/// editor; such files are not read. `beside` names the files of its folder: a number or `-copy` says so only
/// beside the file that it was made of, as assets may well lie in `一楼 2.yaml`.
bool is_copy(std::string_view name, const std::vector<std::string>& beside);

/// The log files of the days of the period, by date.
std::vector<std::string> log_files(Directory& directory, const Period& period);

}  // namespace teamctl::store
