// JSON Schema (draft 2020-12) of the team's files, made of the schema tables: for editors and other programs.
#pragma once

#include "base/json.hpp"
#include "base/report.hpp"
#include "team/files.hpp"

namespace teamctl::report {

/// What a file of that kind may hold, as far as a schema can tell: not whether an id is borne by anything,
/// nor how values bear on each other. Values are those of the YAML 1.2 core schema: a date is a string.
Json file_schema(const team::FileSpec& file, const Translator& words);

/// The kinds of files, with where they lie.
Report schema_report();

}  // namespace teamctl::report
