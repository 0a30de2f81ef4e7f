#include "cli/line/complete.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/line/offer.hpp"
#include "cli/line/typed.hpp"
#include "cli/session.hpp"
#include "cli/start/own.hpp"
#include "cli/templates.hpp"
#include "entry/lead.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "entry/words.hpp"
#include "rules/figures/metrics.hpp"
#include "team/fixed_words.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"
#include "team/schema.hpp"

namespace teamctl::cli {
namespace {

class Completion {
  public:
    explicit Completion(Typed typed)
        : typed_{std::move(typed)}, session_{typed_.call}, entered_{!session_.enter()} {
        if (!entered_ || !writes_record()) return;
        day_ = session_.now().date;
        const auto period = parse_period(session_.option("date").value_or(""), day_, Lean::before);
        if (period && period->from == period->to) day_ = period->from;
        // A day in front is no word of the record.
        const auto lead = entry::take_lead(typed_.call.arguments, session_.now().date);
        day_ = lead.day.value_or(day_);
    }

    const Typed& typed() const { return typed_; }

    void commands_to(Offer& offer) const {
        for (const auto& command : commands()) offer.add(command.name, in(command.zh, command.en));
        for (const auto& alias : own().values.aliases) offer.add(alias.name, alias.call);
    }

    void options_to(Offer& offer) const {
        const auto add = [&](std::span<const OptionSpec> options) {
            for (const auto& spec : options) {
                if (spec.alone && !typed_.call.arguments.empty()) continue;
                if (spec.repeated || !typed_.call.options.contains(spec.name))
                    offer.add("--" + std::string{spec.name}, in(spec.zh, spec.en));
            }
        };
        if (typed_.call.command != nullptr) add(typed_.call.command->options);
        add(common_options());
    }

    /// The next argument; where nothing of it begins so and it may be left out, the one after it.
    void argument_to(Offer& offer) {
        const auto& specs = typed_.call.command->arguments;
        std::size_t at = typed_.call.arguments.size();
        if (at >= specs.size()) {
            if (specs.empty() || !specs.back().repeated) return;
            at = specs.size() - 1;
        }
        values_to(offer, specs[at].completes, specs[at].choices);
        if (offer.empty() && !specs[at].required && at + 1 < specs.size())
            values_to(offer, specs[at + 1].completes, specs[at + 1].choices);
    }

    void values_to(Offer& offer, Completes what, std::string_view choices) {
        switch (what) {
            case Completes::nothing:
                return;
            case Completes::file:
                return offer.shell_does(":files");
            case Completes::directory:
                return offer.shell_does(":directories");
            case Completes::command:
                offer.add("tutorial", in("教程", "from an empty folder to a plan"));
                offer.add("options", in("通用选项", "of every command"));
                offer.add("files", in("团队的文件", "of a team"));
                return commands_to(offer);
            case Completes::period:
                return periods_to(offer);
            case Completes::date:
                return dates_to(offer);
            case Completes::record_kind:
                return kinds_to(offer);
            case Completes::file_kind:
                for (const auto& spec : team::file_specs()) {
                    offer.add_named(std::string{spec.name}, std::string{in(spec.zh, spec.en)});
                    for (const auto word : words_of(spec.also)) {
                        if (!offer.begin().empty()) offer.add(word, spec.name);
                    }
                }
                return;
            case Completes::edited:
                values_to(offer, Completes::file_kind, {});
                return values_to(offer, Completes::series, {});
            case Completes::edited_name:
                return file_names_to(offer);
            case Completes::field:
                return fields_to(offer);
            case Completes::roster_key:
                return roster_keys_to(offer);
            case Completes::format:
                return formats_to(offer);
            case Completes::template_name:
                for (const auto& name : template_names()) offer.add(name);
                return;
            case Completes::choice:
                for (const auto word : words_of(choices)) offer.add(word);
                return;
            case Completes::fixed_word:
                for (const auto word : words_of(choices))
                    offer.add_named(std::string{word}, session_.say(team::word_shown(word)));
                return;
            case Completes::leave_day:
                offer.add("half=am", in("上午半天", "the morning"));
                offer.add("half=pm", in("下午半天", "the afternoon"));
                return dates_to(offer);
            default:
                return team_to(offer, what);
        }
    }

  private:
    std::string_view in(std::string_view zh, std::string_view en) const {
        return session_.words().code() == "zh" ? zh : en;
    }

    static std::vector<std::string_view> words_of(std::string_view text) {
        std::vector<std::string_view> words;
        while (!text.empty()) {
            const auto end = std::min(text.find(' '), text.size());
            words.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return words;
    }

    bool writes_record() const {
        return typed_.call.command != nullptr && typed_.call.command->name == "log";
    }

    bool chinese() const { return session_.words().code() == "zh"; }

    void dates_to(Offer& offer) const {
        const bool any = !offer.begin().empty();
        for (const auto* word : {"今天", "昨天", "明天"}) {
            if (any || chinese()) offer.add(word);
        }
        for (const auto* word : {"today", "yesterday", "tomorrow"}) {
            if (any || !chinese()) offer.add(word);
        }
        if (!entered_) return;
        for (int back = 0; back < 7; ++back) offer.add(to_string(session_.now().date - Days{back}));
        for (int ahead = 1; any && ahead < 45; ++ahead)
            offer.add(to_string(session_.now().date + Days{ahead}));
    }

    void periods_to(Offer& offer) const {
        const bool any = !offer.begin().empty();
        for (const auto* word : {"今天", "昨天", "明天", "本周", "上周", "下周", "本月", "上月", "下月",
                                 "本季度", "上季度", "下季度", "今年", "去年", "明年"}) {
            if (any || chinese()) offer.add(word);
        }
        for (const auto* word : {"today", "yesterday", "tomorrow", "this week", "last week", "next week",
                                 "this month", "last month", "next month", "this quarter", "last quarter",
                                 "next quarter", "this year", "last year", "next year"}) {
            if (any || !chinese()) offer.add(word);
        }
        if (!entered_) return;
        const auto month = month_of(session_.now().date);
        for (int back = -3; back < 12; ++back) offer.add(to_string(month - std::chrono::months{back}));
        for (int back = 0; any && back < 31; ++back) offer.add(to_string(session_.now().date - Days{back}));
    }

    /// The keys of a person, or of a change; the last day of who leaves.
    void roster_keys_to(Offer& offer) {
        const auto& typed = typed_.call.arguments;
        if (typed.front() == "leaves") return dates_to(offer);
        const auto keys = typed.front() == "change" ? team::change_keys() : team::person_keys();
        const auto pair = entry::key_value(offer.begin());
        for (const auto& key : keys) {
            if (!pair) {
                offer.add(std::string{key.name} + "=", in(key.zh, key.en));
            } else if (pair->key == key.name) {
                offer.lead_up_to(key.name.size() + 1);
                return roster_values_to(offer, key);
            }
        }
    }

    /// Those that the team has; of a list behind the last comma.
    void roster_values_to(Offer& offer, const team::KeySpec& key) {
        using Form = team::TypeSpec::Form;
        const auto& type = key.type.item ? *key.type.item : key.type;
        if (const auto comma = offer.begin().rfind(','); key.type.item && comma != std::string::npos)
            offer.lead_up_to(comma + 1);
        if (type.form == Form::date) return dates_to(offer);
        for (const auto& word : type.choices) offer.add_named(word, session_.say(team::word_shown(word)));
        if (!entered_) return;
        const auto& team = loaded().team;
        if (type.form == Form::reference)
            return team_to(offer, type.ref == team::RefKind::unit ? Completes::unit : Completes::person);
        if (key.name == "territory") return add_texts(offer, team.people, &team::Person::territory);
        for (const auto& person : team.people) {
            if (key.name == "position") offer.add(person.terms.position);
            if (key.name != "skills") continue;
            for (const auto& skill : person.terms.skills) offer.add(skill);
        }
    }

    /// Files of a kind that have names of their own.
    void file_names_to(Offer& offer) {
        if (!entered_) return;
        const auto& kind = typed_.call.arguments.front();
        const auto is = [&](std::string_view name) {
            const auto specs = team::file_specs();
            return std::ranges::any_of(
                specs, [&](const auto& spec) { return spec.name == name && team::means_file(spec, kind); });
        };
        for (const auto& series : loaded().team.series) {
            if (is(series.meeting ? "meeting" : "rota")) offer.add_named(series.id, series.name);
        }
        if (is("checklist")) return team_to(offer, Completes::checklist);
        if (is("queue")) return team_to(offer, Completes::queue);
    }

    void formats_to(Offer& offer) const {
        const auto* command = typed_.call.command;
        if (command == nullptr) {
            for (const auto& format : render::formats) offer.add(format.name);
        } else {
            for (const auto& name : format_names(*command)) offer.add(name);
        }
    }

    const store::Loaded& loaded() {
        if (!loaded_) loaded_ = session_.directory().load({});
        return *loaded_;
    }

    void team_to(Offer& offer, Completes what) {
        if (!entered_) return;
        const auto& team = loaded().team;
        const auto add_all = [&](const auto& list) {
            for (const auto& item : list) offer.add_named(item.id, item.name);
        };
        switch (what) {
            case Completes::person:
                return add_all(team.people);
            case Completes::unit:
                return add_all(team.units);
            case Completes::series:
                return add_all(team.series);
            case Completes::checklist:
                return add_all(team.checklists);
            case Completes::renamed:
                if (typed_.call.arguments.front() == "series") return add_all(team.series);
                if (typed_.call.arguments.front() == "checklist") return add_all(team.checklists);
                if (typed_.call.arguments.front() == "role") return all_roles_to(offer);
                return add_all(team.people);
            case Completes::queue:
                return add_all(team.queues);
            case Completes::award:
                return add_all(team.awards);
            case Completes::asset:
                return add_all(team.assets);
            case Completes::asset_site:
                return add_texts(offer, team.assets, &team::Asset::site);
            case Completes::asset_system:
                return add_texts(offer, team.assets, &team::Asset::system);
            case Completes::asset_class:
                return add_texts(offer, team.assets, &team::Asset::asset_class);
            case Completes::ticket_or_period:
                entities_to(offer, "ticket_closed", team::EntityKind::ticket);
                return periods_to(offer);
            case Completes::customer:
                return entities_to(offer, "customer_closed", team::EntityKind::customer);
            case Completes::territory:
                return add_texts(offer, team.people, &team::Person::territory);
            case Completes::period_or_customer:
                if (typed_.call.arguments.front() != "customer") return periods_to(offer);
                return entities_to(offer, "customer_closed", team::EntityKind::customer);
            case Completes::explained:
                offer.add("fund");
                offer.add("customer");
                [[fallthrough]];
            case Completes::metric:
                for (const auto& metric : rules::metrics(team))
                    offer.add_named(metric.name, session_.say(metric.title));
                return;
            case Completes::role:
                return roles_to(offer);
            case Completes::holder:
                return holders_to(offer);
            default:
                return;
        }
    }

    template <class T>
    static void add_texts(Offer& offer, const std::vector<T>& list, std::string T::*text) {
        for (const auto& item : list) offer.add(item.*text);
    }

    /// Of the kind that `closes` a record names all, closed ones too: their stories are asked for as well.
    void entities_to(Offer& offer, std::string_view closes, team::EntityKind of) const {
        const auto kind = static_cast<std::size_t>(team::record_kind(closes));
        const auto draft = draft_of(team::record_specs()[kind], session_.now().date);
        for (const auto& choice : entry::entity_choices(draft, of))
            offer.add_named(choice.id, choice.name, choice.about);
    }

    entry::Draft draft_of(const team::RecordSpec& spec, Date date) const {
        return {session_.directory(), session_.now(), session_.words(), spec, date};
    }

    void all_roles_to(Offer& offer) {
        for (const auto& series : loaded().team.series) {
            for (const auto& role : series.roles) {
                const auto* known = team::known_role(role.name);
                offer.add(role.name, known != nullptr ? in(known->zh, known->en) : std::string_view{});
            }
        }
    }

    /// The roles of the series that an argument before names.
    void roles_to(Offer& offer) {
        const auto& arguments = typed_.call.arguments;
        const auto& team = loaded().team;
        for (const auto& argument : arguments) {
            const auto series = team::find_series(team, argument);
            if (!series) continue;
            for (const auto& role : team[*series].roles) offer.add(role.name);
        }
    }

    /// Who holds the role of `swap DATE SERIES ROLE`.
    void holders_to(Offer& offer) {
        const auto& arguments = typed_.call.arguments;
        const auto day = parse_period(arguments[0], session_.now().date);
        if (!day) return;
        const auto plans = session_.directory().load({*day, std::nullopt, std::nullopt});
        const auto& team = plans.team;
        const auto series = team::find_series(team, arguments[1]);
        for (const auto& line : team.plan) {
            if (line.date != day->from || line.series != series) continue;
            for (const auto& planned : line.roles) {
                const auto& role = team[line.series].roles[static_cast<std::size_t>(planned.role)].name;
                if (!team::names_role(arguments[2], role)) continue;
                for (const auto who : planned.who)
                    if (who) offer.add_named(team[who].id, team[who].name);
            }
        }
    }

    /// Kinds of records; for `log` also those of one record that stand for it, as 投诉 for a ticket.
    void kinds_to(Offer& offer) const {
        for (const auto& spec : team::record_specs())
            offer.add_named(std::string{spec.name}, std::string{in(spec.zh, spec.en)});
        if (!writes_record()) return;
        for (const auto& choice : team::choices_of("ticket", "kind"))
            offer.add_named(std::string{choice}, session_.say(team::word_shown(choice)));
        const bool any = !offer.begin().empty();
        for (const auto& word : entry::words_of_kinds()) {
            if (any || chinese()) offer.add(word);
        }
        if (any) dates_to(offer);
    }

    /// `key=` of a record's fields, then their values; and what is said next without a key.
    void fields_to(Offer& offer) {
        typed_.call.arguments = entry::with_kind(typed_.call.arguments);
        const int kind =
            typed_.call.arguments.empty() ? -1 : entry::kind_named(typed_.call.arguments.front());
        if (kind < 0) return;
        const auto& spec = team::record_specs()[static_cast<std::size_t>(kind)];
        const auto pair = entry::key_value(offer.begin());
        if (!pair) {
            const auto said = said_next_to(offer, spec);
            for (std::size_t i = 0; i < spec.fields.size(); ++i) {
                const auto& field = spec.fields[i];
                if (is_given(spec, i) || std::ranges::find(said, field.name) != said.end()) continue;
                offer.add(std::string{field.name} + "=", in(field.zh, field.en));
                if (!offer.begin().empty()) offer.add(std::string{team::title_of(field.zh)} + "=");
            }
            return;
        }
        const int index = entry::field_named(spec, pair->key);
        if (index < 0 || !entered_) return;
        offer.lead_up_to(pair->key.size() + 1);
        field_values_to(offer, spec, spec.fields[static_cast<std::size_t>(index)]);
    }

    /// Values of the first field that people say and that is not there yet: whom, at which meeting. The keys
    /// of those that are said already.
    std::vector<std::string> said_next_to(Offer& offer, const team::RecordSpec& spec) {
        if (!entered_ || !writes_record()) return {};
        auto draft = draft_of(spec, day_);
        const auto field_of = [&](std::string_view name) -> const team::FieldSpec& {
            return spec.fields[static_cast<std::size_t>(spec.field(name))];
        };
        const std::string to_come = "…";
        std::vector<std::string> words{typed_.call.arguments.begin() + 1, typed_.call.arguments.end()};
        // The title of a list: who is on it.
        const int title = words.empty() ? -1 : entry::field_named(spec, words.back());
        if (title >= 0) {
            const auto& list = spec.fields[static_cast<std::size_t>(title)];
            if (list.type == team::FieldType::people) {
                field_values_to(offer, spec, list);
                return {std::string{list.name}};
            }
        }
        if (std::ranges::any_of(spec.main_text, [&](const auto name) { return field_of(name).required; }))
            words.push_back(to_come);
        if (entry::take_words(draft, words)) return {};
        std::vector<std::string> said;
        for (const auto& given : draft.given) {
            if (given.value != to_come) said.push_back(given.key);
        }
        for (const auto name : spec.words) {
            const auto& field = field_of(name);
            if (field.named == team::Named::priority) continue;  // mostly left out: who is offered at once
            if (field.type == team::FieldType::text || field.type == team::FieldType::texts) break;
            if (draft.find(name) != nullptr) continue;
            field_values_to(offer, spec, field);
            break;
        }
        return said;
    }

    /// An id that `log` makes itself is not asked for.
    bool is_given(const team::RecordSpec& spec, std::size_t field) const {
        if (writes_record() && spec.fields[field].type == team::FieldType::entity_id) return true;
        const auto& words = typed_.call.arguments;
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            const auto pair = entry::key_value(word);
            return pair && entry::field_named(spec, pair->key) == static_cast<int>(field);
        });
    }

    void field_values_to(Offer& offer, const team::RecordSpec& spec, const team::FieldSpec& field) {
        using team::FieldType;
        if (field.type == FieldType::date) return dates_to(offer);
        if (field.type == FieldType::flag) {
            offer.add("true");
            return offer.add("false");
        }
        if (field.type == FieldType::people || field.type == FieldType::people_or_word ||
            field.type == FieldType::texts || field.type == FieldType::readings ||
            field.type == FieldType::assets_or_word || field.type == FieldType::findings) {
            if (const auto comma = offer.begin().rfind(','); comma != std::string::npos)
                offer.lead_up_to(comma + 1);
        }
        auto draft = draft_of(spec, writes_record() ? day_ : session_.now().date);
        for (const auto& word : typed_.call.arguments) {
            const auto pair = entry::key_value(word);
            const int given = pair ? entry::field_named(spec, pair->key) : -1;
            if (given >= 0)
                draft.give(spec.fields[static_cast<std::size_t>(given)].name, std::string{pair->value});
        }
        if (field.type == FieldType::entity || field.type == FieldType::entity_id) {
            for (const auto& choice : entry::entity_choices(draft, field.entity)) {
                if (choice.open || !writes_record()) offer.add_named(choice.id, choice.name, choice.about);
            }
            return;
        }
        for (const auto& [id, name] : entry::named_things(draft, field)) offer.add_named(id, name);
    }

    Typed typed_;
    Session session_;
    bool entered_;
    Date day_{};  ///< of the record that `log` is to write
    std::optional<store::Loaded> loaded_;
};

std::string offered(const std::vector<std::string>& words) {
    const std::string word = words.empty() ? std::string{} : words.back();
    Completion completion{words_before_cursor(words)};
    const auto& typed = completion.typed();
    const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    if (typed.open != nullptr) {
        Offer offer{{}, word};
        completion.values_to(offer, typed.open->completes, typed.open->choices);
        return offer.text();
    }
    if (equals != std::string::npos && !typed.only_arguments) {
        Offer offer{word.substr(0, equals + 1), word.substr(equals + 1)};
        const auto* spec = option_of(typed.call.command, std::string_view{word}.substr(2, equals - 2), '\0');
        if (spec != nullptr) completion.values_to(offer, spec->completes, spec->choices);
        return offer.text();
    }
    Offer offer{{}, word};
    if (word.starts_with("-") && !typed.only_arguments)
        completion.options_to(offer);
    else if (typed.call.command == nullptr)
        completion.commands_to(offer);
    else
        completion.argument_to(offer);
    return offer.text();
}

}  // namespace

int complete(const std::vector<std::string>& words) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    if (nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
    // What an alias before the cursor stands for says what may follow.
    std::vector<std::string> meant = words;
    if (!words.empty()) {
        meant = with_alias({words.begin(), words.end() - 1});
        meant.push_back(words.back());
    }
    write_fd(STDOUT_FILENO, offered(meant));
    return 0;
}

}  // namespace teamctl::cli
