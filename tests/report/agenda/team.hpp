// A small sales team whose files a test changes before it reads the agenda.
#pragma once

#include <map>
#include <string>

#include "../yaml_team.hpp"
#include "report/agenda.hpp"
#include "team/people.hpp"

namespace teamctl::test {

class AgendaFiles {
  public:
    std::string only;  ///< --meeting

    AgendaFiles() {
        set("teamctl.yaml", "team: 城南\n");
        set("roster.yaml",
            "pairs: [[wangli, zhangwei]]\n"
            "people:\n"
            "  - {id: wangli, name: 王丽}\n"
            "  - {id: zhangwei, name: 张伟, birthday: 11-27}\n"
            "  - {id: liqiang, name: 李强, birthday: 1990-11-29}\n"
            "  - {id: xuting, name: 许婷, birthday: 11-30, works: [mon, wed, fri]}\n");
        set("rules.yaml",
            "follow_up: {every_days: 3}\n"
            "deadlines:\n  - {id: diary, record: diary, who: all, every: workday, by: \"18:00\", points: "
            "-2}\n");
        set("meetings/morning.yaml", morning());
    }

    /// The morning meeting; `more` goes before the agenda, `items` behind it.
    static std::string morning(const std::string& more = {}, const std::string& items = {}) {
        std::string text =
            "name: 晨会\nkind: standup\nwhen: {every: workday, start: \"09:00\", minutes: 30}\nattend: "
            "all\n" +
            more + "roles:\n  host: {who: all}\n  lecturer: {who: all}\n  backup: {who: all}\nagenda:\n";
        for (const auto* show : {"attendance", "birthdays", "yesterday", "praise", "announcements", "topic",
                                 "problems", "overdue", "tickets", "today", "reserve", "tomorrow"}) {
            const std::string item = show == std::string{"attendance"} ? "点名" : show;
            text += "  - {item: " + item + ", minutes: 1, by: host, show: " + show + "}\n";
        }
        return text + items;
    }

    void set(const std::string& path, const std::string& text) { files_[path] = text; }
    const std::string& at(const std::string& path) const { return files_.at(path); }
    void log(const std::string& date, const std::string& text) {
        set("log/" + date.substr(0, 7) + "/" + date + ".yaml", text);
    }

    Report report(std::string_view period, std::string_view now = {}) const {
        const auto team = team_of({files_.begin(), files_.end()});
        const calendar::WorkingDays days{team};
        report::AgendaOptions options;
        if (!only.empty()) options.meeting = team::find_series(team, only);
        const auto wanted = *parse_period(period, day("2026-11-24"));
        const auto at = now.empty() ? Moment{wanted.to, TimeOfDay{8 * 60}} : moment(now);
        return report::agenda_report(team, days, wanted, at, options);
    }
    std::string text(std::string_view period, lang::Language language = lang::Language::zh) const {
        return shown(report(period), language);
    }
    std::string json(std::string_view period) const { return as_json(report(period)); }

  private:
    std::map<std::string, std::string> files_;
};

}  // namespace teamctl::test
