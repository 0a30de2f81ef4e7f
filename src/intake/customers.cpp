// A list of customers: a `customer` record each.
#include <fmt/format.h>

#include <set>

#include "base/text.hpp"
#include "intake/readers.hpp"
#include "intake/register_reader.hpp"
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
        {"territory", C::text, {"区域", "片区", "所属区域", "region", "area"}},
        {"next",
         C::date,
         {"下次联系", "下次联系日期", "下次跟进", "下次跟进日期", "nextcontact", "followup"}},
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
    /// `c261123-zhangwei-1`: as `log` makes them, with a number that is free.
    std::string fresh_id(Date date, const std::string& owner) {
        const auto day = to_string(date);
        const auto stem =
            fmt::format("c{}{}{}-{}-", day.substr(2, 2), day.substr(5, 2), day.substr(8, 2), owner);
        int number = 1;
        while (ids.contains(stem + std::to_string(number))) ++number;
        return stem + std::to_string(number);
    }
};

/// Whether the entry becomes a record; it has said why not.
bool take_customer(const Entry& entry, const Request& request, KnownCustomers& known, Intake& intake) {
    const auto doubt = [&](std::string cell, std::string taken, Phrase why) {
        intake.doubts.push_back({entry.row, 0, {}, std::move(cell), std::move(taken), std::move(why)});
        return false;
    };
    const auto name = entry.value("name");
    const auto owner = entry.value("owner");
    if (owner.empty()) return doubt(name, {}, say("import.no_owner"));
    const std::pair person{name, entry.value("phone")};
    if (known.people.contains(person)) return doubt(name, {}, say("import.customer_known"));
    const auto date = parse_date(entry.value("date")).value_or(request.today);
    auto id = entry.value("id");
    if (!id.empty() && known.ids.contains(id)) return doubt(id, {}, say("import.id_known"));
    if (id.empty()) id = known.fresh_id(date, owner);
    known.ids.insert(id);
    known.people.insert(person);
    std::vector<team::WrittenField> fields{{"id", yaml::quoted_scalar(id)}};
    for (const std::string_view key :
         {"name", "phone", "channel", "owner", "need", "territory", "next", "renew_on", "note"}) {
        const auto at = entry.written.find(key);
        if (at != entry.written.end()) fields.push_back({key, at->second});
    }
    intake.records.push_back({date, team::record_line("customer", fields)});
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
