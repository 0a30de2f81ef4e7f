#include "report/schedule/posts.hpp"

#include <algorithm>

#include "report/naming.hpp"

namespace teamctl::report {
namespace {

/// A role of a series, in the order of the files.
using Post = std::pair<std::int32_t, int>;

std::vector<Post> posts_of(const rota::Plan& plan) {
    std::vector<Post> posts;
    for (const auto& line : plan.lines)
        for (const auto& planned : line.roles) posts.emplace_back(line.series.index, planned.role);
    std::ranges::sort(posts);
    posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
    return posts;
}

Phrase title_of(const team::Team& team, const Post& post) {
    const auto& series = team[team::SeriesId{post.first}];
    if (series.roles.size() == 1) return verbatim(series.name);
    return say("schedule.role_of", series.name,
               role_title(series.roles[static_cast<std::size_t>(post.second)].name));
}

/// The day, with what it is called where it is a holiday or a day made up for one.
Cell day_cell(const calendar::WorkingDays& days, Date date) {
    const auto* named = days.holiday(date);
    if (named == nullptr) named = days.makeup_workday(date);
    if (named == nullptr || named->name.empty()) return Cell{date};
    return Cell{say("schedule.day_named", date, named->name)};
}

}  // namespace

Cell holders_cell(const team::Team& team, const team::PlannedRole& planned) {
    std::vector<Phrase> names;
    bool hole = false;
    for (const auto who : planned.who) {
        hole |= !who && !planned.pinned;
        names.push_back(who              ? name_of(team, who)
                        : planned.pinned ? say("schedule.left_empty")
                                         : say("schedule.nobody"));
    }
    Phrase text = planned.pinned ? say("schedule.pinned", listed(names)) : listed(names);
    return Cell{std::move(text), {}, hole ? Tone::bad : Tone::plain};
}

Table posts_table(const team::Team& team, const calendar::WorkingDays& days, const rota::Plan& plan,
                  const Period& period) {
    Table table{"posts", {}, {{"date", say("schedule.date"), ColumnType::date}}, {}, {}};
    const auto posts = posts_of(plan);
    for (const auto& post : posts)
        table.columns.push_back({team[team::SeriesId{post.first}].id + "_" + std::to_string(post.second),
                                 title_of(team, post), ColumnType::text});
    for (Date date = period.from; date <= period.to; date += Days{1}) {
        table.rows.emplace_back(table.columns.size()).front() = day_cell(days, date);
        table.days_off.push_back(!days.is_workday(date));
    }
    for (const auto& line : plan.lines) {
        if (!period.contains(line.date)) continue;
        auto& row = table.rows[static_cast<std::size_t>((line.date - period.from).count())];
        for (const auto& planned : line.roles) {
            const auto post = std::ranges::find(posts, Post{line.series.index, planned.role});
            auto& cell = row[static_cast<std::size_t>(post - posts.begin()) + 1];
            auto held = holders_cell(team, planned);
            // One that is held twice on a day names both times' people.
            const auto* before = std::get_if<Phrase>(&cell.value);
            const Tone tone = before != nullptr && cell.tone == Tone::bad ? Tone::bad : held.tone;
            if (before != nullptr) held = Cell{listed({*before, std::get<Phrase>(held.value)}), {}, tone};
            cell = std::move(held);
        }
    }
    return table;
}

}  // namespace teamctl::report
