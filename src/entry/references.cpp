#include "entry/references.hpp"

#include <algorithm>

#include "rules/work/customers.hpp"
#include "store/mentions.hpp"
#include "team/people.hpp"
#include "team/people_meant.hpp"

namespace teamctl::entry {
namespace {

using team::EntityKind;

class Choices {
  public:
    explicit Choices(const Draft& draft) : draft_{draft} {}

    std::vector<EntityChoice> of(EntityKind kind) && {
        const auto& all = draft_.entities;
        switch (kind) {
            case EntityKind::customer:
                for (const auto& customer : all.customers)
                    add(*customer.opened, team::subject_of(*customer.opened),
                        customer.closed == nullptr || (customer.won() && mentions()));
                break;
            case EntityKind::deal:
                for (const auto& deal : all.deals) add_deal(deal);
                break;
            case EntityKind::ticket:
                for (const auto& ticket : all.tickets)
                    add(*ticket.opened, ticket.opened->person("owner"), is_next(ticket));
                break;
            case EntityKind::problem:
                add_matters(all.problems);
                break;
            case EntityKind::action:  // `done` ends an action or a problem
                for (const auto* list : {&all.actions, &all.problems}) add_matters(*list);
                break;
            case EntityKind::suggestion:
                add_matters(all.suggestions);
                break;
            case EntityKind::none:
                break;
        }
        std::reverse(found_.begin(), found_.end());
        return std::move(found_);
    }

  private:
    /// Who has bought may buy again: a deal or a turn names also customers who were won.
    bool mentions() const { return draft_.spec.entity != EntityKind::customer; }

    /// Whether the record may be what comes next of the ticket: of an answer, one without; of a call-back,
    /// one that is closed.
    bool is_next(const rules::Ticket& ticket) const {
        const auto& kind = draft_.spec.name;
        const bool closed = ticket.closed != nullptr;
        if (kind == "call_back") return closed && ticket.called_back == nullptr;
        if (kind == "ticket_answered") return !closed && ticket.answered == nullptr;
        if (kind == "ticket_waiting") return !closed && !ticket.waits();
        if (kind == "ticket_resumed") return ticket.waits();
        return !closed;
    }

    std::string name_of(team::PersonId person) const {
        return person ? draft_.team()[person].name : std::string{};
    }

    void add(const team::Record& opened, team::PersonId of, bool open) {
        found_.push_back({std::string{opened.text("id")}, std::string{team::main_text_of(opened)},
                          name_of(of), open, name_of(of)});
    }

    void add_matters(const rules::EntityList<rules::Matter>& list) {
        for (const auto& matter : list)
            add(*matter.opened, team::subject_of(*matter.opened), matter.closed == nullptr);
    }

    void add_deal(const rules::Deal& deal) {
        const auto* customer = draft_.entities.customers.find(deal.opened->text("customer"));
        const auto open = rules::receivable(deal);
        const Money shown = draft_.spec.name == "payment" && open ? open->open : deal.opened->money("amount");
        found_.push_back({std::string{deal.opened->text("id")},
                          std::string{customer != nullptr ? team::main_text_of(*customer->opened)
                                                          : deal.opened->text("customer")},
                          name_of(team::subject_of(*deal.opened)) + " " + to_string(shown),
                          draft_.spec.name != "payment" || open.has_value(),
                          name_of(team::subject_of(*deal.opened)), to_string(shown)});
    }

    const Draft& draft_;
    std::vector<EntityChoice> found_;
};

/// Whether an id may be written so.
bool may_be_id(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Whether what the text means is known without looking further back: what is open is all there, and so is
/// what bears the id.
bool is_known(const Draft& draft, EntityKind kind, const std::string& text) {
    const auto found = meant(entity_choices(draft, kind), text);
    return std::any_of(found.begin(), found.end(), [&](const EntityChoice& choice) {
        return choice.id == text || (choice.open && !may_be_id(text));
    });
}

/// So many of them as a reader looks through; with ids where names tell them not apart.
Phrase people_shown(const team::Team& team, const std::vector<team::PersonId>& people, bool with_ids) {
    constexpr std::size_t most = 6;
    std::vector<Phrase> shown;
    for (const auto person : people) {
        const auto& who = team[person];
        if (shown.size() == most) {
            shown.push_back(verbatim("…"));
            break;
        }
        const bool by_name = who.id == who.name || (!with_ids && team::find_person(team, who.name) == person);
        shown.push_back(verbatim(by_name ? who.name : who.id + " " + who.name));
    }
    return listed(std::move(shown));
}

/// What of long ago the value of the field may have to do with.
store::Mentions sought(const Draft& draft, const team::FieldSpec& field, const std::string& value) {
    store::Mentions what;
    if (value.empty()) return what;
    if (field.type == team::FieldType::entity && !is_known(draft, field.entity, value)) what.texts = {value};
    if (field.type == team::FieldType::entity_id) what.texts = {value};
    if (draft.spec.name != "customer" || (field.name != "name" && field.name != "phone")) return what;
    what.of_customers = true;
    if (field.name == "name") what.texts = {value};
    // Where it has no digits to compare it is the name that tells.
    else if (auto digits = rules::phone_digits(value); !digits.empty())
        what.numbers = {std::move(digits)};
    return what;
}

/// Whether a customer was registered by one of the names or telephone numbers.
bool is_registration_of(const store::Mentions& what, const team::Record& record) {
    const auto is = [&](const std::string& name) { return record.text("name") == name; };
    const auto has = [&](const std::string& digits) {
        return rules::phone_digits(record.text("phone")) == digits;
    };
    return record.is("customer") && (std::any_of(what.texts.begin(), what.texts.end(), is) ||
                                     std::any_of(what.numbers.begin(), what.numbers.end(), has));
}

/// Reads what the files before the closing say of it; of customers no more than of these.
void look_for(Draft& draft, const store::Mentions& what) {
    const auto until = draft.team().carried.until;
    if (!until || (what.texts.empty() && what.numbers.empty())) return;
    const auto files = store::files_mentioning(draft.directory, *until, what);
    if (files.empty()) return;
    if (!what.of_customers) return draft.read_all();
    draft.recall(files, [&](const team::Record& record) { return is_registration_of(what, record); });
}

}  // namespace

std::variant<team::PersonId, Refusal> person_named(const team::Team& team, const std::string& typed,
                                                   bool parts) {
    const auto meant = team::people_meant(team, typed, parts);
    if (meant.fit.size() == 1) return meant.fit.front();
    if (!meant.fit.empty())
        return Refusal{say("check.ambiguous_name", typed),
                       say("log.candidates", people_shown(team, meant.fit, true))};
    const auto unknown = say("check.unknown_ref", say("ref.person"), typed);
    if (!meant.near.empty())
        return Refusal{unknown, say("check.did_you_mean", people_shown(team, meant.near, false))};
    return Refusal{unknown, say("cli.see_roster")};
}

void look_back(Draft& draft, const team::FieldSpec& field, const std::string& value) {
    look_for(draft, sought(draft, field, value));
}

void look_back(Draft& draft) {
    store::Mentions customers;  // by name and telephone number at once
    for (const auto& field : draft.spec.fields) {
        const auto* given = draft.find(field.name);
        if (given == nullptr || given->ready) continue;
        auto what = sought(draft, field, given->value);
        if (!what.of_customers) {
            look_for(draft, what);
            continue;
        }
        customers.of_customers = true;
        std::move(what.texts.begin(), what.texts.end(), std::back_inserter(customers.texts));
        std::move(what.numbers.begin(), what.numbers.end(), std::back_inserter(customers.numbers));
    }
    look_for(draft, customers);
}

std::vector<EntityChoice> entity_choices(const Draft& draft, EntityKind kind) {
    return Choices{draft}.of(kind);
}

std::vector<EntityChoice> meant(const Draft& draft, EntityKind kind, std::string_view text) {
    auto found = meant(entity_choices(draft, kind), text);
    const bool by_id = found.size() == 1;
    if (by_id || kind != EntityKind::customer) return found;
    const auto repeated = rules::repeated_registrations(draft.team(), draft.entities);
    std::erase_if(found, [&](const EntityChoice& choice) {
        const auto* customer = draft.entities.customers.find(choice.id);
        const auto at = customer != nullptr ? repeated.find(customer->opened) : repeated.end();
        return at != repeated.end() && std::ranges::any_of(found, [&](const EntityChoice& other) {
                   return other.id == at->second->text("id");
               });
    });
    return found;
}

std::vector<EntityChoice> meant(const std::vector<EntityChoice>& choices, std::string_view text) {
    std::vector<EntityChoice> found;
    const auto keep = [&](auto test) {
        std::copy_if(choices.begin(), choices.end(), std::back_inserter(found), test);
        return !found.empty();
    };
    const auto named = [&](const EntityChoice& choice) { return choice.name == text; };
    const auto part = [&](const EntityChoice& choice) {
        return choice.name.find(text) != std::string::npos || choice.id.find(text) != std::string::npos;
    };
    if (text.empty()) return found;
    if (keep([&](const auto& choice) { return choice.id == text; })) return found;
    if (keep([&](const auto& choice) { return choice.open && named(choice); })) return found;
    if (keep([&](const auto& choice) { return choice.open && part(choice); })) return found;
    if (keep(named)) return found;
    keep(part);
    return found;
}

}  // namespace teamctl::entry
