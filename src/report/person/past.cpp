// A person's card: the figures of the period and the records behind coaching (D1.12).
#include "report/due.hpp"
#include "report/person/page.hpp"
#include "report/summary/page.hpp"
#include "rules/scope/awards.hpp"

namespace teamctl::report {
namespace {

void add_metrics(PersonPage& page) {
    const rules::Subject subject{page.person, {}};
    Table table{"metrics", {}, {}, {}, {}};
    table.columns = {{"metric", say("person.column.metric"), ColumnType::text},
                     {"value", say("person.column.value"), ColumnType::number},
                     {"target", say("person.column.target"), ColumnType::number}};
    auto values = Json::object();
    auto targets = Json::object();
    std::ptrdiff_t with_target = 0;  // stand first: a page may have no room for all
    for (const auto& metric : page.figures.catalogue()) {
        const auto value = page.figures.value(metric, subject);
        const auto target = rules::target_of(page.team(), metric.name, page.period, subject);
        if (auto json = json_of(value)) values.set(metric.name, std::move(*json));
        if (target) targets.set(metric.name, to_string(Money{target->amount}));
        if (rules::is_nothing(value) && !target) continue;
        std::vector<Cell> row{Cell{metric.title, metric.name}, value_cell(metric, value),
                              target ? target_cell(metric, *target) : Cell{}};
        table.rows.insert(target ? table.rows.begin() + with_target++ : table.rows.end(), std::move(row));
    }
    if (with_target == 0) {
        table.columns.pop_back();
        for (auto& row : table.rows) row.pop_back();
    }
    page.data.set("metrics", std::move(values)).set("targets", std::move(targets));
    if (table.rows.empty()) return;
    table.as_tiles = true;
    page.report.add(Heading{2, say("person.metrics"), page.for_page});
    page.report.add(std::move(table));
}

void add_points(PersonPage& page) {
    auto data = Json::array();
    List list;
    const auto& metric = page.figures.metric("points");
    for (const auto& step : page.figures.figure(metric, {page.person, {}}).evidence) {
        if (step.part.num == 0) continue;
        const auto points = step.part.num / step.part.den;
        list.items.push_back({say("person.point_line", step.date, points, step.note),
                              points < 0 ? Tone::warn : Tone::plain,
                              {},
                              {}});
        data.push(Json::object()
                      .set("date", to_string(step.date))
                      .set("points", points)
                      .set("at", file_and_line(page.team(), step.origin)));
    }
    page.section(say("person.points"), std::move(list), true);
    page.data.set("points", std::move(data));
}

/// Of the award's own periods that end within the card's and are over.
void add_awards(PersonPage& page) {
    auto data = Json::array();
    List list;
    for (const auto& [id, period, index] : rules::awards_won(page.context, page.period, page.person)) {
        const auto& award = page.team()[id];
        const auto place = static_cast<std::size_t>(index);
        const bool prize = place < award.prize.size();
        list.items.push_back({prize ? say("person.award_prize", period, award.name, award.prize[place])
                                    : say("person.award_line", period, award.name),
                              Tone::good,
                              {},
                              {}});
        data.push(Json::object()
                      .set("award", award.id)
                      .set("period", to_string(period))
                      .set("prize", prize ? Json{award.prize[place]} : Json{}));
    }
    page.section(say("person.awards"), std::move(list));
    page.data.set("awards", std::move(data));
}

/// Records of a kind about the person, in the period, in words: what each says, and by whom.
void add_records(PersonPage& page, std::string_view kind, std::string_view title, const char* name) {
    const auto field = team::record_spec(kind).main_text.front();
    auto data = Json::array();
    List list;
    for (const auto* record : page.books().records(kind)) {
        if (team::subject_of(*record) != page.person) continue;
        Phrase text = verbatim(std::string{team::main_text_of(*record)});
        const auto next = record->text("next");
        if (!next.empty()) text = say("person.then_next", text, next);
        if (kind == "problem") {
            const auto* problem = page.books().entities().problems.find(record->text("id"));
            if (problem != nullptr && problem->closed != nullptr) text = say("person.solved", text);
        }
        const auto by = record->person("by");
        list.items.push_back({by ? say("person.said_by", record->date, text, name_of(page.team(), by))
                                 : say("person.said", record->date, text),
                              kind == "mistake" ? Tone::warn : Tone::plain,
                              {},
                              {}});
        auto entry = Json::object();
        entry.set("date", to_string(record->date)).set("by", id_of(page.team(), by));
        entry.set("text", record->text(field)).set("next", text_json(next));
        data.push(entry.set("at", file_and_line(page.team(), record->origin)));
    }
    page.section(say(title), std::move(list), true);
    page.data.set(name, std::move(data));
}

}  // namespace

Cell target_cell(const rules::Metric& metric, const rules::Share& share) {
    if (metric.unit == rules::Measure::money) return Cell{Money{share.amount}};
    if (share.amount % 100 == 0) return Cell{share.amount / 100};
    return Cell{number_text({share.amount * 100})};
}

void person_figures(PersonPage& page) {
    add_metrics(page);
    add_points(page);
    add_awards(page);
}

void person_records(PersonPage& page) {
    add_records(page, "praise", "person.praise", "praise");
    add_records(page, "problem", "person.problems", "problems");
    add_records(page, "mistake", "person.mistakes", "mistakes");
    add_records(page, "review", "person.reviews", "reviews");
    add_records(page, "talk", "person.talks", "talks");
    add_records(page, "help", "person.helps", "helps");
}

void person_open(PersonPage& page) {
    auto data = Json::array();
    const auto day = waiting::due_day(page.team(), page.context.days, page.today(), page.context.now, {});
    const auto own = waiting::due_of(day, page.person);
    for (const auto& item : own) data.push(due_item_json(day, item));
    page.report.add(Heading{2, say("person.open")});
    if (own.empty()) page.report.add(Paragraph{say("person.open_nothing"), Tone::good});
    if (!page.for_page)
        due_lines(page.report, day, own);
    else if (!own.empty())
        page.report.add(due_table_of(day, own));
    page.data.set("open", std::move(data));
}

}  // namespace teamctl::report
