#include "entry/form.hpp"

#include "base/text.hpp"
#include "entry/words.hpp"
#include "rules/people/onboarding.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"

namespace teamctl::entry {
namespace {

std::string flow_of(yaml::Node node) {
    std::vector<std::string> items;
    if (node.is_sequence()) {
        for (auto item = node.first(); item; item = item.next()) {
            if (!item.is_null()) items.push_back(flow_of(item));
        }
        return team::flow_list(items);
    }
    if (node.is_mapping()) {
        for (auto key = node.first(); key; key = key.next()) {
            if (!key.value().is_null())
                items.push_back(yaml::quoted_scalar(key.text()) + ": " + flow_of(key.value()));
        }
        return "{" + joined(items, ", ") + "}";
    }
    return yaml::quoted_scalar(node.text());
}

/// Whether something stands there: not nothing, an empty list, or readings without a value.
bool says_something(yaml::Node node) {
    if (node.is_null() || (node.is_scalar() && trimmed(node.text()).empty())) return false;
    if (node.is_scalar()) return true;
    for (auto item = node.first(); item; item = item.next()) {
        if (says_something(node.is_mapping() ? item.value() : item)) return true;
    }
    return false;
}

}  // namespace

std::vector<const team::ChecklistItem*> open_items(const Draft& draft, const team::Checklist& list) {
    std::vector<const team::ChecklistItem*> items;
    const auto* named = draft.find("newcomer");
    const auto newcomer = named != nullptr ? team::person_meant(draft.team(), named->value) : std::nullopt;
    const calendar::WorkingDays days{draft.team()};
    const rules::Context context{draft.team(), days, {draft.date, end_of_day}};
    for (const auto& onboarding : rules::onboardings(context, day_period(draft.date))) {
        if (&draft.team()[onboarding.list] != &list || onboarding.newcomer != newcomer) continue;
        for (const auto& step : onboarding.steps) {
            if (!step.done()) items.push_back(step.item);
        }
        return items;
    }
    for (const auto& item : list.items) items.push_back(&item);
    return items;
}

Form take_form(Draft& draft, const std::string& name, const std::string& text, Diagnostics& problems) {
    const auto document = yaml::parse(name, text, problems);
    if (!document) return Form::bad;
    auto root = document->root();
    if (root.is_sequence() && root.size() == 1) root = root.first();
    if (root.is_null() || !says_something(root)) return Form::empty;
    const auto key = root.is_mapping() ? root.first() : yaml::Node{};
    if (!key || root.size() != 1 || key.text() != draft.spec.name || !key.value().is_mapping()) {
        problems.error("bad-record", root.place(), say("check.one_key_record"),
                       say("check.write_like", std::string{draft.spec.name} + ":"));
        return Form::bad;
    }
    draft.given.clear();
    for (auto field = key.value().first(); field; field = field.next()) {
        if (!says_something(field.value())) continue;
        const int index = field_named(draft.spec, field.text());
        if (index < 0) {
            problems.error("unknown-key", field.place(),
                           say("check.unknown_key", made_harmless(field.text())));
            continue;
        }
        const std::string key_name{draft.spec.fields[static_cast<std::size_t>(index)].name};
        const bool plain = field.value().is_scalar();
        draft.given.push_back(
            {key_name, plain ? std::string{field.value().text()} : flow_of(field.value()), !plain});
    }
    return problems.has_errors() ? Form::bad : Form::filled;
}

}  // namespace teamctl::entry
