// Metrics of meetings: who came, who held which role.
#include "rules/figures/metrics_collect.hpp"

namespace teamctl::rules {
namespace {

/// Every mark of the period for which `chosen` holds counts one.
template <class Chosen>
void collect_marks(const Books& books, Sink& sink, std::string_view note, Chosen chosen) {
    for (const auto& sitting : books.attendance().held) {
        const auto& name = books.team()[sitting.occurrence.series].name;
        for (const auto& mark : sitting.marks) {
            if (chosen(mark))
                sink.add(mark.who, *sitting.record, adds_one, 0, [&] { return say(note, name); });
        }
    }
}

std::string_view came_how(const AttendanceMark& mark) {
    if (mark.late && mark.left_early) return "evidence.late_and_left_early";
    if (mark.late) return "evidence.late";
    if (mark.left_early) return "evidence.left_early";
    return "evidence.present";
}

std::string_view note_of(const AttendanceMark& mark) {
    if (mark.attended()) return came_how(mark);
    if (mark.absent) return "evidence.absent";
    return mark.excused ? "evidence.excused_not_counted" : "evidence.unnamed";
}

}  // namespace

void collect_attendance_rate(const Books& books, const Metric&, Sink& sink) {
    for (const auto& sitting : books.attendance().held) {
        const auto& name = books.team()[sitting.occurrence.series].name;
        for (const auto& mark : sitting.marks) {
            sink.add(mark.who, *sitting.record, mark.attended() ? adds_one : adds_none, mark.excused ? 0 : 1,
                     [&] { return say(note_of(mark), name); });
        }
    }
}

void collect_late(const Books& books, const Metric&, Sink& sink) {
    collect_marks(books, sink, "evidence.late", [](const AttendanceMark& mark) { return mark.late; });
}

void collect_left_early(const Books& books, const Metric&, Sink& sink) {
    collect_marks(books, sink, "evidence.left_early",
                  [](const AttendanceMark& mark) { return mark.left_early; });
}

void collect_absent(const Books& books, const Metric&, Sink& sink) {
    collect_marks(books, sink, "evidence.absent", [](const AttendanceMark& mark) { return mark.absent; });
}

void collect_excused(const Books& books, const Metric&, Sink& sink) {
    collect_marks(books, sink, "evidence.excused", [](const AttendanceMark& mark) { return mark.excused; });
}

void collect_turns(const Books& books, const Metric& metric, Sink& sink) {
    const auto& team = books.team();
    const auto off = cancellations(team, books.end());
    for (const auto& line : team.plan) {
        const auto& series = team[line.series];
        const Moment start{line.date, series.when.start.value_or(TimeOfDay{})};
        if (!books.period().contains(line.date) || books.end() < start) continue;
        if (off.contains({line.series, line.date})) continue;
        for (const auto& planned : line.roles) {
            if (series.roles[static_cast<std::size_t>(planned.role)].name != metric.role) continue;
            for (const auto person : planned.who) {
                if (person)
                    sink.add({person, line.date, adds_one, 0, nullptr, line.origin, {}},
                             [&] { return say("evidence.turn", series.name); });
            }
        }
    }
}

}  // namespace teamctl::rules
