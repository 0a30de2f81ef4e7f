#include "render/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

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

std::string headline(const Diagnostic& problem, const Translator& words, bool color) {
    const bool error = problem.severity == Severity::error;
    const auto severity = words.say(error ? say("render.error") : say("render.warning"));
    return fmt::format("{}: {}{} [{}]\n", painted(made_harmless(to_string(problem.place)), "1", color),
                       painted(severity, error ? "1;31" : "1;33", color),
                       made_harmless(words.say(problem.message)), problem.code.name());
}

std::string one(const Diagnostic& problem, const Translator& words, bool color) {
    std::string out = headline(problem, words, color);
    out += excerpt(problem.place, color);
    for (const auto& place : problem.related) {
        out += fmt::format("  {}\n", made_harmless(words.say(say("render.see_also", to_string(place)))));
        out += excerpt(place, color);
    }
    if (!problem.hint.empty())
        out += fmt::format("  {}\n", made_harmless(words.say(say("render.hint", problem.hint))));
    return out;
}

/// So many problems are shown each; of more the kinds are counted.
constexpr std::size_t told_in_full = 20;
/// So many kinds are counted each.
constexpr std::size_t kinds_told = 12;

/// Problems of one code that say the same of different things.
struct KindOfProblem {
    const Diagnostic* first = nullptr;
    std::set<std::string> messages;
    std::size_t count = 0;
    std::size_t in_log = 0;
};

/// What all of the texts have in common, with `…` for what differs: at its ends, and in whole characters.
std::string common(const std::set<std::string>& texts) {
    if (texts.size() == 1) return *texts.begin();
    // Of sorted texts the first and the last begin with the least in common.
    const std::string_view a = *texts.begin();
    const auto inner = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    std::size_t head = a.size();
    for (const std::string_view b : texts)
        head = std::min(head, static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin()));
    std::size_t tail = a.size() - head;
    for (const std::string_view b : texts) {
        const auto behind = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
        tail = std::min({tail, static_cast<std::size_t>(behind), b.size() - head});
    }
    while (head > 0 && head < a.size() && inner(a[head])) --head;
    while (tail > 0 && inner(a[a.size() - tail])) --tail;
    return std::string{a.substr(0, head)} + "…" + std::string{a.substr(a.size() - tail)};
}

/// Without the name that an unknown name's message ends in: `没有这个人员`.
std::string without_name(std::string text) {
    text.resize(std::min(text.rfind("“"), text.size()));
    for (const std::string_view end : {"：", ": ", " "}) {
        if (text.ends_with(end)) text.resize(text.size() - end.size());
    }
    return text;
}

std::string told(const KindOfProblem& kind, const Translator& words) {
    const auto label = common(kind.messages);
    if (kind.messages.size() == 1) return words.say(say("render.kind", label, kind.count));
    if (!kind.first->code.name().starts_with("unknown-"))
        return words.say(say("render.kinds", label, kind.messages.size(), kind.count));
    // Who puts in a roster of their own finds the example's people in its log.
    const bool example = kind.first->code == Code{"unknown-person"} && kind.in_log * 2 > kind.count;
    return words.say(say(example ? "render.kinds_of_example" : "render.kinds_of_names", without_name(label),
                         kind.messages.size(), kind.count));
}

/// The first of each kind, and of the rest the first, in their order.
std::vector<const Diagnostic*> first_ones(const Diagnostics& diagnostics) {
    const auto& all = diagnostics.all();
    std::set<std::size_t> chosen;
    std::set<std::pair<std::string_view, std::string>> seen;
    for (std::size_t i = 0; i < all.size() && chosen.size() < told_in_full; ++i) {
        if (seen.emplace(all[i].code.name(), all[i].message.key).second) chosen.insert(i);
    }
    for (std::size_t i = 0; i < all.size() && chosen.size() < told_in_full; ++i) chosen.insert(i);
    std::vector<const Diagnostic*> first;
    for (const auto i : chosen) first.push_back(&all[i]);
    return first;
}

/// A line for each kind of problem, the most frequent first, errors before warnings.
std::string kinds(const Diagnostics& diagnostics, const Translator& words, bool color) {
    std::map<std::tuple<Severity, std::string_view, std::string>, KindOfProblem> by_kind;
    for (const auto& problem : diagnostics.all()) {
        auto& kind = by_kind[{problem.severity, problem.code.name(), problem.message.key}];
        if (kind.first == nullptr) kind.first = &problem;
        kind.messages.insert(words.say(problem.message));
        ++kind.count;
        kind.in_log +=
            problem.place.file.starts_with("log/") || problem.place.file.starts_with("plans/") ? 1 : 0;
    }
    std::vector<const KindOfProblem*> sorted;
    for (const auto& [unused, kind] : by_kind) sorted.push_back(&kind);
    std::ranges::stable_sort(sorted, [](const auto* a, const auto* b) {
        return std::pair{a->first->severity, b->count} < std::pair{b->first->severity, a->count};
    });
    std::string out;
    for (std::size_t i = 0; i < std::min(sorted.size(), kinds_told); ++i) {
        const bool error = sorted[i]->first->severity == Severity::error;
        out += painted(words.say(error ? say("render.error") : say("render.warning")),
                       error ? "1;31" : "1;33", color) +
               made_harmless(told(*sorted[i], words)) + "\n";
    }
    if (sorted.size() > kinds_told)
        out += words.say(say("render.more_kinds", sorted.size() - kinds_told)) + "\n";
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

bool too_many(const Diagnostics& diagnostics) {
    return diagnostics.all().size() > told_in_full;
}

std::string total(const Diagnostics& diagnostics, const Translator& words) {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const auto& problem : diagnostics.all()) ++(problem.severity == Severity::error ? errors : warnings);
    std::size_t more = 0;
    for (const auto& [unused, count] : diagnostics.more()) more += count;
    if (errors + warnings + more < 2) return {};
    std::vector<Phrase> parts;
    if (errors > 0) parts.push_back(say(errors == 1 ? "render.one_error" : "render.errors", errors));
    if (warnings > 0)
        parts.push_back(say(warnings == 1 ? "render.one_warning" : "render.warnings", warnings));
    if (more > 0) parts.push_back(say("render.not_listed", more));
    return words.say(say("render.total", std::move(parts))) + "\n";
}

std::string overview(const Diagnostics& diagnostics, const Translator& words, bool color) {
    if (!too_many(diagnostics)) return text(diagnostics, words, color) + total(diagnostics, words);
    std::string out = kinds(diagnostics, words, color) + "\n";
    std::string last_hint;
    for (const auto* chosen : first_ones(diagnostics)) {
        const auto& problem = *chosen;
        out += headline(problem, words, color);
        const auto hint = problem.hint.empty() ? std::string{} : words.say(problem.hint);
        if (!hint.empty() && hint != last_hint)
            out += fmt::format("  {}\n", made_harmless(words.say(say("render.hint", problem.hint))));
        last_hint = hint;
    }
    return out + "\n" + total(diagnostics, words) + words.say(say("render.first_only", told_in_full)) + "\n";
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
