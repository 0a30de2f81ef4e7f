// An asset register and a roster.
#include <algorithm>

#include "intake/columns.hpp"
#include "intake/readers.hpp"
#include "intake/register_reader.hpp"

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
        {"stock", F::whole, {"现有数量", "现存数量"}},
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
        {"counted", F::date, {"盘点日期", "盘点日", "counteddate", "stocktake"}},
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

/// The file that is made, after the one that is read.
std::string file_name(const Request& request, std::string_view otherwise) {
    const auto name = as_id(request.name);
    return (name.empty() ? std::string{otherwise} : name) + ".yaml";
}

}  // namespace

Intake read_assets(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    RegisterReader reader{
        request, team, {asset_columns(), "name", true, false, "import.no_name", "stock"}, intake};
    for (const auto& asset : team.assets) reader.know(asset.id);
    reader.read(*sheet);
    // What is in stock now comes of records: export writes it beside the quantity that the register gives.
    for (const auto& entry : reader.entries()) {
        const auto stock = entry.value("stock");
        const auto quantity = entry.value("quantity");
        if (!stock.empty() && stock != (quantity.empty() ? "1" : quantity))
            intake.doubts.push_back({entry.row, 0, {}, stock, {}, say("import.stock_differs")});
    }
    if (!reader.empty())
        intake.files.push_back({"assets/" + file_name(request, "assets"), reader.lines(""), reader.rows()});
    return intake;
}

Intake read_roster(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    RegisterReader reader{request, team, {roster_columns(), "name", true, true}, intake};
    for (const auto& person : team.people) reader.know(person.id);
    reader.read(*sheet);
    if (!reader.empty())
        intake.files.push_back(
            {"roster/" + file_name(request, "people"), "people:\n" + reader.lines("  "), reader.rows(1)});
    return intake;
}

std::vector<std::string> units_named(const Request& request) {
    Intake none;
    std::vector<std::string> names;
    const auto sheet = take_sheet(request, none);
    if (!sheet) return names;
    const auto columns = find_columns(*sheet, roster_columns(), none.doubts);
    if (!columns) return names;
    for (std::size_t r = columns->header + 1; r < sheet->rows.size(); ++r) {
        for (std::size_t c = 0; c < columns->spec.size(); ++c) {
            const auto spec = columns->spec[c];
            if (spec < 0 || roster_columns()[static_cast<std::size_t>(spec)].form != F::unit) continue;
            const auto name = tidied(sheet->text(sheet->rows[r], c));
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
    }
    return names;
}

}  // namespace teamctl::intake
