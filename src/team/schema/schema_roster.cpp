// teamctl.yaml, roster.yaml, calendars/*.yaml, leave/*.yaml
#include <algorithm>

#include "base/id.hpp"
#include "team/choices.hpp"
#include "team/files.hpp"
#include "team/line_dates.hpp"
#include "team/schema.hpp"

namespace teamctl::team {

template <>
struct Choices<Half> {
    static constexpr std::pair<std::string_view, Half> names[]{{"am", Half::am}, {"pm", Half::pm}};
};

/// Whether it is `https://HOST...` or `http://HOST...`, without blanks.
inline bool is_web_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!text.starts_with(scheme)) continue;
        const auto host =
            text.substr(scheme.size(), text.find_first_of("/?#", scheme.size()) - scheme.size());
        return !host.empty() && text.find_first_of(" \t\"<>") == text.npos;
    }
    return false;
}

template <>
struct Schema<Settings> {
    static const std::vector<Row<Settings>>& rows() {
        using S = Settings;
        static const std::vector<Row<S>> rows{
            row("team", &S::team, Need::required, "团队名称", "name of the team"),
            row("id", &S::id, Need::optional,
                "不变的代号：团队改名后，手机日历里已有的条目靠它对上；不写用 team",
                "a name that stays when the team is renamed: it ties the entries in phones to the team; "
                "default: "
                "that of team"),
            words_row("language", &S::language, Need::optional, "输出语言：zh 或 en",
                      "language of the output: zh or en", {"zh", "en"}),
            row("timezone", &S::timezone, Need::optional, "时区，决定哪天是“今天”",
                "time zone; decides what today is"),
            row("currency", &S::currency, Need::optional, "货币", "currency"),
            row("workdays", &S::workdays, Need::optional, "每周哪几天上班", "weekdays that are worked"),
            row("hours", &S::hours, Need::optional, "工作时间，用于计算服务时限",
                "working hours, for service levels"),
            row("calendars", &S::calendars, Need::optional, "采用的节假日历", "holiday calendars in use"),
            row("site_source", &S::site_source, Need::optional,
                "团队文件在网上的地址；site 的页面由此链接到文件和行",
                "where the files can be read on the web: pages of site lead to file and line there"),
            row("site_url", &S::site_url, Need::optional,
                "site 的页面发布在网上的地址；墙上的月历印上它的二维码",
                "where the pages of site are published: a month for the wall has its QR code"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Settings& out) {
        if (!out.site_source.empty() && !is_web_address(out.site_source))
            reader.wrong(node.get("site_source"), "check.a_web_address",
                         "https://git.example.com/team/blob/main");
        if (!out.site_url.empty() && !is_web_address(out.site_url))
            reader.wrong(node.get("site_url"), "check.a_web_address", "https://team.example.com/");
        for (std::size_t i = 1; i < out.hours.size(); ++i) {
            if (out.hours[i].from < out.hours[i - 1].to)
                reader.error(node.get("hours"), "reversed", say("check.hours_overlap"),
                             say("check.write_like", "[\"08:30-12:00\", \"13:30-18:00\"]"));
        }
    }
};

template <>
struct Schema<Credential> {
    static const std::vector<Row<Credential>>& rows() {
        static const std::vector<Row<Credential>> rows{
            row("type", &Credential::type, Need::required, "证件名称", "kind of document"),
            row("expires", &Credential::expires, Need::optional, "有效期至", "last day it is valid"),
        };
        return rows;
    }
};

/// Ids are typed on a command line and stand in file names.
static void check_id(Reader& reader, yaml::Node node, const std::string& id) {
    if (!is_id(id)) reader.error(node, "bad-id", say("check.bad_id"), say("check.write_like", "wangli"));
}

template <>
struct Schema<Unit> {
    static const std::vector<Row<Unit>>& rows() {
        using U = Unit;
        static const std::vector<Row<U>> rows{
            row("id", &U::id, Need::required, "编号", "id"),
            row("name", &U::name, Need::required, "名称", "name"),
            row("lead", &U::lead, Need::optional, "负责人", "who leads it"),
            row("parent", &U::parent, Need::optional, "上级单位", "the unit above"),
            row("size", &U::size, Need::optional, "人数范围 [最少, 最多]", "[least, most] people"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Unit& out) {
        check_id(reader, node.get("id"), out.id);
    }
};

static void check_terms(Reader& reader, yaml::Node node, const Terms& terms) {
    reader.check_commas(node.get("skills"));
    if (const auto works = node.get("works"); works.is_sequence() && works.size() == 0)
        reader.error(works, "empty-list", say("check.works_is_empty"),
                     say("check.write_like", "works: [mon, tue, wed]"));
    if (terms.share.num == 0 || Ratio{1, 1} < terms.share)
        reader.error(node.get("share"), "out-of-range", say("check.bad_share"),
                     say("check.write_like", "0.5"));
}

/// A row that remembers that its key was written.
template <class M>
static Row<Change> change_row(std::string_view name, M Terms::*member, Need need, std::string_view zh,
                              std::string_view en) {
    return {{name, need == Need::required, Codec<M>::spec(), zh, en},
            [name, member](Reader& reader, yaml::Node node, Change& out) {
                out.keys.push_back(name);
                return Codec<M>::read(reader, node, out.terms.*member);
            }};
}

template <>
struct Schema<Change> {
    static const std::vector<Row<Change>>& rows() {
        using C = Change;
        using T = Terms;
        constexpr auto optional = Need::optional;
        static const std::vector<Row<C>> rows{
            row("from", &C::from, Need::required, "从哪天起", "from which day on"),
            change_row("unit", &T::unit, optional, "所属单位", "unit"),
            change_row("position", &T::position, optional, "职务", "position"),
            change_row("level", &T::level, optional, "层级", "level"),
            change_row("reports_to", &T::reports_to, optional, "上级", "whom the person reports to"),
            change_row("skills", &T::skills, optional, "技能（写全）", "skills, all of them"),
            change_row("works", &T::works, optional, "每周哪几天在岗", "weekdays worked"),
            change_row("share", &T::share, optional, "轮值份额", "share of turns"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Change& out) {
        check_terms(reader, node, out.terms);
        if (out.keys.empty() && node.size() == 1)
            reader.error(node, "missing-key", say("check.change_says_nothing"),
                         say("check.write_like", "skills: [host]"));
    }
};

/// Takes over what the entry does not write.
static void inherit(Change& change, const Terms& before) {
    const auto keep = [&](std::string_view name, auto Terms::*member) {
        if (std::ranges::find(change.keys, name) == change.keys.end()) change.terms.*member = before.*member;
    };
    keep("unit", &Terms::unit);
    keep("position", &Terms::position);
    keep("level", &Terms::level);
    keep("reports_to", &Terms::reports_to);
    keep("skills", &Terms::skills);
    keep("works", &Terms::works);
    keep("share", &Terms::share);
}

template <>
struct Schema<Person> {
    static const std::vector<Row<Person>>& rows() {
        using P = Person;
        using T = Terms;
        constexpr auto optional = Need::optional;
        static const std::vector<Row<P>> rows{
            row("id", &P::id, Need::required, "编号，不含空格", "id, without spaces"),
            row("name", &P::name, Need::required, "姓名", "name"),
            row("unit", &P::terms, &T::unit, optional, "所属单位", "unit"),
            row("position", &P::terms, &T::position, optional, "职务", "position"),
            row("level", &P::terms, &T::level, optional, "层级：决策、管理、执行", "level"),
            row("reports_to", &P::terms, &T::reports_to, optional, "上级；再写的是矩阵上级",
                "whom the person reports to; further ones: the matrix"),
            row("joined", &P::joined, optional, "入职日期", "first day"),
            row("left", &P::left, optional, "最后工作日", "last day"),
            row("birthday", &P::birthday, optional, "生日", "birthday"),
            row("skills", &P::terms, &T::skills, optional, "能担任的角色、技能", "skills"),
            row("works", &P::terms, &T::works, optional, "每周哪几天在岗，默认每天",
                "weekdays worked; default: every day"),
            row("share", &P::terms, &T::share, optional, "在岗那些天的轮值份额；天天来、只来半天写 0.5",
                "share of turns on the days worked; 0.5 for half days"),
            row("changes", &P::changes, optional, "从哪天起有哪些变动", "what is different from a date on"),
            row("mentor", &P::mentor, optional, "师傅", "mentor"),
            row("territory", &P::territory, optional, "负责区域", "territory"),
            row("credentials", &P::credentials, optional, "证件", "credentials"),
            row("phone", &P::phone, optional, "电话", "telephone"),
            row("email", &P::email, optional, "邮箱", "e-mail"),
            row("note", &P::note, optional, "备注", "note"),
        };
        return rows;
    }
    /// Of a person all is told at once: what follows from sound values does not wait for the others.
    static constexpr bool weighs_what_is_sound = true;
    static void check(Reader& reader, yaml::Node node, Person& out) {
        if (!out.id.empty()) check_id(reader, node.get("id"), out.id);
        check_terms(reader, node, out.terms);
        if (out.joined && out.left && *out.left < *out.joined)
            reader.error(node.get("left"), "reversed", say("check.left_before_joined"),
                         say("check.compare_dates"));
        check_changes(reader, node.get("changes"), out);
    }

  private:
    static void check_changes(Reader& reader, yaml::Node list, Person& out) {
        for (auto item = list.is_sequence() ? list.first() : yaml::Node{}; item; item = item.next()) {
            const auto from = item.get("from");
            const auto date = from && from.is_scalar() ? parse_date(from.text()) : std::nullopt;
            if (!date) continue;
            const auto first = std::ranges::find(out.changes, *date, &Change::from);
            if (first != out.changes.end() && first->origin.mark != reader.origin(item).mark)
                reader.error(from, "duplicate-line", say("check.change_twice", *date),
                             say("check.put_in_one"));
            if (out.left && *out.left < *date)
                reader.warning(from, "after-left", say("check.change_after_left", *out.left),
                               say("check.compare_dates"));
        }
        std::ranges::stable_sort(out.changes, {}, &Change::from);
        const Terms* before = &out.terms;
        for (auto& change : out.changes) {
            inherit(change, *before);
            before = &change.terms;
        }
    }
};

template <>
struct Schema<Position> {
    static const std::vector<Row<Position>>& rows() {
        using P = Position;
        static const std::vector<Row<P>> rows{
            row("name", &P::name, Need::required, "职务", "position"),
            row("level", &P::level, Need::optional, "层级", "level"),
            row("duties", &P::duties, Need::optional, "职责", "duties"),
        };
        return rows;
    }
};

namespace {
struct Roster {
    std::vector<Unit> units;
    std::vector<Person> people;
    std::vector<PersonPair> pairs;
    std::vector<Position> positions;
};

/// Reads every item into `out`, bad ones too: the indexes of Names count on them.
template <class T>
bool read_all(Reader& reader, yaml::Node node, std::vector<T>& out) {
    if (!reader.expect_sequence(node)) return false;
    bool good = true;
    for (auto item = node.first(); item; item = item.next())
        good &= Codec<T>::read(reader, item, out.emplace_back());
    return good;
}

template <class T>
Row<Roster> list_row(std::string_view name, std::vector<T> Roster::*member, std::string_view zh,
                     std::string_view en) {
    auto made = row(name, member, Need::optional, zh, en);
    made.read = [member](Reader& reader, yaml::Node node, Roster& out) {
        return read_all(reader, node, out.*member);
    };
    return made;
}
}  // namespace

template <>
struct Schema<Roster> {
    static const std::vector<Row<Roster>>& rows() {
        static const std::vector<Row<Roster>> rows{
            list_row("units", &Roster::units, "单位、小组", "units"),
            list_row("people", &Roster::people, "人员", "people"),
            row("pairs", &Roster::pairs, Need::optional, "黄金搭档", "pairs that work together"),
            row("positions", &Roster::positions, Need::optional, "职务与职责", "positions and their duties"),
        };
        return rows;
    }
};

template <>
struct Schema<Holiday> {
    static const std::vector<Row<Holiday>>& rows() {
        using H = Holiday;
        static const std::vector<Row<H>> rows{
            row("date", &H::from, Need::required, "日期", "date"),
            row("to", &H::to, Need::optional, "最后一天", "last day"),
            row("name", &H::name, Need::optional, "名称", "name"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Holiday& out) {
        if (!node.get("to")) out.to = out.from;
        if (out.to < out.from)
            reader.error(node.get("to"), "reversed", say("check.to_before_from"), say("check.compare_dates"));
    }
};

template <>
struct Schema<HolidayCalendar> {
    static const std::vector<Row<HolidayCalendar>>& rows() {
        using C = HolidayCalendar;
        static const std::vector<Row<C>> rows{
            row("name", &C::name, Need::optional, "名称", "name"),
            row("covers", &C::covers, Need::optional, "覆盖的日期范围", "the dates it speaks of"),
            row("holidays", &C::holidays, Need::optional, "放假日", "holidays"),
            row("workdays", &C::workdays, Need::optional, "调休上班日", "make-up working days"),
        };
        return rows;
    }
};

template <>
struct Schema<Leave> {
    static const std::vector<Row<Leave>>& rows() {
        using L = Leave;
        static const std::vector<Row<L>> rows{
            row("who", &L::who, Need::required, "谁", "who"),
            row("from", &L::from, Need::optional, "第一天", "first day"),
            row("to", &L::to, Need::optional, "最后一天，默认当天", "last day; default: the first"),
            row("when", &L::when, Need::optional, "重复的日子，代替 from 和 to",
                "dates that recur, in place of from and to"),
            row("kind", &L::kind, Need::required,
                "年假、病假、事假、调休、婚假、产假、陪产假、丧假、探亲假、工伤假、育儿假、护理假、公出",
                "annual, sick, private, in_lieu (time off in lieu), marriage, maternity, paternity, "
                "bereavement, family_visit, injury, childcare, carer or business"),
            row("half", &L::half, Need::optional, "半天：上午或下午", "half a day: am or pm"),
            row("note", &L::note, Need::optional, "备注", "note"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Leave& out) {
        if (check_dates(reader, node, out) && out.half != Half::none && out.to != out.from)
            reader.error(node.get("half"), "bad-half", say("check.half_one_day"), say("check.line_a_day"));
    }
};

void read_settings(Reader& reader, yaml::Node root, Team& team) {
    team.settings.workdays.clear();
    Codec<Settings>::read(reader, root, team.settings);
    if (team.settings.workdays.empty())
        team.settings.workdays = {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday,
                                  std::chrono::Thursday, std::chrono::Friday};
}

void read_roster(Reader& reader, yaml::Node root, Team& team) {
    Roster roster;
    if (!root.is_null()) Codec<Roster>::read(reader, root, roster);
    std::move(roster.units.begin(), roster.units.end(), std::back_inserter(team.units));
    std::move(roster.people.begin(), roster.people.end(), std::back_inserter(team.people));
    std::move(roster.pairs.begin(), roster.pairs.end(), std::back_inserter(team.pairs));
    std::move(roster.positions.begin(), roster.positions.end(), std::back_inserter(team.positions));
}

void read_calendar(Reader& reader, yaml::Node root, Team& team) {
    Codec<HolidayCalendar>::read(reader, root, team.calendars.emplace_back());
}

void read_leave(Reader& reader, yaml::Node root, Team& team) {
    if (!root.is_null()) Codec<std::vector<Leave>>::read(reader, root, team.leave);
}

std::vector<KeySpec> settings_keys() {
    return key_specs<Settings>();
}
std::vector<KeySpec> roster_keys() {
    return key_specs<Roster>();
}
std::vector<KeySpec> person_keys() {
    return key_specs<Person>();
}
std::vector<KeySpec> change_keys() {
    return key_specs<Change>();
}
std::vector<KeySpec> calendar_keys() {
    return key_specs<HolidayCalendar>();
}
std::vector<KeySpec> leave_keys() {
    return key_specs<Leave>();
}

}  // namespace teamctl::team
