#include "team/metric_words.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "team/known_roles.hpp"

namespace teamctl::team {
namespace {

constexpr std::pair<std::string_view, std::string_view> metric_titles[]{
    {"出勤率", "attendance_rate"},
    {"迟到", "late"},
    {"早退", "left_early"},
    {"缺席", "absent"},
    {"请假", "excused"},
    {"交日记", "diaries"},
    {"日记迟交", "diaries_late"},
    {"日记未交", "diaries_missing"},
    {"日记批复", "reviews"},
    {"走访", "visits"},
    {"跟进", "contacts"},
    {"超期未跟进", "follow_ups_overdue"},
    {"新客户", "customers_new"},
    {"成交客户", "customers_won"},
    {"业绩", "sales"},
    {"退款", "refunds"},
    {"退款率", "refund_rate"},
    {"目标完成率", "target_ratio"},
    {"应收款", "receivables"},
    {"提成", "commission"},
    {"回款", "payments"},
    {"帮带", "helped"},
    {"费用", "cost"},
    {"投诉", "complaints"},
    {"办结工单", "tickets_closed"},
    {"回访", "call_backs"},
    {"按时回访", "call_backs_in_time"},
    {"回访满意度", "score_call_back"},
    {"按时响应", "tickets_answered_in_time"},
    {"按时解决", "tickets_resolved_in_time"},
    {"差错", "mistakes"},
    {"操作差错", "mistakes(operating)"},
    {"原则性错误", "mistakes(principle)"},
    {"表扬", "praise"},
    {"建议", "suggestions"},
    {"采纳建议", "suggestions_accepted"},
    {"考试", "score_exam"},
    {"讲课评分", "score_lecture"},
    {"客户评分", "score_customer"},
    {"测评", "score_appraisal"},
    {"技能测评", "score_skill"},
    {"综合评分", "score_total"},
    {"培训分钟", "training_minutes"},
    {"完成检查", "checks_done"},
    {"漏做检查", "checks_missed"},
    {"积分", "points"},
    {"罚款", "fines"},
};

/// Behind a role: how often somebody held it.
constexpr std::string_view turns{"次数"};

/// Of `主持次数` the role: that of the team with this name, else the known one of this title.
std::string role_of_turns(const Team& team, std::string_view title) {
    for (const auto& series : team.series) {
        for (const auto& role : series.roles)
            if (role.name == title) return role.name;
    }
    const auto known = std::ranges::find(known_roles(), title, &KnownRole::zh);
    return known == known_roles().end() ? std::string{} : std::string{known->name};
}

constexpr std::string_view consumption{"consumption"};
constexpr std::string_view consumption_zh{"用量"};

/// Of an asset's id, or of a name that only one has, the id; any other text as it is.
std::string asset_id(const Team& team, std::string_view text) {
    const Asset* named = nullptr;
    for (const auto& asset : team.assets) {
        if (asset.id == text) return asset.id;
        if (asset.name != text) continue;
        if (named != nullptr) return std::string{text};
        named = &asset;
    }
    return named != nullptr ? named->id : std::string{text};
}

}  // namespace

std::string consumption_metric(std::string_view asset) {
    return std::string{consumption} + '(' + std::string{asset} + ')';
}

std::string_view consumption_of(std::string_view text) {
    for (const auto word : {consumption, consumption_zh}) {
        if (!text.starts_with(word)) continue;
        const auto rest = trimmed(text.substr(word.size()));
        for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"},
                                          std::pair<std::string_view, std::string_view>{"（", "）"}}) {
            if (rest.size() > open.size() + close.size() && rest.starts_with(open) && rest.ends_with(close))
                return trimmed(rest.substr(open.size(), rest.size() - open.size() - close.size()));
        }
    }
    return {};
}

std::string metric_word(const Team& team, std::string_view text) {
    const auto* found =
        std::ranges::find(metric_titles, text, &std::pair<std::string_view, std::string_view>::first);
    if (found != std::end(metric_titles)) return std::string{found->second};
    const auto& scores = team.rules.scores.kinds;
    const auto own = std::ranges::find(scores, text, &ScoreKind::title);
    if (own != scores.end()) return "score_" + own->id;
    if (const auto asset = consumption_of(text); !asset.empty())
        return consumption_metric(asset_id(team, asset));
    if (!text.ends_with(turns)) return std::string{text};
    const auto role = role_of_turns(team, trimmed(text.substr(0, text.size() - turns.size())));
    return role.empty() ? std::string{text} : "turns_" + role;
}

std::string metric_title(std::string_view metric) {
    const auto* found =
        std::ranges::find(metric_titles, metric, &std::pair<std::string_view, std::string_view>::second);
    if (found != std::end(metric_titles)) return std::string{found->first};
    constexpr std::string_view prefix{"turns_"};
    if (!metric.starts_with(prefix)) return {};
    const auto role = metric.substr(prefix.size());
    const auto* known = known_role(role);
    const bool chinese = !role.empty() && static_cast<unsigned char>(role.front()) >= 0x80;
    if (known == nullptr && !chinese) return {};
    return std::string{known != nullptr ? known->zh : role} + std::string{turns};
}

void settle_metric_words(Team& team) {
    const auto settle = [&team](std::string& metric) { metric = metric_word(team, metric); };
    for (auto& award : team.awards) {
        settle(award.best);
        for (auto& requirement : award.require) settle(requirement.metric);
    }
    for (auto& target : team.targets) settle(target.metric);
    if (team.rules.commission) settle(team.rules.commission->on);
}

}  // namespace teamctl::team
