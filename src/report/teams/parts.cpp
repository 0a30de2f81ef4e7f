#include "report/teams/parts.hpp"

#include "report/naming.hpp"

namespace teamctl::report {

void begin_page(Report& report, const TeamsPage& page, Phrase title) {
    report.title = std::move(title);
    report.year = year_of(page.period.from);
    report.made = page.now.date;
    report.add(Heading{1, report.title});
    if (page.left_out.empty()) return;
    std::vector<Phrase> names;
    for (const auto& label : page.left_out) names.push_back(verbatim(label.name));
    report.add(Notice{say("teams.left_out", PhraseList{std::move(names)}), Tone::bad});
}

Json label_json(const TeamLabel& label) {
    return Json::object().set("team", label.id).set("name", label.name).set("folder", label.folder);
}

Json page_json(const TeamsPage& page) {
    auto left_out = Json::array();
    for (const auto& label : page.left_out) left_out.push(label_json(label));
    return Json::object()
        .set("period",
             Json::object().set("from", to_string(page.period.from)).set("to", to_string(page.period.to)))
        .set("left_out", std::move(left_out));
}

Cell team_cell(const TeamLabel& label) {
    return {verbatim(label.name), label.id};
}

Column team_column() {
    return {"team", say("teams.team"), ColumnType::text};
}

Column currency_column() {
    return {"currency", say("teams.currency"), ColumnType::text};
}

void tell_currencies(Report& report, const std::vector<std::string>& currencies) {
    if (currencies.size() < 2) return;
    std::vector<Phrase> names;
    for (const auto& one : currencies) names.push_back(verbatim(one));
    report.add(Paragraph{say("teams.currencies", PhraseList{std::move(names)})});
}

Json place_json(const TeamPlace& place) {
    return Json::object().set("file", place.file).set("line", place.line);
}

Cell place_cell(const TeamPlace& place) {
    return Cell{place.file + ":" + std::to_string(place.line)};
}

TeamPlace place_in(const TeamLabel& label, const team::Team& team, const team::Origin& origin) {
    if (origin.file >= team.files.size()) return {label.folder, 0};
    return {label.folder + "/" + team.files[origin.file], origin.mark.line};
}

}  // namespace teamctl::report
