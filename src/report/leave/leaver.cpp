#include "report/leaver.hpp"

#include <algorithm>

#include "report/due.hpp"
#include "report/naming.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

class Leaver {
  public:
    Leaver(const rules::Context& context, PersonId who) : context_{context}, team_{context.team}, who_{who} {}

    LeaverReport all() && {
        auto& report = made_.report;
        const auto& person = team_[who_];
        report.name = "roster";
        report.year = year_of(context_.now.date);
        report.made = context_.now.date;
        report.title = say("leaver.title", person.name, *person.left);
        report.add(Heading{1, report.title});
        add_due();
        add_customers();
        add_turns();
        add_people();
        add_assets();
        if (!made_.anything) report.add(Paragraph{say("leaver.nothing"), Tone::good});
        propose();
        report.data = std::move(data_.set("who", person.id).set("left", to_string(*person.left)));
        return std::move(made_);
    }

  private:
    void section(std::string_view key, Phrase title, List list, Json data) {
        data_.set(std::string{key}, std::move(data));
        if (list.items.empty()) return;
        made_.anything = true;
        made_.report.add(Heading{2, std::move(title)});
        made_.report.add(std::move(list));
    }

    void add_due() {
        const auto day = waiting::due_day(team_, context_.days, context_.now.date, context_.now, {});
        std::vector<DueItem> own;
        auto data = Json::array();
        for (auto& item : waiting::all_due(day)) {
            if (std::ranges::find(item.who, who_) == item.who.end() || item.done) continue;
            own.push_back(std::move(item));
        }
        // Actions are theirs however far off they are due.
        for (auto& action : waiting::all_actions(day.entities)) {
            const bool is_own = std::ranges::find(action.who, who_) != action.who.end();
            if (is_own && std::ranges::find(own, action.id, &DueItem::id) == own.end())
                own.push_back(std::move(action));
        }
        for (const auto& item : own) data.push(due_item_json(day, item));
        data_.set("due", std::move(data));
        if (own.empty()) return;
        made_.anything = true;
        made_.report.add(Heading{2, say("leaver.due")});
        due_lines(made_.report, day, own);
    }

    void add_customers() {
        List list;
        auto data = Json::array();
        const auto entities = rules::entities_at(team_, context_.now);
        for (const auto& customer : entities.customers) {
            if (customer.owner != who_ || customer.closed != nullptr) continue;
            list.items.push_back({verbatim(std::string{customer.opened->text("name")}), {}, {}, {}});
            data.push(customer.opened->text("id"));
        }
        section("customers", say("leaver.customers", list.items.size()), std::move(list), std::move(data));
    }

    void add_turns() {
        List list;
        auto data = Json::array();
        for (const auto& line : team_.plan) {
            if (line.date <= *team_[who_].left) continue;
            for (const auto& planned : line.roles) {
                if (std::ranges::find(planned.who, who_) == planned.who.end()) continue;
                const auto& series = team_[line.series];
                const auto& role = series.roles[static_cast<std::size_t>(planned.role)].name;
                list.items.push_back(
                    {say("leaver.turn", line.date, series.name, role_title(role)), {}, {}, {}});
                data.push(Json::object()
                              .set("date", to_string(line.date))
                              .set("series", series.id)
                              .set("role", role));
            }
        }
        section("turns", say("leaver.turns"), std::move(list), std::move(data));
    }

    void add_people() {
        List list;
        auto data = Json::array();
        for (const auto& unit : team_.units) {
            if (unit.lead != who_) continue;
            list.items.push_back({say("leaver.leads", unit.name), {}, {}, {}});
            data.push(unit.id);
        }
        const auto after = *team_[who_].left + Days{1};
        for (const auto person : team::mentees(team_, who_, after)) {
            list.items.push_back({say("leaver.mentors", name_of(team_, person)), {}, {}, {}});
            data.push(team_[person].id);
        }
        section("people", say("leaver.people"), std::move(list), std::move(data));
    }

    void add_assets() {
        List list;
        auto data = Json::array();
        for (const auto& asset : team_.assets) {
            if (asset.owner != who_) continue;
            list.items.push_back({say("leaver.asset", asset_name(asset), asset.id), {}, {}, {}});
            data.push(asset.id);
        }
        section("assets", say("leaver.assets"), std::move(list), std::move(data));
    }

    /// What to type next: what is theirs goes to another, the rota is made again.
    void propose() {
        if (!made_.anything) return;
        List list;
        const auto above = team::reports_to(team_, who_, context_.now.date);
        if (rules::holds_anything(rules::entities_at(team_, context_.now), who_))
            list.items.push_back({say("leaver.handover", "teamctl log handover from=" + team_[who_].id +
                                                             " to=" + (above ? team_[above].id : "…")),
                                  {},
                                  {},
                                  {}});
        list.items.push_back({say("leaver.replan", "teamctl schedule --write"), {}, {}, {}});
        made_.report.add(Heading{2, say("leaver.next")});
        made_.report.add(std::move(list));
    }

    const rules::Context& context_;
    const team::Team& team_;
    PersonId who_;
    LeaverReport made_;
    Json data_ = Json::object();
};

}  // namespace

LeaverReport leaver_report(const rules::Context& context, PersonId who) {
    return Leaver{context, who}.all();
}

}  // namespace teamctl::report
