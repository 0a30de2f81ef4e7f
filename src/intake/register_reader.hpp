// Lists of things and of people in foreign tables: a row becomes an entry, a cell a key. Internal to intake/.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns.hpp"
#include "intake/intake.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {

/// One entry while its row is read.
struct Entry {
    std::size_t row = 0;
    std::map<std::string, std::string, std::less<>> values;   ///< what a person reads
    std::map<std::string, std::string, std::less<>> written;  ///< the same as YAML
    std::vector<std::string> notes;                           ///< what found no key of its own

    void set(std::string_view key, std::string value, std::string yaml) {
        values[std::string{key}] = std::move(value);
        written[std::string{key}] = std::move(yaml);
    }
    void set(std::string_view key, const std::string& value) { set(key, value, yaml::quoted_scalar(value)); }
    std::string value(std::string_view key) const {
        const auto at = values.find(key);
        return at == values.end() ? std::string{} : at->second;
    }
};

/// What is listed.
struct RegisterKind {
    const std::vector<ColumnSpec>& columns;
    std::string_view needed = "name";  ///< a row without it is left out
    bool has_ids = true;               ///< each entry has an id, given or made
    bool people = false;               ///< of people: a row without an id that names one we know is left out
    std::string_view lacks = "import.no_name";  ///< what is said of a row without what is needed
    std::string_view computed = {};             ///< a key that is no key of the file: it is not kept
};

/// Reads one sheet into entries; what it does not take as it stands it says.
class RegisterReader {
  public:
    RegisterReader(const Request& request, const team::Team& team, const RegisterKind& kind, Intake& intake)
        : request_{request}, team_{team}, kind_{kind}, specs_{kind.columns}, intake_{intake} {}

    /// Ids that stand in the team already.
    void know(const std::string& id);
    void read(const Sheet& sheet);
    /// The entries as YAML, one a line.
    std::string lines(std::string_view indent) const;
    /// The row that each of these lines comes from, behind `above` lines that come from none.
    std::vector<std::size_t> rows(std::size_t above = 0) const {
        std::vector<std::size_t> rows(above, 0);
        for (const auto& entry : entries_) rows.push_back(entry.row);
        return rows;
    }
    bool empty() const { return entries_.empty(); }
    const std::vector<Entry>& entries() const { return entries_; }
    /// Keeps the entries that `take` does not refuse with false; the preview shows no others.
    template <class Take>
    void keep(const Take& take) {
        std::erase_if(entries_, [&](const Entry& entry) { return !take(entry); });
        make_preview();
    }

  private:
    bool known_person(const std::string& name) const;
    std::string heading_examples() const;
    void doubt(const SheetRow& row, std::size_t column, std::string cell, std::string taken, Phrase why);
    /// The cell says the same in another form.
    void rewritten(const SheetRow& row, std::size_t column, const std::string& cell, const std::string& taken,
                   std::string_view why);
    void doubt_row(const SheetRow& row, Phrase why);
    /// The header once more, as on each printed page.
    bool repeats_header(const SheetRow& row) const;
    void read_row(const SheetRow& row);
    void read_cell(const SheetRow& row, std::size_t c, Entry& entry);
    /// What a cell shows that is merged with the one above. What groups rows holds for each of them; of a
    /// number or a name that is not sure, so it is said.
    std::string of_merged(const SheetRow& row, std::size_t c, int spec);
    /// What a blank cell repeats, where that is asked for; else it is said once for each run of blanks.
    std::string from_above(const SheetRow& row, std::size_t c);
    /// Exported merged cells leave all but the first row blank; only what groups rows is ever merged.
    static constexpr std::string_view grouping[] = {"class", "system", "site", "location", "unit"};
    bool may_be_merged(int spec) const;
    void leave_out(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry, Phrase why);
    void take(const SheetRow& row, std::size_t c, const ColumnSpec& spec, const std::string& cell,
              Entry& entry);
    void take_id(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry);
    void take_birthday(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry);
    static std::string as_list(const std::string& cell);
    /// Serial numbers are one of a kind; two rows with the same are worth a look.
    void check_twice(const SheetRow& row, const Entry& entry);
    /// Ids that the sheet gives stand; one given twice is left out, the first row keeps it. Rows without one
    /// get their class or name and a number.
    void give_id(Entry& entry);
    void make_preview();

    const Request& request_;
    const team::Team& team_;
    RegisterKind kind_;
    const std::vector<ColumnSpec>& specs_;
    Intake& intake_;
    Columns columns_;
    const Sheet* sheet_ = nullptr;
    std::vector<Entry> entries_;
    std::map<std::size_t, std::pair<std::string, bool>>
        above_;                               ///< by column: the last cell, and whether blanks below are said
    std::map<std::string, std::size_t> ids_;  ///< and the row that has it; 0: in the team
    std::map<std::string, std::size_t> serials_;  ///< and the row
    std::set<std::size_t> strange_columns_;
    std::size_t blank_ = 0;
};

}  // namespace teamctl::intake
