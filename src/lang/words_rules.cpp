#include "lang/lists.hpp"

namespace teamctl::lang {
namespace {

// Titles of metrics, and the steps of their arithmetic.
// clang-format off
constexpr Word rows[] = {
    {"metric.attendance_rate", "出勤率", "Attendance"},
    {"metric.late", "迟到", "Late"},
    {"metric.left_early", "早退", "Left early"},
    {"metric.absent", "缺席", "Absent"},
    {"metric.excused", "请假", "Excused"},
    {"metric.diaries", "交日记", "Diaries"},
    {"metric.diaries_late", "日记迟交", "Late diaries"},
    {"metric.diaries_missing", "日记未交", "Missing diaries"},
    {"metric.reviews", "日记批复", "Reviewed diaries"},
    {"metric.visits", "走访", "Visits"},
    {"metric.contacts", "跟进", "Follow-ups"},
    {"metric.follow_ups_overdue", "超期未跟进", "Overdue follow-ups"},
    {"metric.customers_new", "新客户", "New customers"},
    {"metric.customers_won", "成交客户", "Customers won"},
    {"metric.sales", "业绩", "Sales"},
    {"metric.refunds", "退款", "Refunds"},
    {"metric.refund_rate", "退款率", "Refund rate"},
    {"metric.target_ratio", "目标完成率", "Target reached"},
    {"metric.receivables", "应收款", "Receivables"},
    {"metric.commission", "提成", "Commission"},
    {"metric.complaints", "投诉", "Complaints"},
    {"metric.tickets_answered_in_time", "按时响应", "Answered in time"},
    {"metric.tickets_resolved_in_time", "按时解决", "Resolved in time"},
    {"metric.mistakes", "差错", "Mistakes"},
    {"metric.praise", "表扬", "Praise"},
    {"metric.suggestions", "建议", "Suggestions"},
    {"metric.suggestions_accepted", "采纳建议", "Suggestions accepted"},
    {"metric.score_exam", "考试", "Exams"},
    {"metric.score_lecture", "讲课评分", "Lectures"},
    {"metric.score_customer", "客户评分", "Customer score"},
    {"metric.score_appraisal", "测评", "Appraisal"},
    {"metric.score_skill", "技能测评", "Skills"},
    {"metric.training_minutes", "培训分钟", "Training minutes"},
    {"metric.checks_done", "完成检查", "Checks done"},
    {"metric.checks_missed", "漏做检查", "Checks missed"},
    {"metric.points", "积分", "Points"},
    {"metric.fines", "罚款", "Fines"},
    {"metric.turns", "{0} 次数", "Turns as {0}"},
    {"metric.turns_host", "主持次数", "Turns as host"},
    {"metric.turns_lecturer", "主讲次数", "Turns as lecturer"},
    {"metric.turns_backup", "备用主持次数", "Turns as backup"},
    {"metric.turns_duty", "值班次数", "Turns on duty"},
    {"metric.turns_recorder", "记录次数", "Turns as recorder"},
    {"evidence.present", "{0}到会", "{0}: present"},
    {"evidence.late", "{0}迟到", "{0}: late"},
    {"evidence.left_early", "{0}早退", "{0}: left early"},
    {"evidence.late_and_left_early", "{0}迟到又早退", "{0}: late and left early"},
    {"evidence.absent", "{0}缺席", "{0}: absent"},
    {"evidence.excused", "{0}请假", "{0}: excused"},
    {"evidence.excused_not_counted", "{0}请假，不计入应到", "{0}: excused, does not count as expected"},
    {"evidence.unnamed", "{0}到会名单里没有", "{0}: not on the list of those present"},
    {"evidence.turn", "{0}", "{0}"},
    {"evidence.recorded", "有记录", "recorded"},
    {"evidence.diary_late", "{0} 才交日记，截止 {1}", "diary handed in at {0}, due by {1}"},
    {"evidence.diary_missing", "没交日记，截止 {0}", "no diary by {0}"},
    {"evidence.deadline_late", "{0}：第 {1} 次，超时", "{0}: miss no. {1}, late"},
    {"evidence.deadline_missing", "{0}：第 {1} 次，缺", "{0}: miss no. {1}, missing"},
    {"evidence.rule", "规则 {0}", "rule {0}"},
    {"evidence.score", "{0} 分（百分制）", "{0} per cent of full marks"},
    {"evidence.overdue", "{0}：{1}该联系，已超 {2} 天", "{0}: due {1}, {2} {2:day|days} overdue"},
    {"evidence.deal", "成交 {0}", "deal {0}"},
    {"evidence.refund", "退款，成交 {0}", "refund of deal {0}"},
    {"evidence.payment", "回款，成交 {0}", "payment of deal {0}"},
    {"evidence.owed", "成交 {0} 未付", "deal {0}, not paid"},
    {"evidence.owed_until", "成交 {0} 未付，{1}到期", "deal {0}, not paid, due {1}"},
    {"evidence.target", "目标 {0}", "target {0}"},
    {"evidence.commission", "{0} × {1}", "{0} × {1}"},
    {"evidence.rounding", "最后四舍五入到分", "rounded to the fen, once, at the end"},
};
// clang-format on

}  // namespace

std::span<const Word> words_rules() {
    return rows;
}

}  // namespace teamctl::lang
