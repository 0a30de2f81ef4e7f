// The lives of customers, deals, tickets ...: each is opened once, only what was opened can change, and
// nothing changes after its end. A record with another mistake still counts.
#include "check/lives.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/near.hpp"
#include "base/text.hpp"

namespace teamctl::check {
namespace {

using team::Effect;
using team::EntityKind;
using team::FieldSpec;
using team::FieldType;
using team::Names;
using team::Record;
using team::Team;
using team::Text;

/// A record that opens, changes, mentions or closes an entity.
struct Event {
    const Record* record = nullptr;
    const FieldSpec* field = nullptr;
    std::string_view id;  ///< the record's

    EntityKind entity() const { return field->entity; }
    Effect effect() const { return record->spec().effect; }
    /// Whether the record is about that entity, and does not only mention it.
    bool is_subject() const { return field->entity == record->spec().entity; }
    bool closes() const {
        return effect() == Effect::closes && is_subject() && record->text("decision") != "passed_up";
    }
    bool changes() const { return effect() != Effect::opens && is_subject(); }
    /// Surely later: on another day, or on the same one by the times that both give. The lines of one day may
    /// otherwise stand in any order.
    bool after(const Event& other) const {
        if (record->date != other.record->date) return other.record->date < record->date;
        return record->at && other.record->at && *other.record->at < *record->at;
    }
};

using Events = std::vector<Event>;
using ById = std::unordered_map<std::string_view, const Event*>;

/// Of each kind of record the positions of the fields that name an entity.
std::vector<std::vector<std::size_t>> id_fields() {
    std::vector<std::vector<std::size_t>> all;
    for (const auto& spec : team::record_specs()) {
        auto& ids = all.emplace_back();
        for (std::size_t i = 0; i < spec.fields.size(); ++i) {
            const auto type = spec.fields[i].type;
            if (type == FieldType::entity_id || type == FieldType::entity) ids.push_back(i);
        }
    }
    return all;
}

void add_events(const std::vector<Record>& records, Events& events) {
    const auto ids = id_fields();
    for (const auto& record : records) {
        for (const auto i : ids[static_cast<std::size_t>(record.kind)]) {
            if (const auto* id = team::value_as<Text>(record.values[i]))
                events.push_back({&record, &record.spec().fields[i], *id});
        }
    }
}

/// By day, those of one day as they stand in its file.
Events events_of(const Team& team) {
    const auto spot = [](const Event& event) {
        return std::tie(event.record->date, event.record->origin.mark);
    };
    Events events;
    add_events(team.records, events);
    const auto sound = static_cast<std::ptrdiff_t>(events.size());
    add_events(team.broken, events);
    std::inplace_merge(events.begin(), events.begin() + sound, events.end(),
                       [&](const Event& a, const Event& b) { return spot(a) < spot(b); });
    return events;
}

/// How such a thing is called, and the code where an id is of none.
struct EntityWords {
    std::string_view noun;
    Code unknown;
};

EntityWords words_of(EntityKind kind) {
    switch (kind) {
        case EntityKind::customer:
            return {"ref.customer", "unknown-customer"};
        case EntityKind::deal:
            return {"ref.deal", "unknown-deal"};
        case EntityKind::ticket:
            return {"ref.ticket", "unknown-ticket"};
        case EntityKind::problem:
            return {"ref.problem", "unknown-problem"};
        case EntityKind::action:
            return {"ref.action", "unknown-action"};
        case EntityKind::suggestion:
        case EntityKind::none:
            break;
    }
    return {"ref.suggestion", "unknown-suggestion"};
}

Phrase noun(EntityKind kind) {
    return {std::string{words_of(kind).noun}, {}};
}

std::string file_and_line(const Place& place) {
    return place.file + ":" + std::to_string(place.mark.line);
}

class Lives {
  public:
    Lives(const Names& names, const FieldPlace& place_of, Diagnostics& diagnostics)
        : names_{names}, place_of_{place_of}, diagnostics_{diagnostics} {}

    void check(const Events& events) {
        for (const auto& event : events) {
            if (event.field->type == FieldType::entity_id) open(event);
        }
        for (const auto& event : events) {
            if (event.closes()) close(event);
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
        return event.entity() == EntityKind::action && life(EntityKind::action).opened.contains(event.id) &&
               life(EntityKind::problem).opened.contains(event.id);
    }

    /// `done` ends an action, or else a problem.
    EntityKind kind_of(const Event& event) {
        const auto kind = event.entity();
        if (kind == EntityKind::action && !life(kind).opened.contains(event.id) &&
            life(EntityKind::problem).opened.contains(event.id))
            return EntityKind::problem;
        return kind;
    }

    Place place(const Event& event) const { return place_of_(*event.record, event.field->name); }

    /// Whether the file has so many errors that this one is counted and not told; it then has counted it.
    bool counts_only(const Event& event) {
        const auto& file = files_[event.record->origin.file];
        if (file.empty() || !diagnostics_.is_full(Severity::error, file)) return false;
        diagnostics_.count_one_more(Severity::error, file);
        return true;
    }

    Place told_at(const Event& event) {
        auto at = place(event);
        files_[event.record->origin.file] = at.file;
        return at;
    }

    void report(const Event& event, Code code, std::string_view key, const Event& other,
                std::string_view hint) {
        if (counts_only(event)) return;
        const auto first = place(other);
        diagnostics_
            .error(code, told_at(event),
                   say(key, noun(kind_of(event)), made_harmless(event.id), file_and_line(first)),
                   Phrase{std::string{hint}, {}})
            .related.push_back(first);
    }

    void open(const Event& event) {
        const auto [first, fresh] = life(event.entity()).opened.try_emplace(event.id, &event);
        if (!fresh)
            report(event, "duplicate-id", "check.entity_twice", *first->second, "check.choose_another_id");
    }

    void close(const Event& event) {
        const auto [first, fresh] = life(kind_of(event)).closed.try_emplace(event.id, &event);
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
        const auto opened = life(kind).opened.find(event.id);
        if (opened == life(kind).opened.end()) return unknown(event);
        if (event.record->date < opened->second->record->date)
            return report(event, "not-open-yet", "check.not_open_yet", *opened->second,
                          "check.compare_dates");
        if (event.effect() == Effect::follows) return;
        if (is_both(event))
            diagnostics_.warning("ambiguous-id", place(event),
                                 say("check.both_bear_id", made_harmless(event.id)),
                                 say("check.choose_another_id"));
        const auto closed = life(kind).closed.find(event.id);
        if (closed == life(kind).closed.end() || event.closes() || !event.after(*closed->second)) return;
        // Who has bought may come and buy again (D16.3).
        if (!event.changes() && closed->second->record->text("outcome") == "won") return;
        report(event, "already-closed", "check.already_closed", *closed->second,
               kind == EntityKind::customer ? "check.register_again" : "check.open_another");
    }

    void unknown(const Event& event) {
        if (names_.may_hide_record(event.id) || counts_only(event)) return;
        const auto kind = event.entity();
        std::vector<NamedThing> things;
        for (const auto& [id, opened] : life(kind).opened)
            things.push_back({std::string{id}, std::string{team::main_text_of(*opened->record)}});
        std::ranges::sort(things, {}, &NamedThing::id);  // of those equally near the first is named
        const auto near = things_near(event.id, std::move(things));
        diagnostics_.error(
            words_of(kind).unknown, told_at(event),
            say("check.unknown_ref", noun(kind), made_harmless(event.id)),
            near.empty() ? say("check.opened_by_record") : say("check.did_you_mean", things_shown(near)));
    }

    const Names& names_;
    const FieldPlace& place_of_;
    Diagnostics& diagnostics_;
    std::map<std::uint32_t, std::string> files_;  ///< names of those that something was told of
    Life lives_[static_cast<std::size_t>(EntityKind::suggestion) + 1];
};

}  // namespace

void check_lives(const Team& team, const Names& names, const FieldPlace& place_of, Diagnostics& diagnostics) {
    Lives{names, place_of, diagnostics}.check(events_of(team));
}

}  // namespace teamctl::check
