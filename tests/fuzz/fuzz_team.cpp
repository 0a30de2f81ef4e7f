// libFuzzer target: whatever stands in a file of the team, it is read or refused with a place; and what `log`
// writes of any text, reads back as that text.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "base/text.hpp"
#include "check/lives.hpp"
#include "lang/lang.hpp"
#include "team/files.hpp"
#include "team/when.hpp"

using namespace teamctl;

namespace {

void require(bool law, const char* name) {
    if (law) return;
    std::fprintf(stderr, "%s\n", name);
    std::abort();
}

constexpr std::string_view roster =
    "units:\n  - {id: sales, name: 销售部, lead: li}\n"
    "people:\n  - {id: li, name: 李丽, unit: sales}\n  - {id: wu, name: 吴强, unit: sales, skills: [host]}\n";

/// Where a file of that kind lies.
std::string path_of(const team::FileSpec& spec) {
    if (!spec.file.empty()) return std::string{spec.file};
    switch (spec.kind) {
        case team::FileKind::log:
            return "log/2026-11/2026-11-24.yaml";
        case team::FileKind::plan:
        case team::FileKind::closing:
            return std::string{spec.folder} + "/2026-11.yaml";
        case team::FileKind::leave:
        case team::FileKind::wishes:
            return std::string{spec.folder} + "/2026.yaml";
        default:
            return std::string{spec.folder} + "/x.yaml";
    }
}

void try_file(std::size_t which, std::string_view text) {
    const auto specs = team::file_specs();
    const auto& spec = specs[which % specs.size()];
    Diagnostics diagnostics;
    std::vector<team::Source> sources;
    if (spec.kind != team::FileKind::roster)
        sources.push_back({"roster.yaml", team::FileKind::roster,
                           yaml::parse("roster.yaml", std::string{roster}, diagnostics)});
    const auto path = path_of(spec);
    auto document = yaml::parse(path, std::string{text}, diagnostics);
    if (!document) return;
    const team::Source source{path, spec.kind, std::move(document)};
    sources.insert(spec.kind < team::FileKind::roster ? sources.begin() : sources.end(), source);
    const auto names = team::gather_names(sources, diagnostics);
    const auto team = team::read_team(sources, names, diagnostics);
    const auto place_of = [&](const team::Record& record, std::string_view field) {
        return team::place_of_field(source, record.origin.mark, field);
    };
    check::check_lives(team, names, place_of, diagnostics);
    for (const auto& problem : diagnostics.all()) {
        require(!problem.place.file.empty(), "a problem names its file");
        require(problem.place.mark.line > 0 || problem.place.excerpt.empty(), "a problem names its line");
        for (const auto language : {lang::Language::zh, lang::Language::en}) {
            const auto said = lang::translator(language).say(problem.message);
            require(said.find("[[") != 0, "a problem is said in words");
            require(!invalid_utf8(said), "a problem is said in UTF-8");
        }
    }
}

bool welcome(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        if (is_harmful(c.value) && c.value != '\t' && c.value != '\n') return false;
        pos += c.bytes;
    }
    return true;
}

void try_quoted(std::string_view text) {
    if (invalid_utf8(text)) return;  // quoted_scalar() puts U+FFFD for such bytes, so it cannot read back
    const auto line = "- note: {text: " + yaml::quoted_scalar(text) + ", by: x}\n";
    Diagnostics diagnostics;
    const auto document = yaml::parse("f.yaml", line, diagnostics);
    require((document != nullptr) == welcome(text), "a text is written if and only if it is harmless");
    if (!document) return;
    require(line.find('\n') == line.size() - 1, "a record is one line");
    const auto note = document->root().first().get("note");
    require(note.get("text").text() == text, "a text reads back");
    require(note.get("by").text() == "x", "a text ends where it ends");
}

void try_values(std::string_view text) {
    if (const auto money = parse_money(text))
        require(parse_money(to_string(*money)) == *money, "money reads back");
    if (const auto ratio = parse_ratio(text)) (void)percent(*ratio);
    if (const auto date = parse_date(text)) require(to_string(*date) == text, "a date reads back");
    if (const auto month = parse_month(text)) require(to_string(*month) == text, "a month reads back");
    if (const auto time = parse_time(text)) require(to_string(*time) == text, "a time reads back");
    if (const auto day = parse_birthday(text)) require(to_string(*day) == text, "a birthday reads back");
    (void)parse_moment(text);
    const auto safe = made_harmless(text);
    require(!invalid_utf8(safe) && made_harmless(safe) == safe, "harmless text stays as it is");
    for (const std::size_t columns : {1U, 2U, 7U, 40U}) {
        require(display_width(fitted(safe, columns)) <= columns, "a fitted text fits");
        for (const auto& part : wrapped(safe, columns))
            require(display_width(part) <= std::max<std::size_t>(columns, 2), "a wrapped line fits");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view input{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (data[0] < 20)
        try_quoted(input);
    else if (data[0] < 40)
        try_values(input);
    else
        try_file(data[0], input);
    return 0;
}
