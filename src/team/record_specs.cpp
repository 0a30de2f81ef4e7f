// The table of record kinds. A new kind or field is one row here; reading, checking, `log`, JSON Schema, the
// manual and completion follow from it.
#include <algorithm>

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

FieldSpec untitled(FieldSpec field) {
    field.shown = Shown::untitled;
    return field;
}
FieldSpec on_request(FieldSpec field) {
    field.shown = Shown::on_request;
    return field;
}
FieldSpec naming(Named what, FieldSpec field) {
    field.named = what;
    return field;
}
FieldSpec positive(FieldSpec field) {
    field.amount = Amount::positive;
    return field;
}
FieldSpec not_zero(FieldSpec field) {
    field.amount = Amount::not_zero;
    return field;
}

/// What is opened, changed or named stands on other days.
bool bears_on_history(const RecordSpec& spec) {
    return std::any_of(spec.fields.begin(), spec.fields.end(), [](const FieldSpec& field) {
        return field.type == T::entity || field.type == T::entity_id;
    });
}

std::vector<RecordSpec> people_records() {
    return {
        {.name = "attendance",
         .zh = "考勤",
         .en = "Attendance",
         .fields = {must("meeting", T::meeting, "会议", "meeting"), may("late", T::people, "迟到", "late"),
                    may("absent", T::people, "缺席", "absent"),
                    may("left_early", T::people, "早退", "left early"),
                    may("excused", T::people, "请假", "excused"),
                    may("present", T::people_or_word, "到场：名单，或 rest 表示其余的人",
                        "present: a list, or rest", {"rest"}),
                    note()},
         .words = {"meeting"},
         .main_text = {"note"}},
        {.name = "diary",
         .zh = "工作日记",
         .en = "Diary",
         .fields = {who(), may("did", T::text, "做了什么", "what was done"),
                    may("calls", T::integer, "接待来电数", "calls taken"),
                    may("visits", T::integer, "接待来访数", "visits received"),
                    may("follow_ups", T::integer, "追踪客户数", "follow-ups"),
                    may("feedback", T::text, "客户反馈", "feedback"),
                    may("problems", T::text, "遇到的问题", "problems"),
                    may("plan", T::text, "明天计划", "plan"), note()},
         .subject = {"who"},
         .words = {"who", "did"},
         .main_text = {"did", "note"}},
        {.name = "review",
         .zh = "批复",
         .en = "Review of a diary",
         .fields = {who("批复谁的日记", "whose diary"), by("批复人", "reviewed by"),
                    may("comment", T::text, "意见", "comment"),
                    may("next", T::text, "次日安排", "what to do next"), note()},
         .subject = {"who"},
         .words = {"who", "comment"},
         .main_text = {"comment", "note"},
         .looks_back = true},
        {.name = "praise",
         .zh = "表扬",
         .en = "Praise",
         .fields = {who("表扬谁", "who is praised"), must("for", T::text, "为什么", "what for"),
                    by("表扬人", "praised by")},
         .subject = {"who"},
         .words = {"who", "for"},
         .main_text = {"for"}},
        {.name = "points",
         .zh = "积分",
         .en = "Points",
         .fields = {who(), must("points", T::integer, "积分，扣分写负数", "points; negative to deduct"),
                    must("reason", T::text, "原因", "reason"), by()},
         .subject = {"who"},
         .words = {"who", "points", "reason"},
         .main_text = {"reason"},
         .looks_back = true},
        {.name = "score",
         .zh = "考核评分",
         .en = "Score",
         .fields = {who(),
                    must("kind", T::choice, "哪种考核", "kind",
                         {"exam", "lecture", "customer", "appraisal", "skill"}),
                    must("value", T::decimal, "得分", "value"),
                    may("of", T::decimal, "满分，默认 100", "full marks; default 100"), by(), note()},
         .subject = {"who"},
         .words = {"who", "kind", "value"},
         .main_text = {"note"},
         .looks_back = true},
        {.name = "mistake",
         .zh = "差错",
         .en = "Mistake",
         .fields = {who(),
                    must("kind", T::choice, "性质：操作差错或原则性错误", "kind: operating or of principle",
                         {"operating", "principle"}),
                    untitled(must("text", T::text, "经过", "what happened")), by()},
         .subject = {"who"},
         .words = {"who", "kind", "text"},
         .main_text = {"text"}},
        {.name = "training",
         .zh = "培训",
         .en = "Training",
         .fields = {naming(Named::training, must("topic", T::text, "内容，计划内的写培训计划的编号或内容",
                                                 "topic; a planned one by its id or topic")),
                    by("讲师", "trainer"),
                    may("attend", T::people_or_word, "参加的人，或 all", "who attended, or all", {"all"}),
                    may("minutes", T::integer, "分钟", "minutes"), note()},
         .subject = {"attend", "by"},
         .words = {"topic", "attend"},
         .main_text = {"topic", "note"}},
        {.name = "nomination",
         .zh = "提名",
         .en = "Nomination",
         .fields = {must("award", T::award, "奖项", "award"), who("提名谁", "who is nominated"),
                    by("提名人", "nominated by"), must("reason", T::text, "推荐理由", "reason"),
                    must("example", T::text, "事例", "example")},
         .subject = {"who"},
         .words = {"award", "who", "reason", "example"},
         .main_text = {"reason", "example"}},
        {.name = "decision",
         .zh = "评奖决定",
         .en = "Award decision",
         .fields = {must("award", T::award, "奖项", "award"),
                    naming(Named::period, must("period", T::text, "期间", "period")),
                    who("获奖人", "the winner"), by("决定人", "decided by"), note()},
         .subject = {"who"},
         .words = {"award", "period", "who"},
         .main_text = {"period", "note"},
         .looks_back = true},
    };
}

std::vector<RecordSpec> customer_records() {
    return {
        {.name = "visit",
         .zh = "走访",
         .en = "Visit",
         .fields = {who(), must("client", T::text, "客户单位", "organisation"),
                    may("contact", T::text, "被访人", "person visited"),
                    may("department", T::text, "部门", "department"),
                    may("position", T::text, "职务", "position"), may("reason", T::text, "事由", "reason"),
                    may("result", T::text, "结果", "result"), may("next", T::text, "下一步", "next step"),
                    may("out", T::time, "出发时间", "left at"), may("back", T::time, "返回时间", "back at"),
                    note()},
         .subject = {"who"},
         .words = {"who", "client", "reason"},
         .main_text = {"client", "reason", "note"}},
        {.name = "customer",
         .zh = "客户登记",
         .en = "Customer registration",
         .fields = {own_id(K::customer), must("name", T::text, "客户姓名", "name"),
                    on_request(may("phone", T::text, "电话", "telephone")),
                    may("channel", T::text, "来源渠道", "channel"),
                    must("owner", T::person, "登记的业务员", "who registers"),
                    may("need", T::text, "需求", "need"), may("territory", T::text, "区域", "territory"),
                    may("next", T::date, "下次联系日期", "next contact"),
                    may("renew_on", T::date, "续费日期", "renewal date"), note()},
         .subject = {"owner"},
         .words = {"owner", "name", "phone"},
         .main_text = {"name", "note"},
         .entity = K::customer,
         .effect = Effect::opens},
        {.name = "contact",
         .zh = "客户跟进",
         .en = "Follow-up",
         .fields = {who(), refer("customer", K::customer, true, "客户", "customer"),
                    may("by", T::text, "方式", "by what means"),
                    may("next", T::date, "下次联系日期", "next contact"), note()},
         .subject = {"who"},
         .words = {"who", "customer", "by"},
         .main_text = {"note"},
         .entity = K::customer,
         .effect = Effect::changes},
        {.name = "customer_closed",
         .zh = "客户结案",
         .en = "Customer closed",
         .fields = {refer("customer", K::customer, true, "客户", "customer"),
                    must("outcome", T::choice, "结果：成交、流失、无效", "outcome",
                         {"won", "lost", "invalid"}),
                    by(), note()},
         .subject = {"by"},
         .words = {"customer", "outcome"},
         .main_text = {"note"},
         .entity = K::customer,
         .effect = Effect::closes},
        {.name = "turn",
         .zh = "接待轮次",
         .en = "Reception turn",
         .fields = {must("queue", T::queue, "队列", "queue"), who("谁接待", "who took the customer"),
                    refer("customer", K::customer, false, "客户", "customer"), note()},
         .subject = {"who"},
         .words = {"queue", "who", "customer"},
         .main_text = {"note"}},
        {.name = "deal",
         .zh = "成交",
         .en = "Deal",
         .fields = {own_id(K::deal), who(), refer("customer", K::customer, true, "客户", "customer"),
                    positive(must("amount", T::money, "金额（元）", "amount (yuan)")),
                    may("paid", T::money, "已付（元）", "paid (yuan)"),
                    may("due", T::date, "付清期限", "rest due"),
                    may("renew_on", T::date, "续费日期", "renewal date"), note()},
         .subject = {"who"},
         .words = {"who", "customer", "amount"},
         .main_text = {"note"},
         .entity = K::deal,
         .effect = Effect::opens},
        {.name = "refund",
         .zh = "退款",
         .en = "Refund",
         .fields = {who(), refer("deal", K::deal, true, "成交", "deal"),
                    positive(must("amount", T::money, "金额（元）", "amount (yuan)")),
                    may("reason", T::text, "原因", "reason"), note()},
         .subject = {"who"},
         .words = {"who", "deal", "amount", "reason"},
         .main_text = {"reason", "note"},
         .entity = K::deal,
         .effect = Effect::changes},
        {.name = "payment",
         .zh = "回款",
         .en = "Payment",
         .fields = {refer("deal", K::deal, true, "成交", "deal"),
                    positive(must("amount", T::money, "金额（元）", "amount (yuan)")), by(), note()},
         .subject = {"by"},
         .words = {"deal", "amount"},
         .main_text = {"note"},
         .entity = K::deal,
         .effect = Effect::changes},
    };
}

std::vector<RecordSpec> work_records() {
    return {
        {.name = "ticket",
         .zh = "工单",
         .en = "Ticket",
         .fields = {own_id(K::ticket),
                    must("kind", T::choice, "类别：故障、请求、投诉、突发", "kind",
                         {"fault", "request", "complaint", "incident"}),
                    may("from", T::text, "谁报的", "reported by"), may("who", T::person, "涉及谁", "about"),
                    naming(Named::priority, may("priority", T::text, "优先级", "priority")),
                    may("asset", T::asset, "资产", "asset"), may("owner", T::person, "处理人", "handled by"),
                    untitled(must("text", T::text, "内容", "what is wrong")), note()},
         .subject = {"who", "owner"},
         .words = {"kind", "text"},
         .main_text = {"text", "note"},
         .entity = K::ticket,
         .effect = Effect::opens},
        {.name = "ticket_answered",
         .zh = "工单响应",
         .en = "Ticket answered",
         .fields = {refer("ticket", K::ticket, true, "工单", "ticket"), by("响应人", "who answers"), note()},
         .subject = {"by"},
         .words = {"ticket", "by"},
         .main_text = {"note"},
         .entity = K::ticket,
         .effect = Effect::changes},
        {.name = "ticket_closed",
         .zh = "工单办结",
         .en = "Ticket closed",
         .fields = {refer("ticket", K::ticket, true, "工单", "ticket"), by("办结人", "who closes it"),
                    may("cause", T::text, "原因", "cause"),
                    may("cost", T::money, "费用（元）", "cost (yuan)"), note()},
         .subject = {"by"},
         .words = {"ticket", "by"},
         .main_text = {"note"},
         .entity = K::ticket,
         .effect = Effect::closes},
        {.name = "call_back",
         .zh = "工单回访",
         .en = "Call-back",
         .fields = {refer("ticket", K::ticket, true, "工单", "ticket"), by("回访人", "who calls"), note()},
         .subject = {"by"},
         .words = {"ticket", "by"},
         .main_text = {"note"},
         .entity = K::ticket,
         .effect = Effect::follows},
        {.name = "problem",
         .zh = "问题",
         .en = "Problem",
         .fields = {own_id(K::problem), who("谁提出", "who raises it"),
                    untitled(must("text", T::text, "内容", "the problem")), note()},
         .subject = {"who"},
         .words = {"who", "text"},
         .main_text = {"text", "note"},
         .entity = K::problem,
         .effect = Effect::opens},
        {.name = "action",
         .zh = "待办",
         .en = "Action",
         .fields = {own_id(K::action), who("谁去办", "who does it"),
                    untitled(must("text", T::text, "内容", "what is to be done")),
                    may("due", T::date, "期限", "due"), may("urgent", T::flag, "紧急", "urgent"),
                    may("important", T::flag, "重要", "important"),
                    naming(Named::source,
                           may("from", T::text, "来自，会议或问题", "from, a meeting or problem")),
                    note()},
         .subject = {"who"},
         .words = {"who", "text", "due"},
         .main_text = {"text", "note"},
         .entity = K::action,
         .effect = Effect::opens},
        {.name = "done",
         .zh = "办结",
         .en = "Done",
         .fields = {{"id", T::entity, true, "待办或问题的编号", "the action or problem", K::action, {}},
                    by("谁办结", "who did it"),
                    note()},
         .subject = {"by"},
         .words = {"id", "by"},
         .main_text = {"note"},
         .entity = K::action,
         .effect = Effect::closes},
        {.name = "suggestion",
         .zh = "建议",
         .en = "Suggestion",
         .fields = {own_id(K::suggestion), who("谁提出", "who makes it"),
                    untitled(must("text", T::text, "内容", "the suggestion")), note()},
         .subject = {"who"},
         .words = {"who", "text"},
         .main_text = {"text", "note"},
         .entity = K::suggestion,
         .effect = Effect::opens},
        {.name = "suggestion_accepted",
         .zh = "建议采纳",
         .en = "Suggestion accepted",
         .fields = {refer("id", K::suggestion, true, "建议", "the suggestion"),
                    by("谁采纳", "who accepts it"), note()},
         .subject = {"by"},
         .words = {"id", "by"},
         .main_text = {"note"},
         .entity = K::suggestion,
         .effect = Effect::closes},
        {.name = "check",
         .zh = "检查",
         .en = "Check",
         .fields = {must("list", T::checklist, "清单", "checklist"), may("asset", T::asset, "资产", "asset"),
                    may("assets", T::assets_or_word, "多项资产，一次查多项才写：名单，或 all",
                        "assets, of a round over many: a list, or all", {"all"}),
                    naming(Named::item, may("found", T::findings, "各项情况，多项资产才写：哪项不合格、读数多少",
                                            "found, what and at which asset; of a round over many")),
                    may("newcomer", T::person, "新人，新人清单才写", "newcomer; of a list for newcomers"),
                    by("检查人", "who checks"),
                    naming(Named::item, may("done", T::texts, "做完，分几次做的才写",
                                            "done; of a run that is done in parts")),
                    naming(Named::item, may("readings", T::readings, "读数", "readings")),
                    naming(Named::item, may("failed", T::texts, "不合格", "failed")), note()},
         .subject = {"by"},
         .words = {"list", "asset", "by"},
         .main_text = {"note"},
         .bears_on = Bearing::lists},
        {.name = "meter",
         .zh = "抄表",
         .en = "Meter reading",
         .fields = {must("asset", T::asset, "表计", "meter"), must("value", T::decimal, "读数", "reading"),
                    may("replaced", T::flag, "换了新表，从零算起",
                        "the meter is a new one; counts from zero"),
                    by(), note()},
         .subject = {"by"},
         .words = {"asset", "value"},
         .main_text = {"note"},
         .bears_on = Bearing::history},
        {.name = "register",
         .zh = "登记",
         .en = "Register entry",
         .fields = {must("type", T::text, "类别：保函、承兑汇票……", "type"),
                    untitled(must("text", T::text, "内容", "content")), by(), note()},
         .subject = {"by"},
         .words = {"type", "text"},
         .main_text = {"type", "text", "note"}},
        {.name = "fund",
         .zh = "活动基金",
         .en = "Team fund",
         .fields = {not_zero(must("amount", T::money, "金额（元），支出写负数",
                                  "amount (yuan); negative to spend")),
                    must("for", T::text, "用途", "what for"), by("经手人", "who handles it")},
         .subject = {"by"},
         .words = {"amount", "for"},
         .main_text = {"for"},
         .bears_on = Bearing::history},
        {.name = "announce",
         .zh = "通知",
         .en = "Announcement",
         .fields = {untitled(must("text", T::text, "内容", "text")),
                    may("until", T::date, "有效至", "last day"), by()},
         .subject = {"by"},
         .words = {"text", "until"},
         .main_text = {"text"},
         .may_be_ahead = true},
        {.name = "cancel",
         .zh = "取消会议",
         .en = "Meeting cancelled",
         .fields = {must("meeting", T::meeting, "会议", "meeting"), may("reason", T::text, "原因", "reason"),
                    may("told", T::people_or_word, "已通知谁，或 all", "who was told, or all", {"all"}),
                    by()},
         .subject = {"by"},
         .words = {"meeting", "reason"},
         .main_text = {"reason"},
         .may_be_ahead = true},
        {.name = "note",
         .zh = "备忘",
         .en = "Note",
         .fields = {untitled(must("text", T::text, "内容", "text")), by()},
         .subject = {"by"},
         .words = {"text"},
         .main_text = {"text"}},
    };
}

std::vector<RecordSpec> all_records() {
    auto all = people_records();
    for (auto* more : {&customer_records, &work_records}) {
        auto specs = more();
        std::move(specs.begin(), specs.end(), std::back_inserter(all));
    }
    // Every record may say when in the day it happened.
    auto at = may("at", T::time, "时间", "time of day");
    at.shown = Shown::apart;
    for (auto& spec : all) {
        spec.fields.push_back(at);
        if (bears_on_history(spec)) spec.bears_on = Bearing::history;
    }
    return all;
}

}  // namespace

std::span<const RecordSpec> record_specs() {
    static const std::vector<RecordSpec> specs = all_records();
    return specs;
}

}  // namespace teamctl::team
