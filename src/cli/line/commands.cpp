#include "cli/line/commands.hpp"

#include <algorithm>
#include <array>

namespace teamctl::cli {

const std::vector<CommandGroup>& command_groups() {
    static const std::vector<CommandGroup> all{
        {"开始",
         "Start",
         {{init_command, "建团队", "your team"},
          {demo_command, "示例", "an example"},
          {check_command, "检查文件", "all files"},
          {edit_command, "改文件", "one file"}}},
        {"每天",
         "Every day",
         {{agenda_command, "议程", "the day's meetings"},
          {due_command, "待办", "what waits"},
          {log_command, "记一笔", "a record"},
          {records_command, "查记录", "list them"},
          {leave_command, "请假", "who is off"}}},
        {"值班与检查",
         "Duties",
         {{schedule_command, "排班", "the rota"},
          {swap_command, "换班", "one turn"},
          {next_command, "轮到谁", "whose turn"},
          {checklist_command, "清单", "checks"},
          {calendar_command, "日历", "the month"}}},
        {"客户与设备",
         "Work",
         {{customer_command, "客户", "customers"},
          {ticket_command, "工单", "tickets"},
          {asset_command, "设备", "assets"}}},
        {"人",
         "People",
         {{person_command, "一个人", "one card"},
          {roster_command, "花名册", "who leads whom"},
          {rename_command, "改编号", "an id everywhere"}}},
        {"月末",
         "The month",
         {{summary_command, "总结", "all figures"},
          {standings_command, "排名", "ranking"},
          {award_command, "评奖", "winners"},
          {explain_command, "数字明细", "a figure"},
          {close_command, "封存", "carry over"}}},
        {"进出",
         "In and out",
         {{import_command, "读入", "files of others"},
          {export_command, "导出", "tables"},
          {site_command, "网页", "web pages"}}},
        {"安装",
         "Set up",
         {{completion_command, "命令补全", "Tab"},
          {hook_command, "git 检查", "git"},
          {merge_driver_command, "git 合并", "git merges"},
          {schema_command, "编辑器提示", "editors"},
          {help_command, "帮助", "more help"}}},
    };
    return all;
}

std::span<const CommandSpec> commands() {
    static const std::vector<CommandSpec> all = [] {
        std::vector<CommandSpec> specs;
        for (const auto& group : command_groups()) {
            for (const auto& brief : group.commands) specs.push_back(brief.spec());
        }
        return specs;
    }();
    return all;
}

std::span<const OptionSpec> common_options() {
    static const std::array<OptionSpec, 12> options{{
        {"directory", "DIR", "团队目录（默认从当前目录向上找）",
         "team directory (default: found upwards from here)", 'C', false, Completes::directory},
        {"today", "DATE", "把哪天当作今天：2026-11-23 或 2026-11-23T09:00",
         "what today is: 2026-11-23 or 2026-11-23T09:00", 0, false, Completes::date},
        {"format", "FORMAT", "输出格式", "format of the output", 'f', false, Completes::format},
        {"output", "FILE", "写到文件；后缀决定格式：.html、.md、.json、.csv、.ics",
         "write to a file; its ending chooses the format: .html, .md, .json, .csv, .ics", 'o', false,
         Completes::file},
        {"open", "", "生成网页并打开", "make a page and open it"},
        {"lang", "LANG", "语言：zh 或 en", "language: zh or en", 0, false, Completes::choice, "zh en"},
        {"color", "WHEN", "颜色：auto、always、never", "colour: auto, always, never", 0, false,
         Completes::choice, "auto always never"},
        {"no-pager", "", "不分页", "no pager"},
        {"quiet", "", "精简输出", "print less", 'q'},
        {"verbose", "", "详细输出", "print more", 'v'},
        {"help", "", "显示帮助", "show help", 'h'},
        {"version", "", "显示版本", "show the version"},
    }};
    return options;
}

const CommandSpec* find_command(std::string_view name) {
    for (const auto& command : commands()) {
        if (command.name == name) return &command;
    }
    return nullptr;
}

std::vector<std::string> format_names(const CommandSpec& command) {
    std::vector<std::string> names;
    for (const auto& format : render::formats) {
        const auto& shapes = command.shapes;
        if (format.shape == Shape::text ||
            std::find(shapes.begin(), shapes.end(), format.shape) != shapes.end())
            names.emplace_back(format.name);
    }
    return names;
}

}  // namespace teamctl::cli
