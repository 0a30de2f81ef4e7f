#include "store/closings/closing_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>

#include "base/text.hpp"
#include "store/disk.hpp"
#include "store/listing.hpp"
#include "team/files.hpp"
#include "team/write_record.hpp"
#include "yaml/document.hpp"

namespace teamctl::store {
namespace {

using team::Team;
using yaml::quoted_scalar;

template <class Tag>
std::string id_text(const Team& team, team::Id<Tag> id) {
    return id ? quoted_scalar(team[id].id) : std::string{"~"};
}

std::string spot_text(Date date, const Mark& mark) {
    return fmt::format("\"{}:{}:{}\"", team::log_path(date), mark.line, mark.column);
}

void add_people(std::string& text, const Team& team, const team::Closing& closing) {
    for (const auto& month : closing.people) {
        text += fmt::format("- person: {{who: {}, points: {}, fines: {}, receivables: {}",
                            id_text(team, month.who), month.points, to_string(month.fines),
                            to_string(month.receivables));
        std::vector<std::string> turns;
        for (const auto& [role, count] : month.turns) turns.push_back(fmt::format("{} {}", role, count));
        if (!turns.empty()) text += ", turns: " + quoted_scalar(joined(turns, ", "));
        text += "}\n";
    }
}

void add_queue(std::string& text, const Team& team, const team::CarriedQueue& queue) {
    const auto id = id_text(team, queue.queue);
    text += fmt::format("- queue: {{queue: {}, round: {}, taken: {}, done: {}}}\n", id, queue.round,
                        queue.taken, team::flow_ids(team, queue.done));
    for (const auto& [who, turns] : queue.ahead)
        text += fmt::format("- ahead: {{queue: {}, who: {}, turns: {}}}\n", id, id_text(team, who), turns);
    for (const auto& debt : queue.owed)
        text += fmt::format("- owed: {{queue: {}, who: {}, round: {}, since: {}, at: {}}}\n", id,
                            id_text(team, debt.who), debt.round, to_string(debt.since.date),
                            team::quoted_time(debt.since.time));
    for (const auto& turn : queue.turns)
        text += fmt::format("- turn: {{queue: {}, at: {}, round: {}{}{}}}\n", id,
                            spot_text(turn.date, turn.mark), turn.round, turn.owed ? ", owed: true" : "",
                            turn.out_of_turn ? ", out_of_turn: true" : "");
}

/// `3 6-9 12:5`, as team/schema/schema_closing.cpp reads it.
std::string lines_text(const std::vector<Mark>& marks) {
    std::string text;
    const auto usual = [&](std::size_t i) {
        return i < marks.size() && marks[i].column == team::usual_column;
    };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += std::to_string(marks[i].line);
        if (!usual(i)) {
            text += ':' + std::to_string(marks[i].column);
            continue;
        }
        const auto first = i;
        while (usual(i + 1) && marks[i + 1].line == marks[i].line + 1) ++i;
        if (first < i) text += '-' + std::to_string(marks[i].line);
    }
    return text;
}

/// Of one log file; empty where there is none.
std::string log_digest(Directory& directory, const std::string& path) {
    const auto date = team::log_date(path);
    if (!date) return {};
    const auto digests = log_digests(directory, month_of(*date));
    const auto found = digests.find(path);
    return found != digests.end() ? found->second : std::string{};
}

/// What stands in the log not long ago is named by its lines, and not written in every closing anew.
void add_records(std::string& text, const Team& team, const team::Closing& closing, Directory& directory,
                 ClosingForm form) {
    std::map<Date, std::vector<Mark>> in_log;
    for (const auto* record : closing.records) {
        if (form == ClosingForm::lean && closing.in_log_from <= record->date)
            in_log[record->date].push_back(record->origin.mark);
        else
            text +=
                fmt::format("- record: {{at: {}, is: {{{}}}}}\n",
                            spot_text(record->date, record->origin.mark), team::record_text(team, *record));
    }
    const auto month = month_of(*closing.carried.until);
    for (const auto& [date, marks] : in_log) {
        text += "- kept: {date: " + to_string(date);
        if (month_of(date) != month)
            text += ", digest: \"" + log_digest(directory, team::log_path(date)) + '"';
        text += ", lines: \"" + lines_text(marks) + "\"}\n";
    }
}

constexpr std::string_view registered_start = "\n- registered: {";

void add_registered(std::string& text, const team::Closing& closing) {
    const auto list = [](const std::vector<std::string>& texts) {
        std::vector<std::string> quoted;
        for (const auto& one : texts) quoted.push_back(quoted_scalar(one));
        return team::flow_list(quoted);
    };
    text += fmt::format("{}names: {}, phones: {}}}\n", registered_start.substr(1), list(closing.names),
                        list(closing.phones));
}

constexpr std::string_view checksum_start = "- checksum: {of_all_above: \"";

/// What the text says at its end; nothing where that is not its checksum.
std::optional<std::string> checksum_in(std::string_view text) {
    const auto at = text.rfind(checksum_start);
    if (at == std::string_view::npos) return std::nullopt;
    auto checksum = digest_of(text.substr(0, at));
    if (text.substr(at) != std::string{checksum_start} + checksum + "\"}\n") return std::nullopt;
    return checksum;
}

}  // namespace

std::string digest_of(std::string_view bytes) {
    // FNV-1a in 64 bits, from two starts.
    std::uint64_t one = 0xcbf29ce484222325U;
    std::uint64_t two = 0x9ae16a3b2f90404fU;
    for (const char c : bytes) {
        one = (one ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
        two = (two ^ static_cast<unsigned char>(c)) * 0x100000001b3U + (two >> 47U);
    }
    return fmt::format("{:016x}{:016x}", one, two);
}

Digests log_digests(Directory& directory, Month month) {
    Digests all;
    std::vector<std::string> unread;
    for (const auto& path : log_files(directory, month_period(month))) {
        if (auto known = directory.known_digest(path); !known.empty())
            all[path] = std::move(known);
        else
            unread.push_back(path);
    }
    std::vector<std::string> digests(unread.size());
    directory.see_texts(unread, [&](std::size_t i, const std::string* text) {
        if (text != nullptr) digests[i] = digest_of(*text);
    });
    for (std::size_t i = 0; i < unread.size(); ++i) {
        if (digests[i].empty()) continue;
        directory.keep_digest(unread[i], digests[i]);
        all[unread[i]] = std::move(digests[i]);
    }
    return all;
}

std::string closing_text(Directory& directory, const Team& team, const team::Closing& closing,
                         const Digests& files, std::string_view previous, ClosingForm form) {
    const auto& carried = closing.carried;
    const auto month = month_of(*carried.until);
    std::string text = fmt::format(
        "# Written by `teamctl close {0}`, and checked: change the records, not this file.\n"
        "- closing: {{month: {0}",
        to_string(month));
    if (!previous.empty()) text += fmt::format(", previous: \"{}\"", previous);
    if (carried.first_record) text += ", first_record: " + to_string(*carried.first_record);
    text += fmt::format(", fund: {}}}\n", to_string(carried.fund));
    add_people(text, team, closing);
    for (const auto& misses : carried.misses)
        text += fmt::format("- misses: {{rule: {}, who: {}, count: {}}}\n", quoted_scalar(misses.rule),
                            id_text(team, misses.who), misses.count);
    for (const auto& queue : carried.queues) add_queue(text, team, queue);
    add_records(text, team, closing, directory, form);
    if (form == ClosingForm::lean) add_registered(text, closing);
    for (const auto& [path, digest] : files)
        text += fmt::format("- file: {{path: {}, digest: \"{}\"}}\n", quoted_scalar(path), digest);
    const auto checksum = digest_of(text);
    text += checksum_start;
    return text + checksum + "\"}\n";
}

std::string log_path_of(std::string_view date) {
    const auto day = parse_date(date);
    return day ? team::log_path(*day) : std::string{};
}

ClosingForm form_of(std::string_view closing) {
    return closing.find(registered_start) != std::string_view::npos ? ClosingForm::lean : ClosingForm::whole;
}

std::optional<std::string_view> registered_in(std::string_view closing) {
    const auto at = closing.find(registered_start);
    if (at == std::string_view::npos || !checksum_in(closing)) return std::nullopt;
    return closing.substr(at + 1, closing.find('\n', at + 1) - at - 1);
}

std::string checksum_of(std::string_view closing) {
    return digest_of(closing.substr(0, closing.rfind(checksum_start)));
}

std::optional<ClosingFacts> closing_facts(Directory& directory, Month month) {
    const auto path = team::closing_path(month);
    if (!directory.pretended().contains(path) && path_kind(directory.root(), path) != PathKind::file)
        return std::nullopt;
    const auto& read = directory.file(path);
    const auto* document = read.source ? read.source->document.get() : nullptr;
    if (document == nullptr || document->text().size() != read.bytes) return std::nullopt;
    auto checksum = checksum_in(document->text());
    if (!checksum || !document->root().is_sequence()) return std::nullopt;
    ClosingFacts facts;
    facts.month = month;
    facts.checksum = std::move(*checksum);
    bool right_month = false;
    for (auto item = document->root().first(); item; item = item.next()) {
        if (!item.is_mapping()) continue;
        if (const auto head = item.get("closing"); head && head.is_mapping()) {
            right_month = head.get("month").text() == to_string(month);
            if (const auto previous = head.get("previous")) facts.previous = previous.text();
        }
        if (const auto file = item.get("file"); file && file.is_mapping())
            facts.files[std::string{file.get("path").text()}] = file.get("digest").text();
        if (const auto kept = item.get("kept"); kept && kept.is_mapping() && kept.get("digest"))
            facts.kept[log_path_of(kept.get("date").text())] = kept.get("digest").text();
    }
    return right_month ? std::optional{facts} : std::nullopt;
}

bool closing_stands(Directory& directory, const ClosingFacts& facts) {
    if (facts.files != log_digests(directory, facts.month)) return false;
    return std::all_of(facts.kept.begin(), facts.kept.end(),
                       [&](const auto& kept) { return log_digest(directory, kept.first) == kept.second; });
}

std::vector<Month> closed_months(Directory& directory) {
    std::set<Month> months;
    for (const auto& name : directory.names("closings")) {
        if (const auto month = team::closing_month("closings/" + name)) months.insert(*month);
    }
    for (const auto& [path, text] : directory.pretended()) {
        if (const auto month = team::closing_month(path)) months.insert(*month);
    }
    return {months.begin(), months.end()};
}

}  // namespace teamctl::store
