#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <utility>

#include "team/files.hpp"
#include "team/metric_words.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

std::string text_of(yaml::Node node) {
    return node.is_scalar() ? std::string{node.text()} : std::string{};
}

/// Counts an id in, and reports one that stands already.
void gather(Names& names, RefKind kind, yaml::Node id, const Place& place, Diagnostics& diagnostics) {
    const std::string text = text_of(id);
    const Place* first = names.place(kind, text);
    if (first == nullptr || text.empty()) {
        names.add(kind, text, place);
        return;
    }
    const Place other = *first;
    names.add(kind, text, place);
    diagnostics
        .error("duplicate-id", place, say("check.duplicate_id", made_harmless(text)),
               say("check.choose_another_id"))
        .related.push_back(other);
}

void gather_list(Names& names, RefKind kind, yaml::Node list, Diagnostics& diagnostics) {
    for (auto item = list.is_sequence() ? list.first() : yaml::Node{}; item; item = item.next()) {
        const auto id = item.is_mapping() ? item.get("id") : yaml::Node{};
        const int index = names.count(kind);
        gather(names, kind, id, id ? id.place() : item.place(), diagnostics);
        const auto name = item.is_mapping() ? item.get("name") : yaml::Node{};
        if (!name || !name.is_scalar()) continue;
        if (kind == RefKind::person)
            names.add_person_name(name.text(), index);
        else
            names.call(kind, text_of(id), name.text());
    }
}

/// The unit's parents must not lead back to it, nor go on for ever: every walk up or down them is as deep.
class UnitTree {
  public:
    UnitTree(const Team& team, const std::vector<Source>& sources, Diagnostics& diagnostics)
        : team_{team}, sources_{sources}, diagnostics_{diagnostics}, depths_(team.units.size(), unknown) {}

    void check() {
        for (std::size_t i = 0; i < team_.units.size(); ++i) measure(i);
    }

  private:
    static constexpr int unknown = -1;
    static constexpr int measuring = -2;
    static constexpr int endless = -3;  ///< in a circle, or below one
    static constexpr int most = 64;

    void measure(std::size_t unit) {
        std::vector<std::size_t> chain;
        while (depths_[unit] == unknown) {
            depths_[unit] = measuring;
            chain.push_back(unit);
            const auto parent = team_.units[unit].parent;
            if (!parent) break;
            unit = static_cast<std::size_t>(parent.index);
        }
        const bool circle = depths_[unit] == measuring && team_.units[unit].parent;
        if (circle) report_circle(chain, unit);
        int depth = circle || depths_[unit] == endless ? endless
                    : depths_[unit] == measuring       ? 0
                                                       : depths_[unit];
        for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
            if (depth != endless && team_.units[*at].parent) ++depth;
            depths_[*at] = depth;
            if (depth == most + 1) report(*at, "too-deep", say("check.units_too_deep", most));
        }
    }

    void report_circle(const std::vector<std::size_t>& chain, std::size_t first) {
        auto in_circle = std::vector<std::size_t>{std::find(chain.begin(), chain.end(), first), chain.end()};
        std::sort(in_circle.begin(), in_circle.end());
        for (const auto unit : in_circle)
            report(unit, "unit-circle", say("check.unit_circle", team_.units[unit].id));
    }

    void report(std::size_t unit, Code code, Phrase message) {
        const auto& origin = team_.units[unit].origin;
        diagnostics_.error(code, place_of(sources_[origin.file], origin.mark, {"parent"}), std::move(message),
                           say("check.change_parent"));
    }

    const Team& team_;
    const std::vector<Source>& sources_;
    Diagnostics& diagnostics_;
    std::vector<int> depths_;
};

/// The limits that roles write in short.
void add_short_limits(Team& team) {
    for (std::size_t s = 0; s < team.series.size(); ++s) {
        for (std::size_t r = 0; r < team.series[s].roles.size(); ++r) {
            const auto& role = team.series[s].roles[r];
            if (role.max_per_month == 0) continue;
            Limit limit;
            limit.of = {{{static_cast<std::int32_t>(s)}, static_cast<int>(r), role.origin}};
            limit.max_per_month = role.max_per_month;
            limit.origin = role.origin;
            team.limits.push_back(std::move(limit));
        }
    }
}

void read_source(Reader& reader, const Source& source, yaml::Node root, Team& team) {
    const std::string id = id_of_path(source.path);
    switch (source.kind) {
        case FileKind::settings:
            return read_settings(reader, root, team);
        case FileKind::roster:
            return read_roster(reader, root, team);
        case FileKind::calendar:
            return read_calendar(reader, root, team);
        case FileKind::meeting:
            return read_meeting(reader, root, id, team);
        case FileKind::rota:
            return read_rota(reader, root, id, team);
        case FileKind::limits:
            return read_limits(reader, root, team);
        case FileKind::queue:
            return read_queue(reader, root, id, team);
        case FileKind::checklist:
            return read_checklist(reader, root, id, team);
        case FileKind::topics:
            return read_topics(reader, root, team);
        case FileKind::reserve:
            return read_reserve(reader, root, team);
        case FileKind::rules:
            return read_rules(reader, root, team);
        case FileKind::targets:
            return read_targets(reader, root, team);
        case FileKind::trainings:
            return read_trainings(reader, root, team);
        case FileKind::awards:
            return read_awards(reader, root, team);
        case FileKind::assets:
            return read_assets(reader, root, team);
        case FileKind::leave:
            return read_leave(reader, root, team);
        case FileKind::wishes:
            return read_wishes(reader, root, team);
        case FileKind::plan:
            return read_plan(reader, root, *plan_month(source.path), team);
        case FileKind::log:
            return;  // read_day()
        case FileKind::closing:
            return read_closing(reader, root, team);
    }
}

}  // namespace

static yaml::Node node_at(yaml::Node node, Mark mark) {
    if (!node || node.mark() == mark) return node;
    // Marks go up: what stands before the next one is within this one.
    const auto before = [&](yaml::Node next) {
        return next && (node.is_mapping() ? next.value() : next).mark() <= mark;
    };
    for (auto child = node.is_mapping() || node.is_sequence() ? node.first() : yaml::Node{}; child;
         child = child.next()) {
        if (before(child.next())) continue;
        const auto found = node_at(node.is_mapping() ? child.value() : child, mark);
        if (found) return found;
    }
    return {};
}

Place place_of(const Source& source, Mark mark, std::initializer_list<std::string_view> keys) {
    const auto node = node_at(source.document->root(), mark);
    if (!node) return {source.path, mark, {}, 0};
    const auto fields = source.kind == FileKind::log ? node.first().value() : node;
    for (const auto key : keys) {
        if (const auto value = fields.get(key)) return value.place();
    }
    return node.place();
}

Place place_of_field(const Source& source, Mark record, std::string_view field) {
    const auto node = node_at(source.document->root(), record);
    const auto value = node.first().value().get(field);
    return value ? value.place() : place_of(source, record);
}

Names gather_names(const std::vector<Source>& sources, Diagnostics& diagnostics) {
    Names names;
    for (const auto& source : sources) {
        if (!source.document) continue;
        const auto root = source.document->root();
        const Place file{source.path, {1, 1}, {}, 0};
        const auto by_path = [&](RefKind kind) {
            const std::string id = id_of_path(source.path);
            if (!names.add(kind, id, file))
                diagnostics
                    .error("duplicate-id", file, say("check.duplicate_series", id), say("check.rename_file"))
                    .related.push_back(*names.place(kind, id));
            const auto name = root.is_mapping() ? root.get("name") : yaml::Node{};
            if (name && name.is_scalar()) names.call(kind, id, name.text());
        };
        switch (source.kind) {
            case FileKind::roster:
                if (!root.is_mapping()) break;
                gather_list(names, RefKind::unit, root.get("units"), diagnostics);
                gather_list(names, RefKind::person, root.get("people"), diagnostics);
                break;
            case FileKind::meeting:
            case FileKind::rota:
                by_path(RefKind::series);
                break;
            case FileKind::queue:
                by_path(RefKind::queue);
                break;
            case FileKind::checklist:
                by_path(RefKind::checklist);
                break;
            case FileKind::assets:
                gather_list(names, RefKind::asset, root, diagnostics);
                break;
            case FileKind::awards:
                gather_list(names, RefKind::award, root, diagnostics);
                break;
            default:
                break;
        }
    }
    return names;
}

Team read_team(const std::vector<Source>& sources, const Names& names, Diagnostics& diagnostics) {
    Team team;
    for (const auto& source : sources) team.files.push_back(source.path);
    team.settings.workdays = {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday,
                              std::chrono::Thursday, std::chrono::Friday};
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const auto& source = sources[i];
        const auto file = static_cast<std::uint32_t>(i);
        if (!source.document) continue;
        if (source.kind == FileKind::log) {
            auto day = read_day(source, file, names);
            diagnostics.append(day.problems);
            add_day(team, std::move(day));
            continue;
        }
        Reader reader{names, diagnostics, file};
        read_source(reader, source, source.document->root(), team);
    }
    add_short_limits(team);
    settle_metric_words(team);
    UnitTree{team, sources, diagnostics}.check();
    check_pairs(team, sources, diagnostics);
    return team;
}

Day read_day(const Source& source, std::uint32_t file, const Names& names) {
    Day day;
    Reader reader{names, day.problems, file};
    read_log(reader, source.document->root(), *log_date(source.path), day);
    return day;
}

void add_day(Team& team, Day day) {
    std::move(day.records.begin(), day.records.end(), std::back_inserter(team.records));
    std::move(day.broken.begin(), day.broken.end(), std::back_inserter(team.broken));
}

std::vector<Record> read_records(const Source& source, std::uint32_t file, const Names& names,
                                 Diagnostics& diagnostics) {
    auto day = read_day(source, file, names);
    diagnostics.append(day.problems);
    return std::move(day.records);
}

}  // namespace teamctl::team
