// A report in one format. Knows nothing of teams; every format is one file.
#pragma once

#include <string>

#include "base/phrase.hpp"
#include "base/report.hpp"

namespace teamctl::render {

/// What the output goes to.
struct Style {
    std::size_t columns = 80;  ///< of the terminal; 0: nothing is cut or wrapped (a pipe or a file)
    bool color = false;
};

std::string text(const Report& report, const Translator& words, const Style& style);
std::string markdown(const Report& report, const Translator& words);
/// The report's data tree, or one made of its tables, under "schema": "teamctl/<name>/1".
std::string json(const Report& report, const Translator& words);
/// RFC 4180, UTF-8; cells that a spreadsheet would run are made harmless.
std::string csv(const Report& report, const Translator& words);
/// The same rows as CSV, an object a line: ids and raw values.
std::string ndjson(const Report& report, const Translator& words);
std::string html(const Report& report, const Translator& words);
/// RFC 5545; one VEVENT an event.
std::string ics(const Report& report, const Translator& words);

// Message bodies for the robots of chat groups: what their webhooks take, to be posted as it is.
std::string dingtalk(const Report& report, const Translator& words);
std::string feishu(const Report& report, const Translator& words);
std::string wecom(const Report& report, const Translator& words);
std::string slack(const Report& report, const Translator& words);

/// A value tree as JSON text with two spaces of indent.
std::string to_json(const Json& value);
/// The same on one line, without its end.
std::string to_json_line(const Json& value);

}  // namespace teamctl::render
