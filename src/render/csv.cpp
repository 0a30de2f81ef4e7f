// CSV as RFC 4180 has it, the main table only: a header of column ids, then raw values.
#include <array>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

/// Would a spreadsheet run the text? What it may start with counts behind blanks as well.
bool looks_like_formula(std::string_view text) {
    static constexpr std::array<std::string_view, 10> starts{"=",  "+",  "-",  "@",  "\t",
                                                             "\r", "＝", "＋", "－", "＠"};
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    for (const auto start : starts) {
        if (text.substr(0, start.size()) == start) return true;
    }
    return false;
}

void append_field(std::string& out, std::string_view text) {
    const bool quoted = text.find_first_of(",;\"\r\n") != std::string_view::npos ||
                        (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    if (!quoted) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

std::string field(const Cell& cell, const Translator& words) {
    const std::string text = raw_text(cell, words);
    if (is_plain_number(cell)) return text;
    const bool risky = looks_like_formula(text);
    return (risky ? "'" : "") + made_harmless(text, true);
}

}  // namespace

std::string csv(const Report& report, const Translator& words, const Style& /*style*/) {
    const Table* table = main_table(report);
    if (table == nullptr) return {};
    std::string out;
    const auto comma = [&](std::size_t i) {
        if (i > 0) out += ',';
    };
    for (std::size_t i = 0; i < table->columns.size(); ++i) {
        comma(i);
        append_field(out, field(Cell{table->columns[i].id}, words));
    }
    out += "\r\n";
    for (const auto& row : table->rows) {
        for (std::size_t i = 0; i < table->columns.size(); ++i) {
            comma(i);
            if (i < row.size()) append_field(out, field(row[i], words));
        }
        if (out.back() == '\n') out += "\"\"";  // one empty field is no empty line
        out += "\r\n";
    }
    return out;
}

}  // namespace teamctl::render
