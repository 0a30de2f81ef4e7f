// Kinds of records, their fields and metrics are rows of tables, and code names them by text: here every such
// text of the sources is held to the tables.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "../support/team_builder.hpp"
#include "rules/figures/metrics.hpp"
#include "team/record.hpp"

namespace teamctl::test {
namespace {

using team::FieldType;

/// A text of the sources in double quotes, and where it stands.
struct Literal {
    std::string text;
    std::string place;   ///< file:line
    std::string call;    ///< what is called with it, with the object: `record.text`, `records`; may be empty
    std::size_t at = 0;  ///< which argument of the call
    std::string before;  ///< the code before it, from the end of the statement before
    char after = 0;      ///< the character after it
};

bool in_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// The name before the end of the text, with objects, members and template arguments: `page.books().records`.
std::string callee(std::string_view text) {
    auto from = text.size();
    while (from > 0) {
        const char c = text[from - 1];
        if (in_word(c) || c == '.' || c == ':') {
            --from;
        } else if (c == '>' && from > 1 && text[from - 2] == '-') {
            from -= 2;
        } else if (c == ')' && from > 1 && text[from - 2] == '(') {
            from -= 2;
        } else if (c == '>') {
            int depth = 0;
            do {
                --from;
                depth += text[from] == '>' ? 1 : text[from] == '<' ? -1 : 0;
            } while (from > 0 && depth > 0);
        } else {
            break;
        }
    }
    return std::string{text.substr(from)};
}

/// All literals of a source, by following its brackets.
class Scanner {
  public:
    Scanner(std::string file, std::string text) : file_{std::move(file)}, text_{std::move(text)} {}

    std::vector<Literal> literals() && {
        for (; at_ < text_.size(); ++at_) step();
        return std::move(found_);
    }

  private:
    struct Open {
        char bracket;
        std::string call;
        std::size_t argument = 0;
    };

    void step() {
        const char c = text_[at_];
        if (c == '\n') ++line_;
        if (c == '/' && text_.compare(at_, 2, "//") == 0) {
            at_ = std::min(text_.find('\n', at_), text_.size()) - 1;
        } else if (c == '\'' && at_ > 0 && begins_character()) {
            at_ = std::min(text_.find('\'', at_ + (text_[at_ + 1] == '\\' ? 3 : 1)), text_.size() - 1);
        } else if (c == '"') {
            take();
        } else if (c == '(' || c == '{' || c == '[') {
            open_.push_back({c, c == '(' ? callee(std::string_view{text_}.substr(0, at_)) : "", 0});
        } else if ((c == ')' || c == '}' || c == ']') && !open_.empty()) {
            open_.pop_back();
            if (c == '}' && !goes_on()) statement_ = at_ + 1;
        } else if (c == ',' && !open_.empty()) {
            ++open_.back().argument;
        } else if (c == ';') {
            statement_ = at_ + 1;
        }
    }

    /// Whether the quotation mark at hand begins a character, plain or as U'…', and parts no digits.
    bool begins_character() const {
        const char before = text_[at_ - 1];
        const bool prefix = before == 'U' || before == 'u' || before == 'L';
        return !in_word(before) || (prefix && (at_ == 1 || !in_word(text_[at_ - 2])));
    }

    /// Whether the brace at hand ends a part of a list and no statement.
    bool goes_on() const {
        const auto next = text_.find_first_not_of(" \n", at_ + 1);
        return next != std::string::npos &&
               std::string_view{",;)}"}.find(text_[next]) != std::string_view::npos;
    }

    void take() {
        auto end = at_ + 1;
        while (text_[end] != '"') end += text_[end] == '\\' ? 2 : 1;
        Literal literal;
        literal.text = text_.substr(at_ + 1, end - at_ - 1);
        literal.place = file_ + ":" + std::to_string(line_);
        literal.before = text_.substr(statement_, at_ - statement_);
        const auto next = text_.find_first_not_of(" \n", end + 1);
        if (next != std::string::npos) literal.after = text_[next];
        // Braces within a call are its argument: counts(page, {"late", "absent"}).
        for (auto open = open_.rbegin(); open != open_.rend() && open->bracket != '['; ++open) {
            if (open->bracket != '(') continue;
            literal.call = open->call;
            literal.at = open->argument;
            break;
        }
        found_.push_back(std::move(literal));
        at_ = end;
    }

    std::string file_;
    std::string text_;
    std::size_t at_ = 0;
    std::size_t statement_ = 0;
    int line_ = 1;
    std::vector<Open> open_;
    std::vector<Literal> found_;
};

std::string read(const std::filesystem::path& path) {
    std::ifstream in{path};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

const std::vector<Literal>& literals() {
    static const auto all = [] {
        std::vector<std::filesystem::path> paths;
        const std::filesystem::path root{TEAMCTL_SOURCES};
        for (const auto& entry : std::filesystem::recursive_directory_iterator{root}) {
            const auto room = entry.path().lexically_relative(root).begin()->string();
            if (entry.is_regular_file() && room != "lang" && room != "yaml" && room != "render" &&
                room != "base")
                paths.push_back(entry.path());
        }
        std::sort(paths.begin(), paths.end());
        std::vector<Literal> found;
        for (const auto& path : paths) {
            auto some = Scanner{path.lexically_relative(root).string(), read(path)}.literals();
            std::move(some.begin(), some.end(), std::back_inserter(found));
        }
        return found;
    }();
    return all;
}

/// What a text in such a place names.
enum class Is { kind, field, metric };

/// The argument of a call that names something; of a field also which types it may have.
struct Named {
    std::string call;  ///< the whole of Literal::call must match
    std::size_t at;
    Is is;
    std::vector<FieldType> types = {};
    std::string in = {};  ///< where not every function of the name is meant: the room
};

const std::vector<Named>& named_arguments() {
    using T = FieldType;
    static const std::vector<T> texts{T::text,      T::choice,         T::entity,
                                      T::entity_id, T::people_or_word, T::assets_or_word};
    static const std::vector<Named> all{
        {".*(\\.|->)is", 0, Is::kind},
        {"(.*(\\.|->))?records", 0, Is::kind},
        {"(team::)?(record_kind|record_spec|choices_of)", 0, Is::kind},
        {"(team::)?record_line", 0, Is::kind},
        {"counted|told|money", 0, Is::kind},
        {"add_records", 1, Is::kind},
        {"(waiting::)?past_(records|people|money)", 1, Is::kind},
        {"record(s_since_last|_of)", 1, Is::kind},
        {"(rules::)?is_about", 1, Is::kind},
        {"entities_to", 1, Is::kind},
        {".*(\\.|->)text", 0, Is::field, texts},
        {"text_of", 1, Is::field, texts, "report/"},
        {".*(\\.|->)person", 0, Is::field, {T::person}},
        {".*(\\.|->)money", 0, Is::field, {T::money}},
        {".*(\\.|->)integer", 0, Is::field, {T::integer}},
        {".*spec(\\(\\))?\\.field", 0, Is::field},
        {"draft_?\\.(find|give)", 0, Is::field},
        {"lists", 1, Is::field, {T::people, T::people_or_word}, "rules/meetings/attendance"},
        {"add_named", 2, Is::field, {T::people}, "report/agenda"},
        {"(team::)?choices_of", 1, Is::field, {T::choice}},
        {".*figures\\.(metric|value)", 0, Is::metric},
        {"whole|amount", 0, Is::metric, {}, "rules/closing"},
        {"page\\.(count|value)", 0, Is::metric, {}, "report/summary/"},
        {"counts", 1, Is::metric, {}, "report/summary/"},
        {"add_chart", 2, Is::metric},
        {"metric_table", 3, Is::metric},
    };
    return all;
}

/// The types of fields whose values are read as that type: `Record::get<Date>`.
const std::vector<FieldType>& read_as(const std::string& type) {
    using T = FieldType;
    static const std::map<std::string, std::vector<T>> all{
        {"std::int64_t", {T::integer}},
        {"Decimal", {T::decimal}},
        {"Money", {T::money}},
        {"Date", {T::date}},
        {"TimeOfDay", {T::time}},
        {"bool", {T::flag}},
        {"PersonId", {T::person}},
        {"SeriesId", {T::meeting}},
        {"QueueId", {T::queue}},
        {"ChecklistId", {T::checklist}},
        {"AssetId", {T::asset}},
        {"AwardId", {T::award}},
        {"std::vector<PersonId>", {T::people, T::people_or_word}},
        {"std::vector<std::string>", {T::texts}},
        {"std::vector<Reading>", {T::readings}},
        {"std::vector<AssetId>", {T::assets_or_word}},
        {"std::vector<Finding>", {T::findings}},
    };
    const auto found = all.find(std::regex_replace(type, std::regex{"team::"}, ""));
    CAPTURE(type);
    REQUIRE(found != all.end());
    return found->second;
}

/// The tables, as sets of names.
struct Tables {
    std::set<std::string, std::less<>> kinds;
    std::map<std::string, std::set<FieldType>, std::less<>> fields;
    std::set<std::string, std::less<>> metrics;

    Tables() {
        for (const auto& spec : team::record_specs()) {
            kinds.emplace(spec.name);
            for (const auto& field : spec.fields) fields[std::string{field.name}].insert(field.type);
        }
        TeamBuilder builder;
        for (const auto& metric : rules::metrics(builder.team)) metrics.insert(metric.name);
    }

    bool hold(Is is, const std::string& name, const std::vector<FieldType>& types) const {
        if (is == Is::kind) return kinds.contains(name);
        if (is == Is::metric) return metrics.contains(name);
        const auto field = fields.find(name);
        return field != fields.end() &&
               (types.empty() || std::any_of(types.begin(), types.end(),
                                             [&](auto type) { return field->second.contains(type); }));
    }
};

void check(const Literal& literal, Is is, const std::vector<FieldType>& types = {}) {
    static const Tables tables;
    static const std::string names[]{"kind of record", "field of a record", "metric"};
    const auto& what = names[static_cast<std::size_t>(is)];
    CHECK_MESSAGE(tables.hold(is, literal.text, types), literal.place, ": \"", literal.text, "\" is no ",
                  what, " of that type");
}

TEST_CASE("calls name kinds, fields and metrics that there are") {
    for (const auto& named : named_arguments()) {
        const std::regex call{named.call};
        int found = 0;
        for (const auto& literal : literals()) {
            if (!literal.place.starts_with(named.in) || literal.at != named.at || literal.after == '+' ||
                !std::regex_match(literal.call, call))
                continue;
            ++found;
            check(literal, named.is, named.types);
        }
        CHECK_MESSAGE(found > 0, "nothing calls ", named.call);
    }
}

TEST_CASE("fields are read as values of their type") {
    const std::regex get{".*(\\.|->)(template )?get<(.*)>"};
    int found = 0;
    for (const auto& literal : literals()) {
        std::smatch parts;
        if (!std::regex_match(literal.call, parts, get)) continue;
        ++found;
        check(literal, Is::field, read_as(parts[3]));
    }
    CHECK(found > 50);
}

TEST_CASE("comparisons and lists name kinds, fields and metrics that there are") {
    struct Before {
        std::string pattern;  ///< found at the end of Literal::before
        Is is;
    };
    static const Before all[]{
        {"spec(\\(\\))?\\.name [!=]= $", Is::kind},
        {"rule\\.record [!=]= $", Is::kind},
        {"field\\.name [!=]= $", Is::field},
        {"rule_?\\.field [!=]= $", Is::field},
        {"for \\(const auto\\*? field : \\{[^;{}]*$", Is::field},
        {"judged_statuses\\{[^;]*$", Is::field},
        {"MetricName[^;=()]*\\{[^;}]*$", Is::metric},
        {"MetricColumn> columns\\{[^;]*\\{$", Is::metric},
        {"MetricColumn\\{$", Is::metric},
        {"MetricName by = $", Is::metric},
    };
    for (const auto& row : all) {
        const std::regex before{row.pattern};
        int found = 0;
        for (const auto& literal : literals()) {
            if (!std::regex_search(literal.before, before)) continue;
            ++found;
            check(literal, row.is);
        }
        CHECK_MESSAGE(found > 0, "nothing stands behind ", row.pattern);
    }
}

TEST_CASE("what a choice is compared with is one of its words") {
    const std::regex before{"text\\(\"([a-z_]+)\"\\) [!=]= $"};
    int found = 0;
    for (const auto& literal : literals()) {
        std::smatch parts;
        if (literal.text.empty() || !std::regex_search(literal.before, parts, before)) continue;
        std::set<std::string_view> words;
        for (const auto& spec : team::record_specs()) {
            const int field = spec.field(parts[1].str());
            if (field < 0) continue;
            const auto& choices = spec.fields[static_cast<std::size_t>(field)].choices;
            words.insert(choices.begin(), choices.end());
        }
        CAPTURE(literal.place);
        CAPTURE(literal.text);
        CHECK((words.empty() || words.contains(literal.text)));
        found += words.empty() ? 0 : 1;
    }
    CHECK(found > 5);
}

TEST_CASE("a metric comes from kinds that there are, and every kind of score has its own") {
    static const Tables tables;
    TeamBuilder builder;
    for (const auto& metric : rules::metrics(builder.team)) {
        CAPTURE(metric.name);
        std::stringstream kinds{std::string{metric.from}};
        for (std::string kind; std::getline(kinds >> std::ws, kind, ',');) {
            CAPTURE(kind);
            CHECK((kind == "plan" || tables.kinds.contains(kind)));
        }
    }
    for (const auto kind : team::choices_of("score", "kind"))
        CHECK(tables.metrics.contains("score_" + std::string{kind}));
}

}  // namespace
}  // namespace teamctl::test
