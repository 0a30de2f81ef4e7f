// Lists of things and of people: an asset register, a roster. A row becomes an entry, a cell a key.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "intake/cells.hpp"
#include "intake/columns.hpp"
#include "intake/readers.hpp"
#include "team/people.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

using F = CellForm;

const std::vector<ColumnSpec>& asset_columns() {
    static const std::vector<ColumnSpec> specs{
        {"id",
         F::id,
         {"资产编号", "编号", "设备编号", "资产编码", "编码", "固定资产编号", "assetid", "assetno", "code"}},
        {"name", F::text, {"名称", "资产名称", "设备名称", "品名", "assetname", "device"}},
        {"class", F::text, {"类别", "分类", "资产类别", "设备类别", "类型", "设备类型", "category", "type"}},
        {"system", F::text, {"系统", "所属系统"}},
        {"site", F::text, {"站点", "地点", "所属站点", "网点", "油站", "加油站", "branch"}},
        {"location",
         F::text,
         {"位置", "存放地点", "存放位置", "安装位置", "安装地点", "使用地点", "place", "room"}},
        {"quantity", F::whole, {"数量", "台数", "qty", "count"}},
        {"maker", F::text, {"厂家", "生产厂家", "制造商", "厂商", "品牌", "manufacturer", "brand"}},
        {"model", F::code, {"型号", "规格型号", "设备型号", "规格", "modelno"}},
        {"serial", F::code, {"序列号", "出厂编号", "机身号", "sn", "s/n", "serialno", "serialnumber"}},
        {"label", F::code, {"标签号", "标签", "资产标签", "tag"}},
        {"owner", F::person, {"责任人", "使用人", "保管人", "负责人", "custodian", "user"}},
        {"installed",
         F::date,
         {"安装日期", "启用日期", "投用日期", "购置日期", "购入日期", "installdate", "purchased",
          "purchasedate"}},
        {"warranty",
         F::date,
         {"质保期至", "质保到期", "保修期至", "保修到期", "保修截止", "质保期", "保修期", "warrantyuntil",
          "warrantyend"}},
        {"inspect_every", F::whole, {"检验周期", "法定检验周期"}},
        {"inspected", F::date, {"上次检验日期", "检验日期", "年检日期", "lastinspection"}},
        {"min_stock", F::whole, {"最低库存", "备件最低库存", "minimumstock"}},
        {"note", F::text, {"备注", "说明", "remarks", "remark", "notes"}},
    };
    return specs;
}

const std::vector<ColumnSpec>& roster_columns() {
    static const std::vector<ColumnSpec> specs{
        {"id", F::id, {"编号", "工号", "员工编号", "人员编号", "employeeid", "staffno"}},
        {"name", F::text, {"姓名", "员工姓名", "名字", "fullname"}},
        {"unit", F::unit, {"部门", "所属部门", "组别", "班组", "所属单位", "department", "team"}},
        {"position", F::text, {"职务", "岗位", "职位", "title", "jobtitle"}},
        {"reports_to", F::person, {"上级", "直接上级", "主管", "manager"}},
        {"joined", F::date, {"入职日期", "入职时间", "到岗日期", "hiredate", "startdate"}},
        {"left", F::date, {"离职日期", "离职时间", "enddate"}},
        {"birthday", F::birthday, {"生日", "出生日期", "出生年月日", "dateofbirth", "birthdate"}},
        {"skills", F::list, {"技能", "skill"}},
        {"mentor", F::person, {"师傅", "导师", "带教人"}},
        {"territory", F::text, {"负责区域", "区域", "片区"}},
        {"phone", F::code, {"电话", "手机", "手机号", "手机号码", "联系电话", "mobile", "telephone"}},
        {"email", F::code, {"邮箱", "电子邮箱", "e-mail", "mail"}},
        {"note", F::text, {"备注", "说明", "remarks", "remark"}},
    };
    return specs;
}

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

class RegisterReader {
  public:
    RegisterReader(const Request& request, const team::Team& team, const std::vector<ColumnSpec>& specs,
                   Intake& intake)
        : request_{request}, team_{team}, specs_{specs}, intake_{intake} {}

    /// Ids that stand in the team already.
    void know(const std::string& id) { ids_[id] = 0; }
    void read(const Sheet& sheet) {
        const auto columns = find_columns(sheet, specs_, intake_.doubts);
        if (!columns) {
            intake_.problem = say("import.no_header", heading_examples());
            return;
        }
        columns_ = *columns;
        for (std::size_t i = columns_.header + 1; i < sheet.rows.size(); ++i) read_row(sheet.rows[i]);
        for (auto& entry : entries_) give_id(entry);
        std::erase_if(entries_, [](const Entry& entry) { return entry.value("id").empty(); });
        intake_.facts.emplace_back(say("import.header_row"),
                                   Cell{std::to_string(sheet.rows[columns_.header].number)});
        intake_.facts.emplace_back(say("import.taken"), Cell{static_cast<std::int64_t>(entries_.size())});
        intake_.facts.emplace_back(say("import.blank_rows"), Cell{static_cast<std::int64_t>(blank_)});
        make_preview();
    }
    /// The entries as YAML, one a line.
    std::string lines(std::string_view indent) const {
        std::string out;
        for (const auto& entry : entries_) {
            std::string fields;
            for (const auto& spec : specs_) {
                const auto at = entry.written.find(spec.key);
                if (at == entry.written.end()) continue;
                fields += (fields.empty() ? "" : ", ") + std::string{spec.key} + ": " + at->second;
            }
            out += fmt::format("{}- {{{}}}\n", indent, fields);
        }
        return out;
    }
    bool empty() const { return entries_.empty(); }

  private:
    bool of_people() const { return &specs_ == &roster_columns(); }
    bool known_person(const std::string& name) const {
        return std::any_of(team_.people.begin(), team_.people.end(),
                           [&](const auto& person) { return person.name == name; });
    }
    std::string heading_examples() const {
        std::vector<std::string> words;
        for (const auto& spec : specs_)
            words.emplace_back(spec.headings.empty() ? spec.key : spec.headings.front());
        return joined(words, ", ");
    }
    void doubt(const SheetRow& row, std::size_t column, std::string cell, std::string taken, Phrase why) {
        const bool named = column < columns_.headings.size();
        intake_.doubts.push_back({row.number, column + 1, named ? columns_.headings[column] : std::string{},
                                  std::move(cell), std::move(taken), std::move(why)});
    }
    /// The cell says the same in another form.
    void rewritten(const SheetRow& row, std::size_t column, const std::string& cell, const std::string& taken,
                   std::string_view why) {
        if (cell == taken) return;
        doubt(row, column, cell, taken, Phrase{std::string{why}, {}});
        intake_.doubts.back().plain = true;
    }
    void doubt_row(const SheetRow& row, Phrase why) {
        intake_.doubts.push_back({row.number, 0, {}, tidied(joined(row.cells, " ")), {}, std::move(why)});
    }
    /// The header once more, as on each printed page.
    bool repeats_header(const SheetRow& row) const {
        for (std::size_t c = 0; c < columns_.headings.size(); ++c) {
            if (tidied(row.cell(c)) != columns_.headings[c]) return false;
        }
        return true;
    }
    void read_row(const SheetRow& row) {
        if (row.blank()) {
            ++blank_;
            return;
        }
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
        if (entry.value("name").empty()) return doubt_row(row, say("import.no_name"));
        if (!entry.notes.empty()) {
            const auto own = entry.value("note");
            if (!own.empty()) entry.notes.insert(entry.notes.begin(), own);
            entry.set("note", joined(entry.notes, "; "));
        }
        const bool same_name = of_people() && entry.value("id").empty() && known_person(entry.value("name"));
        if (same_name) return doubt_row(row, say("import.person_known"));
        check_twice(row, entry);
        entries_.push_back(std::move(entry));
    }
    void read_cell(const SheetRow& row, std::size_t c, Entry& entry) {
        const int spec = c < columns_.spec.size() ? columns_.spec[c] : -1;
        std::string cell = tidied(row.cell(c));
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
    /// What a blank cell repeats, where that is asked for; else it is said once for each run of blanks.
    std::string from_above(const SheetRow& row, std::size_t c) {
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
    /// Exported merged cells leave all but the first row blank; only what groups rows is ever merged.
    static constexpr std::string_view grouping[] = {"class", "system", "site", "location", "unit"};
    bool may_be_merged(int spec) const {
        const auto key = specs_[static_cast<std::size_t>(spec)].key;
        return std::find(std::begin(grouping), std::end(grouping), key) != std::end(grouping);
    }
    void leave_out(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry, Phrase why) {
        doubt(row, c, cell, {}, std::move(why));
        entry.notes.push_back(columns_.headings[c] + ": " + cell);
    }
    void take(const SheetRow& row, std::size_t c, const ColumnSpec& spec, const std::string& cell,
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
                if (const auto unit = team::find_unit(team_, cell))
                    return entry.set(spec.key, team_[*unit].id);
                return leave_out(row, c, cell, entry, say("import.unknown_unit"));
            case F::list:
                return entry.set(spec.key, cell, as_list(cell));
        }
    }
    void take_id(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry) {
        const auto id = as_id(half_width(cell));
        rewritten(row, c, cell, id, "import.read_as_id");
        entry.set("id", id);
    }
    void take_birthday(const SheetRow& row, std::size_t c, const std::string& cell, Entry& entry) {
        const std::string text = half_width(cell);
        if (const auto date = date_of(text)) {
            rewritten(row, c, cell, to_string(*date), "import.read_as_date");
            return entry.set("birthday", to_string(*date), to_string(*date));
        }
        if (const auto birthday = parse_birthday(text)) return entry.set("birthday", text, text);
        leave_out(row, c, cell, entry, say("import.not_a_date"));
    }
    static std::string as_list(const std::string& cell) {
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
    /// Serial numbers are one of a kind; two rows with the same are worth a look.
    void check_twice(const SheetRow& row, const Entry& entry) {
        const auto serial = entry.value("serial");
        if (serial.empty()) return;
        const auto [at, is_new] = serials_.emplace(serial, row.number);
        if (is_new) return;
        for (std::size_t c = 0; c < columns_.spec.size(); ++c) {
            if (columns_.spec[c] >= 0 && specs_[static_cast<std::size_t>(columns_.spec[c])].key == "serial")
                doubt(row, c, serial, serial, say("import.twice", std::to_string(at->second)));
        }
    }
    /// Ids that the sheet gives stand; one given twice is left out, the first row keeps it. Rows without one
    /// get their class or name and a number.
    void give_id(Entry& entry) {
        auto id = entry.value("id");
        if (!id.empty()) {
            const auto [at, is_new] = ids_.emplace(id, entry.row);
            if (is_new) return;
            intake_.doubts.push_back({entry.row,
                                      0,
                                      {},
                                      id,
                                      {},
                                      at->second == 0 ? say("import.id_known")
                                                      : say("import.id_twice", std::to_string(at->second))});
            entry.values.erase("id");
            return;
        }
        const auto of_class = of_people() ? std::string{} : as_id(entry.value("class"));
        const auto stem = of_class.empty() ? as_id(entry.value("name")) : of_class;
        std::string made = of_class.empty() ? stem : stem + "-1";
        for (int number = 2; ids_.contains(made); ++number) made = fmt::format("{}-{}", stem, number);
        ids_.emplace(made, entry.row);
        entry.set("id", made);
        intake_.doubts.push_back({entry.row, 0, {}, entry.value("name"), made, say("import.made_id")});
    }
    void make_preview() {
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
                 verbatim(std::string{spec.headings.empty() ? spec.key : spec.headings.front()}),
                 ColumnType::text});
        }
        for (const auto& entry : entries_) {
            std::vector<Cell> cells;
            for (const auto key : keys) cells.emplace_back(entry.value(key));
            intake_.preview.rows.push_back(std::move(cells));
        }
    }

    const Request& request_;
    const team::Team& team_;
    const std::vector<ColumnSpec>& specs_;
    Intake& intake_;
    Columns columns_;
    std::vector<Entry> entries_;
    std::map<std::size_t, std::pair<std::string, bool>>
        above_;                               ///< by column: the last cell, and whether blanks below are said
    std::map<std::string, std::size_t> ids_;  ///< and the row that has it; 0: in the team
    std::map<std::string, std::size_t> serials_;  ///< and the row
    std::set<std::size_t> strange_columns_;
    std::size_t blank_ = 0;
};

}  // namespace

Intake read_assets(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    RegisterReader reader{request, team, asset_columns(), intake};
    for (const auto& asset : team.assets) reader.know(asset.id);
    reader.read(*sheet);
    if (!reader.empty())
        intake.files.push_back({"assets/" + as_id(request.name) + ".yaml", reader.lines("")});
    return intake;
}

Intake read_roster(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    RegisterReader reader{request, team, roster_columns(), intake};
    for (const auto& person : team.people) reader.know(person.id);
    reader.read(*sheet);
    if (!reader.empty())
        intake.files.push_back({"roster/" + as_id(request.name) + ".yaml", "people:\n" + reader.lines("  ")});
    return intake;
}

}  // namespace teamctl::intake
