// What the records command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_records() {
    static constexpr Word words[] = {
        {"choice.appraisal", "考评", "appraisal"},
        {"choice.complaint", "投诉", "complaint"},
        {"choice.customer", "客户评分", "by customers"},
        {"choice.exam", "考试", "exam"},
        {"choice.fault", "故障", "fault"},
        {"choice.incident", "突发事件", "incident"},
        {"choice.invalid", "无效", "invalid"},
        {"choice.lecture", "讲课", "lecture"},
        {"choice.lost", "流失", "lost"},
        {"choice.operating", "操作差错", "operating error"},
        {"choice.principle", "原则性错误", "error of principle"},
        {"choice.request", "请求", "request"},
        {"choice.skill", "技能", "skill"},
        {"choice.won", "成交", "won"},
        {"records.title", "{0} {1} 记录", "{0}: records, {1}"},
        {"records.title_kind", "{0} {2} {1}", "{0}: {1}, {2}"},
        {"records.count", "共 {0} 条", "{0} {0:record|records}"},
        {"records.column.date", "日期", "Date"},
        {"records.column.at", "时间", "Time"},
        {"records.column.kind", "类别", "Kind"},
        {"records.column.who", "谁", "Who"},
        {"records.column.content", "内容", "Content"},
        {"records.column.line", "行", "Line"},
        {"records.field", "{0} {1}", "{0} {1}"},
        {"records.item", "「{0}」", "“{0}”"},
        {"records.money", "{0} 元", "{0} yuan"},
        {"records.date", "{0}", "{0}"},
        {"records.date_with_year", "{0:year}", "{0:year}"},
        {"records.yes", "是", "yes"},
        {"records.no", "否", "no"},
        {"records.the_rest", "其余的人", "the rest"},
        {"records.all", "全体", "all"},
    };
    return words;
}

}  // namespace teamctl::lang
