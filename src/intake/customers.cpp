// A list of customers: a `customer` record each.
#include <fmt/format.h>

#include <set>

#include "base/id.hpp"
#include "base/text.hpp"
#include "intake/readers.hpp"
#include "intake/register_reader.hpp"
#include "team/fixed_words.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"

namespace teamctl::intake {
namespace {

const std::vector<ColumnSpec>& customer_columns() {
    using C = CellForm;
    static const std::vector<ColumnSpec> specs{
        {"id", C::id, {"编号", "客户编号", "客户编码", "customerid", "customerno"}},
        {"name", C::text, {"客户姓名", "客户名称", "姓名", "名称", "客户", "customer", "customername"}},
        {"phone",
         C::code,
         {"电话", "手机", "手机号", "手机号码", "联系电话", "客户电话", "mobile", "telephone", "tel"}},
        {"channel", C::text, {"渠道", "来源", "来源渠道", "客户来源", "source"}},
        {"owner",
         C::person,
         {"负责人", "业务员", "归属人", "跟进人", "销售", "销售人员", "sales", "salesperson", "who"}},
        {"need", C::text, {"需求", "客户需求", "意向", "意向产品", "needs", "interest"}},
        {"stage", C::text, {"进展", "状态", "客户状态", "跟进状态", "阶段", "state", "status"}},
        {"territory", C::text, {"区域", "片区", "所属区域", "region", "area"}},
        {"last", C::date, {"上次联系", "上次联系日期", "最近联系", "最近跟进", "最后跟进", "lastcontact"}},
        {"next",
         C::date,
         {"下次联系", "下次联系日期", "下次跟进", "下次跟进日期", "nextcontact", "followup"}},
        {"closed", C::date, {"结案日期", "成交日期", "closedon", "closingdate"}},
        {"renew_on", C::date, {"续费日期", "到期日期", "到期日", "续约日期", "renewal", "renewaldate"}},
        {"date", C::date, {"登记日期", "登记时间", "创建日期", "创建时间", "日期", "registered", "created"}},
        {"note", C::text, {"备注", "说明", "remarks", "remark", "notes"}},
    };
    return specs;
}

/// The customers that are registered already.
struct KnownCustomers {
    std::set<std::string> ids;
    std::set<std::pair<std::string, std::string>> people;  ///< name and telephone

    explicit KnownCustomers(const team::Team& team) {
        for (const auto& record : team.records) {
            if (!record.is("customer")) continue;
            ids.emplace(record.text("id"));
            people.emplace(record.text("name"), record.text("phone"));
        }
    }
    /// `c261123-zhangwei-7k2`: as `log` makes them, the end drawn from who it is: of two people who import
    /// lists apart, different customers have different ids, and the same customer has the same one.
    std::string fresh_id(Date date, const std::string& owner,
                         const std::pair<std::string, std::string>& person) {
        const auto day = to_string(date);
        const auto stem =
            fmt::format("c{}{}{}-{}-", day.substr(2, 2), day.substr(5, 2), day.substr(8, 2), owner);
        std::uint64_t drawn = 0xCBF2'9CE4'8422'2325;  // FNV-1a: the same on every machine
        for (const char byte : person.first + "\n" + person.second)
            drawn = (drawn ^ static_cast<unsigned char>(byte)) * 0x100'0000'01B3;
        for (;; ++drawn) {
            const auto end = end_of_id(drawn);
            if (!end.empty() && !ids.contains(stem + end)) return stem + end;
        }
    }
};

/// One row while it becomes records.
struct CustomerRow {
    const Entry& entry;
    const Request& request;
    Intake& intake;
    std::string id = {};
    Date registered{};
    std::optional<Date> last = {};  ///< the last contact, where it may be written

    bool doubt(std::string cell, std::string taken, Phrase why) {
        intake.doubts.push_back({entry.row, 0, {}, std::move(cell), std::move(taken), std::move(why)});
        return false;
    }
    /// As the file writes the keys of these that the row has.
    void add(std::vector<team::WrittenField>& fields, std::initializer_list<std::string_view> keys) const {
        for (const auto key : keys) {
            const auto at = entry.written.find(key);
            if (at != entry.written.end()) fields.push_back({key, at->second});
        }
    }
};

/// The last contact, where it lies between the registration and today.
void take_last(CustomerRow& row) {
    const auto text = row.entry.value("last");
    row.last = parse_date(text);
    if (!row.last || (row.registered <= *row.last && *row.last <= row.request.today)) return;
    row.doubt(text, {}, say("import.last_not_between"));
    row.last.reset();
}

/// How far it was with the customer: `new`, `contacted`, how it ended; empty for what the row does not say.
/// A word of another program's own is kept in the note.
std::string take_stage(CustomerRow& row, std::vector<std::string>& notes) {
    static const std::vector<std::string> stages{"new", "contacted", "won", "lost", "invalid"};
    const auto text = row.entry.value("stage");
    if (text.empty()) return {};
    std::string stage{team::word_in(text, stages)};
    if (stage.empty()) {
        row.doubt(text, text, say("import.into_note"));
        notes.push_back(text);
    }
    if (stage == "new" && row.last) row.doubt(text, {}, say("import.stage_against_last"));
    return stage;
}

/// What was recorded after the registration: the last contact, and how it ended.
void add_what_followed(CustomerRow& row, const std::string& stage) {
    const std::string id = yaml::quoted_scalar(row.id);
    Date latest = row.last.value_or(row.registered);
    if (!row.last && stage == "contacted")
        row.doubt(row.entry.value("stage"), {}, say("import.stage_no_day", latest));
    if (row.last || stage == "contacted") {
        std::vector<team::WrittenField> contact;
        contact.push_back({"who", yaml::quoted_scalar(row.entry.value("owner"))});
        contact.push_back({"customer", id});
        row.add(contact, {"next"});
        row.intake.records.push_back({latest, team::record_line("contact", contact)});
    }
    if (stage.empty() || stage == "new" || stage == "contacted") return;
    const auto closed = parse_date(row.entry.value("closed"));
    const bool fits = closed && latest <= *closed && *closed <= row.request.today;
    if (!fits) row.doubt(row.entry.value("stage"), {}, say("import.stage_no_day", latest));
    row.intake.records.push_back(
        {fits ? *closed : latest,
         team::record_line("customer_closed", {{"customer", id}, {"outcome", stage}})});
}

/// Whether the entry becomes records; it has said why not.
bool take_customer(const Entry& entry, const Request& request, KnownCustomers& known, Intake& intake) {
    CustomerRow row{entry, request, intake};
    const auto doubt = [&](std::string cell, std::string taken, Phrase why) {
        return row.doubt(std::move(cell), std::move(taken), std::move(why));
    };
    const auto name = entry.value("name");
    const auto owner = entry.value("owner");
    if (owner.empty()) return doubt(name, {}, say("import.no_owner"));
    const std::pair person{name, entry.value("phone")};
    if (known.people.contains(person)) return doubt(name, {}, say("import.customer_known"));
    const auto date = parse_date(entry.value("date")).value_or(request.today);
    auto id = entry.value("id");
    if (!id.empty() && known.ids.contains(id)) return doubt(id, {}, say("import.id_known"));
    if (id.empty()) id = known.fresh_id(date, owner, person);
    known.ids.insert(id);
    known.people.insert(person);
    row.id = id;
    row.registered = date;
    take_last(row);
    std::vector<std::string> notes;
    if (!entry.value("note").empty()) notes.push_back(entry.value("note"));
    const auto stage = take_stage(row, notes);
    std::vector<team::WrittenField> fields{{"id", yaml::quoted_scalar(id)}};
    row.add(fields, {"name", "phone", "channel", "owner", "need", "territory"});
    if (!row.last && stage != "contacted") row.add(fields, {"next"});
    row.add(fields, {"renew_on"});
    const std::string note = joined(notes, "; ");
    if (!note.empty()) fields.push_back({"note", yaml::quoted_scalar(note)});
    intake.records.push_back({date, team::record_line("customer", fields)});
    add_what_followed(row, stage);
    return true;
}

}  // namespace

Intake read_customers(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    RegisterReader reader{request, team, {customer_columns(), "name", false, false}, intake};
    reader.read(*sheet);
    KnownCustomers known{team};
    reader.keep([&](const Entry& entry) { return take_customer(entry, request, known, intake); });
    return intake;
}

}  // namespace teamctl::intake
