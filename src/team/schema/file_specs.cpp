// The kinds of file that a team directory has, and what a path below the root is.
#include <algorithm>
#include <array>

#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

constexpr std::string_view extension = ".yaml";

/// `folder/stem.yaml` without further folders: the stem, or nothing.
std::optional<std::string_view> stem_in(std::string_view path, std::string_view folder) {
    if (!path.starts_with(folder) || path.size() <= folder.size() || path[folder.size()] != '/')
        return std::nullopt;
    auto stem = path.substr(folder.size() + 1);
    if (!stem.ends_with(extension) || stem.find('/') != std::string_view::npos) return std::nullopt;
    stem.remove_suffix(extension.size());
    return stem.empty() ? std::nullopt : std::optional{stem};
}

}  // namespace

std::span<const FileSpec> file_specs() {
    using K = FileKind;
    static const std::array<FileSpec, 20> specs{{
        {K::settings, "teamctl", "", "teamctl.yaml", false, settings_keys, "团队设置", "settings of the team",
         "设置 settings"},
        {K::roster, "roster", "roster", "roster.yaml", false, roster_keys, "花名册", "units and people",
         "名单 人员 人 person people"},
        {K::calendar, "calendar", "calendars", "", false, calendar_keys, "节假日历",
         "holidays and make-up working days", "节假日 日历 holidays"},
        {K::meeting, "meeting", "meetings", "", false, meeting_keys, "会议", "one meeting series",
         "例会 series"},
        {K::rota, "rota", "rotas", "", false, rota_keys, "轮值", "one duty rota", "值班 duty series"},
        {K::limits, "limits", "", "limits.yaml", true, limit_keys, "多个角色合在一起的限制",
         "limits over several roles", "限制 limit"},
        {K::queue, "queue", "queues", "", false, queue_keys, "轮流队列", "one turn queue", "队列"},
        {K::checklist, "checklist", "checklists", "", false, checklist_keys, "检查清单", "one checklist",
         "清单 检查表"},
        {K::topics, "topics", "", "topics.yaml", true, topic_keys, "会议专题", "topics of the meetings",
         "专题 题目 topic"},
        {K::reserve, "reserve", "", "reserve.yaml", true, reserve_keys, "救场素材", "stand-in content",
         "素材"},
        {K::rules, "rules", "", "rules.yaml", false, rules_keys, "规则", "rules", "制度 rule"},
        {K::targets, "targets", "", "targets.yaml", true, target_keys, "目标", "targets", "target"},
        {K::trainings, "trainings", "", "trainings.yaml", true, training_keys, "培训计划",
         "the training plan", "培训 training"},
        {K::awards, "awards", "", "awards.yaml", true, award_keys, "奖项", "awards", "评奖 award"},
        {K::assets, "assets", "assets", "", true, asset_keys, "资产台账", "asset register",
         "资产 设备 台账 asset"},
        {K::leave, "leave", "leave", "", true, leave_keys, "请假", "leave and absences", "假"},
        {K::wishes, "wishes", "wishes", "", true, wish_keys, "想休、想上的日子", "wishes for turns",
         "意愿 想休 wish"},
        {K::plan, "plan", "plans", "", true, nullptr, "已公布的排班", "a published rota",
         "排班 排班表 schedule"},
        {K::log, "log", "log", "", true, nullptr, "一天的记录", "records of one day", "记录 records"},
        {K::closing, "closing", "closings", "", true, closing_keys, "月末封存", "a month-end checkpoint",
         "封存 close"},
    }};
    return specs;
}

const FileSpec& file_spec(FileKind kind) {
    return file_specs()[static_cast<std::size_t>(kind)];
}

bool means_file(const FileSpec& spec, std::string_view word) {
    if (word.empty()) return false;
    if (word == spec.name || word == spec.zh || word == spec.en || word == spec.file || word == spec.folder)
        return true;
    for (auto rest = spec.also; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) == word) return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

std::optional<FileKind> file_kind(std::string_view path) {
    for (const auto& spec : file_specs()) {
        if (!spec.file.empty() && path == spec.file) return spec.kind;
        if (spec.folder.empty() || spec.kind == FileKind::log) continue;
        const auto stem = stem_in(path, spec.folder);
        if (!stem) continue;
        const bool monthly = spec.kind == FileKind::plan || spec.kind == FileKind::closing;
        if (monthly && !parse_month(*stem)) return std::nullopt;
        return spec.kind;
    }
    return log_date(path) ? std::optional{FileKind::log} : std::nullopt;
}

std::string id_of_path(std::string_view path) {
    const auto slash = path.rfind('/');
    auto name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    if (name.ends_with(extension)) name.remove_suffix(extension.size());
    return std::string{name};
}

std::optional<Date> log_date(std::string_view path) {
    // log/2026-11/2026-11-23.yaml
    if (path.size() != 27 || !path.starts_with("log/") || path[11] != '/') return std::nullopt;
    const auto month = parse_month(path.substr(4, 7));
    const auto day = stem_in(path, path.substr(0, 11));
    const auto date = day ? parse_date(*day) : std::nullopt;
    return month && date && month_of(*date) == *month ? date : std::nullopt;
}

std::optional<Month> plan_month(std::string_view path) {
    const auto stem = stem_in(path, "plans");
    return stem ? parse_month(*stem) : std::nullopt;
}

std::optional<Month> closing_month(std::string_view path) {
    const auto stem = stem_in(path, "closings");
    return stem ? parse_month(*stem) : std::nullopt;
}

std::string log_path(Date date) {
    return "log/" + to_string(month_of(date)) + "/" + to_string(date) + ".yaml";
}
std::string plan_path(Month month) {
    return "plans/" + to_string(month) + ".yaml";
}

std::string closing_path(Month month) {
    return "closings/" + to_string(month) + ".yaml";
}

}  // namespace teamctl::team
