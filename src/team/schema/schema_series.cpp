// meetings/*.yaml, rotas/*.yaml, queues/*.yaml
#include <algorithm>

#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {

template <>
struct Choices<MeetingKind> {
    static constexpr std::pair<std::string_view, MeetingKind> names[]{
        {"standup", MeetingKind::standup},         {"regular", MeetingKind::regular},
        {"training", MeetingKind::training},       {"review", MeetingKind::review},
        {"celebration", MeetingKind::celebration}, {"other", MeetingKind::other}};
};

template <>
struct Choices<Show> {
    static constexpr std::pair<std::string_view, Show> names[]{{"attendance", Show::attendance},
                                                               {"yesterday", Show::yesterday},
                                                               {"today", Show::today},
                                                               {"tomorrow", Show::tomorrow},
                                                               {"praise", Show::praise},
                                                               {"topic", Show::topic},
                                                               {"problems", Show::problems},
                                                               {"overdue", Show::overdue},
                                                               {"birthdays", Show::birthdays},
                                                               {"announcements", Show::announcements},
                                                               {"targets", Show::targets},
                                                               {"standings", Show::standings},
                                                               {"duty", Show::duty},
                                                               {"checklists", Show::checklists},
                                                               {"tickets", Show::tickets},
                                                               {"reserve", Show::reserve},
                                                               {"month", Show::month},
                                                               {"plans", Show::plans},
                                                               {"orders", Show::orders},
                                                               {"awards", Show::awards},
                                                               {"birthdays_month", Show::birthdays_month},
                                                               {"documents", Show::documents},
                                                               {"since_last", Show::since_last}};
};

template <>
struct Choices<Scope> {
    static constexpr std::pair<std::string_view, Scope> names[]{{"attend", Scope::attend},
                                                                {"team", Scope::team}};
};

std::string_view show_name(Show show) {
    for (const auto& [name, value] : Choices<Show>::names) {
        if (value == show) return name;
    }
    return {};
}

std::string_view meeting_kind_name(MeetingKind kind) {
    for (const auto& [name, value] : Choices<MeetingKind>::names) {
        if (value == kind) return name;
    }
    return {};
}

template <>
struct Schema<AgendaItem> {
    static const std::vector<Row<AgendaItem>>& rows() {
        using A = AgendaItem;
        static const std::vector<Row<A>> rows{
            row("item", &A::item, Need::required, "议程", "the item"),
            row("minutes", &A::minutes, Need::optional, "分钟", "minutes"),
            row("by", &A::by, Need::optional, "由哪个角色负责", "the role that leads it"),
            row("show", &A::show, Need::optional, "自动带出的内容", "content that is filled in"),
            row("when", &A::when, Need::optional, "只在什么时候有这一项，默认每次",
                "when there is such an item; default: always"),
        };
        return rows;
    }
};

template <>
struct Schema<MeetingDocument> {
    static const std::vector<Row<MeetingDocument>>& rows() {
        using D = MeetingDocument;
        static const std::vector<Row<D>> rows{
            row("name", &D::name, Need::required, "文件", "document"),
            row("summary", &D::summary, Need::optional, "内容提要", "what it says, in short"),
            [] {
                auto made = row("send_before", &D::days_before, Need::optional, "提前几天发出",
                                "how long before: 1 day");
                made.spec.type = Codec<Span>::spec();
                made.read = [](Reader& reader, yaml::Node node, D& out) {
                    Span span;
                    if (!Codec<Span>::read(reader, node, span)) return false;
                    if (!span.days)
                        return reader.wrong(node, "check.a_span",
                                            say("check.write_like", bilingual("1天", "1 day")));
                    out.days_before = span.amount;
                    return true;
                };
                return made;
            }(),
            row("asks", &D::asks, Need::optional, "请读者做什么", "what is asked of the reader"),
            row("by", &D::by, Need::optional, "谁发出", "who sends it"),
        };
        return rows;
    }
};

namespace {

void check_roles(Reader& reader, yaml::Node node, const Series& series) {
    yaml::Node item = node.get("agenda").first();
    for (const auto& entry : series.agenda) {
        const bool known =
            entry.by.empty() || std::any_of(series.roles.begin(), series.roles.end(),
                                            [&](const Role& role) { return role.name == entry.by; });
        if (!known && item) {
            std::vector<std::string> names;
            for (const auto& role : series.roles) names.push_back(role.name);
            reader.unknown_role(item.get("by"), names);
        }
        if (item) item = item.next();
    }
}

void check_box(Reader& reader, yaml::Node node, const Series& series) {
    int sum = 0;
    for (const auto& item : series.agenda) sum += item.minutes;
    if (series.when.minutes == 0 || sum <= series.when.minutes) return;
    reader.error(node.get("agenda"), "agenda-too-long",
                 say("check.agenda_too_long", sum, series.when.minutes),
                 say("check.agenda_shorten", sum - series.when.minutes));
}

}  // namespace

template <>
struct Schema<Series> {
    static const std::vector<Row<Series>>& rows() {
        using S = Series;
        static const std::vector<Row<S>> rows{
            row("name", &S::name, Need::required, "会议名称", "name"),
            row("kind", &S::kind, Need::optional, "类型", "kind of meeting"),
            row("when", &S::when, Need::required, "什么时候", "when"),
            row("attend", &S::attend, Need::optional, "谁参加，默认全体", "who attends; default: all"),
            row("max_attendees", &S::max_attendees, Need::optional, "最多几人参加", "most people"),
            row("place", &S::place, Need::optional, "地点", "place"),
            row("cancel_if_empty", &S::cancel_if_empty, Need::optional, "没有内容就提示取消",
                "suggest to cancel when empty"),
            row("hide_empty", &S::hide_empty, Need::optional, "没有内容的议程不显示",
                "leave out items with nothing to show"),
            row("scope", &S::scope, Need::optional, "讲谁的事：attend 参会的人（默认），team 全队",
                "whose matters it shows: of who attend (default), or the whole team's"),
            row("roles", &S::roles, Need::optional, "角色", "roles"),
            row("weight", &S::weight, Need::optional, "一次算几次，默认 1", "what a turn counts; default 1"),
            row("formats", &S::formats, Need::optional, "会议形式，轮流使用", "forms, used in rotation"),
            row("documents", &S::documents, Need::optional, "会前要发的文件", "documents sent before"),
            row("prepare", &S::prepare, Need::optional, "主持人的准备清单", "checklist of the host"),
            row("agenda", &S::agenda, Need::optional, "议程", "agenda"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Series& out) {
        if (!node.get("attend")) out.attend.all = true;
        reader.check_commas(node.get("formats"));
        sort_roles(out.roles, out.agenda);
        check_roles(reader, node, out);
        check_box(reader, node, out);
    }
};

namespace {
/// A rota has its own keys, and is a series like a meeting.
struct RotaFile {
    Series series;
};
}  // namespace

template <>
struct Schema<RotaFile> {
    static const std::vector<Row<RotaFile>>& rows() {
        using F = RotaFile;
        using S = Series;
        static const std::vector<Row<F>> rows{
            row("name", &F::series, &S::name, Need::required, "轮值名称", "name"),
            row("when", &F::series, &S::when, Need::required, "什么时候", "when"),
            row("roles", &F::series, &S::roles, Need::required, "角色", "roles"),
            row("place", &F::series, &S::place, Need::optional, "地点", "place"),
            row("weight", &F::series, &S::weight, Need::optional, "一次算几次，默认 1",
                "what a turn counts; default 1"),
            row("checklist", &F::series, &S::checklist, Need::optional, "当值要做的清单",
                "what the holder works through"),
        };
        return rows;
    }
};

template <>
struct Schema<Queue> {
    static const std::vector<Row<Queue>>& rows() {
        using Q = Queue;
        static const std::vector<Row<Q>> rows{
            row("name", &Q::name, Need::required, "队列名称", "name"),
            row("who", &Q::who, Need::required, "谁参加轮流", "who takes turns"),
            row("order", &Q::order, Need::optional, "顺序，默认按花名册", "order; default: the roster's"),
        };
        return rows;
    }
};

void read_meeting(Reader& reader, yaml::Node root, std::string id, Team& team) {
    auto& series = team.series.emplace_back();
    series.id = std::move(id);
    Codec<Series>::read(reader, root, series);
}

void read_rota(Reader& reader, yaml::Node root, std::string id, Team& team) {
    RotaFile file;
    Codec<RotaFile>::read(reader, root, file);
    auto& series = team.series.emplace_back(std::move(file.series));
    series.id = std::move(id);
    series.meeting = false;
    series.origin = reader.origin(root);
}

void read_queue(Reader& reader, yaml::Node root, std::string id, Team& team) {
    auto& queue = team.queues.emplace_back();
    queue.id = std::move(id);
    Codec<Queue>::read(reader, root, queue);
}

std::vector<KeySpec> meeting_keys() {
    return key_specs<Series>();
}
std::vector<KeySpec> rota_keys() {
    return key_specs<RotaFile>();
}
std::vector<KeySpec> queue_keys() {
    return key_specs<Queue>();
}

}  // namespace teamctl::team
