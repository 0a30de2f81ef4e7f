// A team as plain values: what the files say, read and checked (teamctl-files(5)). Nothing here computes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/period.hpp"
#include "team/carried.hpp"
#include "team/id.hpp"
#include "team/record.hpp"
#include "team/selector.hpp"
#include "team/turns.hpp"
#include "team/when.hpp"

namespace teamctl::team {

/// A stretch of working time on one day.
struct Hours {
    TimeOfDay from;
    TimeOfDay to;
};

/// teamctl.yaml
struct Settings {
    std::string team;
    std::string id;        ///< stays when the team's name changes; empty: the name
    std::string language;  ///< zh, en or empty
    std::string timezone = "Asia/Shanghai";
    std::string currency = "CNY";
    std::vector<Weekday> workdays;  ///< default: Monday to Friday
    std::vector<Hours> hours;
    std::vector<std::string> calendars;  ///< paths below the root
    std::string site_source;  ///< where the files can be read: the URL that `/FILE#LLINE` goes behind
    std::string site_url;     ///< where the pages of `site` are published; empty: nowhere
    Origin origin;
};

struct Unit {
    std::string id;
    std::string name;
    PersonId lead;
    UnitId parent;
    std::optional<std::pair<int, int>> size;  ///< least and most people (D15.1, D16.2)
    Origin origin;
};

struct Credential {
    std::string type;
    std::optional<Date> expires;
    Origin origin;
};

/// What may change while somebody is with the team: as_of() of team/people.hpp says what held on a date.
struct Terms {
    UnitId unit;
    std::string position;
    Level level = Level::none;
    std::vector<PersonId> reports_to;  ///< as written: the line, then a matrix (D11.2); see reports_to()
    std::vector<std::string> skills;
    std::vector<Weekday> works;  ///< empty: every day
    Ratio share{1, 1};           ///< part-time share of turns
};

/// An entry of `changes:`; what it leaves out is as it was before.
struct Change {
    Date from{};
    Terms terms;                         ///< whole: all that holds from then on
    std::vector<std::string_view> keys;  ///< those that the entry writes
    Origin origin;
};

struct Person {
    std::string id;
    std::string name;
    Terms terms;                  ///< the entry's own
    std::vector<Change> changes;  ///< by date
    std::optional<Date> joined;
    std::optional<Date> left;  ///< last day
    std::optional<Birthday> birthday;
    PersonId mentor;
    std::string territory;
    std::vector<Credential> credentials;
    std::string phone;
    std::string email;
    std::string note;
    Origin origin;
};

/// A named position and what its holder does (D5.2).
struct Position {
    std::string name;
    Level level = Level::none;
    std::vector<std::string> duties;
};

struct Holiday {
    Date from{};
    Date to{};
    std::string name;
    Origin origin;
};

/// calendars/*.yaml
struct HolidayCalendar {
    std::string name;
    std::optional<std::pair<Date, Date>> covers;
    std::vector<Holiday> holidays;
    std::vector<Holiday> workdays;  ///< make-up working days
    Origin origin;
};

enum class MeetingKind { standup, regular, training, review, celebration, other };

enum class Show {
    nothing,
    attendance,
    yesterday,
    today,
    tomorrow,
    praise,
    topic,
    problems,
    overdue,
    birthdays,
    announcements,
    targets,
    standings,
    duty,
    checklists,
    tickets,
    reserve,
    month,
    plans,            ///< each one's own plan for the day (D18.1)
    orders,           ///< what reviews asked for (D3.7)
    awards,           ///< who won what, of the last period that is over (D14.6)
    birthdays_month,  ///< D1.10
    documents,
    since_last  ///< what happened since this meeting was last held (D3.3)
};

struct AgendaItem {
    std::string item;
    int minutes = 0;
    std::string by;  ///< a role of the meeting, or empty
    Show show = Show::nothing;
    std::optional<When> when;  ///< only then; none: always (D1.9)
    Origin origin;
};

/// A document that goes out before a meeting (D1.27).
struct MeetingDocument {
    std::string name;
    std::string summary;
    int days_before = 0;
    std::string asks;
    PersonId by;
    Origin origin;
};

/// Whose matters a meeting shows: those of who attend, or the whole team's (D1.34).
enum class Scope { attend, team };

/// A meeting series or a duty rota: anything with dated occurrences and roles.
struct Series {
    std::string id;
    std::string name;
    bool meeting = true;  ///< else a rota
    MeetingKind kind = MeetingKind::regular;
    When when;
    std::string place;
    std::vector<Role> roles;
    std::optional<Weight> weight;  ///< of the roles that have none of their own
    // Of meetings:
    Selector attend;
    std::optional<int> max_attendees;
    bool cancel_if_empty = false;
    bool hide_empty = false;  ///< items with nothing to show are left out
    Scope scope = Scope::attend;
    std::vector<std::string> formats;
    std::vector<MeetingDocument> documents;
    ChecklistId prepare;
    std::vector<AgendaItem> agenda;
    // Of rotas:
    ChecklistId checklist;
    Origin origin;
};

/// What a turn of the role counts on that date, in hundredths: by the role's own weight, else the series',
/// else 1.
int weight_on(const Series& series, const Role& role, Date date, bool holiday);

/// queues/*.yaml
struct Queue {
    std::string id;
    std::string name;
    Selector who;
    std::vector<PersonId> order;  ///< empty: roster order
    Origin origin;
};

/// `7 days`, `2 weeks`, `3 months`: calendar days before or after somebody joined.
struct Lapse {
    enum class Unit { days, weeks, months };
    int amount = 0;
    Unit unit = Unit::days;
};

/// Who does an item of a newcomer's checklist (D7.1).
enum class Doer { newcomer, mentor, lead, leaver };

struct ChecklistItem {
    std::string id;  ///< empty where none is written
    std::string text;
    std::string unit;
    std::optional<Decimal> min;
    std::optional<Decimal> max;
    // Of a list for newcomers or leavers; with neither lapse it is due on the day they join, or the last day.
    std::optional<Lapse> before;  ///< due so long before (D10.1)
    std::optional<Lapse> within;  ///< due so long after
    std::optional<Doer> by;       ///< default: the newcomer, the leaver
    Origin origin;
};

/// Which assets a checklist runs over.
struct AssetFilter {
    std::vector<std::string> classes;
    std::vector<std::string> sites;
    std::vector<std::string> systems;
};

/// checklists/*.yaml
struct Checklist {
    std::string id;
    std::string name;
    std::optional<When> when;  ///< none: only used by a rota or meeting
    Selector who;
    SeriesId duty;  ///< the holder of the day does it
    std::optional<TimeOfDay> due;
    std::optional<AssetFilter> assets;
    std::optional<Selector> newcomers;  ///< once for each of them who joins (D7.1, D10.1)
    std::optional<Selector> leavers;    ///< once for each of them who leaves (D7.2)
    std::optional<Date> from;  ///< who joined or left earlier is none of them; default: the first record
    bool ordered = false;
    std::vector<ChecklistItem> items;
    Origin origin;

    /// Gone through by people, each from a day of their own, and not by dates.
    bool of_people() const { return newcomers || leavers; }
};

/// topics.yaml
struct Topic {
    std::string id;
    std::string title;
    PersonId lecturer;
    std::string from;        ///< id of the problem it comes from
    std::string ordered_by;  ///< who above asks for it: such topics go first
    std::string purpose;
    std::optional<Date> added;
    std::optional<Date> used;
    std::string note;
    Origin origin;
};

/// reserve.yaml: stand-in content (D1.19, D1.20)
struct ReserveItem {
    std::string id;
    std::string kind;
    std::string title;
    std::string text;
    std::vector<Date> used;
    Origin origin;
};

enum class Resets { never, month, quarter, year };

struct DeadlineRule {
    std::string id;
    std::string record;  ///< kind of record
    std::string field;   ///< time field judged; empty: the record's `at`
    Selector who;
    TimeOfDay by;
    std::optional<Date> from;
    int first = 0;  ///< points of the first miss
    int step = 0;   ///< and what each further one adds
    Resets resets = Resets::never;
    SeriesId except_duty;
    Origin origin;
};

/// The fields of an attendance record that rules judge.
inline constexpr std::array<std::string_view, 3> judged_statuses{"absent", "late", "left_early"};

struct AttendanceRule {
    std::string id;
    std::vector<std::string> statuses;  ///< of judged_statuses
    Money fine;
    int points = 0;
    Origin origin;
};

struct RecordRule {
    std::string id;
    std::string record;
    Selector who;
    int points = 0;
    Money fine;
    Origin origin;
};

/// A span of time in minutes, or in working days (2 days).
struct Span {
    int amount = 0;
    bool days = false;
};

struct ServiceLevel {
    std::string priority;
    Span answer;
    Span resolve;
    bool working_hours = true;  ///< else round the clock
    Origin origin;
};

struct CommissionStep {
    std::optional<Money> up_to;
    Ratio rate;
};

struct Commission {
    std::string on = "sales";
    std::vector<CommissionStep> steps;
    Origin origin;
};

/// Who reported a ticket is asked afterwards whether all is well (D10.4, D12.6).
struct CallBack {
    Span within;                     ///< after the ticket was closed
    std::vector<std::string> kinds;  ///< of tickets; empty: all
    std::optional<Date> from;        ///< tickets closed before owe none
    Origin origin;
};

/// A kind of score of the team's own.
struct ScoreKind {
    std::string id;  ///< its metric is score_<id>
    std::string title;
    Origin origin;
};

/// What a kind of score counts in the total.
struct ScoreWeight {
    std::string kind;
    Ratio weight;
    Origin origin;
};

/// Scores beyond those that every team knows, and the weighted total (D2.4).
struct ScoreRules {
    std::vector<ScoreKind> kinds;
    std::vector<ScoreWeight> total;  ///< adds up to 1, or is empty
    Origin origin;
};

/// Papers that somebody has to have (D10.2).
struct RequiredCredentials {
    Selector who;
    std::vector<std::string> types;
    Origin origin;
};

/// rules.yaml
/// rules.yaml: records that a second person signs (D11.3)
struct SecondRule {
    std::string record;
    ChecklistId list;  ///< of checks: of this list alone
    Money above;       ///< of money: amounts above it, spent or received
    Selector who;      ///< who may sign as second
    std::optional<Date> from;
    Origin origin;
};

struct Rules {
    std::vector<DeadlineRule> deadlines;
    std::vector<AttendanceRule> attendance;
    std::optional<int> follow_up_days;
    std::optional<CallBack> call_back;
    std::vector<RecordRule> records;
    std::vector<ServiceLevel> service_levels;
    std::optional<Commission> commission;
    std::optional<int> overdue_days;          ///< so late, an action waits for the next level, too (D15.3)
    std::vector<std::string> visit_requires;  ///< fields that have to be there when a visit ends (D3.6)
    ScoreRules scores;
    std::vector<RequiredCredentials> credentials;
    std::vector<SecondRule> second_by;
    bool sales_to_owner = false;  ///< a sale is the customer's owner's, not the seller's (D13.1)
    bool name_last = false;       ///< whether a ranking marks who is last
    std::optional<Ratio> stretch_personal;
    std::optional<Ratio> stretch_short_term;
};

enum class Split { none, person, unit };

/// targets.yaml
struct Target {
    Period period;
    std::string metric;
    std::int64_t amount = 0;  ///< fen for money metrics, else the plain number
    PersonId who;             ///< an explicit share of a person
    UnitId unit;              ///< or of a unit
    Split split = Split::none;
    bool at_most = false;  ///< less is better: energy (D4.3)
    Origin origin;
};

/// trainings.yaml: one training of the plan (D17.4, D12.3)
struct PlannedTraining {
    std::string id;  ///< empty where none is written
    std::string topic;
    Period on;                 ///< the day, or the week, month, quarter by whose end it is held
    std::optional<When> when;  ///< in place of `on`: one training a date; put in when the files are loaded
    std::optional<Date> next;  ///< of such: when the one after it is; from then on this one waits no more
    std::optional<TimeOfDay> start;
    int minutes = 0;
    PersonId by;   ///< the trainer
    Selector who;  ///< for whom; default: all
    /// In place of `who`: whom the plan of the month after gives one of these roles (D1.7)
    std::vector<std::string> coming;
    std::string place;
    std::string note;
    Origin origin;
};

/// One line of `require:`: a metric against a number.
struct Requirement {
    std::string metric;
    std::string op;  ///< = < <= > >=, or `highest`: of all whom the award selects
    Ratio value;
    std::string text;  ///< as written
    Origin origin;
};

/// awards.yaml
struct Award {
    std::string id;
    std::string name;
    Period::Unit every = Period::Unit::month;
    Selector who;
    std::vector<Requirement> require;
    std::string best;  ///< metric; empty where nominated
    bool nominated = false;
    std::vector<int> places;  ///< [1, 2]: one first prize, two second prizes
    std::vector<Money> prize;
    Origin origin;
};

/// assets/*.yaml
struct Asset {
    std::string id;
    std::string name;
    std::string asset_class;
    std::string system;
    std::string site;
    std::string location;
    int quantity = 1;
    std::string maker;
    std::string model;
    std::string serial;
    std::string label;
    std::string unit;   ///< of a meter's readings
    bool tank = false;  ///< its readings are levels, which fall and are lifted by a refill (D4.3)
    PersonId owner;
    std::optional<Date> installed;
    std::optional<Date> warranty;             ///< last day
    std::optional<int> inspect_every_months;  ///< statutory inspection (D4.4)
    std::optional<Date> inspected;
    std::optional<int> min_stock;
    std::optional<Date> counted;  ///< the day whose end `quantity` tells of; none: before all records
    std::string note;
    Origin origin;
    std::optional<Date> inspect_by = std::nullopt;  ///< what its last inspection on record asks for
};
/// The asset's name; its id where it has none.
inline const std::string& asset_name(const Asset& asset) {
    return asset.name.empty() ? asset.id : asset.name;
}

enum class LeaveKind {
    annual,
    sick,
    personal,  ///< `private` is a word of C++
    in_lieu,
    marriage,
    maternity,
    paternity,
    bereavement,
    family_visit,
    injury,
    childcare,
    carer,
    business
};
enum class Half { none, am, pm };

/// leave/*.yaml
struct Leave {
    PersonId who;
    Date from{};
    Date to{};
    LeaveKind kind = LeaveKind::annual;
    Half half = Half::none;
    std::string note;
    Origin origin;
    std::optional<When> when =
        {};  ///< in place of from and to; then they are the first and the last of `dates`
    std::vector<Date> dates = {};  ///< of `when`, in order; put in when the files are loaded
};

/// The people of one role on a plan's line; a place without a person is an empty PersonId.
struct PlannedRole {
    int role = 0;  ///< index into Series::roles
    std::vector<PersonId> who;
    bool pinned = false;
    Origin origin;
};

/// One occurrence of a published plan.
struct PlanLine {
    Date date{};
    SeriesId series;
    std::vector<PlannedRole> roles;
    std::string topic;
    std::string format;
    bool pin_all = false;
    std::string note;
    Origin origin;
};

/// Everything the files of one question say. Lists keep the order of the files.
struct Team {
    std::vector<std::string> files;  ///< names below the root; Origin::file points here
    Settings settings;
    std::vector<Unit> units;
    std::vector<Person> people;
    std::vector<PersonPair> pairs;
    std::vector<Position> positions;
    std::vector<HolidayCalendar> calendars;
    std::vector<Series> series;  ///< meetings, then rotas, each by id
    std::vector<Limit> limits;   ///< of limits.yaml; behind them those that roles write in short
    std::vector<Queue> queues;
    std::vector<Checklist> checklists;
    std::vector<Topic> topics;
    std::vector<ReserveItem> reserve;
    Rules rules;
    std::vector<Target> targets;
    std::vector<PlannedTraining> trainings;
    std::vector<Award> awards;
    std::vector<Asset> assets;
    std::vector<Leave> leave;
    std::vector<Wish> wishes;
    std::vector<PlanLine> plan;  ///< of the months that the question needs
    /// Of those months, lines on days on which their series does not fall: no turns.
    std::vector<PlanLine> stale_plan;
    std::vector<Record> records;  ///< of the days that the question needs, by date, then place; before them
                                  ///< those that a closing carries
    std::vector<Record> broken;   ///< in the same order: records with mistakes, and what of them could be
                                  ///< read; what they open and close counts for the others
    Carried carried;

    /// When the first record there ever was was made; nothing where there is none.
    std::optional<Date> first_record() const {
        if (carried.first_record || records.empty()) return carried.first_record;
        return records.front().date;
    }

    const Person& operator[](PersonId id) const { return people[static_cast<std::size_t>(id.index)]; }
    const Unit& operator[](UnitId id) const { return units[static_cast<std::size_t>(id.index)]; }
    const Series& operator[](SeriesId id) const { return series[static_cast<std::size_t>(id.index)]; }
    const Queue& operator[](QueueId id) const { return queues[static_cast<std::size_t>(id.index)]; }
    const Checklist& operator[](ChecklistId id) const {
        return checklists[static_cast<std::size_t>(id.index)];
    }
    const Asset& operator[](AssetId id) const { return assets[static_cast<std::size_t>(id.index)]; }
    const Award& operator[](AwardId id) const { return awards[static_cast<std::size_t>(id.index)]; }
};

}  // namespace teamctl::team
