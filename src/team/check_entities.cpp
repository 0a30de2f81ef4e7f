// Customers, deals, tickets ...: each is opened once, and only what was opened can change. Looks at the lines
// as they stand, so that a record with another mistake still counts as opening its entity.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "team/files.hpp"

namespace teamctl::team {
namespace {

struct Opened {
    std::map<std::string, Place, std::less<>> by_id[static_cast<std::size_t>(EntityKind::suggestion) + 1];

    std::map<std::string, Place, std::less<>>& of(EntityKind kind) {
        return by_id[static_cast<std::size_t>(kind)];
    }
};

template <class Visit>
void each_field(const std::vector<Source>& sources, FieldType type, Visit visit) {
    for (const auto& source : sources) {
        const auto root = source.document->root();
        if (source.kind != FileKind::log || !root.is_sequence()) continue;
        for (auto item = root.first(); item; item = item.next()) {
            if (!item.is_mapping() || item.size() != 1 || !item.first().value().is_mapping()) continue;
            const int kind = record_kind(item.first().text());
            if (kind < 0) continue;
            for (const auto& field : record_specs()[static_cast<std::size_t>(kind)].fields) {
                const auto value = item.first().value().get(field.name);
                if (field.type == type && value && value.is_scalar()) visit(field, value);
            }
        }
    }
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

}  // namespace

void check_entities(const std::vector<Source>& sources, const Names& names, Diagnostics& diagnostics) {
    Opened opened;
    each_field(sources, FieldType::entity_id, [&](const FieldSpec& field, yaml::Node id) {
        const auto [at, fresh] = opened.of(field.entity).try_emplace(std::string{id.text()}, id.place());
        if (!fresh)
            diagnostics
                .error("duplicate-id", id.place(), say("check.duplicate_id", made_harmless(id.text())),
                       say("check.choose_another_id"))
                .related.push_back(at->second);
    });
    each_field(sources, FieldType::entity, [&](const FieldSpec& field, yaml::Node id) {
        const auto& known = opened.of(field.entity);
        if (known.contains(id.text()) || names.may_hide_record(id.text())) return;
        // `done` ends an action or a problem.
        if (field.entity == EntityKind::action && opened.of(EntityKind::problem).contains(id.text())) return;
        std::vector<std::string> ids;
        for (const auto& [text, place] : known) ids.push_back(text);
        const auto near = nearest(id.text(), ids);
        const std::string noun{noun_of(field.entity)};
        diagnostics.error("unknown-" + noun.substr(4), id.place(),
                          say("check.unknown_ref", Phrase{noun, {}}, made_harmless(id.text())),
                          near ? say("check.did_you_mean", *near) : say("check.opened_by_record"));
    });
}

}  // namespace teamctl::team
