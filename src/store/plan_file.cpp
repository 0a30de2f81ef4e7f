#include "store/plan_file.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "store/load.hpp"
#include "store/lock.hpp"

namespace teamctl::store {
namespace {

using team::PersonId;
using team::PlanLine;
using team::PlannedRole;
using team::Team;

/// Whole days first, then by start, then by series id: the order of teamctl-files(5), PLANS.
std::tuple<Date, int, std::string> order_of(const Team& team, Date date, team::SeriesId series) {
    const auto& start = team[series].when.start;
    return {date, start ? start->minutes : -1, team[series].id};
}

/// One person plain, several as a list; an empty place is a `null`, which counts as a place (teamctl-rota(7),
/// HISTORY AND DUE).
std::string holders(const Team& team, const std::vector<PersonId>& who) {
    std::vector<std::string> ids;
    for (const auto person : who) ids.push_back(person ? yaml::quoted_scalar(team[person].id) : "null");
    return ids.size() == 1 ? ids.front() : "[" + joined(ids, ", ") + "]";
}

/// What two lines say, places of one role in any order.
bool same(const PlanLine& a, const PlanLine& b) {
    const auto people = [](const PlanLine& line) {
        std::map<int, std::vector<PersonId>> out;
        for (const auto& role : line.roles) {
            auto who = role.who;
            std::sort(who.begin(), who.end());
            if (!who.empty()) out[role.role] = who;
        }
        return out;
    };
    const auto pins = [](const PlanLine& line) {
        std::map<int, bool> out;
        for (const auto& role : line.roles) {
            if (role.pinned) out[role.role] = true;
        }
        return out;
    };
    return a.topic == b.topic && a.format == b.format && a.note == b.note && people(a) == people(b) &&
           pins(a) == pins(b);
}

/// The comment behind a one-line mapping.
std::string comment_behind(std::string_view line) {
    for (auto brace = line.find('}'); brace != std::string_view::npos; brace = line.find('}', brace + 1)) {
        const auto rest = line.substr(brace + 1);
        const auto first = rest.find_first_not_of(" \t");
        if (first == std::string_view::npos) return {};
        if (rest[first] == '#' && first > 0) return std::string{rest};
    }
    return {};
}

/// The text of a file as lines, with what stands where.
struct Piece {
    std::string text;    ///< comments above, then the line itself; ends in a line feed
    std::string above;   ///< the comments alone
    std::string behind;  ///< the comment behind a one-line mapping
    Date date{};
    team::SeriesId series;
};

bool is_blank_or_comment(std::string_view line) {
    const auto text = trimmed(line);
    return text.empty() || text.front() == '#';
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto end = text.find('\n', at);
        end = end == std::string::npos ? text.size() : end + 1;
        lines.push_back(text.substr(at, end - at));
        at = end;
    }
    if (!lines.empty() && lines.back().back() != '\n') lines.back() += '\n';
    return lines;
}

/// Cuts a plan into its items; what stands before the first one's own comments and after the last goes to
/// head, tail.
std::vector<Piece> cut(const Team& team, const yaml::Document& document, std::string& tail) {
    const auto lines = lines_of(document.text());
    std::vector<std::size_t> starts;
    for (auto item = document.root().is_sequence() ? document.root().first() : yaml::Node{}; item;
         item = item.next())
        starts.push_back(item.mark().line - 1);
    std::vector<Piece> pieces;
    std::size_t at = 0;
    auto item = document.root().is_sequence() ? document.root().first() : yaml::Node{};
    for (std::size_t i = 0; i < starts.size(); ++i, item = item.next()) {
        std::size_t end = i + 1 < starts.size() ? starts[i + 1] : lines.size();
        while (end > starts[i] + 1 && is_blank_or_comment(lines[end - 1])) --end;
        Piece piece;
        for (std::size_t n = at; n < end; ++n) {
            if (n < starts[i]) piece.above += lines[n];
            piece.text += lines[n];
        }
        if (end == starts[i] + 1) piece.behind = comment_behind(trimmed(lines[starts[i]]));
        if (item.is_mapping()) {
            piece.date = parse_date(item.get("date").text()).value_or(Date{});
            for (std::size_t s = 0; s < team.series.size(); ++s) {
                if (team.series[s].id == item.get("series").text())
                    piece.series = {static_cast<std::int32_t>(s)};
            }
        }
        pieces.push_back(std::move(piece));
        at = end;
    }
    for (; at < lines.size(); ++at) tail += lines[at];
    return pieces;
}

const PlanLine* published(const Team& team, const PlanLine& line) {
    for (const auto& old : team.plan) {
        if (old.date == line.date && old.series == line.series) return &old;
    }
    return nullptr;
}

}  // namespace

std::string plan_line(const Team& team, const PlanLine& line) {
    const auto& series = team[line.series];
    std::string text = "- {date: " + to_string(line.date) + ", series: " + yaml::quoted_scalar(series.id);
    std::vector<std::string> pins;
    for (const auto& role : line.roles) {
        const auto& name = series.roles[static_cast<std::size_t>(role.role)].name;
        if (!role.who.empty()) text += ", " + yaml::quoted_scalar(name) + ": " + holders(team, role.who);
        if (role.pinned && !role.who.empty()) pins.push_back(yaml::quoted_scalar(name));
    }
    if (!line.topic.empty()) text += ", topic: " + yaml::quoted_scalar(line.topic);
    if (!line.format.empty()) text += ", format: " + yaml::quoted_scalar(line.format);
    if (!line.note.empty()) text += ", note: " + yaml::quoted_scalar(line.note);
    if (line.pin_all)
        text += ", pin: all";
    else if (!pins.empty())
        text += ", pin: [" + joined(pins, ", ") + "]";
    return text + "}";
}

std::string merged_plan(const Team& team, const yaml::Document* existing, const std::vector<PlanLine>& lines,
                        const std::vector<PlanKey>& dropped) {
    std::string tail;
    auto pieces = existing != nullptr ? cut(team, *existing, tail) : std::vector<Piece>{};
    if (existing == nullptr || !existing->root().is_sequence()) {
        pieces.clear();
        tail.clear();
        if (existing != nullptr) tail = existing->text();
    }
    std::string head;
    if (pieces.empty()) std::swap(head, tail);  // a file of comments only
    if (!head.empty() && head.back() != '\n') head += '\n';
    for (const auto& line : lines) {
        const auto old = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return piece.date == line.date && piece.series == line.series;
        });
        if (old != pieces.end()) {
            const auto* before = published(team, line);
            if (before == nullptr || !same(*before, line))
                old->text = old->above + plan_line(team, line) + old->behind + "\n";
            continue;
        }
        const auto key = order_of(team, line.date, line.series);
        const auto after = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
            return piece.series && key < order_of(team, piece.date, piece.series);
        });
        pieces.insert(after, Piece{plan_line(team, line) + "\n", {}, {}, line.date, line.series});
    }
    std::string text = head;
    for (const auto& piece : pieces) {
        const bool stays = std::ranges::none_of(dropped, [&](const PlanKey& key) {
            return piece.date == key.date && piece.series == key.series;
        });
        text += stays ? piece.text : piece.above;
    }
    return text + tail;
}

std::vector<std::string> write_plans(const std::filesystem::path& root, const Team& team,
                                     const team::Names& names, const std::vector<PlanLine>& lines,
                                     Diagnostics& diagnostics, const AnnouncePlans& announce,
                                     const std::vector<PlanKey>& dropped) {
    const WriteLock lock{root};
    std::map<Month, std::vector<PlanLine>> by_month;
    for (const auto& line : lines) by_month[month_of(line.date)].push_back(line);
    for (const auto& key : dropped) by_month[month_of(key.date)];
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& [month, month_lines] : by_month) {
        const std::string path = team::plan_path(month);
        std::optional<team::Source> source;
        if (path_kind(root, path) != PathKind::missing) {
            source = load_source(root, path, diagnostics);
            if (!source) return {};
        }
        auto text = merged_plan(team, source ? source->document.get() : nullptr, month_lines, dropped);
        if (source && source->document->text() == text) continue;
        Diagnostics found;
        Team copy;
        copy.series = team.series;
        copy.people = team.people;
        if (const auto document = yaml::parse(path, text, found)) {
            team::Reader reader{names, found, 0};
            team::read_plan(reader, document->root(), month, copy);
        }
        diagnostics.append(found);
        if (found.has_errors()) return {};
        files.emplace_back(path, std::move(text));
    }
    std::vector<std::string> written;
    for (const auto& [path, text] : files) written.push_back(path);
    if (written.empty()) return written;
    Transaction transaction{lock};
    for (const auto& [path, text] : files) transaction.write(path, text);
    if (announce) announce(written);
    if (!transaction.commit())
        diagnostics.warning("not-synced", {written.front(), {}, {}, 0}, say("store.not_synced"));
    return written;
}

}  // namespace teamctl::store
