#include "report/trainings.hpp"

#include "report/naming.hpp"

namespace teamctl::report {
namespace {

using rules::TrainingState;

Cell held_cell(const TrainingState& state, Date date) {
    if (!state.is_held())
        return state.due() < date ? Cell{say("training.not_held"), "overdue", Tone::warn}
                                  : Cell{say("training.to_come"), "planned", Tone::muted};
    std::vector<Phrase> days;
    std::string raw;
    for (const auto* record : state.held) {
        days.push_back(say("training.held_on", record->date));
        raw += (raw.empty() ? "" : " ") + to_string(record->date);
    }
    return Cell{listed(std::move(days)), raw};
}

}  // namespace

Phrase training_day(const team::PlannedTraining& planned) {
    if (planned.on.from != planned.on.to) return say("training.by_end_of", planned.on);
    return planned.start ? say("training.day_time", planned.on.from, *planned.start)
                         : say("training.day", planned.on.from);
}

Table training_table(const team::Team& team, const std::vector<TrainingState>& all, Date date) {
    Table table{"trainings", {}, {}, {}, {}};
    table.columns = {{"topic", say("training.column.topic"), ColumnType::text},
                     {"on", say("training.column.on"), ColumnType::text},
                     {"by", say("training.column.by"), ColumnType::person},
                     {"held", say("training.column.held"), ColumnType::text},
                     {"expected", say("training.column.expected"), ColumnType::number},
                     {"attended", say("training.column.attended"), ColumnType::number},
                     {"missing", say("training.column.missing"), ColumnType::text}};
    for (const auto& state : all) {
        const auto& plan = *state.plan;
        const auto absent = state.missing();
        std::string raw;
        for (const auto person : absent) raw += (raw.empty() ? "" : " ") + team[person].id;
        table.rows.push_back(
            {Cell{verbatim(plan.topic), plan.id.empty() ? plan.topic : plan.id},
             Cell{training_day(plan), to_string(plan.on)}, person_cell(team, plan.by), held_cell(state, date),
             Cell{static_cast<std::int64_t>(state.expected.size())},
             state.is_held() ? Cell{static_cast<std::int64_t>(state.attended.size())} : Cell{},
             absent.empty() ? Cell{} : Cell{names_of(team, absent), raw, Tone::warn}});
    }
    return table;
}

Phrase training_sum(const std::vector<TrainingState>& all) {
    const auto [planned, held, expected, attended] = rules::sum_of(all);
    const Phrase sum = say("training.sum", planned, held, planned - held);
    return expected > 0 ? clauses({sum, say("training.came", attended, expected)}) : sum;
}

Json trainings_json(const team::Team& team, const std::vector<TrainingState>& all, Date date) {
    auto list = Json::array();
    for (const auto& state : all) {
        const auto& plan = *state.plan;
        auto held = Json::array();
        for (const auto* record : state.held)
            held.push(Json::object()
                          .set("date", to_string(record->date))
                          .set("at", file_and_line(team, record->origin)));
        list.push(Json::object()
                      .set("id", plan.id.empty() ? Json{} : Json{plan.id})
                      .set("topic", plan.topic)
                      .set("on", to_string(plan.on))
                      .set("due", to_string(plan.on.to))
                      .set("by", id_of(team, plan.by))
                      .set("minutes", plan.minutes > 0 ? Json{plan.minutes} : Json{})
                      .set("state", state.is_held()      ? "held"
                                    : state.due() < date ? "overdue"
                                                         : "planned")
                      .set("held", std::move(held))
                      .set("expected", ids_of(team, state.expected))
                      .set("attended", ids_of(team, state.attended)));
    }
    return list;
}

}  // namespace teamctl::report
