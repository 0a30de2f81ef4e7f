#include "entry/draft.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/id.hpp"
#include "calendar/occurrences.hpp"
#include "calendar/working_days.hpp"
#include "entry/values.hpp"
#include "rules/look_back.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"

namespace teamctl::entry {
namespace {

using team::FieldType;
using team::Record;

/// The id of the person whose record it is; empty where nobody is named yet.
std::string person_of(const Draft& draft) {
    for (const auto key : draft.spec.subject) {
        if (const auto* given = draft.find(key)) {
            const auto person = team::person_meant(draft.team(), given->value);
            return person ? draft.team()[*person].id : std::string{};
        }
    }
    return {};
}

bool holds_id(std::string_view text, const std::string& id) {
    return text.find(id) != std::string_view::npos;
}

/// The meetings of the day, where the record has to name one and does not.
std::vector<calendar::Occurrence> meetings_in_question(const Draft& draft) {
    std::vector<calendar::Occurrence> held;
    if (draft.spec.name != "attendance" || draft.find("meeting") != nullptr) return held;
    const calendar::WorkingDays days{draft.team()};
    for (const auto& occurrence : calendar::occurrences(draft.team(), days, day_period(draft.date))) {
        if (draft.team()[occurrence.series].meeting) held.push_back(occurrence);
    }
    return held;
}

}  // namespace

Draft::Draft(store::Directory& of_team, Moment moment, const Translator& language,
             const team::RecordSpec& kind, Date day)
    : directory{of_team}, now{moment}, words{language}, spec{kind}, date{day}, said_on{moment.date} {
    // Attendance and leave must not contradict each other.
    if (spec.bears_on != team::Bearing::history) read({{}, {}, day_period(day)});
    if (needs_history())
        read(rules::look_back(directory.rules().team, day_period(std::max(day, now.date)), day_period(day),
                              now.date));
}

Draft::Draft(store::Directory& of_team, Moment moment, const Translator& language,
             const team::RecordSpec& kind, Date day, Reading reading)
    : directory{of_team},
      now{moment},
      words{language},
      spec{kind},
      date{day},
      said_on{moment.date},
      loaded{std::move(reading.loaded)},
      entities{std::move(reading.entities)} {}

void Draft::read(const store::Need& need) {
    loaded = directory.load(need);
    entities = all_entities(loaded.team);
}

void Draft::read_all() {
    read(rules::all_before(day_period(std::max(date, now.date))));
}

const Given* Draft::find(std::string_view key) const {
    const auto at =
        std::find_if(given.begin(), given.end(), [&](const Given& value) { return value.key == key; });
    return at == given.end() ? nullptr : &*at;
}

void Draft::recall(const std::vector<std::string>& files, const store::WantedRecord& wanted) {
    if (!store::recall_where(directory, loaded, files, wanted)) return read_all();
    entities = all_entities(loaded.team);
}

bool Draft::needs_history(const team::RecordSpec& kind, const team::Team& team) {
    const auto& lists = team.checklists;
    const bool go_on = std::any_of(lists.begin(), lists.end(),
                                   [](const auto& list) { return list.of_people() || list.ordered; });
    return kind.bears_on == team::Bearing::history || (kind.bears_on == team::Bearing::lists && go_on);
}

bool Draft::needs_history() const {
    return needs_history(spec, loaded.team);
}

const team::Checklist* Draft::checklist() const {
    const auto* list = find("list");
    if (list == nullptr) return nullptr;
    for (const auto& checklist : team().checklists) {
        if (checklist.id == list->value || checklist.name == list->value) return &checklist;
    }
    return nullptr;
}

std::string_view own_field(const team::RecordSpec& spec) {
    const int by = spec.field("by");
    if (by >= 0 && spec.fields[static_cast<std::size_t>(by)].type == FieldType::person) return "by";
    return spec.subject.size() == 1 ? spec.subject.front() : std::string_view{};
}

void add_defaults(Draft& draft) {
    const auto own = own_field(draft.spec);
    if (!draft.me.empty() && !own.empty() && draft.find(own) == nullptr)
        draft.given.push_back({std::string{own}, draft.me, false, true});
    if (!draft.given.empty()) {
        const auto held = meetings_in_question(draft);
        if (held.size() == 1)
            draft.given.push_back({"meeting", draft.team()[held.front().series].id, false, true});
    }
    const auto now = draft.now;
    if (draft.find("at") == nullptr && draft.date == now.date && now.time != end_of_day)
        draft.given.push_back({"at", to_string(now.time), false, true});
}

const Given* user_by_default(const Draft& draft) {
    const auto own = own_field(draft.spec);
    const auto* given = own.empty() || own == "by" ? nullptr : draft.find(own);
    return given != nullptr && given->filled ? given : nullptr;
}

std::optional<Refusal> which_meeting(const Draft& draft, const std::string& typed) {
    auto held = meetings_in_question(draft);
    if (held.size() < 2) return std::nullopt;
    // Whoever writes it down today sits in the one that began last.
    const auto later = std::ranges::find_if(
        held, [&](const auto& occurrence) { return occurrence.start && draft.now.time < *occurrence.start; });
    if (draft.date == draft.now.date && draft.now.time != end_of_day) std::reverse(held.begin(), later);
    std::vector<Phrase> names;
    std::vector<Phrase> sentences;
    for (const auto& occurrence : held) {
        const auto& series = draft.team()[occurrence.series];
        const bool one_word = series.name.find_first_of(" '\"") == std::string::npos;
        names.push_back(verbatim(series.name));
        sentences.push_back(verbatim(typed + " meeting=" + (one_word ? series.name : series.id)));
    }
    return Refusal{say("log.which_meeting", listed(std::move(names))),
                   say("check.write_like", clauses(std::move(sentences)))};
}

std::string made_id(const Draft& draft, std::string_view day_text) {
    if (draft.spec.effect != team::Effect::opens || draft.find("id") != nullptr) return {};
    const std::chrono::year_month_day ymd{draft.date};
    std::string stem = fmt::format("{}{:02}{:02}{:02}-", team::id_letter(draft.spec.entity),
                                   static_cast<int>(ymd.year()) % 100, static_cast<unsigned>(ymd.month()),
                                   static_cast<unsigned>(ymd.day()));
    if (const auto person = person_of(draft); !person.empty()) stem += person + "-";
    for (auto drawn = draft.chance;; ++drawn) {
        const auto end = end_of_id(drawn);
        if (auto id = stem + end; !end.empty() && !holds_id(day_text, id)) return id;
    }
}

Written line_of(const Draft& draft, const std::string& made_id) {
    std::vector<team::WrittenField> fields;
    if (!made_id.empty()) fields.push_back({"id", yaml::quoted_scalar(made_id)});
    for (const auto& field : draft.spec.fields) {
        const auto* given = draft.find(field.name);
        if (given == nullptr) continue;
        auto value = given->ready ? given->value : written(draft, field, given->value);
        if (std::holds_alternative<Refusal>(value)) return value;
        fields.push_back({field.name, std::get<std::string>(std::move(value))});
    }
    return team::record_line(draft.spec.name, fields);
}

std::optional<Record> record_of(const Draft& draft, const std::string& line) {
    Diagnostics ignored;
    const auto document = yaml::parse("line", line, ignored);
    if (!document || !document->root().is_sequence()) return std::nullopt;
    team::Reader reader{draft.loaded.names, ignored, 0};
    Record record;
    if (!team::read_record(reader, document->root().first(), draft.date, record)) return std::nullopt;
    return record;
}

Diagnostics problems_of(const Draft& draft, const team::FieldSpec& field, const std::string& flow_value) {
    Diagnostics found;
    const auto line = team::record_line(draft.spec.name, {{field.name, flow_value}}) + "\n";
    const auto document = yaml::parse("", line, found);
    Record record;
    team::Reader reader{draft.loaded.names, found, 0};
    if (document) team::read_record(reader, document->root().first(), draft.date, record);
    Diagnostics kept;
    for (const auto& problem : found.all()) {
        if (problem.code != "missing-key") kept.add(problem);
    }
    return kept;
}

rules::Entities all_entities(const team::Team& team) {
    return rules::entities_at(team, {make_date(last_year, 12, 31), end_of_day});
}

}  // namespace teamctl::entry
