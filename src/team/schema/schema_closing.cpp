// closings/<month>.yaml: a list of one-line items, each a mapping with one key, as `close` writes it.
#include <algorithm>
#include <charconv>

#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

/// `log/2026-11/2026-11-23.yaml:5:3`
struct Spot {
    Date date{};
    Mark mark;
};

/// A record as the log holds it: `{praise: {…}}`; read when its date is known.
struct RecordNode {
    yaml::Node node;
};

struct Head {
    Period month;
    std::string previous;
    std::optional<Date> first_record;
    Money fund;
};
struct FileItem {
    std::string path;
    std::string digest;
};
struct PersonItem {
    PersonId who;
    Money points;  // a whole number, which may be negative
    Money fines;
    Money receivables;
    std::string turns;
};
struct MissesItem {
    std::string rule;
    PersonId who;
    int count = 0;
};
struct QueueItem {
    QueueId queue;
    int round = 1;
    int taken = 0;
    std::vector<PersonId> done;
};
struct AheadItem {
    QueueId queue;
    PersonId who;
    int turns = 0;
};
struct OwedItem {
    QueueId queue;
    PersonId who;
    int round = 1;
    Date since{};
    TimeOfDay at;
};
struct TurnItem {
    QueueId queue;
    Spot at;
    int round = 1;
    bool owed = false;
    bool out_of_turn = false;
};
struct RecordItem {
    Spot at;
    RecordNode is;
};
/// Where records begin in a file: `3 6-9 12:5`, lines of column 3 or with their column.
struct Lines {
    std::vector<Mark> marks;
};
struct KeptItem {
    Date date{};
    std::string digest;
    Lines lines;
};
struct RegisteredItem {
    std::vector<std::string> names;
    std::vector<std::string> phones;
};
struct ChecksumItem {
    std::string of_all_above;
};
struct Item {
    std::optional<Head> closing;
    std::optional<FileItem> file;
    std::optional<PersonItem> person;
    std::optional<MissesItem> misses;
    std::optional<QueueItem> queue;
    std::optional<AheadItem> ahead;
    std::optional<OwedItem> owed;
    std::optional<TurnItem> turn;
    std::optional<RecordItem> record;
    std::optional<KeptItem> kept;
    std::optional<RegisteredItem> registered;
    std::optional<ChecksumItem> checksum;
};

/// 0 where the text is no number of a line or column.
std::uint32_t parse_place(std::string_view digits) {
    std::uint32_t value = 0;
    const auto end = digits.data() + digits.size();
    const auto [at, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc{} && at == end ? value : 0;
}

std::optional<Spot> parse_spot(std::string_view text) {
    const auto second = text.rfind(':');
    const auto first = second == std::string_view::npos || second == 0 ? second : text.rfind(':', second - 1);
    if (first == std::string_view::npos) return std::nullopt;
    const auto date = log_date(text.substr(0, first));
    const Mark mark{parse_place(text.substr(first + 1, second - first - 1)),
                    parse_place(text.substr(second + 1))};
    if (!date || mark.line == 0 || mark.column == 0) return std::nullopt;
    return Spot{*date, mark};
}

/// Adds what one word of Lines names; false where it names nothing. A file has at most `most` lines.
bool add_lines(std::string_view word, std::vector<Mark>& marks) {
    constexpr std::uint32_t most = 10'000'000;
    const auto column = word.find(':');
    if (column != std::string_view::npos) {
        marks.push_back({parse_place(word.substr(0, column)), parse_place(word.substr(column + 1))});
        return marks.back().line != 0 && marks.back().column != 0;
    }
    const auto dash = word.find('-');
    const auto first = parse_place(word.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : parse_place(word.substr(dash + 1));
    if (first == 0 || last < first || most < last) return false;
    for (auto line = first; line <= last; ++line) marks.push_back({line, usual_column});
    return true;
}

}  // namespace

template <>
struct Codec<Spot> {
    static bool read(Reader& reader, yaml::Node node, Spot& out) {
        const auto spot = node.is_scalar() ? parse_spot(node.text()) : std::nullopt;
        if (!spot) return reader.wrong(node, "check.a_place", "log/2026-11/2026-11-23.yaml:5:3");
        out = *spot;
        return true;
    }
    static TypeSpec spec() { return {.form = TypeSpec::Form::text}; }
};
template <>
struct Codec<Lines> {
    static bool read(Reader& reader, yaml::Node node, Lines& out) {
        bool good = node.is_scalar();
        std::string_view rest = good ? node.text() : std::string_view{};
        while (good && !rest.empty()) {
            const auto end = std::min(rest.find(' '), rest.size());
            good = add_lines(rest.substr(0, end), out.marks);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return good || reader.wrong(node, "check.a_place", "3 6-9 12:5");
    }
    static TypeSpec spec() { return {.form = TypeSpec::Form::text}; }
};
template <>
struct Codec<RecordNode> {
    static bool read(Reader&, yaml::Node node, RecordNode& out) {
        out.node = node;
        return true;
    }
    static TypeSpec spec() {
        const auto any = std::make_shared<TypeSpec>(TypeSpec{.form = TypeSpec::Form::text});
        return {.form = TypeSpec::Form::mapping, .item = any};
    }
};

template <>
struct Schema<Head> {
    static const std::vector<Row<Head>>& rows() {
        static const std::vector<Row<Head>> rows{
            row("month", &Head::month, Need::required, "结的是哪个月", "the closed month"),
            row("previous", &Head::previous, Need::optional, "上一个月封存文件的校验码",
                "checksum of the closing before"),
            row("first_record", &Head::first_record, Need::optional, "最早一条记录的日期",
                "date of the first record there is"),
            row("fund", &Head::fund, Need::required, "月末基金余额（元）", "the fund at month end, in yuan"),
        };
        return rows;
    }
};
template <>
struct Schema<FileItem> {
    static const std::vector<Row<FileItem>>& rows() {
        static const std::vector<Row<FileItem>> rows{
            row("path", &FileItem::path, Need::required, "当月的记录文件", "a log file of the month"),
            row("digest", &FileItem::digest, Need::required, "内容的摘要", "digest of its bytes"),
        };
        return rows;
    }
};
template <>
struct Schema<PersonItem> {
    static const std::vector<Row<PersonItem>>& rows() {
        using P = PersonItem;
        static const std::vector<Row<P>> rows{
            row("who", &P::who, Need::required, "谁", "who"),
            row("points", &P::points, Need::required, "当月积分", "points of the month"),
            row("fines", &P::fines, Need::required, "当月罚款（元）", "fines of the month, in yuan"),
            row("receivables", &P::receivables, Need::required, "月末未收款（元）",
                "receivables at month end, in yuan"),
            row("turns", &P::turns, Need::optional, "当月各角色轮值次数", "turns of the month by role"),
        };
        return rows;
    }
};
template <>
struct Schema<MissesItem> {
    static const std::vector<Row<MissesItem>>& rows() {
        using M = MissesItem;
        static const std::vector<Row<M>> rows{
            row("rule", &M::rule, Need::required, "时限规则的编号", "id of the deadline rule"),
            row("who", &M::who, Need::required, "谁", "who"),
            row("count", &M::count, Need::required, "到月末一共几次", "how often up to month end"),
        };
        return rows;
    }
};
template <>
struct Schema<QueueItem> {
    static const std::vector<Row<QueueItem>>& rows() {
        using Q = QueueItem;
        static const std::vector<Row<Q>> rows{
            row("queue", &Q::queue, Need::required, "队列", "queue"),
            row("round", &Q::round, Need::required, "第几轮", "the round"),
            row("taken", &Q::taken, Need::required, "一共接待几次", "turns on record so far"),
            row("done", &Q::done, Need::optional, "本轮已轮过的人", "who had, lost or is owed this turn"),
        };
        return rows;
    }
};
template <>
struct Schema<AheadItem> {
    static const std::vector<Row<AheadItem>>& rows() {
        using A = AheadItem;
        static const std::vector<Row<A>> rows{
            row("queue", &A::queue, Need::required, "队列", "queue"),
            row("who", &A::who, Need::required, "谁", "who"),
            row("turns", &A::turns, Need::required, "提前接待几次", "turns of rounds to come, taken early"),
        };
        return rows;
    }
};
template <>
struct Schema<OwedItem> {
    static const std::vector<Row<OwedItem>>& rows() {
        using O = OwedItem;
        static const std::vector<Row<O>> rows{
            row("queue", &O::queue, Need::required, "队列", "queue"),
            row("who", &O::who, Need::required, "欠谁一次", "who is owed a turn"),
            row("round", &O::round, Need::required, "第几轮的", "of which round"),
            row("since", &O::since, Need::required, "哪天欠下的", "since which day"),
            row("at", &O::at, Need::required, "几点", "the time of day"),
        };
        return rows;
    }
};
template <>
struct Schema<TurnItem> {
    static const std::vector<Row<TurnItem>>& rows() {
        using U = TurnItem;
        static const std::vector<Row<U>> rows{
            row("queue", &U::queue, Need::required, "队列", "queue"),
            row("at", &U::at, Need::required, "记录在哪个文件、哪一行", "file and line of the record"),
            row("round", &U::round, Need::required, "第几轮", "the round"),
            row("owed", &U::owed, Need::optional, "补轮", "paid an owed turn"),
            row("out_of_turn", &U::out_of_turn, Need::optional, "没按顺序", "somebody else was next"),
        };
        return rows;
    }
};
template <>
struct Schema<RecordItem> {
    static const std::vector<Row<RecordItem>>& rows() {
        using R = RecordItem;
        static const std::vector<Row<R>> rows{
            row("at", &R::at, Need::required, "记录在哪个文件、哪一行", "file and line of the record"),
            row("is", &R::is, Need::required, "记录本身", "the record"),
        };
        return rows;
    }
};
template <>
struct Schema<KeptItem> {
    static const std::vector<Row<KeptItem>>& rows() {
        using K = KeptItem;
        static const std::vector<Row<K>> rows{
            row("date", &K::date, Need::required, "哪天的记录文件", "the day of the log file"),
            row("digest", &K::digest, Need::optional, "文件内容的摘要；当月的文件另有",
                "digest of its bytes; those of the month are under file"),
            row("lines", &K::lines, Need::required, "记录在哪几行", "the lines on which they begin"),
        };
        return rows;
    }
};
template <>
struct Schema<RegisteredItem> {
    static const std::vector<Row<RegisteredItem>>& rows() {
        using R = RegisteredItem;
        static const std::vector<Row<R>> rows{
            row("names", &R::names, Need::optional, "当月登记的客户名",
                "names of customers registered in the month"),
            row("phones", &R::phones, Need::optional, "他们的电话，只留数字",
                "their telephone numbers, digits alone"),
        };
        return rows;
    }
};
template <>
struct Schema<ChecksumItem> {
    static const std::vector<Row<ChecksumItem>>& rows() {
        static const std::vector<Row<ChecksumItem>> rows{
            row("of_all_above", &ChecksumItem::of_all_above, Need::required, "以上全文的校验码",
                "checksum of the text above"),
        };
        return rows;
    }
};
template <>
struct Schema<Item> {
    static const std::vector<Row<Item>>& rows() {
        static const std::vector<Row<Item>> rows{
            row("closing", &Item::closing, Need::optional, "封存", "the closing"),
            row("file", &Item::file, Need::optional, "当月的一个记录文件", "a log file of the month"),
            row("person", &Item::person, Need::optional, "一个人的当月", "one person's month"),
            row("misses", &Item::misses, Need::optional, "从不清零的时限规则", "of a rule that never resets"),
            row("queue", &Item::queue, Need::optional, "队列轮到哪里", "where a turn queue stands"),
            row("ahead", &Item::ahead, Need::optional, "提前接待", "turns taken early"),
            row("owed", &Item::owed, Need::optional, "欠下的轮次", "an owed turn"),
            row("turn", &Item::turn, Need::optional, "最近的轮次", "one of the last turns"),
            row("record", &Item::record, Need::optional, "以后还要用的记录", "a record still needed"),
            row("kept", &Item::kept, Need::optional, "以后还要用的记录，内容在记录文件里",
                "records still needed that stand in the log"),
            row("registered", &Item::registered, Need::optional, "当月登记的客户",
                "customers registered in the month"),
            row("checksum", &Item::checksum, Need::optional, "校验", "the checksum"),
        };
        return rows;
    }
};

namespace {

/// Puts the items of one closing into a team.
class ClosingReader {
  public:
    ClosingReader(Reader& reader, Team& team) : reader_{reader}, team_{team} {}

    void read(const Item& item) {
        auto& carried = team_.carried;
        if (item.closing) {
            carried.until = item.closing->month.to;
            carried.first_record = item.closing->first_record;
            carried.fund = item.closing->fund;
        }
        if (item.misses) carried.misses.push_back({item.misses->rule, item.misses->who, item.misses->count});
        if (item.queue)
            carried.queues.push_back(
                {item.queue->queue, item.queue->round, item.queue->taken, item.queue->done, {}, {}, {}});
        if (item.ahead) {
            if (auto* queue = of(item.ahead->queue))
                queue->ahead.emplace_back(item.ahead->who, item.ahead->turns);
        }
        if (item.owed) {
            if (auto* queue = of(item.owed->queue))
                queue->owed.push_back({item.owed->who, item.owed->round, {item.owed->since, item.owed->at}});
        }
        if (item.turn) {
            if (auto* queue = of(item.turn->queue))
                queue->turns.push_back({item.turn->at.date, item.turn->at.mark, item.turn->round,
                                        item.turn->owed, item.turn->out_of_turn});
        }
        if (item.record) add_record(*item.record);
        if (item.kept) carried.kept.push_back({item.kept->date, item.kept->digest, item.kept->lines.marks});
    }

    /// Before all records of later days.
    void finish() {
        team_.records.insert(team_.records.begin(), std::make_move_iterator(records_.begin()),
                             std::make_move_iterator(records_.end()));
    }

  private:
    CarriedQueue* of(QueueId id) {
        auto& queues = team_.carried.queues;
        const auto found =
            std::find_if(queues.begin(), queues.end(), [&](const auto& queue) { return queue.queue == id; });
        return found == queues.end() ? nullptr : &*found;
    }

    void add_record(const RecordItem& item) {
        Record record;
        if (!read_record(reader_, item.is.node, item.at.date, record)) return;
        // It is named by where it stands in the log.
        const auto path = log_path(item.at.date);
        if (team_.files.empty() || team_.files.back() != path) team_.files.push_back(path);
        record.origin = {static_cast<std::uint32_t>(team_.files.size() - 1), item.at.mark};
        records_.push_back(std::move(record));
    }

    Reader& reader_;
    Team& team_;
    std::vector<Record> records_;
};

}  // namespace

void read_closing(Reader& reader, yaml::Node root, Team& team) {
    if (root.is_null() || !reader.expect_sequence(root)) return;
    ClosingReader closing{reader, team};
    for (auto node = root.first(); node; node = node.next()) {
        Item item;
        if (Codec<Item>::read(reader, node, item)) closing.read(item);
    }
    closing.finish();
}

std::vector<KeySpec> closing_keys() {
    return key_specs<Item>();
}

}  // namespace teamctl::team
