// The lives of customers, deals, tickets ...: each is opened once, only what was opened can change, and
// nothing changes after its end. Looks at the lines as they stand, so that a record with another mistake
// still counts.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "team/files.hpp"

namespace teamctl::team {
namespace {

/// A line that opens, changes, mentions or closes an entity.
struct Event {
    const RecordSpec* record = nullptr;
    const FieldSpec* field = nullptr;
    yaml::Node id;
    yaml::Node fields;
    Date date{};

    std::optional<TimeOfDay> at() const {
        const auto node = fields.get("at");
        return node && node.is_scalar() ? parse_time(node.text()) : std::nullopt;
    }
    /// Surely later: on another day, or on the same one by the times that both give. The lines of one day may
    /// otherwise stand in any order.
    bool after(const Event& other) const {
        if (date != other.date) return other.date < date;
        const auto mine = at();
        const auto theirs = other.at();
        return mine && theirs && *theirs < *mine;
    }
};

using Events = std::vector<Event>;
/// The ids are those of the documents.
using ById = std::unordered_map<std::string_view, const Event*>;

void add_events(yaml::Node record, Date date, Events& events) {
    if (!record.is_mapping() || record.size() != 1 || !record.first().value().is_mapping()) return;
    const int kind = record_kind(record.first().text());
    if (kind < 0) return;
    const auto& spec = record_specs()[static_cast<std::size_t>(kind)];
    for (const auto& field : spec.fields) {
        if (field.type != FieldType::entity_id && field.type != FieldType::entity) continue;
        const auto fields = record.first().value();
        if (const auto id = fields.get(field.name); id && id.is_scalar())
            events.push_back({&spec, &field, id, fields, date});
    }
}

/// The record of a closing's item, and the day it is of: `- record: {at: "log/…/2026-11-23.yaml:3:1", is:
/// …}`.
std::pair<yaml::Node, std::optional<Date>> carried_record(yaml::Node item) {
    const auto carried = item.is_mapping() ? item.get("record") : yaml::Node{};
    if (!carried || !carried.is_mapping()) return {};
    const auto at = carried.get("at");
    const auto is = carried.get("is");
    if (!at || !at.is_scalar() || !is) return {};
    return {is, log_date(at.text().substr(0, at.text().find(':')))};
}

Events events_of(const std::vector<Source>& sources) {
    Events events;
    for (const auto& source : sources) {
        const auto root = source.document->root();
        if (!root.is_sequence()) continue;
        const auto date = source.kind == FileKind::log ? log_date(source.path) : std::nullopt;
        for (auto item = root.first(); item; item = item.next()) {
            if (date) {
                add_events(item, *date, events);
            } else if (source.kind == FileKind::closing) {
                if (const auto [record, of] = carried_record(item); of) add_events(record, *of, events);
            }
        }
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.date < b.date; });
    return events;
}

std::string_view noun_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::customer:
            return "ref.customer";
        case EntityKind::deal:
            return "ref.deal";
        case EntityKind::ticket:
            return "ref.ticket";
        case EntityKind::problem:
            return "ref.problem";
        case EntityKind::action:
            return "ref.action";
        case EntityKind::suggestion:
        case EntityKind::none:
            break;
    }
    return "ref.suggestion";
}

Phrase noun(EntityKind kind) {
    return {std::string{noun_of(kind)}, {}};
}

std::string file_and_line(const Place& place) {
    return place.file + ":" + std::to_string(place.mark.line);
}

class Lives {
  public:
    Lives(const Names& names, Diagnostics& diagnostics) : names_{names}, diagnostics_{diagnostics} {}

    void check(const Events& events) {
        for (const auto& event : events) {
            if (event.field->type == FieldType::entity_id) open(event);
        }
        for (const auto& event : events) {
            if (closes(event)) close(event);
        }
        for (const auto& event : events) {
            if (event.field->type == FieldType::entity) refer(event);
        }
    }

  private:
    struct Life {
        ById opened;
        ById closed;
    };

    Life& life(EntityKind kind) { return lives_[static_cast<std::size_t>(kind)]; }

    bool is_both(const Event& event) {
        return event.field->entity == EntityKind::action &&
               life(EntityKind::action).opened.contains(event.id.text()) &&
               life(EntityKind::problem).opened.contains(event.id.text());
    }

    /// `done` ends an action, or else a problem.
    EntityKind kind_of(const Event& event) {
        const auto kind = event.field->entity;
        if (kind == EntityKind::action && !life(kind).opened.contains(event.id.text()) &&
            life(EntityKind::problem).opened.contains(event.id.text()))
            return EntityKind::problem;
        return kind;
    }

    static bool changes(const Event& event) {
        return event.field->entity == event.record->entity && event.record->effect != Effect::opens;
    }
    static bool closes(const Event& event) {
        return event.record->effect == Effect::closes && event.field->entity == event.record->entity;
    }

    void report(const Event& event, std::string code, std::string_view key, const Event& other,
                std::string_view hint) {
        const auto place = other.id.place();
        diagnostics_
            .error(std::move(code), event.id.place(),
                   Phrase{std::string{key},
                          {phrase_arg(noun(kind_of(event))), made_harmless(event.id.text()),
                           file_and_line(place)}},
                   Phrase{std::string{hint}, {}})
            .related.push_back(place);
    }

    void open(const Event& event) {
        const auto [first, fresh] = life(event.field->entity).opened.try_emplace(event.id.text(), &event);
        if (!fresh)
            report(event, "duplicate-id", "check.entity_twice", *first->second, "check.choose_another_id");
    }

    void close(const Event& event) {
        const auto [first, fresh] = life(kind_of(event)).closed.try_emplace(event.id.text(), &event);
        if (fresh) return;
        if (first->second->after(event)) {  // lines of one day in any order: the earlier one closes
            const Event* late = std::exchange(first->second, &event);
            report(*late, "closed-twice", "check.closed_twice", event, "check.delete_one");
        } else {
            report(event, "closed-twice", "check.closed_twice", *first->second, "check.delete_one");
        }
    }

    void refer(const Event& event) {
        const auto kind = kind_of(event);
        const auto opened = life(kind).opened.find(event.id.text());
        if (opened == life(kind).opened.end()) return unknown(event);
        if (event.date < opened->second->date)
            return report(event, "not-open-yet", "check.not_open_yet", *opened->second,
                          "check.compare_dates");
        if (event.record->effect == Effect::follows) return;
        if (is_both(event))
            diagnostics_.warning("ambiguous-id", event.id.place(),
                                 say("check.both_bear_id", made_harmless(event.id.text())),
                                 say("check.choose_another_id"));
        const auto closed = life(kind).closed.find(event.id.text());
        if (closed == life(kind).closed.end() || closes(event) || !event.after(*closed->second)) return;
        // Who has bought may come and buy again (D16.3).
        const auto outcome = closed->second->fields.get("outcome");
        if (!changes(event) && outcome && outcome.text() == "won") return;
        report(event, "already-closed", "check.already_closed", *closed->second,
               kind == EntityKind::customer ? "check.register_again" : "check.open_another");
    }

    void unknown(const Event& event) {
        if (names_.may_hide_record(event.id.text())) return;
        const auto kind = event.field->entity;
        std::vector<std::string> ids;
        for (const auto& [id, opened] : life(kind).opened) ids.emplace_back(id);
        std::sort(ids.begin(), ids.end());  // of those equally near the first is named
        const auto near = nearest(event.id.text(), ids);
        diagnostics_.error("unknown-" + std::string{noun_of(kind).substr(4)}, event.id.place(),
                           say("check.unknown_ref", noun(kind), made_harmless(event.id.text())),
                           near ? say("check.did_you_mean", *near) : say("check.opened_by_record"));
    }

    const Names& names_;
    Diagnostics& diagnostics_;
    Life lives_[static_cast<std::size_t>(EntityKind::suggestion) + 1];
};

}  // namespace

void check_entities(const std::vector<Source>& sources, const Names& names, Diagnostics& diagnostics) {
    Lives{names, diagnostics}.check(events_of(sources));
}

}  // namespace teamctl::team
