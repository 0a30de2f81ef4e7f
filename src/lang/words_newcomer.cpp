// What reports say of newcomers and their lists.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_newcomer() {
    static constexpr Word words[] = {
        {"newcomer.title", "{0}：{1}", "{0}: {1}"},
        {"newcomer.joined", "{0:day}入职", "joined on {0:day}"},
        {"newcomer.joins", "{0:day}入职，还没到", "joins on {0:day}"},
        {"newcomer.left", "{0:day}离职", "left on {0:day}"},
        {"newcomer.mentor", "师傅{0}", "mentor {0}"},
        {"newcomer.no_mentor", "没有师傅", "no mentor"},
        {"newcomer.progress", "{1} 项做完 {0} 项", "{0} of {1} done"},
        {"newcomer.overdue", "逾期 {0} 项", "{0} overdue"},
        {"newcomer.step", "{0}（{1}）", "{0} ({1})"},
        {"newcomer.done_on", "{0:day}做完", "done on {0:day}"},
        {"newcomer.due_on", "{0:day}前", "by {0:day}"},
        {"newcomer.was_due", "{0:day}到期，已过 {1} 天", "due on {0:day}, {1} {1:day|days} ago"},
        {"newcomer.later", "还有 {0} 项没到日子，全部的见 teamctl checklist {1}",
         "{0} more {0:is|are} not due yet; all of them: teamctl checklist {1}"},
        {"newcomer.none", "现在没有新人。", "There is no newcomer."},
        {"newcomer.next", "{0:day} {1}", "{0:day}: {1}"},
        {"newcomer.all_done", "都做完了", "all done"},
        {"newcomer.gone", "已离职", "left"},
        {"newcomer.heading", "新人", "Newcomers"},
        {"newcomer.column.newcomer", "新人", "Newcomer"},
        {"newcomer.column.list", "清单", "Checklist"},
        {"newcomer.column.joined", "入职", "Joined"},
        {"newcomer.column.mentor", "师傅", "Mentor"},
        {"newcomer.column.items", "共", "Items"},
        {"newcomer.column.done", "做完", "Done"},
        {"newcomer.column.overdue", "逾期", "Overdue"},
        {"newcomer.column.next", "下一项", "Next"},
    };
    return words;
}

}  // namespace teamctl::lang
