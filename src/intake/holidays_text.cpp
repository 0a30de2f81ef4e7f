// A calendar of ours with other holidays: which stretches it has then, and its text.
#include <algorithm>

#include "base/text.hpp"
#include "intake/holidays.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

bool touches_years(Date from, Date to, const std::set<int>& years) {
    return std::any_of(years.begin(), years.end(),
                       [&](int year) { return year_of(from) <= year && year <= year_of(to); });
}

/// Days of one name in a row as stretches.
void add_stretches(const std::map<Date, PublicDay>& days, std::vector<PublicStretch>& out) {
    const PublicStretch* open = nullptr;
    for (const auto& [date, day] : days) {
        if (open != nullptr && open->to + Days{1} == date && open->name == day.name && open->off == day.off) {
            out.back().to = date;
        } else {
            out.push_back({date, date, day.name, day.off});
        }
        open = &out.back();
    }
}

std::string stretch_line(const PublicStretch& stretch) {
    std::string line = "- {date: " + to_string(stretch.from);
    if (stretch.to != stretch.from) line += ", to: " + to_string(stretch.to);
    return line + ", name: " + yaml::quoted_scalar(stretch.name) + "}";
}

std::string covers_line(const std::pair<Date, Date>& covers) {
    return "covers: {from: " + to_string(covers.first) + ", to: " + to_string(covers.second) + "}";
}

/// The comments and blank lines at the head.
std::string head_of(std::string_view text) {
    std::string head;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        const auto line = trimmed(text.substr(0, end));
        if (!line.empty() && line.front() != '#') break;
        head += text.substr(0, end);
        text.remove_prefix(end);
    }
    return head;
}

std::string written_anew(const std::string& head, const std::string& name,
                         const std::vector<PublicStretch>& stretches,
                         const std::optional<std::pair<Date, Date>>& covers) {
    std::string text = head + "name: " + yaml::quoted_scalar(name) + "\n";
    if (covers) text += covers_line(*covers) + "\n";
    for (const bool off : {true, false}) {
        std::string list;
        for (const auto& stretch : stretches) {
            if (stretch.off == off) list += "  " + stretch_line(stretch) + "\n";
        }
        if (!list.empty()) text += (off ? "holidays:\n" : "workdays:\n") + list;
    }
    return text;
}

/// The calendar as lines, each a stretch's own line, the head of a list, or anything else.
class CalendarLines {
  public:
    explicit CalendarLines(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
            lines_.emplace_back(text.substr(0, end));
            text.remove_prefix(end);
        }
        if (!lines_.empty() && lines_.back().back() != '\n') lines_.back() += '\n';
    }
    /// Whether each stretch has a line to itself, and each list that is needed is there as a block.
    bool line_by_line(const team::HolidayCalendar& calendar, const std::vector<PublicStretch>& wanted) {
        for (const auto* list : {&calendar.holidays, &calendar.workdays}) {
            for (const auto& stretch : *list) {
                const auto at = stretch.origin.mark.line - 1;
                if (at >= lines_.size() || !trimmed(lines_[at]).starts_with("- {") ||
                    lines_[at].find('}') == std::string::npos)
                    return false;
                if (!at_.emplace(
                            PublicStretch{stretch.from, stretch.to, stretch.name, list == &calendar.holidays},
                            at)
                         .second)
                    return false;
            }
        }
        return std::all_of(wanted.begin(), wanted.end(), [&](const auto& stretch) {
            return (stretch.off ? calendar.holidays : calendar.workdays).size() > 0;
        });
    }
    void remove(const PublicStretch& stretch) { lines_[at_.at(stretch)].clear(); }
    /// Before the first line of its list that has a later day, else behind the last.
    void add(const PublicStretch& stretch) {
        std::size_t last = 0;
        for (const auto& [other, at] : at_) {
            if (other.off != stretch.off) continue;
            if (stretch.from < other.from) {
                lines_[at].insert(0, indented(at, stretch));
                return;
            }
            last = at;
        }
        behind_[last] += indented(last, stretch);
    }
    void set_covers(const std::pair<Date, Date>& covers) {
        for (auto& line : lines_) {
            if (!line.starts_with("covers:")) continue;
            const auto comment = line.find('#');
            line = covers_line(covers) + (comment == std::string::npos ? "\n" : "   " + line.substr(comment));
            return;
        }
    }
    std::string text() const {
        std::string text;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            text += lines_[i];
            if (const auto at = behind_.find(i); at != behind_.end()) text += at->second;
        }
        return text;
    }

  private:
    std::string indented(std::size_t like, const PublicStretch& stretch) {
        if (indent_.empty()) {
            const auto dash = lines_[like].find('-');
            indent_ = dash == std::string::npos ? "  " : lines_[like].substr(0, dash);
        }
        return indent_ + stretch_line(stretch) + "\n";
    }

    std::vector<std::string> lines_;
    std::map<PublicStretch, std::size_t> at_;
    std::map<std::size_t, std::string> behind_;
    std::string indent_;
};

std::set<PublicStretch> stretches_of(const team::HolidayCalendar& calendar) {
    std::set<PublicStretch> all;
    for (const auto& day : calendar.holidays) all.insert({day.from, day.to, day.name, true});
    for (const auto& day : calendar.workdays) all.insert({day.from, day.to, day.name, false});
    return all;
}

}  // namespace

std::vector<PublicStretch> merged(const team::HolidayCalendar& calendar, const PublicDays& days) {
    std::vector<PublicStretch> out;
    auto all = days.days;
    for (const auto& stretch : stretches_of(calendar)) {
        if (!touches_years(stretch.from, stretch.to, days.years)) {
            out.push_back(stretch);
            continue;
        }
        for (Date day = stretch.from; day <= stretch.to; day += Days{1}) {
            if (!days.years.contains(year_of(day))) all.emplace(day, PublicDay{stretch.name, stretch.off});
        }
    }
    add_stretches(all, out);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string calendar_text(const std::string& before, const team::HolidayCalendar& calendar,
                          const std::vector<PublicStretch>& stretches,
                          const std::optional<std::pair<Date, Date>>& covers, bool& rewritten) {
    CalendarLines lines{before};
    const bool same_covers =
        calendar.covers == covers || (calendar.covers && before.find("\ncovers:") != std::string::npos);
    rewritten = !same_covers || !lines.line_by_line(calendar, stretches);
    if (rewritten) return written_anew(head_of(before), calendar.name, stretches, covers);
    const auto old = stretches_of(calendar);
    const std::set<PublicStretch> now{stretches.begin(), stretches.end()};
    for (const auto& stretch : now) {
        if (!old.contains(stretch)) lines.add(stretch);
    }
    for (const auto& stretch : old) {
        if (!now.contains(stretch)) lines.remove(stretch);
    }
    if (covers) lines.set_covers(*covers);
    return lines.text();
}

}  // namespace teamctl::intake
