#include "cli/line/examples.hpp"

namespace teamctl::cli {
namespace {

struct Example {
    std::string_view command;
    std::string_view zh;
    std::string_view en;
};

// clang-format off
constexpr Example examples[] = {
    {"init", "init 我的团队", "init my-team"},
    {"init", "init 客服部 --template service --people 张三,李四,王五", "init desk --template service --people 'Ann,Bob,Cleo'"},
    {"demo", "demo 看看", "demo look"},
    {"demo", "demo 工程部 --template facility", "demo engineers --template facility"},
    {"check", "check", "check"},
    {"check", "check roster.yaml --strict", "check roster.yaml --strict"},
    {"agenda", "agenda", "agenda"},
    {"agenda", "agenda 明天 --meeting 晨会", "agenda tomorrow --meeting morning"},
    {"agenda", "agenda 下周一 --open", "agenda 'next monday' --open"},
    {"schedule", "schedule 下月", "schedule 'next month'"},
    {"schedule", "schedule 下月 --write", "schedule 'next month' --write"},
    {"schedule", "schedule 本月 -o 排班.html", "schedule 'this month' -o rota.html"},
    {"swap", "swap 明天 晨会 主持 李强", "swap tomorrow morning host liqiang"},
    {"swap", "swap 周五 前台值班 值班 张伟 --anyway", "swap friday desk duty zhangwei --anyway"},
    {"leave", "leave 王丽 病假", "leave wangli sick"},
    {"leave", "leave 张伟 年假 12/7 12/9", "leave zhangwei annual 12/7 12/9"},
    {"leave", "leave 李强 事假 后天 half=am", "leave liqiang private tomorrow half=am"},
    {"next", "next", "next"},
    {"next", "next reception", "next reception"},
    {"checklist", "checklist", "checklist"},
    {"checklist", "checklist opening 本周", "checklist opening 'this week'"},
    {"due", "due", "due"},
    {"due", "due 下周五 --full", "due 'next friday' --full"},
    {"due", "due --who 王丽", "due --who wangli"},
    {"ticket", "ticket", "ticket"},
    {"ticket", "ticket 上月 --full", "ticket 'last month' --full"},
    {"customer", "customer", "customer"},
    {"customer", "customer --who 王丽", "customer --who wangli"},
    {"asset", "asset", "asset"},
    {"asset", "asset --due", "asset --due"},
    {"log", "log 表扬 李强 主动顶班", "log praise liqiang 'stood in without being asked'"},
    {"log", "log 积分 王丽 -2 迟到", "log points wangli -2 'came late'"},
    {"log", "log --undo", "log --undo"},
    {"records", "records 表扬 本月", "records praise 'this month'"},
    {"records", "records 日记 --who 王丽", "records diary --who wangli"},
    {"summary", "summary", "summary"},
    {"summary", "summary 上月 --full", "summary 'last month' --full"},
    {"summary", "summary 本月 -o 总结.html", "summary 'this month' -o summary.html"},
    {"standings", "standings", "standings"},
    {"standings", "standings 上月 --by 积分", "standings 'last month' --by points"},
    {"site", "site 网页", "site pages"},
    {"site", "site 网页 今年", "site pages 'this year'"},
    {"award", "award", "award"},
    {"award", "award 2026-11 best-lecturer", "award 2026-11 best-lecturer"},
    {"person", "person 王丽", "person wangli"},
    {"person", "person 王丽 上月", "person wangli 'last month'"},
    {"roster", "roster", "roster"},
    {"roster", "roster add 孙梅 joined=2026-12-01", "roster add 'Sun Mei' id=sunmei joined=2026-12-01"},
    {"roster", "roster leaves 吴昊 月底", "roster leaves wuhao 2026-12-31"},
    {"rename", "rename person wuhao wu.hao", "rename person wuhao wu.hao"},
    {"rename", "rename series 晨会 early --write", "rename series morning early --write"},
    {"rename", "rename role 主持 opener", "rename role host opener"},
    {"edit", "edit 花名册", "edit roster"},
    {"edit", "edit 晨会", "edit morning"},
    {"edit", "edit 值班 周末值班", "edit rota weekend"},
    {"explain", "explain 积分 --who 王丽", "explain points --who wangli"},
    {"explain", "explain fund 上月", "explain fund 'last month'"},
    {"close", "close 上月", "close 'last month'"},
    {"calendar", "calendar", "calendar"},
    {"calendar", "calendar 下周", "calendar 'next week'"},
    {"calendar", "calendar 本月 -o 日历.ics", "calendar 'this month' -o calendar.ics"},
    {"import", "import roster 名单.xlsx", "import roster people.xlsx"},
    {"import", "import attendance 考勤.csv --write", "import attendance punches.csv --write"},
    {"export", "export metrics 本月 -o 指标.csv", "export metrics 'this month' -o metrics.csv"},
    {"export", "export roster", "export roster"},
    {"hook", "hook install", "hook install"},
    {"merge-driver", "merge-driver %O %A %B", "merge-driver %O %A %B"},
    {"schema", "schema", "schema"},
    {"schema", "schema roster", "schema roster"},
    {"completion", "completion bash", "completion bash"},
    {"completion", "completion zsh", "completion zsh"},
    {"help", "help log", "help log"},
    {"help", "help tutorial", "help tutorial"},
};
// clang-format on

}  // namespace

std::vector<std::string_view> examples_of(std::string_view command, bool chinese) {
    std::vector<std::string_view> calls;
    for (const auto& example : examples)
        if (example.command == command) calls.push_back(chinese ? example.zh : example.en);
    return calls;
}

}  // namespace teamctl::cli
