// The table of record kinds. A new kind or field is one row here; reading, checking, `log`, JSON Schema, the
// manual and completion follow from it.
#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "team/record.hpp"

namespace teamctl::team {
namespace {

using T = FieldType;
using K = EntityKind;

FieldSpec must(std::string_view name, T type, std::string_view zh, std::string_view en,
               std::vector<std::string_view> choices = {}) {
    return {name, type, true, zh, en, K::none, std::move(choices)};
}
FieldSpec may(std::string_view name, T type, std::string_view zh, std::string_view en,
              std::vector<std::string_view> choices = {}) {
    return {name, type, false, zh, en, K::none, std::move(choices)};
}
/// The id of the entity that the record opens.
FieldSpec own_id(K kind) {
    return {"id", T::entity_id, true, "编号", "id", kind, {}};
}
/// An entity opened before.
FieldSpec refer(std::string_view name, K kind, bool required, std::string_view zh, std::string_view en) {
    return {name, T::entity, required, zh, en, kind, {}};
}

FieldSpec who(std::string_view zh = "谁", std::string_view en = "who") {
    return must("who", T::person, zh, en);
}
FieldSpec by(std::string_view zh = "由谁", std::string_view en = "by") {
    return may("by", T::person, zh, en);
}
FieldSpec note() {
    return may("note", T::text, "备注", "note");
}

std::vector<RecordSpec> people_records() {
    return {
        {"attendance",
         "考勤",
         "Attendance",
         {must("meeting", T::meeting, "会议", "meeting"), may("late", T::people, "迟到", "late"),
          may("absent", T::people, "缺席", "absent"), may("left_early", T::people, "早退", "left early"),
          may("excused", T::people, "请假", "excused"),
          may("present", T::people_or_word, "到场：名单，或 rest 表示其余的人", "present: a list, or rest",
              {"rest"}),
          note()}},
        {"diary",
         "工作日记",
         "Diary",
         {who(), may("did", T::text, "做了什么", "what was done"),
          may("calls", T::integer, "接待来电数", "calls taken"),
          may("visits", T::integer, "接待来访数", "visits received"),
          may("follow_ups", T::integer, "追踪客户数", "follow-ups"),
          may("feedback", T::text, "客户反馈", "feedback"),
          may("problems", T::text, "遇到的问题", "problems"), may("plan", T::text, "明天计划", "plan"),
          note()}},
        {"review",
         "批复",
         "Review of a diary",
         {who("批复谁的日记", "whose diary"), by("批复人", "reviewed by"),
          may("comment", T::text, "意见", "comment"), may("next", T::text, "次日安排", "what to do next"),
          note()}},
        {"praise",
         "表扬",
         "Praise",
         {who("表扬谁", "who is praised"), must("for", T::text, "为什么", "what for"),
          by("表扬人", "praised by")}},
        {"points",
         "积分",
         "Points",
         {who(), must("points", T::integer, "积分，扣分写负数", "points; negative to deduct"),
          must("reason", T::text, "原因", "reason"), by()}},
        {"score",
         "考核评分",
         "Score",
         {who(),
          must("kind", T::choice, "哪种考核", "kind", {"exam", "lecture", "customer", "appraisal", "skill"}),
          must("value", T::decimal, "得分", "value"),
          may("of", T::decimal, "满分，默认 100", "full marks; default 100"), by(), note()}},
        {"mistake",
         "差错",
         "Mistake",
         {who(),
          must("kind", T::choice, "性质：操作差错或原则性错误", "kind: operating or of principle",
               {"operating", "principle"}),
          must("text", T::text, "经过", "what happened"), by()}},
        {"training",
         "培训",
         "Training",
         {must("topic", T::text, "内容，计划内的写培训计划的编号或内容",
               "topic; a planned one by its id or topic"),
          by("讲师", "trainer"),
          may("attend", T::people_or_word, "参加的人，或 all", "who attended, or all", {"all"}),
          may("minutes", T::integer, "分钟", "minutes"), note()}},
        {"nomination",
         "提名",
         "Nomination",
         {must("award", T::award, "奖项", "award"), who("提名谁", "who is nominated"),
          by("提名人", "nominated by"), must("reason", T::text, "推荐理由", "reason"),
          must("example", T::text, "事例", "example")}},
        {"decision",
         "评奖决定",
         "Award decision",
         {must("award", T::award, "奖项", "award"), must("period", T::text, "期间", "period"),
          who("获奖人", "the winner"), by("决定人", "decided by"), note()}},
    };
}

std::vector<RecordSpec> customer_records() {
    return {
        {"visit",
         "走访",
         "Visit",
         {who(), must("client", T::text, "客户单位", "organisation"),
          may("contact", T::text, "被访人", "person visited"),
          may("department", T::text, "部门", "department"), may("position", T::text, "职务", "position"),
          may("reason", T::text, "事由", "reason"), may("result", T::text, "结果", "result"),
          may("next", T::text, "下一步", "next step"), may("out", T::time, "出发时间", "left at"),
          may("back", T::time, "返回时间", "back at"), note()}},
        {"customer",
         "客户登记",
         "Customer registration",
         {own_id(K::customer), must("name", T::text, "客户姓名", "name"),
          may("phone", T::text, "电话", "telephone"), may("channel", T::text, "来源渠道", "channel"),
          must("owner", T::person, "登记的业务员", "who registers"), may("need", T::text, "需求", "need"),
          may("territory", T::text, "区域", "territory"),
          may("next", T::date, "下次联系日期", "next contact"),
          may("renew_on", T::date, "续费日期", "renewal date"), note()},
         K::customer,
         Effect::opens},
        {"contact",
         "客户跟进",
         "Follow-up",
         {who(), refer("customer", K::customer, true, "客户", "customer"),
          may("by", T::text, "方式", "by what means"), may("next", T::date, "下次联系日期", "next contact"),
          note()},
         K::customer,
         Effect::changes},
        {"customer_closed",
         "客户结案",
         "Customer closed",
         {refer("customer", K::customer, true, "客户", "customer"),
          must("outcome", T::choice, "结果：成交、流失、无效", "outcome", {"won", "lost", "invalid"}), by(),
          note()},
         K::customer,
         Effect::closes},
        {"turn",
         "接待轮次",
         "Reception turn",
         {must("queue", T::queue, "队列", "queue"), who("谁接待", "who took the customer"),
          refer("customer", K::customer, false, "客户", "customer"), note()}},
        {"deal",
         "成交",
         "Deal",
         {own_id(K::deal), who(), refer("customer", K::customer, true, "客户", "customer"),
          must("amount", T::money, "金额（元）", "amount (yuan)"),
          may("paid", T::money, "已付（元）", "paid (yuan)"), may("due", T::date, "付清期限", "rest due"),
          may("renew_on", T::date, "续费日期", "renewal date"), note()},
         K::deal,
         Effect::opens},
        {"refund",
         "退款",
         "Refund",
         {who(), refer("deal", K::deal, true, "成交", "deal"),
          must("amount", T::money, "金额（元）", "amount (yuan)"), may("reason", T::text, "原因", "reason"),
          note()},
         K::deal,
         Effect::changes},
        {"payment",
         "回款",
         "Payment",
         {refer("deal", K::deal, true, "成交", "deal"),
          must("amount", T::money, "金额（元）", "amount (yuan)"), by(), note()},
         K::deal,
         Effect::changes},
    };
}

std::vector<RecordSpec> work_records() {
    return {
        {"ticket",
         "工单",
         "Ticket",
         {own_id(K::ticket),
          must("kind", T::choice, "类别：故障、请求、投诉、突发", "kind",
               {"fault", "request", "complaint", "incident"}),
          may("from", T::text, "谁报的", "reported by"), may("who", T::person, "涉及谁", "about"),
          may("priority", T::text, "优先级", "priority"), may("asset", T::asset, "资产", "asset"),
          may("owner", T::person, "处理人", "handled by"), must("text", T::text, "内容", "what is wrong"),
          note()},
         K::ticket,
         Effect::opens},
        {"ticket_answered",
         "工单响应",
         "Ticket answered",
         {refer("ticket", K::ticket, true, "工单", "ticket"), by("响应人", "who answers"), note()},
         K::ticket,
         Effect::changes},
        {"ticket_closed",
         "工单办结",
         "Ticket closed",
         {refer("ticket", K::ticket, true, "工单", "ticket"), by("办结人", "who closes it"),
          may("cause", T::text, "原因", "cause"), may("cost", T::money, "费用（元）", "cost (yuan)"), note()},
         K::ticket,
         Effect::closes},
        {"call_back",
         "工单回访",
         "Call-back",
         {refer("ticket", K::ticket, true, "工单", "ticket"), by("回访人", "who calls"), note()},
         K::ticket,
         Effect::follows},
        {"problem",
         "问题",
         "Problem",
         {own_id(K::problem), who("谁提出", "who raises it"), must("text", T::text, "内容", "the problem"),
          note()},
         K::problem,
         Effect::opens},
        {"action",
         "待办",
         "Action",
         {own_id(K::action), who("谁去办", "who does it"),
          must("text", T::text, "内容", "what is to be done"), may("due", T::date, "期限", "due"),
          may("urgent", T::flag, "紧急", "urgent"), may("important", T::flag, "重要", "important"),
          may("from", T::text, "来自，会议或问题", "from, a meeting or problem"), note()},
         K::action,
         Effect::opens},
        {"done",
         "办结",
         "Done",
         {{"id", T::entity, true, "待办或问题的编号", "the action or problem", K::action, {}},
          by("谁办结", "who did it"),
          note()},
         K::action,
         Effect::closes},
        {"suggestion",
         "建议",
         "Suggestion",
         {own_id(K::suggestion), who("谁提出", "who makes it"),
          must("text", T::text, "内容", "the suggestion"), note()},
         K::suggestion,
         Effect::opens},
        {"suggestion_accepted",
         "建议采纳",
         "Suggestion accepted",
         {refer("id", K::suggestion, true, "建议", "the suggestion"), by("谁采纳", "who accepts it"), note()},
         K::suggestion,
         Effect::closes},
        {"check",
         "检查",
         "Check",
         {must("list", T::checklist, "清单", "checklist"), may("asset", T::asset, "资产", "asset"),
          may("newcomer", T::person, "新人，新人清单才写", "newcomer; of a list for newcomers"),
          by("检查人", "who checks"),
          may("done", T::texts, "做完，新人清单的项才写", "done; items of a list for newcomers"),
          may("readings", T::readings, "读数", "readings"), may("failed", T::texts, "不合格", "failed"),
          note()}},
        {"meter",
         "抄表",
         "Meter reading",
         {must("asset", T::asset, "表计", "meter"), must("value", T::decimal, "读数", "reading"), by(),
          note()}},
        {"register",
         "登记",
         "Register entry",
         {must("type", T::text, "类别：保函、承兑汇票……", "type"), must("text", T::text, "内容", "content"),
          by(), note()}},
        {"fund",
         "活动基金",
         "Team fund",
         {must("amount", T::money, "金额（元），支出写负数", "amount (yuan); negative to spend"),
          must("for", T::text, "用途", "what for"), by("经手人", "who handles it")}},
        {"announce",
         "通知",
         "Announcement",
         {must("text", T::text, "内容", "text"), may("until", T::date, "有效至", "last day"), by()}},
        {"cancel",
         "取消会议",
         "Meeting cancelled",
         {must("meeting", T::meeting, "会议", "meeting"), may("reason", T::text, "原因", "reason"),
          may("told", T::people_or_word, "已通知谁，或 all", "who was told, or all", {"all"}), by()}},
        {"note", "备忘", "Note", {must("text", T::text, "内容", "text"), by()}},
    };
}

std::vector<RecordSpec> all_records() {
    auto all = people_records();
    for (auto* more : {&customer_records, &work_records}) {
        auto specs = more();
        std::move(specs.begin(), specs.end(), std::back_inserter(all));
    }
    // Every record may say when in the day it happened.
    for (auto& spec : all) spec.fields.push_back(may("at", T::time, "时间", "time of day"));
    return all;
}

}  // namespace

std::string_view title_of(std::string_view meaning) {
    auto end = meaning.size();
    for (const std::string_view stop : {"：", "，", "（", ":", ",", ";", "("})
        end = std::min(end, meaning.find(stop));
    return trimmed(meaning.substr(0, end));
}

int RecordSpec::field(std::string_view field_name) const {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].name == field_name) return static_cast<int>(i);
    }
    return -1;
}

std::span<const RecordSpec> record_specs() {
    static const std::vector<RecordSpec> specs = all_records();
    return specs;
}

int record_kind(std::string_view name) {
    static const auto kinds = [] {
        std::unordered_map<std::string_view, int> all;
        for (const auto& spec : record_specs()) all.emplace(spec.name, static_cast<int>(all.size()));
        return all;
    }();
    const auto at = kinds.find(name);
    return at != kinds.end() ? at->second : -1;
}

char id_letter(EntityKind kind) {
    switch (kind) {
        case EntityKind::customer:
            return 'c';
        case EntityKind::deal:
            return 'd';
        case EntityKind::ticket:
            return 't';
        case EntityKind::problem:
            return 'p';
        case EntityKind::action:
            return 'a';
        case EntityKind::suggestion:
            return 's';
        case EntityKind::none:
            break;
    }
    return 'x';
}

}  // namespace teamctl::team
