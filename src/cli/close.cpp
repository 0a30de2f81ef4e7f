#include <functional>

#include "cli/closings.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "rules/context.hpp"
#include "store/closing_file.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// The first month that has a folder of records.
std::optional<Month> first_month(const fs::path& root) {
    for (const auto& name : store::list_directory(root / "log")) {
        if (const auto month = parse_month(name)) return month;
    }
    return std::nullopt;
}

struct Closed {
    Month month;
    bool written = false;
};

/// Told of a closing once nothing but the rename is left to do; what it throws keeps the closing out.
using Announce = std::function<void(const Closed&)>;

/// Closes one month; nothing where the files have errors.
std::optional<Closed> close_month(const fs::path& root, const store::WriteLock& lock, Month month,
                                  Diagnostics& diagnostics, const Announce& announce) {
    const auto text = closing_text_of(root, month, diagnostics);
    if (!text) return std::nullopt;
    const auto path = root / team::closing_path(month);
    const auto kind = store::path_kind(root, team::closing_path(month));
    if (kind == store::PathKind::file && store::read_file(path, text->size()) == *text) {
        announce({month, false});
        return Closed{month, false};
    }
    if (kind != store::PathKind::file && kind != store::PathKind::missing) {
        diagnostics.error("not-a-file", {team::closing_path(month), {}, {}, 0}, say("store.not_a_file"),
                          say("store.put_a_file"));
        return std::nullopt;
    }
    store::Replacement replacement{path, lock.temporary(), *text};
    announce({month, true});
    if (!replacement.commit())
        diagnostics.warning("not-synced", {team::closing_path(month), {}, {}, 0}, say("store.not_synced"));
    return Closed{month, true};
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

Exit run_close(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto period =
        session.period(session.argument(0), shifted(month_period(month_of(session.now().date)), -1));
    if (!period) return Exit::usage;
    if (const auto exit = refused(session, *period)) return *exit;
    const auto& root = session.root();
    const store::WriteLock lock{root};
    const auto target = month_of(period->to);
    auto month = first_month(root);
    if (!month || target < *month) return session.refuse(say("close.no_records", *period));
    // What stands on a closing that changes changes with it.
    const auto closed = store::closed_months(root);
    const auto last = closed.empty() ? target : std::max(target, closed.back());
    std::vector<Closed> made;
    bool told = false;
    // Said before the last one is done for good: where it cannot be said, that one is not written.
    const auto announce = [&](const Closed& one) {
        made.push_back(one);
        if (one.month != last) return;
        session.emit(report_of(made));
        told = true;
    };
    for (; *month <= last; *month += std::chrono::months{1}) {
        const bool asked = period->contains(first_day(*month));
        if (!asked && closing_holds(root, *month)) continue;
        Diagnostics diagnostics;
        const auto one = close_month(root, lock, *month, diagnostics, announce);
        session.show(diagnostics);
        if (!one) return Exit::files;
    }
    if (!told) session.emit(report_of(made));
    return Exit::done;
}

}  // namespace

CommandSpec close_command() {
    return {"close",
            "月末结账：把还没了结的结转到下月，以后不再重读旧记录",
            "month-end checkpoint: hand on what is open, so that old records need not be read again",
            {{"PERIOD", false, false, "哪个月，默认上月", "a month; default: last month", Completes::period}},
            {},
            {Format::markdown, Format::html, Format::json, Format::csv},
            run_close};
}

}  // namespace teamctl::cli
