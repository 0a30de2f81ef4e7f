// `demo`, an example team with its records.
#include "cli/line/commands.hpp"
#include "cli/start/write_team.hpp"

namespace teamctl::cli {

CommandSpec demo_command() {
    return {"demo",
            "新建示例团队，带一个月的记录，供试用",
            "make an example team with a month of records, to look at",
            {{"DIR", false, false, "放在哪里，默认当前目录", "where; default: here", Completes::directory}},
            {{"template", "NAME", "哪个示例，默认 sales", "which example; default: sales", 0, false,
              Completes::template_name}},
            {},
            make_example};
}

}  // namespace teamctl::cli
