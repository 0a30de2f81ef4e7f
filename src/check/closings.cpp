#include "check/closings.hpp"

#include <algorithm>

#include "calendar/working_days.hpp"
#include "check/check.hpp"
#include "rules/closing.hpp"
#include "rules/look_back.hpp"
#include "store/closings/closing_file.hpp"
#include "yaml/document.hpp"

namespace teamctl::check {
namespace {

Place whole_file(const std::string& path) {
    return {path, {}, {}, 0};
}

Phrase close_again(Month month) {
    return say("close.again", to_string(month));
}

/// Files of the month that were changed, came or went since.
std::vector<std::string> changed_files(const store::Digests& then, const store::Digests& now) {
    std::vector<std::string> changed;
    for (const auto& [path, digest] : now) {
        const auto old = then.find(path);
        if (old == then.end() || old->second != digest) changed.push_back(path);
    }
    for (const auto& [path, digest] : then) {
        if (!now.contains(path)) changed.push_back(path);
    }
    return changed;
}

/// The first line that differs, as a place in the file.
Place first_difference(const std::string& path, const std::string& is, const std::string& should_be) {
    const auto length = std::min(is.size(), should_be.size());
    std::size_t at = 0;
    while (at < length && is[at] == should_be[at]) ++at;
    const auto line = at == 0 ? std::string::npos : is.rfind('\n', at - 1);
    return yaml::place_in(path, is, line == std::string::npos ? 0 : std::min(line + 1, is.size()));
}

void check_deep(store::Directory& directory, Month month, Diagnostics& diagnostics) {
    const auto path = team::closing_path(month);
    Diagnostics found;
    const auto& source = directory.file(path).source;
    if (!source) return;
    const auto is = source->document->text();
    const auto should_be =
        closing_text_of(directory, month, checksum_before(directory, month), found, store::form_of(is));
    if (!should_be) return;
    if (is != *should_be)
        diagnostics.error("closing-differs", first_difference(path, is, *should_be), say("close.differs"),
                          close_again(month));
}

}  // namespace

std::string checksum_before(store::Directory& directory, Month month) {
    const auto facts = store::closing_facts(directory, month - std::chrono::months{1});
    return facts ? facts->checksum : std::string{};
}

std::optional<std::string> closing_text_of(store::Directory& directory, Month month,
                                           const std::string& previous, Diagnostics& diagnostics,
                                           store::ClosingForm form) {
    const auto files =
        store::log_digests(directory, month);  // first: the records are read from the same bytes
    const auto loaded = directory.load(rules::closing_need(directory.rules().team, month));
    diagnostics.append(loaded.diagnostics);
    Diagnostics of_records;  // what is closed is not looked at again
    if (!loaded.diagnostics.has_errors()) errors_of(loaded, diagnostics, &of_records);
    diagnostics.append(of_records);
    if (diagnostics.has_errors()) return std::nullopt;
    const calendar::WorkingDays days{loaded.team};
    const auto closing = rules::closing({loaded.team, days, {last_day(month), end_of_day}});
    return store::closing_text(directory, loaded.team, closing, files, previous, form);
}

bool closing_holds(store::Directory& directory, Month month, const std::string& previous) {
    const auto facts = store::closing_facts(directory, month);
    return facts && facts->previous == previous && facts->files == store::log_digests(directory, month);
}

void check_closings(store::Directory& directory, bool deep, Diagnostics& diagnostics) {
    std::optional<store::ClosingFacts> before;  // of the last sound closing: to read one is dear
    for (const auto month : store::closed_months(directory)) {
        const auto path = team::closing_path(month);
        const auto facts = store::closing_facts(directory, month);
        const bool follows = before && before->month + std::chrono::months{1} == month;
        const auto previous = follows ? before->checksum : std::string{};
        before = facts;
        if (!facts) {
            diagnostics.error("closing-damaged", whole_file(path), say("close.damaged"), close_again(month));
            continue;
        }
        const auto changed = changed_files(facts->files, store::log_digests(directory, month));
        for (const auto& file : changed)
            diagnostics
                .error("closed-month-changed", whole_file(file), say("close.changed", to_string(month)),
                       close_again(month))
                .related.push_back(whole_file(path));
        if (facts->previous != previous)
            diagnostics.error("closing-chain", whole_file(path), say("close.chain"), close_again(month));
        else if (deep && changed.empty())
            check_deep(directory, month, diagnostics);
    }
}

}  // namespace teamctl::check
