// JSON as RFC 8259 has it. Characters that could harm a terminal are escaped too: the data stays the same.
#include <fmt/format.h>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

void append_escaped(std::string& out, char32_t c) {
    if (c < 0x10000) {
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        return;
    }
    const auto rest = static_cast<unsigned>(c) - 0x10000;
    out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10U), 0xDC00 + (rest & 0x3FFU));
}

void append_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        if (c.value == '"' || c.value == '\\') {
            out += '\\';
            out += static_cast<char>(c.value);
        } else if (c.value == '\n') {
            out += "\\n";
        } else if (c.value == '\t') {
            out += "\\t";
        } else if (c.value == 0xFFFD) {  // also what broken UTF-8 becomes
            out += "\uFFFD";
        } else if (is_harmful(c.value)) {
            append_escaped(out, c.value);
        } else {
            out += text.substr(pos, c.bytes);
        }
        pos += c.bytes;
    }
    out += '"';
}

struct JsonWriter {
    std::string out = {};
    bool one_line = false;

    void write(const Json& json, std::size_t depth) {
        std::visit(Overloaded{
                       [&](std::nullptr_t) { out += "null"; },
                       [&](bool value) { out += value ? "true" : "false"; },
                       [&](std::int64_t value) { out += std::to_string(value); },
                       [&](const JsonDecimal& number) { write_decimal(number); },
                       [&](const std::string& text) { append_string(out, text); },
                       [&](const Json::Array& items) { write_array(items, depth); },
                       [&](const Json::Object& members) { write_object(members, depth); },
                   },
                   json.value());
    }

    void write_decimal(const JsonDecimal& number) {
        out += number.value.den > 0 ? decimals(number.value, number.places) : "null";
    }
    void start_line(std::size_t depth) {
        if (one_line) return;
        out += '\n';
        out.append(depth * 2, ' ');
    }
    void write_array(const Json::Array& items, std::size_t depth) {
        out += '[';
        for (const auto& item : items) {
            if (&item != &items.front()) out += one_line ? ", " : ",";
            start_line(depth + 1);
            write(item, depth + 1);
        }
        if (!items.empty()) start_line(depth);
        out += ']';
    }
    void write_object(const Json::Object& members, std::size_t depth) {
        out += '{';
        for (const auto& member : members) {
            if (&member != &members.front()) out += one_line ? ", " : ",";
            start_line(depth + 1);
            append_string(out, member.first);
            out += ": ";
            write(member.second, depth + 1);
        }
        if (!members.empty()) start_line(depth);
        out += '}';
    }
};

/// The tables' rows by table id; tables of one id follow one another in one array.
Json::Object body_of_tables(const Report& report, const Translator& words) {
    std::vector<std::pair<std::string, Json::Array>> tables;
    for (const auto& block : report.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        auto place = tables.begin();
        while (place != tables.end() && place->first != table->id) ++place;
        if (place == tables.end()) place = tables.insert(place, {table->id, {}});
        for (const auto& row : table->rows) place->second.push_back(row_object(*table, row, words));
    }
    Json::Object body;
    for (auto& [id, rows] : tables) body.emplace_back(std::move(id), Json{std::move(rows)});
    return body;
}

}  // namespace

Json row_object(const Table& table, const std::vector<Cell>& row, const Translator& words) {
    Json object = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        object.set(table.columns[i].id, i < row.size() ? raw_json(row[i], words) : Json{});
    return object;
}

std::string to_json(const Json& value) {
    JsonWriter writer;
    writer.write(value, 0);
    writer.out += '\n';
    return std::move(writer.out);
}

std::string to_json_line(const Json& value) {
    JsonWriter writer{.one_line = true};
    writer.write(value, 0);
    return std::move(writer.out);
}

std::string json(const Report& report, const Translator& words, const Style& /*style*/) {
    Json document = Json::object();
    document.set("schema", "teamctl/" + report.name + "/1");
    if (report.data.is_null()) {
        for (auto& [id, rows] : body_of_tables(report, words)) document.set(id, std::move(rows));
    } else if (const auto* members = std::get_if<Json::Object>(&report.data.value())) {
        for (const auto& [key, value] : *members) {
            if (key != "schema") document.set(key, value);
        }
    } else {
        document.set("data", report.data);
    }
    return to_json(document);
}

}  // namespace teamctl::render
