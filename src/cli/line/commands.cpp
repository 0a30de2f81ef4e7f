#include "cli/line/commands.hpp"

#include <algorithm>
#include <array>

namespace teamctl::cli {

std::span<const CommandSpec> commands() {
    static const std::vector<CommandSpec> all{
        // clang-format off
        init_command(),
        demo_command(),
        check_command(),
        agenda_command(),
        schedule_command(),
        swap_command(),
        leave_command(),
        next_command(),
        checklist_command(),
        due_command(),
        customer_command(),
        ticket_command(),
        asset_command(),
        log_command(),
        records_command(),
        summary_command(),
        standings_command(),
        site_command(),
        award_command(),
        person_command(),
        roster_command(),
        rename_command(),
        edit_command(),
        explain_command(),
        close_command(),
        calendar_command(),
        import_command(),
        export_command(),
        hook_command(),
        merge_driver_command(),
        schema_command(),
        completion_command(),
        help_command(),
        // clang-format on
    };
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
