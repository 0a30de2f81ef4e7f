#include "intake/register_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "intake/cells.hpp"
#include "team/people.hpp"

namespace teamctl::intake {
namespace {

using F = CellForm;

bool is_total(std::string_view cell) {
    static constexpr std::string_view words[] = {"合计", "小计", "总计", "总数", "total", "subtotal", "sum"};
    const auto plain = plain_heading(cell);
    return std::find(std::begin(words), std::end(words), plain) != std::end(words);
}

/// A column that only numbers the rows.
bool is_running_number(std::string_view heading) {
    static constexpr std::string_view words[] = {"序号", "行号", "no", "no.", "#"};
    const auto plain = plain_heading(heading);
    return std::find(std::begin(words), std::end(words), plain) != std::end(words);
}

}  // namespace

void RegisterReader::know(const std::string& id) {
    ids_[id] = 0;
}

void RegisterReader::read(const Sheet& sheet) {
    const auto columns = find_columns(sheet, specs_, intake_.doubts);
    if (!columns) {
        intake_.problem = say("import.no_header", heading_examples());
        return;
    }
    columns_ = *columns;
    sheet_ = &sheet;
    for (std::size_t i = columns_.header + 1; i < sheet.rows.size(); ++i) read_row(sheet.rows[i]);
    if (kind_.has_ids) {
        for (auto& entry : entries_) give_id(entry);
        std::erase_if(entries_, [](const Entry& entry) { return entry.value("id").empty(); });
    }
    intake_.facts.emplace_back(say("import.header_row"),
                               Cell{std::to_string(sheet.rows[columns_.header].number)});
    intake_.facts.emplace_back(say("import.taken"), Cell{static_cast<std::int64_t>(entries_.size())});
    intake_.facts.emplace_back(say("import.blank_rows"), Cell{static_cast<std::int64_t>(blank_)});
    make_preview();
}

std::string RegisterReader::lines(std::string_view indent) const {
    std::string out;
    for (const auto& entry : entries_) {
        std::string fields;
        for (const auto& spec : specs_) {
            const auto at = entry.written.find(spec.key);
            if (at == entry.written.end() || spec.key == kind_.computed) continue;
            fields += (fields.empty() ? "" : ", ") + std::string{spec.key} + ": " + at->second;
        }
        out += fmt::format("{}- {{{}}}\n", indent, fields);
    }
    return out;
}

bool RegisterReader::known_person(const std::string& name) const {
    return std::any_of(team_.people.begin(), team_.people.end(),
                       [&](const auto& person) { return person.name == name; });
}

std::string RegisterReader::heading_examples() const {
    std::vector<std::string> words;
    for (const auto& spec : specs_)
        words.emplace_back(spec.headings.empty() ? spec.key : spec.headings.front());
    return joined(words, ", ");
}

void RegisterReader::doubt(const SheetRow& row, std::size_t column, std::string cell, std::string taken,
                           Phrase why) {
    const bool named = column < columns_.headings.size();
    intake_.doubts.push_back({row.number, column + 1, named ? columns_.headings[column] : std::string{},
                              std::move(cell), std::move(taken), std::move(why)});
}

void RegisterReader::rewritten(const SheetRow& row, std::size_t column, const std::string& cell,
                               const std::string& taken, std::string_view why) {
    if (cell == taken) return;
    doubt(row, column, cell, taken, Phrase{std::string{why}, {}});
    intake_.doubts.back().plain = true;
}

void RegisterReader::doubt_row(const SheetRow& row, Phrase why) {
    intake_.doubts.push_back({row.number, 0, {}, tidied(joined(row.cells, " ")), {}, std::move(why)});
}

bool RegisterReader::repeats_header(const SheetRow& row) const {
    for (std::size_t c = 0; c < columns_.headings.size(); ++c) {
        if (tidied(row.cell(c)) != columns_.headings[c]) return false;
    }
    return true;
}

void RegisterReader::read_row(const SheetRow& row) {
    if (row.blank()) {
        ++blank_;
        return;
    }
    // phrase keys: import.no_name
    if (repeats_header(row)) return doubt_row(row, say("import.header_again"));
    if (std::any_of(row.cells.begin(), row.cells.end(), is_total))
        return doubt_row(row, say("import.total_row"));
    const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                      [](const auto& cell) { return !tidied(cell).empty(); });
    if (filled == 1 && columns_.headings.size() > 2) return doubt_row(row, say("import.lone_cell"));
    Entry entry;
    entry.row = row.number;
    for (std::size_t c = 0; c < row.cells.size() || c < columns_.headings.size(); ++c)
        read_cell(row, c, entry);
    if (entry.value(kind_.needed).empty()) return doubt_row(row, Phrase{std::string{kind_.lacks}, {}});
    if (!entry.notes.empty()) {
        const auto own = entry.value("note");
        if (!own.empty()) entry.notes.insert(entry.notes.begin(), own);
        entry.set("note", joined(entry.notes, "; "));
    }
    const bool same_name = kind_.people && entry.value("id").empty() && known_person(entry.value("name"));
    if (same_name) return doubt_row(row, say("import.person_known"));
    check_twice(row, entry);
    entries_.push_back(std::move(entry));
}

void RegisterReader::read_cell(const SheetRow& row, std::size_t c, Entry& entry) {
    const int spec = c < columns_.spec.size() ? columns_.spec[c] : -1;
    std::string cell = tidied(row.cell(c));
    if (cell.empty() && spec >= 0) cell = of_merged(row, c, spec);
    if (cell.empty() && spec >= 0 && may_be_merged(spec)) cell = from_above(row, c);
    if (!cell.empty()) above_[c] = {cell, false};
    if (cell.empty() || cell == "-" || cell == "/" || cell == "—" || cell == "无") return;
    if (spec < 0) {
        if (c < columns_.headings.size() && is_running_number(columns_.headings[c])) return;
        const bool named = c < columns_.headings.size() && !columns_.headings[c].empty();
        entry.notes.push_back(named ? columns_.headings[c] + ": " + cell : cell);
        if (strange_columns_.insert(c).second) doubt(row, c, cell, cell, say("import.into_note"));
        return;
    }
    take(row, c, specs_[static_cast<std::size_t>(spec)], cell, entry);
}

std::string RegisterReader::of_merged(const SheetRow& row, std::size_t c, int spec) {
    const auto at = sheet_->merged.find({row.number, c});
    if (at == sheet_->merged.end() || at->second.column != c) return {};
    auto text = tidied(sheet_->text(row, c));
    if (text.empty()) return {};
    if (may_be_merged(spec)) {
        rewritten(row, c, {}, text, "import.merged");
        return text;
    }
    doubt(row, c, {}, {}, say("import.merged_with", at->second.row, text));
    return {};
}

std::string RegisterReader::from_above(const SheetRow& row, std::size_t c) {
    const auto at = above_.find(c);
    if (at == above_.end()) return {};
    auto& [above, said] = at->second;
    if (request_.fill_down) {
        rewritten(row, c, {}, above, "import.filled");
        return above;
    }
    if (!said) doubt(row, c, {}, {}, say("import.maybe_merged", above));
    said = true;
    return {};
}

bool RegisterReader::may_be_merged(int spec) const {
    const auto key = specs_[static_cast<std::size_t>(spec)].key;
    return std::find(std::begin(grouping), std::end(grouping), key) != std::end(grouping);
}

void RegisterReader::leave_out(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry,
                               Phrase why) {
    doubt(row, c, cell, {}, std::move(why));
    entry.notes.push_back(columns_.headings[c] + ": " + cell);
}

void RegisterReader::take(const SheetRow& row, std::size_t c, const ColumnSpec& spec, const std::string& cell,
                          Entry& entry) {
    switch (spec.form) {
        case F::id:
            return take_id(row, c, cell, entry);
        case F::text:
            return entry.set(spec.key, cell);
        case F::code: {
            const auto code = half_width(cell);
            rewritten(row, c, cell, code, "import.half_width");
            return entry.set(spec.key, code);
        }
        case F::whole:
            if (const auto number = whole_of(cell)) {
                const auto text = std::to_string(*number);
                rewritten(row, c, cell, text, "import.read_as_number");
                return entry.set(spec.key, text, text);
            }
            return leave_out(row, c, cell, entry, say("import.not_a_number"));
        case F::date:
            if (const auto date = date_of(cell)) {
                rewritten(row, c, cell, to_string(*date), "import.read_as_date");
                return entry.set(spec.key, to_string(*date), to_string(*date));
            }
            return leave_out(row, c, cell, entry, say("import.not_a_date"));
        case F::birthday:
            return take_birthday(row, c, cell, entry);
        case F::person:
            if (const auto person = team::find_person(team_, cell))
                return entry.set(spec.key, team_[*person].id);
            return leave_out(row, c, cell, entry, say("import.unknown_person"));
        case F::unit:
            if (const auto unit = team::find_unit(team_, cell)) return entry.set(spec.key, team_[*unit].id);
            return leave_out(row, c, cell, entry, say("import.unknown_unit"));
        case F::list:
            return entry.set(spec.key, cell, as_list(cell));
    }
}

void RegisterReader::take_id(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry) {
    const auto id = as_id(half_width(cell));
    rewritten(row, c, cell, id, "import.read_as_id");
    entry.set("id", id);
}

void RegisterReader::take_birthday(const SheetRow& row, std::size_t c, const std::string& cell,
                                   Entry& entry) {
    const std::string text = half_width(cell);
    if (const auto date = date_of(text)) {
        rewritten(row, c, cell, to_string(*date), "import.read_as_date");
        return entry.set("birthday", to_string(*date), to_string(*date));
    }
    if (const auto birthday = parse_birthday(text)) return entry.set("birthday", text, text);
    leave_out(row, c, cell, entry, say("import.not_a_date"));
}

std::string RegisterReader::as_list(const std::string& cell) {
    std::string text = cell;
    for (const std::string_view sign : {"、", "，", "；", ";", "/"}) {
        for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1))
            text.replace(at, sign.size(), ",");
    }
    std::vector<std::string> items;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(',', start), text.size());
        if (const auto item = tidied(std::string_view{text}.substr(start, end - start)); !item.empty())
            items.push_back(yaml::quoted_scalar(item));
        start = end + 1;
    }
    return "[" + joined(items, ", ") + "]";
}

void RegisterReader::check_twice(const SheetRow& row, const Entry& entry) {
    const auto serial = entry.value("serial");
    if (serial.empty()) return;
    const auto [at, is_new] = serials_.emplace(serial, row.number);
    if (is_new) return;
    for (std::size_t c = 0; c < columns_.spec.size(); ++c) {
        if (columns_.spec[c] >= 0 && specs_[static_cast<std::size_t>(columns_.spec[c])].key == "serial")
            doubt(row, c, serial, serial, say("import.twice", std::to_string(at->second)));
    }
}

void RegisterReader::give_id(Entry& entry) {
    auto id = entry.value("id");
    if (!id.empty()) {
        const auto [at, is_new] = ids_.emplace(id, entry.row);
        if (is_new) return;
        intake_.doubts.push_back(
            {entry.row,
             0,
             {},
             id,
             {},
             at->second == 0 ? say("import.id_known") : say("import.id_twice", std::to_string(at->second))});
        entry.values.erase("id");
        return;
    }
    const auto of_class = kind_.people ? std::string{} : as_id(entry.value("class"));
    const auto stem = of_class.empty() ? as_id(entry.value("name")) : of_class;
    std::string made = of_class.empty() ? stem : stem + "-1";
    for (int number = 2; ids_.contains(made); ++number) made = fmt::format("{}-{}", stem, number);
    ids_.emplace(made, entry.row);
    entry.set("id", made);
    intake_.doubts.push_back({entry.row, 0, {}, entry.value("name"), made, say("import.made_id")});
}

void RegisterReader::make_preview() {
    intake_.preview = {};
    intake_.preview.id = "entries";
    intake_.preview.caption = say("import.preview");
    std::vector<std::string_view> keys;
    for (const auto& spec : specs_) {
        const bool used = std::any_of(entries_.begin(), entries_.end(),
                                      [&](const Entry& e) { return e.values.contains(spec.key); });
        // Telephone numbers go into the file, not onto the screen.
        if (!used || spec.key == "phone" || spec.key == "note") continue;
        keys.push_back(spec.key);
        intake_.preview.columns.push_back(
            {std::string{spec.key},
             bilingual(spec.headings.empty() ? spec.key : spec.headings.front(), spec.key),
             ColumnType::text});
    }
    for (const auto& entry : entries_) {
        std::vector<Cell> cells;
        for (const auto key : keys) cells.emplace_back(entry.value(key));
        intake_.preview.rows.push_back(std::move(cells));
    }
}

}  // namespace teamctl::intake
