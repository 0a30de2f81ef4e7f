#include "check/closings.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "rules/context.hpp"
#include "store/closings/closing_file.hpp"

namespace teamctl::cli {
namespace {

/// The first month that has a folder of records.
std::optional<Month> first_month(store::Directory& directory) {
    for (const auto& name : directory.names("log")) {
        if (const auto month = parse_month(name)) return month;
    }
    return std::nullopt;
}

/// A closing as it is to be, which is what the directory pretends that it is: each builds upon those before,
/// and all of one call are written as one.
struct Closed {
    Month month;
    bool written = false;  ///< the file has another text, or there is none
};

bool holds(const store::FileRead& file, const std::string& text) {
    return file.source && file.bytes == text.size() && file.source->document->text() == text;
}

/// The closing of one month, whose checksum takes the place of that of the closing before; nothing where the
/// files have errors.
std::optional<Closed> close_month(store::Directory& directory, Month month, std::string& previous,
                                  Diagnostics& diagnostics) {
    auto text = check::closing_text_of(directory, month, previous, diagnostics);
    if (!text) return std::nullopt;
    const auto path = team::closing_path(month);
    const auto kind = store::path_kind(directory.root(), path);
    const bool same = kind == store::PathKind::file && holds(directory.file(path), *text);
    if (kind != store::PathKind::file && kind != store::PathKind::missing) {
        diagnostics.error("not-a-file", {path, {}, {}, 0}, say("store.not_a_file"), say("store.put_a_file"));
        return std::nullopt;
    }
    previous = store::checksum_of(*text);
    directory.pretend(path, std::move(*text));
    return Closed{month, !same};
}

Report report_of(const std::vector<Closed>& closed) {
    Report report;
    report.name = "close";
    report.title = say("close.title");
    Table table{"closings", {}, {}, {}, {}};
    table.columns = {{"month", say("close.column.month"), ColumnType::text},
                     {"state", say("close.column.state"), ColumnType::text},
                     {"file", say("close.column.file"), ColumnType::text}};
    for (const auto& one : closed)
        table.rows.push_back({Cell{to_string(one.month)},
                              one.written ? Cell{say("close.written"), "written", Tone::good}
                                          : Cell{say("close.unchanged"), "unchanged", Tone::muted},
                              Cell{team::closing_path(one.month)}});
    report.add(std::move(table));
    return report;
}

/// Whole months that are over; on others it has said why.
std::optional<Exit> refused(const Session& session, const Period& period) {
    if (period.from != first_day(month_of(period.from)) || period.to != last_day(month_of(period.to)))
        return session.refuse(say("close.whole_month", period), say("check.write_like", "2026-11"));
    if (!rules::day_over(period.to, session.now()))
        return session.refuse(say("close.not_over", period, session.now().date),
                              say("close.wait_until", period.to + Days{1}));
    return std::nullopt;
}

/// Says what is done once nothing but the renames is left to do: where it cannot be said, nothing is written.
Exit write(Session& session, const store::WriteLock& lock, const std::vector<Closed>& made) {
    store::Transaction files{lock};
    for (const auto& one : made) {
        const auto path = team::closing_path(one.month);
        if (one.written) files.write(path, session.directory().pretended().at(path));
    }
    session.emit(report_of(made));
    if (files.commit()) return Exit::done;
    Diagnostics diagnostics;
    diagnostics.warning("not-synced", {team::closing_path(made.back().month), {}, {}, 0},
                        say("store.not_synced"));
    session.show(diagnostics);
    return Exit::done;
}

Exit run_close(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto period =
        session.period(session.argument(0), shifted(month_period(month_of(session.now().date)), -1));
    if (!period) return Exit::usage;
    if (const auto exit = refused(session, *period)) return *exit;
    auto& directory = session.directory();
    const auto lock = directory.lock();
    const auto target = month_of(period->to);
    auto month = first_month(directory);
    if (!month || target < *month) return session.refuse(say("close.no_records", *period));
    // What stands on a closing that changes changes with it.
    const auto closed = store::closed_months(directory);
    const auto last = closed.empty() ? target : std::max(target, closed.back());
    std::vector<Closed> made;
    auto previous = check::checksum_before(directory, *month);
    for (; *month <= last; *month += std::chrono::months{1}) {
        const bool asked = period->contains(first_day(*month));
        if (!asked && check::closing_holds(directory, *month, previous)) {
            previous = check::checksum_before(directory, *month + std::chrono::months{1});
            continue;
        }
        Diagnostics diagnostics;
        const auto one = close_month(directory, *month, previous, diagnostics);
        session.show(diagnostics);
        if (!one) return Exit::files;
        made.push_back(*one);
    }
    return write(session, lock, made);
}

}  // namespace

CommandSpec close_command() {
    return {"close",
            "月末封存：把未完事项结转到下月，以后不再重读旧记录",
            "month-end checkpoint: hand on what is open, so that old records need not be read again",
            {{"PERIOD", false, false, "哪个月，默认上月", "a month; default: last month", Completes::period}},
            {},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_close};
}

}  // namespace teamctl::cli
