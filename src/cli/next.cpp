#include "report/next.hpp"

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "rules/look_back.hpp"

namespace teamctl::cli {

static Exit run_next(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto loaded = session.load(rules::look_back(session.rules(), day_period(session.now().date),
                                                      day_period(session.now().date), session.now().date));
    if (!loaded) return Exit::files;
    const auto& queues = loaded->team.queues;
    if (queues.empty()) return session.refuse(say("next.no_queue"), say("next.make_queue"));
    std::string name = session.argument(0);
    if (name.empty() && queues.size() == 1) name = queues.front().id;
    for (std::size_t i = 0; i < queues.size(); ++i) {
        if (queues[i].id == name || queues[i].name == name)
            return session.emit(report::next_report(loaded->team, team::QueueId{static_cast<std::int32_t>(i)},
                                                    session.now()));
    }
    const auto known = loaded->names.things(team::RefKind::queue);
    if (name.empty())
        return session.refuse(say("cli.missing_argument", "QUEUE"),
                              say("check.known_names", things_shown(known)));
    return session.refuse_unknown("ref.queue", name, known);
}

CommandSpec next_command() {
    return {"next",
            "下一位客户轮到谁接待（轮流接待的队列，不是值班表）",
            "who takes the next customer (by the queue, not the rota)",
            {{"QUEUE", false, false, "哪个队列；只有一个时可不写",
              "which queue; may be left out where there is one", Completes::queue}},
            {},
            {Shape::markdown, Shape::data},
            run_next};
}

}  // namespace teamctl::cli
