// What the checklist command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_checklist() {
    static constexpr Word words[] = {
        {"checklist.title", "{0} {1} 检查清单", "{0}: checklists, {1}"},
        {"checklist.title_one", "{0} {1} {2}", "{0}: {1}, {2}"},
        {"checklist.none", "没有要做的检查。", "No checklist is due."},
        {"checklist.of_asset", "{0}：{1}", "{0}: {1}"},
        {"checklist.of_meeting", "{0}（{1:day} {2}）", "{0} ({2} on {1:day})"},
        {"checklist.any_of", "{0} 人中任一人", "any of {0}"},
        {"checklist.nobody_on_duty", "没有排值班", "nobody on duty"},
        {"checklist.on", "{0}", "{0}"},
        {"checklist.by_time", "{0} {1} 前", "{0} by {1}"},
        {"checklist.wrong_items", "{0} 项有问题", "{0} {0:finding|findings}"},
        {"checklist.window", "{0:day}至{1:day}", "{0:day} to {1:day}"},
        {"checklist.window_by", "{0:day}至{1:day} {2} 前", "{0:day} to {1:day}, {2}"},
        {"checklist.between", "{0}～{1}{2}", "{0} to {1}{2}"},
        {"checklist.at_least", "至少 {0}{1}", "at least {0}{1}"},
        {"checklist.at_most", "最多 {0}{1}", "at most {0}{1}"},
        {"checklist.unit", "{0}", "{0}"},
        {"checklist.item_limits", "{0}（{1}）", "{0} ({1})"},
        {"checklist.item_reading", "{0}：{1}{2}", "{0}: {1}{2}"},
        {"checklist.item_out", "{0}：{1}{2}，超限", "{0}: {1}{2}, out of limits"},
        {"checklist.item_failed", "{0}：不合格", "{0}: failed"},
        {"checklist.item_blank", "{0} ________ {1}", "{0} ________ {1}"},
        {"checklist.on_occasion", "不按日子来，办一次记一次：teamctl log check list={0} by=… note=…",
         "On no fixed day; each time it is done: teamctl log check list={0} by=... note=..."},
        {"checklist.open_ticket", "开工单：{0}", "To open a ticket: {0}"},
        {"checklist.ticket_out", "teamctl log ticket kind=fault{0} text='{1}'",
         "teamctl log ticket kind=fault{0} text='{1}'"},
        {"checklist.ticket_failed", "teamctl log ticket kind=fault{0} text='{1}：不合格'",
         "teamctl log ticket kind=fault{0} text='{1}: failed'"},
        {"checklist.ordered", "按顺序做，前一项没打勾不能做下一项。",
         "In order: no step before the one above it is ticked."},
        {"checklist.note", "备注：{0}", "Note: {0}"},
        {"checklist.state.open", "待做", "to do"},
        {"checklist.state.done", "已做", "done"},
        {"checklist.state.late", "超时完成", "done late"},
        {"checklist.state.missed", "没做", "missed"},
        {"checklist.column.due", "期限", "Due"},
        {"checklist.dealt_with", "{1} 项做了 {0} 项", "{0} of {1} items"},
        {"checklist.state.begun", "做了一部分", "begun"},
        {"checklist.column.list", "清单", "Checklist"},
        {"checklist.column.who", "谁做", "Who"},
        {"checklist.column.state", "情况", "State"},
        {"checklist.sum", "共 {0} 次，没做 {1} 次，有问题 {2} 次",
         "{0} {0:run|runs}, {1} missed, {2} with findings"},
        {"checklist.findings", "有问题的项", "Findings"},
        {"checklist.finding", "{0} {1}", "{0} {1}"},
    };
    return words;
}

}  // namespace teamctl::lang
