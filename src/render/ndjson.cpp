// Newline-delimited JSON: the rows of the main table, an object a line. Where the report's data holds a list
// under the table's id, its items: they may carry more than cells do.
#include "render/cells.hpp"
#include "render/render.hpp"

namespace teamctl::render {

std::string ndjson(const Report& report, const Translator& words, const Style& /*style*/) {
    const Table* table = main_table(report);
    if (table == nullptr) return {};
    std::string out;
    if (const auto* members = std::get_if<Json::Object>(&report.data.value())) {
        for (const auto& [key, value] : *members) {
            const auto* items = std::get_if<Json::Array>(&value.value());
            if (key != table->id || items == nullptr) continue;
            for (const auto& item : *items) out += to_json_line(item) + "\n";
            return out;
        }
    }
    for (const auto& row : table->rows) out += to_json_line(row_object(*table, row, words)) + "\n";
    return out;
}

}  // namespace teamctl::render
