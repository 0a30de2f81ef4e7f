// rules.yaml, targets.yaml, awards.yaml
#include <algorithm>

#include "base/id.hpp"
#include "team/files.hpp"
#include "team/schema.hpp"
#include "team/score_kinds.hpp"

namespace teamctl::team {

template <>
struct Choices<Resets> {
    static constexpr std::pair<std::string_view, Resets> names[]{{"month", Resets::month},
                                                                 {"quarter", Resets::quarter},
                                                                 {"year", Resets::year},
                                                                 {"never", Resets::never}};
};
template <>
struct Choices<Split> {
    static constexpr std::pair<std::string_view, Split> names[]{
        {"person", Split::person}, {"unit", Split::unit}, {"none", Split::none}};
};
template <>
struct Choices<Period::Unit> {
    static constexpr std::pair<std::string_view, Period::Unit> names[]{{"week", Period::Unit::week},
                                                                       {"month", Period::Unit::month},
                                                                       {"quarter", Period::Unit::quarter},
                                                                       {"year", Period::Unit::year}};
};

namespace {

enum class DeadlineEvery { workday };
enum class HoursKind { working, clock };
enum class Attribution { owner, seller };

/// Points may be negative, unlike every other whole number of the files.
struct Points {
    int value = 0;
};

}  // namespace

template <>
struct Codec<Points> {
    static bool read(Reader& reader, yaml::Node node, Points& out) {
        constexpr std::int64_t most = 1'000'000;
        std::int64_t value = 0;
        if (!read_whole(reader, node, -most, most, value, "check.points", "-2")) return false;
        out.value = static_cast<int>(value);
        return true;
    }
    static TypeSpec spec() { return {.form = TypeSpec::Form::integer}; }
};

namespace {

/// `points: -1` or `points: {first: -2, step: -2}`
struct Escalation {
    Points first;
    Points step;
};

struct WrittenDeadline {
    DeadlineRule rule;
    DeadlineEvery every = DeadlineEvery::workday;
};

struct WrittenLevel {
    ServiceLevel level;
    HoursKind hours = HoursKind::working;
};

struct FollowUp {
    int every_days = 3;
};

struct Ranking {
    bool last = false;
};

struct Stretch {
    std::optional<Ratio> personal;
    std::optional<Ratio> short_term;
};

/// Puts the kind's name for its Chinese title.
bool known_record(Reader& reader, yaml::Node node, std::string& kind) {
    if (record_kind(kind) >= 0) return true;
    std::vector<std::string> names;
    std::vector<Phrase> titles;
    for (const auto& spec : record_specs()) {
        if (spec.zh == kind) {
            kind = spec.name;
            return true;
        }
        names.insert(names.end(), {std::string{spec.name}, std::string{spec.zh}});
        titles.push_back(bilingual(spec.zh, spec.name));
    }
    const auto near = nearest(kind, names);
    return reader.error(
        node, "unknown-record", say("check.unknown_record", made_harmless(kind)),
        near ? say("check.did_you_mean", *near) : say("check.known_names", listed(std::move(titles))));
}

/// A row whose value known_record() weighs.
template <class T>
Row<T> of_records(Row<T> made) {
    made.spec.type = {.form = TypeSpec::Form::record};
    return made;
}

/// A row for a member of the struct inside a written form.
template <class W, class Inner, class M>
Row<W> inner_row(std::string_view name, Inner W::*inner, M Inner::*member, Need need, std::string_view zh,
                 std::string_view en) {
    return {{name, need == Need::required, Codec<M>::spec(), zh, en},
            [inner, member](Reader& reader, yaml::Node node, W& out) {
                return Codec<M>::read(reader, node, out.*inner.*member);
            }};
}

/// A row whose value is read as Points into an int.
template <class T>
Row<T> points_row(int T::*member) {
    return {{"points",
             false,
             {.form = TypeSpec::Form::integer},
             "积分，扣分写负数",
             "points; negative to deduct"},
            [member](Reader& reader, yaml::Node node, T& out) {
                Points points;
                if (!Codec<Points>::read(reader, node, points)) return false;
                out.*member = points.value;
                return true;
            }};
}

}  // namespace

template <>
struct Choices<DeadlineEvery> {
    static constexpr std::pair<std::string_view, DeadlineEvery> names[]{{"workday", DeadlineEvery::workday}};
};
template <>
struct Choices<Attribution> {
    static constexpr std::pair<std::string_view, Attribution> names[]{{"owner", Attribution::owner},
                                                                      {"seller", Attribution::seller}};
};
template <>
struct Choices<HoursKind> {
    static constexpr std::pair<std::string_view, HoursKind> names[]{{"working", HoursKind::working},
                                                                    {"clock", HoursKind::clock}};
};

template <>
struct Schema<Escalation> {
    static const std::vector<Row<Escalation>>& rows() {
        static const std::vector<Row<Escalation>> rows{
            row("first", &Escalation::first, Need::required, "第一次的积分", "points of the first time"),
            row("step", &Escalation::step, Need::optional, "以后每次再加多少", "what each further time adds"),
        };
        return rows;
    }
};

template <>
struct Schema<WrittenDeadline> {
    static const std::vector<Row<WrittenDeadline>>& rows() {
        using W = WrittenDeadline;
        using D = DeadlineRule;
        static const std::vector<Row<W>> rows{
            inner_row("id", &W::rule, &D::id, Need::required, "规则编号", "id of the rule"),
            of_records(
                inner_row("record", &W::rule, &D::record, Need::required, "哪种记录", "kind of record")),
            inner_row("field", &W::rule, &D::field, Need::optional, "看哪个时间字段，默认 at",
                      "time field; default: at"),
            inner_row("who", &W::rule, &D::who, Need::optional, "适用于谁，默认全体",
                      "whom it binds; default: all"),
            row("every", &W::every, Need::optional, "频率：每个工作日", "how often: workday"),
            inner_row("by", &W::rule, &D::by, Need::required, "截止时间", "deadline"),
            inner_row("from", &W::rule, &D::from, Need::optional, "从哪天起执行", "first day it holds"),
            [] {
                Row<W> made;
                auto type = Codec<Escalation>::spec();
                type.item = std::make_shared<TypeSpec>(Codec<Points>::spec());
                made.spec = {"points", true, type, "积分：一个数，或 {first, step} 逐次递增",
                             "points: a number, or {first, step} that escalates"};
                made.read = [](Reader& reader, yaml::Node node, W& out) {
                    Escalation points;
                    const bool good = node.is_mapping() ? Codec<Escalation>::read(reader, node, points)
                                                        : Codec<Points>::read(reader, node, points.first);
                    out.rule.first = points.first.value;
                    out.rule.step = points.step.value;
                    return good;
                };
                return made;
            }(),
            inner_row("resets", &W::rule, &D::resets, Need::optional, "计次何时清零",
                      "when the count starts again"),
            inner_row("except_duty", &W::rule, &D::except_duty, Need::optional, "当天当值的人除外",
                      "the rota whose holder of the day is exempt"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, WrittenDeadline& out) {
        if (!node.get("who")) out.rule.who.all = true;
        out.rule.origin = reader.origin(node);
        if (!known_record(reader, node.get("record"), out.rule.record)) return;
        const auto& spec = record_specs()[static_cast<std::size_t>(record_kind(out.rule.record))];
        const auto field = out.rule.field.empty() ? std::string{"at"} : out.rule.field;
        if (field != "at" &&
            (spec.field(field) < 0 ||
             spec.fields[static_cast<std::size_t>(spec.field(field))].type != FieldType::time))
            reader.error(node.get("field"), "unknown-field",
                         say("check.no_time_field", out.rule.record, field));
    }
};

template <>
struct Schema<AttendanceRule> {
    static const std::vector<Row<AttendanceRule>>& rows() {
        using A = AttendanceRule;
        static const std::vector<Row<A>> rows{
            row("id", &A::id, Need::required, "规则编号", "id of the rule"),
            words_row("status", &A::statuses, Need::required, "缺席、迟到、早退", "absent, late, left_early",
                      {judged_statuses.begin(), judged_statuses.end()}),
            row("fine", &A::fine, Need::optional, "罚款（元）", "fine in yuan"),
            points_row(&A::points),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, AttendanceRule& out) {
        if (out.fine.fen < 0)
            reader.error(node.get("fine"), "out-of-range", say("check.out_of_range", to_string(out.fine)));
    }
};

template <>
struct Schema<RecordRule> {
    static const std::vector<Row<RecordRule>>& rows() {
        using R = RecordRule;
        static const std::vector<Row<R>> rows{
            row("id", &R::id, Need::required, "规则编号", "id of the rule"),
            of_records(row("record", &R::record, Need::required, "哪种记录", "kind of record")),
            row("who", &R::who, Need::optional, "适用于谁，默认全体", "whom it binds; default: all"),
            points_row(&R::points),
            row("fine", &R::fine, Need::optional, "罚款（元）", "fine in yuan"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, RecordRule& out) {
        if (!node.get("who")) out.who.all = true;
        known_record(reader, node.get("record"), out.record);
    }
};

template <>
struct Schema<WrittenLevel> {
    static const std::vector<Row<WrittenLevel>>& rows() {
        using W = WrittenLevel;
        using S = ServiceLevel;
        static const std::vector<Row<W>> rows{
            inner_row("priority", &W::level, &S::priority, Need::required, "优先级", "priority"),
            inner_row("answer", &W::level, &S::answer, Need::required, "响应时限", "time to answer"),
            inner_row("resolve", &W::level, &S::resolve, Need::required, "解决时限", "time to resolve"),
            row("hours", &W::hours, Need::optional, "working 只计工作时间，clock 全天计时",
                "working: working hours only; clock: round the clock"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, WrittenLevel& out) {
        out.level.priority = priority_word(out.level.priority);
        out.level.working_hours = out.hours == HoursKind::working;
        out.level.origin = reader.origin(node);
    }
};

template <>
struct Schema<CommissionStep> {
    static const std::vector<Row<CommissionStep>>& rows() {
        static const std::vector<Row<CommissionStep>> rows{
            row("up_to", &CommissionStep::up_to, Need::optional, "到多少元为止", "up to this amount"),
            row("rate", &CommissionStep::rate, Need::required, "提成比例", "rate"),
        };
        return rows;
    }
};

template <>
struct Schema<Commission> {
    static const std::vector<Row<Commission>>& rows() {
        static const std::vector<Row<Commission>> rows{
            row("on", &Commission::on, Need::optional, "按哪个指标，默认 sales", "metric; default: sales"),
            row("steps", &Commission::steps, Need::required, "分段比例", "the steps"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Commission& out) {
        for (std::size_t i = 0; i < out.steps.size(); ++i) {
            const bool last = i + 1 == out.steps.size();
            const bool rising =
                i == 0 || !out.steps[i].up_to || *out.steps[i - 1].up_to < *out.steps[i].up_to;
            if ((!last && !out.steps[i].up_to) || !rising) {
                reader.error(node.get("steps"), "bad-steps", say("check.bad_steps"),
                             say("check.write_like", "[{up_to: 10000, rate: 5%}, {rate: 8%}]"));
                return;
            }
        }
    }
};

template <>
struct Schema<FollowUp> {
    static const std::vector<Row<FollowUp>>& rows() {
        static const std::vector<Row<FollowUp>> rows{
            row("every_days", &FollowUp::every_days, Need::required, "最多隔几天联系一次",
                "days between contacts, at most"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, FollowUp& out) {
        if (out.every_days >= 1 || !node.get("every_days")) return;
        reader.error(node.get("every_days"), "out-of-range",
                     say("check.out_of_range", std::to_string(out.every_days)),
                     say("check.from_to", "1", "366"));
        out.every_days = 1;
    }
};

template <>
struct Schema<Ranking> {
    static const std::vector<Row<Ranking>>& rows() {
        static const std::vector<Row<Ranking>> rows{
            row("last", &Ranking::last, Need::optional, "标出末位", "marks who is last"),
        };
        return rows;
    }
};

template <>
struct Schema<CallBack> {
    static const std::vector<Row<CallBack>>& rows() {
        static const std::vector<Row<CallBack>> rows{
            row("within", &CallBack::within, Need::required, "办结后多久之内回访",
                "how long after the closing"),
            words_row("kinds", &CallBack::kinds, Need::optional, "哪些工单，默认全部",
                      "kinds of tickets; default: all",
                      {choices_of("ticket", "kind").begin(), choices_of("ticket", "kind").end()}),
            row("from", &CallBack::from, Need::optional, "从哪天办结的起", "tickets closed from this day on"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, CallBack& out) { out.origin = reader.origin(node); }
};

namespace {

/// The ids must be new, the titles different: each names a metric and is typed on the command line.
bool read_score_kinds(Reader& reader, yaml::Node node, ScoreRules& out) {
    if (!reader.expect_mapping(node)) return false;
    bool good = true;
    for (auto key = node.first(); key; key = key.next()) {
        ScoreKind kind{std::string{key.text()}, {}, reader.origin(key)};
        if (!is_id(kind.id))
            good = reader.error(key, "bad-id", say("check.bad_id"), say("check.write_like", "teamwork"));
        if (!Codec<std::string>::read(reader, key.value(), kind.title)) {
            good = false;
            continue;
        }
        const bool of_program = kind.id == "total" || kind.id == "call_back";
        for (const auto& word : {kind.id, kind.title}) {
            if (of_program || !score_kind(out, word).empty())
                good = reader.error(key, "duplicate-id", say("check.score_kind_taken", made_harmless(word)),
                                    say("check.choose_another_id"));
            if (of_program || !good) break;
        }
        out.kinds.push_back(std::move(kind));
    }
    return good;
}

/// A kind that the team has, by any of its names.
bool read_score_weight(Reader& reader, yaml::Node key, ScoreRules& out) {
    ScoreWeight weight{score_kind(out, key.text()), {}, reader.origin(key)};
    if (weight.kind.empty()) return reader.bad_choice(key, score_kinds(out));
    if (!Codec<Ratio>::read(reader, key.value(), weight.weight)) return false;
    if (weight.weight.num <= 0)
        return reader.error(key.value(), "out-of-range", say("check.weight_above_zero"),
                            say("check.write_like", "30%"));
    for (const auto& other : out.total) {
        if (other.kind == weight.kind)
            return reader.error(key, "duplicate-id", say("check.score_kind_taken", made_harmless(key.text())),
                                say("check.keep_one"));
    }
    out.total.push_back(std::move(weight));
    return true;
}

/// All of it together is the whole.
bool read_score_total(Reader& reader, yaml::Node node, ScoreRules& out) {
    if (!reader.expect_mapping(node)) return false;
    bool good = true;
    for (auto key = node.first(); key; key = key.next()) good &= read_score_weight(reader, key, out);
    if (!good) return false;
    constexpr std::int64_t whole = 1'000'000;  // percentages have four decimals at most
    std::int64_t all = 0;
    for (const auto& weight : out.total) all += scaled(whole, weight.weight);
    return all == whole || reader.error(node, "out-of-range", say("check.weights_sum", Ratio{all, whole}),
                                        say("check.write_like", "{exam: 60%, skill: 40%}"));
}

}  // namespace

template <>
struct Schema<ScoreRules> {
    static const std::vector<Row<ScoreRules>>& rows() {
        using S = ScoreRules;
        const auto of = [](TypeSpec item) {
            return TypeSpec{.form = TypeSpec::Form::mapping, .item = std::make_shared<TypeSpec>(item)};
        };
        static const std::vector<Row<S>> rows{
            [&] {
                Row<S> made;
                made.spec = {"kinds", false, of(Codec<std::string>::spec()), "本队自己的考核项：编号和名称",
                             "kinds of the team's own: id and title"};
                made.read = read_score_kinds;
                return made;
            }(),
            [&] {
                Row<S> made;
                made.spec = {"total", false, of(Codec<Ratio>::spec()), "综合评分里各项的占比，合计 100%",
                             "what each kind counts in the total; together 100%"};
                // Read in check(), once the kinds are known.
                made.read = [](Reader&, yaml::Node, S&) { return true; };
                return made;
            }(),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, ScoreRules& out) {
        if (const auto total = node.get("total")) read_score_total(reader, total, out);
    }
};

template <>
struct Schema<RequiredCredentials> {
    static const std::vector<Row<RequiredCredentials>>& rows() {
        using C = RequiredCredentials;
        static const std::vector<Row<C>> rows{
            row("who", &C::who, Need::optional, "哪些人要有，默认全体", "whom it binds; default: all"),
            row("types", &C::types, Need::required, "要有哪些证件", "the credentials"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, RequiredCredentials& out) {
        if (!node.get("who")) out.who.all = true;
        reader.check_commas(node.get("types"));
    }
};

template <>
struct Schema<SecondRule> {
    static const std::vector<Row<SecondRule>>& rows() {
        using S = SecondRule;
        static const std::vector<Row<S>> rows{
            of_records(row("record", &S::record, Need::required, "哪种记录", "kind of record")),
            row("list", &S::list, Need::optional, "只管这张清单的检查", "of checks: of this checklist alone"),
            row("above", &S::above, Need::optional, "只管超过这个数的金额（元）",
                "of money: only amounts above it, in yuan"),
            row("who", &S::who, Need::optional, "谁可以作第二签字人，默认全体",
                "who may sign as second; default: all"),
            row("from", &S::from, Need::optional, "从哪天起", "from which day on"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, SecondRule& out) {
        if (!node.get("who")) out.who.all = true;
        const auto kind = node.get("record");
        if (!known_record(reader, kind, out.record)) return;
        const auto& spec = record_spec(out.record);
        std::vector<Phrase> signable;
        for (const auto& one : record_specs()) {
            if (one.field("second_by") >= 0) signable.push_back(bilingual(one.zh, one.name));
        }
        if (spec.field("second_by") < 0)
            reader.error(kind, "bad-choice", say("check.no_second", bilingual(spec.zh, spec.en)),
                         say("check.choose_from", listed(std::move(signable))));
        if (node.get("list") && out.record != "check")
            reader.error(node.get("list"), "bad-choice", say("check.second_list"),
                         say("check.remove_key", "list"));
        if (node.get("above") && spec.field("amount") < 0)
            reader.error(node.get("above"), "bad-choice",
                         say("check.second_above", bilingual(spec.zh, spec.en)),
                         say("check.remove_key", "above"));
    }
};

template <>
struct Schema<Stretch> {
    static const std::vector<Row<Stretch>>& rows() {
        static const std::vector<Row<Stretch>> rows{
            row("personal", &Stretch::personal, Need::optional, "个人目标高出平时多少",
                "personal target above the usual result"),
            row("short_term", &Stretch::short_term, Need::optional, "短期目标之和高出长期目标多少",
                "sum of short-term targets above the long-term one"),
        };
        return rows;
    }
};

namespace {
struct RulesFile {
    std::vector<WrittenDeadline> deadlines;
    std::vector<WrittenLevel> levels;
    std::optional<FollowUp> follow_up;
    std::optional<Stretch> stretch;
    Attribution attribution = Attribution::seller;
    std::optional<int> overdue_days;
    std::vector<std::string> visit_requires;
    std::optional<Ranking> ranking;
    Rules rules;
};
}  // namespace

template <>
struct Schema<RulesFile> {
    static const std::vector<Row<RulesFile>>& rows() {
        using F = RulesFile;
        static const std::vector<Row<F>> rows{
            row("deadlines", &F::deadlines, Need::optional, "时限", "deadlines"),
            inner_row("attendance", &F::rules, &Rules::attendance, Need::optional, "考勤规则", "attendance"),
            row("follow_up", &F::follow_up, Need::optional, "客户跟进", "follow-up of customers"),
            inner_row("call_back", &F::rules, &Rules::call_back, Need::optional, "办结后的回访",
                      "calls after a ticket is closed"),
            inner_row("records", &F::rules, &Rules::records, Need::optional, "每条记录的积分、罚款",
                      "points and fines a record"),
            row("service_levels", &F::levels, Need::optional, "服务时限", "service levels"),
            row("standings", &F::ranking, Need::optional, "龙虎榜", "the ranking"),
            inner_row("commission", &F::rules, &Rules::commission, Need::optional, "提成", "commission"),
            row("attribution", &F::attribution, Need::optional,
                "业绩归谁：owner 登记人，seller 成交人（默认）",
                "whose a sale is: the owner of the customer, or the seller (default)"),
            row("overdue_days", &F::overdue_days, Need::optional,
                "待办逾期、建议和问题没定这么多天，上一级也要管；再过这么多天，再上一级",
                "an action so many days late, or a suggestion or problem so long undecided, waits for the "
                "next above, too; after as many again, for the one above that"),
            words_row("visit_requires", &F::visit_requires, Need::optional, "走访结束时必须写明的项",
                      "what has to be there when a visit ends",
                      {"contact", "department", "position", "reason", "aim", "result", "next"}),
            inner_row("scores", &F::rules, &Rules::scores, Need::optional, "考核项和综合评分",
                      "kinds of scores, and the weighted total"),
            inner_row("credentials", &F::rules, &Rules::credentials, Need::optional, "谁要有哪些证件",
                      "who has to have which credentials"),
            inner_row("second_by", &F::rules, &Rules::second_by, Need::optional, "哪些记录要第二个人签字",
                      "records that a second person signs"),
            row("stretch", &F::stretch, Need::optional, "目标要高出多少", "how much targets must stretch"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, RulesFile& out) {
        if (!out.overdue_days || (*out.overdue_days >= 1 && *out.overdue_days <= 366)) return;
        reader.error(node.get("overdue_days"), "out-of-range",
                     say("check.out_of_range", std::to_string(*out.overdue_days)),
                     say("check.from_to", "1", "366"));
        out.overdue_days.reset();
    }
};

template <>
struct Schema<Target> {
    static const std::vector<Row<Target>>& rows() {
        static const std::vector<Row<Target>> rows{
            row("period", &Target::period, Need::required, "期间：2026-11、2026-Q4、2026",
                "period: 2026-11, 2026-Q4, 2026"),
            row("metric", &Target::metric, Need::required, "指标", "metric"),
            [] {
                Row<Target> made;
                made.spec = {"amount", true, Codec<Money>::spec(), "数额（元，或次数）",
                             "the amount: yuan, or a count"};
                made.read = [](Reader& reader, yaml::Node node, Target& out) {
                    Money amount;
                    const bool good = Codec<Money>::read(reader, node, amount);
                    out.amount = amount.fen;
                    return good;
                };
                return made;
            }(),
            row("who", &Target::who, Need::optional, "某个人的份额", "the share of one person"),
            row("unit", &Target::unit, Need::optional, "某个单位的份额", "the share of one unit"),
            row("split", &Target::split, Need::optional, "怎么分解：person、unit、none",
                "how it is split: person, unit, none"),
            row("at_most", &Target::at_most, Need::optional, "true：不超过这个数（能耗、成本）",
                "true: at most so much (energy, cost)"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Target& out) {
        if (out.amount < 0)
            reader.error(node.get("amount"), "out-of-range", say("check.negative_target"),
                         say("check.write_like", "18250.00"));
        if ((out.who || out.unit) && out.split != Split::none && out.who)
            reader.error(node.get("split"), "bad-split", say("check.share_not_split"),
                         say("check.remove_key", "split"));
    }
};

template <>
struct Schema<Award> {
    static const std::vector<Row<Award>>& rows() {
        using A = Award;
        static const std::vector<Row<A>> rows{
            row("id", &A::id, Need::required, "奖项编号", "id"),
            row("name", &A::name, Need::required, "奖项名称", "name"),
            row("every", &A::every, Need::optional, "多久评一次，默认每月", "how often; default: month"),
            row("who", &A::who, Need::optional, "谁可以评，默认全体", "who may win; default: all"),
            row("require", &A::require, Need::optional, "必须满足的条件", "conditions that must hold"),
            row("best", &A::best, Need::optional, "比哪个指标", "the metric that decides"),
            row("nominated", &A::nominated, Need::optional, "由提名产生", "decided by nomination"),
            row("places", &A::places, Need::optional, "各等奖人数", "winners of each place"),
            row("prize", &A::prize, Need::optional, "各等奖金额（元）", "prize of each place in yuan"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Award& out) {
        if (!node.get("who")) out.who.all = true;
        if (out.places.empty()) out.places = {1};
        if (const auto none = std::ranges::find_if(out.places, [](int count) { return count < 1; });
            none != out.places.end()) {
            reader.error(node.get("places"), "out-of-range", say("check.out_of_range", std::to_string(*none)),
                         say("check.write_like", "[1, 2]"));
            out.places = {1};
        }
        if (out.best.empty() && !out.nominated)
            reader.error(node, "missing-key", say("check.best_or_nominated"), say("check.add_key", "best"));
    }
};

void read_rules(Reader& reader, yaml::Node root, Team& team) {
    RulesFile file;
    if (!root.is_null()) Codec<RulesFile>::read(reader, root, file);
    team.rules = std::move(file.rules);
    team.rules.overdue_days = file.overdue_days;
    team.rules.visit_requires = std::move(file.visit_requires);
    team.rules.sales_to_owner = file.attribution == Attribution::owner;
    for (auto& written : file.deadlines) team.rules.deadlines.push_back(std::move(written.rule));
    for (auto& written : file.levels) team.rules.service_levels.push_back(std::move(written.level));
    if (file.ranking) team.rules.name_last = file.ranking->last;
    if (file.follow_up) team.rules.follow_up_days = file.follow_up->every_days;
    if (file.stretch) {
        team.rules.stretch_personal = file.stretch->personal;
        team.rules.stretch_short_term = file.stretch->short_term;
    }
}

void read_targets(Reader& reader, yaml::Node root, Team& team) {
    if (!root.is_null()) Codec<std::vector<Target>>::read(reader, root, team.targets);
}

void read_awards(Reader& reader, yaml::Node root, Team& team) {
    if (root.is_null() || !reader.expect_sequence(root)) return;
    // Bad ones are kept too: the indexes of Names count on them.
    for (auto item = root.first(); item; item = item.next())
        Codec<Award>::read(reader, item, team.awards.emplace_back());
}

std::vector<KeySpec> rules_keys() {
    return key_specs<RulesFile>();
}
std::vector<KeySpec> target_keys() {
    return key_specs<Target>();
}
std::vector<KeySpec> award_keys() {
    return key_specs<Award>();
}

}  // namespace teamctl::team
