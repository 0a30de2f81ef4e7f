#include "intake/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <pugixml.hpp>

#include "base/text.hpp"
#include "intake/archive.hpp"
#include "intake/number_format.hpp"

namespace teamctl::intake {
namespace {

constexpr std::size_t most_rows = 1'048'576;
constexpr std::size_t most_columns = 16'384;
constexpr std::size_t most_cells = 3'000'000;  ///< blank ones before others included
constexpr std::size_t most_merged = 200'000;
constexpr std::size_t most_sheets = 500;

/// The name without the prefix of its namespace, which writers choose as they like.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
    for (auto child = node.first_child(); child; child = child.next_sibling())
        if (local_name(child) == name) return child;
    return {};
}

template <class Take>
void each_child(const pugi::xml_node& node, std::string_view name, const Take& take) {
    for (auto child = node.first_child(); child; child = child.next_sibling())
        if (local_name(child) == name) take(child);
}

/// An attribute by its name, with whatever prefix.
std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (auto at = node.first_attribute(); at; at = at.next_attribute()) {
        const std::string_view full = at.name();
        const auto colon = full.find(':');
        if ((colon == std::string_view::npos ? full : full.substr(colon + 1)) == name) return at.value();
    }
    return {};
}

bool is_true(std::string_view text) {
    return text == "1" || text == "true";
}

template <class N>
std::optional<N> number_of(std::string_view text) {
    N value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The text of `<si>` or `<is>`: its runs in a row, without the readings that are written above.
std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (auto child = node.first_child(); child; child = child.next_sibling()) {
        if (local_name(child) == "t") text += child.text().get();
        if (local_name(child) == "r") text += child_of(child, "t").text().get();
    }
    // A line end as some writers write it.
    for (const std::string_view mark : {"_x000D_", "_x000A_"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
            text.replace(at, mark.size(), "\n");
    }
    return text;
}

/// `B12`: column 1, row 12.
std::optional<CellPlace> place_of(std::string_view reference) {
    CellPlace place;
    std::size_t i = 0;
    for (; i < reference.size() && i < 4 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i)
        place.column = place.column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
    const auto row = number_of<std::size_t>(reference.substr(i));
    if (i == 0 || !row || *row < 1 || *row > most_rows || place.column > most_columns) return std::nullopt;
    --place.column;
    place.row = *row;
    return place;
}

/// Where a target leads from the folder of the part that names it.
std::string resolved(std::string_view folder, std::string_view target) {
    namespace fs = std::filesystem;
    const fs::path path = target.starts_with('/') ? fs::path{target.substr(1)} : fs::path{folder} / target;
    return path.lexically_normal().generic_string();
}

struct ListedSheet {
    std::string name;
    std::string part;
    bool hidden = false;
};

/// One workbook while it is read. After a problem what is read means nothing, and little more is read.
class WorkbookReader {
  public:
    explicit WorkbookReader(std::string_view bytes) : archive_{bytes} {
        if (!archive_.sound()) {
            broken();
            return;
        }
        read_list();
        read_strings();
        read_formats();
    }
    /// Why the workbook cannot be read; empty: it can so far.
    const Phrase& problem() const { return problem_; }
    const std::vector<ListedSheet>& sheets() const { return sheets_; }

    Sheet read(const ListedSheet& listed) {
        Sheet sheet;
        const auto document = parsed(listed.part, true);
        const auto root = document->document_element();
        std::size_t number = 0;
        cells_ = 0;
        each_child(child_of(root, "sheetData"), "row", [&](const pugi::xml_node& row) {
            const auto given = number_of<std::size_t>(attribute(row, "r"));
            number = given.value_or(number + 1);
            if (number < 1 || number > most_rows) broken();
            if (problem_.empty()) read_row(row, number, sheet);
        });
        std::stable_sort(sheet.rows.begin(), sheet.rows.end(),
                         [](const auto& a, const auto& b) { return a.number < b.number; });
        read_merged(child_of(root, "mergeCells"), sheet);
        return sheet;
    }

  private:
    void fail(Phrase why) {
        if (problem_.empty()) problem_ = std::move(why);
    }
    void broken() { fail(say("import.bad_workbook")); }
    void too_large() { fail(say("import.workbook_too_large")); }
    std::unique_ptr<pugi::xml_document> parsed(const std::string& part, bool required) {
        auto document = std::make_unique<pugi::xml_document>();
        if (!problem_.empty()) return document;
        const auto bytes = archive_.part(part);
        if (archive_.too_large()) too_large();
        if (!bytes) {
            if (required) broken();
            return document;
        }
        const auto options = pugi::parse_default | pugi::parse_ws_pcdata_single;
        if (invalid_utf8(*bytes) ||
            !document->load_buffer(bytes->data(), bytes->size(), options, pugi::encoding_utf8))
            broken();
        return document;
    }
    /// The parts that a part names, by their kind or id.
    std::vector<pugi::xml_node> relations(pugi::xml_document& document, const std::string& part) {
        const auto slash = part.rfind('/');
        const auto folder = slash == std::string::npos ? std::string{} : part.substr(0, slash + 1);
        const auto name = slash == std::string::npos ? part : part.substr(slash + 1);
        auto read = parsed(folder + "_rels/" + name + ".rels", false);
        document.reset(*read);
        std::vector<pugi::xml_node> found;
        each_child(document.document_element(), "Relationship",
                   [&](const auto& node) { found.push_back(node); });
        return found;
    }
    void read_list() {
        pugi::xml_document document;
        std::string book = "xl/workbook.xml";
        for (const auto& node : relations(document, "")) {
            if (attribute(node, "Type").ends_with("/officeDocument"))
                book = resolved("", attribute(node, "Target"));
        }
        const auto read = parsed(book, true);
        const auto root = read->document_element();
        from_1904_ = is_true(attribute(child_of(root, "workbookPr"), "date1904"));
        folder_ = book.substr(0, std::min(book.rfind('/'), book.size()));
        const auto related = relations(document, book);
        each_child(child_of(root, "sheets"), "sheet", [&](const pugi::xml_node& sheet) {
            const auto id = sheet.attribute("r:id") ? std::string_view{sheet.attribute("r:id").value()}
                                                    : attribute(sheet, "id");
            for (const auto& node : related) {
                if (attribute(node, "Id") != id || !attribute(node, "Type").ends_with("/worksheet")) continue;
                sheets_.push_back({tidied(attribute(sheet, "name")),
                                   resolved(folder_, attribute(node, "Target")),
                                   attribute(sheet, "state").find("idden") != std::string_view::npos});
                break;
            }
        });
        if (sheets_.empty() || sheets_.size() > most_sheets) broken();
        strings_part_ = folder_ + "/sharedStrings.xml";
        styles_part_ = folder_ + "/styles.xml";
        for (const auto& node : related) {
            const auto target = resolved(folder_, attribute(node, "Target"));
            if (attribute(node, "Type").ends_with("/sharedStrings")) strings_part_ = target;
            if (attribute(node, "Type").ends_with("/styles")) styles_part_ = target;
        }
    }
    void read_strings() {
        const auto document = parsed(strings_part_, false);
        each_child(document->document_element(), "si",
                   [&](const pugi::xml_node& node) { strings_.push_back(rich_text(node)); });
    }
    void read_formats() {
        const auto document = parsed(styles_part_, false);
        const auto root = document->document_element();
        std::map<int, NumberForm> own;
        each_child(child_of(root, "numFmts"), "numFmt", [&](const pugi::xml_node& node) {
            if (const auto id = number_of<int>(attribute(node, "numFmtId")))
                own[*id] = form_of_code(attribute(node, "formatCode"));
        });
        each_child(child_of(root, "cellXfs"), "xf", [&](const pugi::xml_node& node) {
            const auto id = number_of<int>(attribute(node, "numFmtId")).value_or(0);
            const auto at = own.find(id);
            forms_.push_back(at != own.end() ? at->second : built_in_form(id));
        });
    }
    void read_row(const pugi::xml_node& node, std::size_t number, Sheet& sheet) {
        SheetRow row;
        row.number = number;
        std::size_t column = 0;
        each_child(node, "c", [&](const pugi::xml_node& cell) {
            if (!problem_.empty()) return;
            if (const auto reference = attribute(cell, "r"); !reference.empty()) {
                const auto place = place_of(reference);
                if (!place || place->row != number) return broken();
                column = place->column;
            }
            auto text = text_of(cell, {number, column}, sheet);
            if (!text.empty()) {
                if (row.cells.size() <= column) {
                    cells_ += column + 1 - row.cells.size();
                    if (cells_ > most_cells) return too_large();
                    row.cells.resize(column + 1);
                }
                row.cells[column] = std::move(text);
            }
            if (++column > most_columns) broken();
        });
        sheet.rows.push_back(std::move(row));
    }
    /// What the cell shows. A formula that shows an error, or nothing yet, is a fault.
    std::string text_of(const pugi::xml_node& cell, CellPlace place, Sheet& sheet) {
        const auto type = attribute(cell, "t");
        const std::string value = child_of(cell, "v").text().get();
        if (type == "inlineStr") return rich_text(child_of(cell, "is"));
        if (type == "s") {
            const auto index = number_of<std::size_t>(value);
            if (index && *index < strings_.size()) return strings_[*index];
            broken();
            return {};
        }
        if (type == "e" || (value.empty() && type != "str" && child_of(cell, "f"))) {
            sheet.faults[place] = type == "e" ? value : "=" + std::string{child_of(cell, "f").text().get()};
            return {};
        }
        if (type == "b") return value.empty() ? "" : is_true(value) ? "TRUE" : "FALSE";
        if (type == "str") return value;
        if (type == "d") return iso_date(value);
        const auto number = number_of<double>(value);
        if (!number) return value;
        const auto style = number_of<std::size_t>(attribute(cell, "s")).value_or(0);
        return shown_number(*number, style < forms_.size() ? forms_[style] : NumberForm{}, from_1904_);
    }
    /// `2026-11-02T08:15:00.000` as the other dates are shown.
    static std::string iso_date(std::string text) {
        if (text.size() > 10 && text[10] == 'T') text[10] = ' ';
        return text.substr(0, std::min(text.find_first_of(".Z"), text.size()));
    }
    void read_merged(const pugi::xml_node& list, Sheet& sheet) {
        const auto last = sheet.rows.empty() ? 0 : sheet.rows.back().number;
        each_child(list, "mergeCell", [&](const pugi::xml_node& node) {
            const auto reference = attribute(node, "ref");
            const auto colon = reference.find(':');
            if (colon == std::string_view::npos || !problem_.empty()) return;
            const auto from = place_of(reference.substr(0, colon));
            const auto to = place_of(reference.substr(colon + 1));
            if (!from || !to) return broken();
            for (auto row = from->row; row <= std::min(to->row, last); ++row) {
                for (auto column = from->column; column <= to->column; ++column) {
                    if (row == from->row && column == from->column) continue;
                    sheet.merged[{row, column}] = *from;
                    if (sheet.merged.size() > most_merged) return too_large();
                }
            }
        });
    }

    Archive archive_;
    Phrase problem_;
    std::string folder_;
    std::string strings_part_;
    std::string styles_part_;
    std::vector<ListedSheet> sheets_;
    std::vector<std::string> strings_;
    std::vector<NumberForm> forms_;
    bool from_1904_ = false;
    std::size_t cells_ = 0;
};

bool holds_anything(const Sheet& sheet) {
    return std::any_of(sheet.rows.begin(), sheet.rows.end(), [](const auto& row) { return !row.blank(); });
}

/// The sheet of that name; without a name the only one that holds anything, hidden ones aside.
void choose(WorkbookReader& reader, const std::string& wanted, WorkbookReading& out) {
    std::vector<std::string> filled;
    for (const auto& listed : reader.sheets()) {
        out.sheets.push_back(listed.name);
        if (!wanted.empty() ? listed.name != wanted : listed.hidden) continue;
        auto sheet = reader.read(listed);
        if (wanted.empty() && !holds_anything(sheet)) continue;
        filled.push_back(listed.name);
        if (filled.size() > 1) continue;
        out.sheet = std::move(sheet);
        out.name = listed.name;
    }
    out.wrong_call = filled.size() != 1 && !(filled.empty() && wanted.empty());
    const auto names = joined(wanted.empty() ? filled : out.sheets, ", ");
    if (filled.size() > 1) {
        out.problem = say("import.several_sheets", names);
        out.hint = say("check.write_like", "--sheet " + filled.front());
    } else if (filled.empty() && !wanted.empty()) {
        out.problem = say("import.no_sheet", wanted);
        out.hint = say("import.known_sheets", names);
    } else if (filled.empty()) {
        out.problem = say("import.empty_workbook");
    }
}

}  // namespace

bool looks_like_workbook(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xD0\xCF\x11\xE0"sv);
}

WorkbookReading read_workbook(std::string_view bytes, const std::string& wanted) {
    WorkbookReading out;
    if (!bytes.starts_with("PK")) {
        out.problem = say("import.old_workbook");
        out.hint = say("import.save_as_xlsx");
        return out;
    }
    WorkbookReader reader{bytes};
    if (reader.problem().empty()) choose(reader, wanted, out);
    if (reader.problem().empty()) return out;
    out.problem = reader.problem();
    out.wrong_call = false;
    out.hint = say("import.save_as_xlsx");
    return out;
}

}  // namespace teamctl::intake
