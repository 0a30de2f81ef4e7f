// ZIP files in memory, workbooks among them, for tests.
#pragma once

#include <zip.h>

#include <map>
#include <stdexcept>
#include <string>

namespace teamctl::test {

/// A ZIP file with these parts, by their names; throws where it cannot be made.
inline std::string zip_file(const std::map<std::string, std::string>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    auto* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    auto* zip = target != nullptr ? zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr;
    if (zip == nullptr) throw std::runtime_error{"no archive"};
    zip_source_keep(target);
    for (const auto& [name, bytes] : parts) {
        auto* source = zip_source_buffer(zip, bytes.data(), bytes.size(), 0);
        if (source == nullptr || zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0)
            throw std::runtime_error{"no part"};
    }
    if (zip_close(zip) != 0 || zip_source_open(target) != 0) throw std::runtime_error{"not written"};
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    const auto read = zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    if (read < 0 || static_cast<std::size_t>(read) != bytes.size()) throw std::runtime_error{"not read"};
    return bytes;
}

/// The parts of a workbook with these sheets, each the inside of its `<worksheet>`, in the order of their
/// names.
struct WorkbookParts {
    std::map<std::string, std::string> sheets = {};
    std::string strings = {};                 ///< inside of `<sst>`
    std::string styles = {};                  ///< inside of `<styleSheet>`
    std::string properties = {};              ///< attributes of `<workbookPr>`
    std::map<std::string, bool> hidden = {};  ///< by the sheet's name
};

inline std::string workbook(const WorkbookParts& parts) {
    const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string space = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    std::map<std::string, std::string> files;
    std::string list;
    std::string links;
    int number = 0;
    for (const auto& [name, inside] : parts.sheets) {
        const auto n = std::to_string(++number);
        const auto at = parts.hidden.find(name);
        list += "<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"" +
                (at != parts.hidden.end() && at->second ? " state=\"hidden\"" : "") + "/>";
        links += "<Relationship Id=\"rId" + n + "\" Type=\"" + relations +
                 "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        files["xl/worksheets/sheet" + n + ".xml"] = "<worksheet" + space + ">" + inside + "</worksheet>";
    }
    files["xl/workbook.xml"] = "<workbook" + space + " xmlns:r=\"" + relations + "\"><workbookPr " +
                               parts.properties + "/><sheets>" + list + "</sheets></workbook>";
    files["xl/_rels/workbook.xml.rels"] = "<Relationships>" + links + "</Relationships>";
    files["xl/sharedStrings.xml"] = "<sst" + space + ">" + parts.strings + "</sst>";
    files["xl/styles.xml"] = "<styleSheet" + space + ">" + parts.styles + "</styleSheet>";
    return zip_file(files);
}

}  // namespace teamctl::test
