// What the roster command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_roster() {
    static constexpr Word words[] = {
        {"roster.title", "{0} 组织架构（{1:year}）", "{0}: organisation on {1:year}"},
        {"roster.people", "在职 {0} 人", "{0} {0:person|people}"},
        {"roster.sum", "在职 {0} 人，{1} 个单位", "{0} {0:person|people} in {1} {1:unit|units}"},
        {"roster.unit", "{0}（{1}）", "{0} ({1})"},
        {"roster.person", "{0}（{1}）", "{0} ({1})"},
        {"roster.count", "{0} 人", "{0} {0:person|people}"},
        {"roster.range", "应 {0}–{1} 人", "{0} to {1} meant"},
        {"roster.too_few", "人少了，至少 {0} 人", "too few, at least {0}"},
        {"roster.too_many", "人多了，最多 {0} 人", "too many, at most {0}"},
        {"roster.no_lead", "没有负责人", "nobody leads it"},
        {"roster.led_by", "负责人 {0}", "led by {0}"},
        {"roster.lead", "负责人", "lead"},
        {"roster.part_time", "兼职", "part-time"},
        {"roster.mentor", "师傅 {0}", "mentor {0}"},
        {"roster.until", "最后一天 {0:day}", "until {0:day}"},
        {"roster.without_unit", "不在任何单位", "In no unit"},
        {"roster.staffing", "人员配备", "Staffing"},
        {"roster.column.least", "至少", "At least"},
        {"roster.column.most", "最多", "At most"},
        {"roster.column.people", "在职", "People"},
        {"roster.column.away", "当天不在", "Away that day"},
        {"roster.column.missing", "还缺", "Missing"},
        {"roster.spans", "管理幅度", "Spans of control"},
        {"roster.levels", "层级", "Levels"},
        {"roster.level_count", "{0} {1} 人", "{0} ({1})"},
        {"roster.level.decision", "决策层", "Decision"},
        {"roster.level.management", "管理层", "Management"},
        {"roster.level.execution", "执行层", "Execution"},
        {"roster.level.none", "没写层级", "No level given"},
        {"roster.pairs", "黄金搭档", "Pairs"},
        {"roster.pair", "{0}＋{1}", "{0} and {1}"},
        {"roster.coming", "还没入职", "Not yet joined"},
        {"roster.left", "已经离开", "Left"},
        {"roster.joins_on", "{0}：{1:year}入职", "{0}: joins on {1:year}"},
        {"roster.left_on", "{0}：最后一天 {1:year}", "{0}: last day {1:year}"},
        {"roster.column.id", "编号", "Id"},
        {"roster.column.who", "姓名", "Name"},
        {"roster.column.unit", "单位", "Unit"},
        {"roster.column.position", "职务", "Position"},
        {"roster.column.level", "层级", "Level"},
        {"roster.column.reports_to", "上级", "Reports to"},
        {"roster.column.joined", "入职", "Joined"},
        {"roster.column.left", "离开", "Left"},
        {"roster.column.state", "状态", "State"},
        {"roster.column.reports", "直接下属", "Reports"},
        {"roster.column.names", "名单", "Who they are"},
    };
    return words;
}

}  // namespace teamctl::lang
