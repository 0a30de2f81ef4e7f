#include "render/diagnostics.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace teamctl::render {
namespace {

std::string painted(std::string_view text, std::string_view code, bool color) {
    return color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string{text};
}

/// The line with its number, and under it a caret at the column, both by display width.
std::string excerpt(const Place& place, bool color) {
    if (place.mark.line == 0 || place.excerpt.empty()) return {};
    const std::string number = std::to_string(place.mark.line);
    const std::string margin(number.size(), ' ');
    std::string line;
    std::string before;
    std::uint32_t column = 1;
    for (std::size_t pos = 0; pos < place.excerpt.size(); ++column) {
        const auto c = code_point_at(place.excerpt, pos);
        // A tab is shown as four columns, so that the caret stands where it should.
        const auto shown = c.value == '\t'
                               ? std::string{"    "}
                               : made_harmless(std::string_view{place.excerpt}.substr(pos, c.bytes));
        if (column < place.caret) before += shown;
        line += shown;
        pos += c.bytes;
    }
    std::string out = fmt::format("  {} │ {}\n", number, line);
    if (place.caret > 0)
        out += fmt::format("  {} │ {}{}\n", margin, std::string(display_width(before), ' '),
                           painted("^", "1;31", color));
    return out;
}

std::string one(const Diagnostic& problem, const Translator& words, bool color) {
    const bool error = problem.severity == Severity::error;
    const auto severity = words.say(error ? say("render.error") : say("render.warning"));
    std::string out =
        fmt::format("{}: {}{} [{}]\n", painted(made_harmless(to_string(problem.place)), "1", color),
                    painted(severity, error ? "1;31" : "1;33", color),
                    made_harmless(words.say(problem.message)), problem.code.name());
    out += excerpt(problem.place, color);
    for (const auto& place : problem.related) {
        out += fmt::format("  {}\n", made_harmless(words.say(say("render.see_also", to_string(place)))));
        out += excerpt(place, color);
    }
    if (!problem.hint.empty())
        out += fmt::format("  {}\n", made_harmless(words.say(say("render.hint", problem.hint))));
    return out;
}

}  // namespace

std::string text(const Diagnostics& diagnostics, const Translator& words, bool color) {
    std::string out;
    for (const auto& problem : diagnostics.all()) out += one(problem, words, color);
    for (const auto& [file, count] : diagnostics.more())
        out += fmt::format("{}: {}\n", painted(made_harmless(file), "1", color),
                           words.say(say("render.more_problems", count)));
    return out;
}

Json json_data(const Diagnostics& diagnostics, const Translator& words) {
    Json problems = Json::array();
    for (const auto& problem : diagnostics.all()) {
        Json item;
        item.set("file", problem.place.file);
        item.set("line", problem.place.mark.line);
        item.set("column", problem.place.mark.column);
        item.set("severity", problem.severity == Severity::error ? "error" : "warning");
        item.set("code", std::string{problem.code.name()});
        item.set("message", words.say(problem.message));
        item.set("hint", problem.hint.empty() ? Json{} : Json{words.say(problem.hint)});
        if (!problem.related.empty()) {
            Json related = Json::array();
            for (const auto& place : problem.related) {
                related.push(Json::object()
                                 .set("file", place.file)
                                 .set("line", place.mark.line)
                                 .set("column", place.mark.column));
            }
            item.set("related", std::move(related));
        }
        problems.push(std::move(item));
    }
    return Json::object().set("problems", std::move(problems));
}

}  // namespace teamctl::render
