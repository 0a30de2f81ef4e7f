#include "store/append.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <span>

#include "base/text.hpp"
#include "store/load.hpp"
#include "store/lock.hpp"
#include "store/transaction.hpp"
#include "team/files.hpp"

namespace teamctl::store {
namespace {

/// How many items the list of a file has.
std::size_t items_of(const yaml::Document& document) {
    return document.root().is_sequence() ? document.root().size() : 0;
}

/// Parses and checks the text as that log file; true where it has no error.
bool sound(const std::string& path, const std::string& text, const team::Names& names, const CheckFile& check,
           Diagnostics& diagnostics, std::size_t& items, Mark& last) {
    Diagnostics found;
    Diagnostics of_file;
    const auto document = yaml::parse(path, text, of_file);
    const team::Source source{path, team::FileKind::log, document};
    if (document) {
        team::read_records(source, 0, names, of_file);
        items = items_of(*document);
        for (auto item = document->root().is_sequence() ? document->root().first() : yaml::Node{}; item;
             item = item.next())
            last = item.mark();
    }
    // Warnings only of what is new; those of the file as it stands are for `check` to say.
    for (const auto& problem : of_file.all()) {
        if (problem.severity == Severity::error || !(problem.place.mark < last)) found.add(problem);
    }
    if (check && document && !found.has_errors()) check(source, found);
    if (found.has_errors() || check) diagnostics.append(found);
    return !found.has_errors();
}

/// The first line, cut off.
std::string_view take_line(std::string_view& text) {
    const auto line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    return line;
}

/// A list without items that is written as `[]` becomes one that a line can be added to; comments stay.
std::string without_empty_list(const std::string& text) {
    std::string out;
    bool empty_list = false;
    for (std::string_view rest{text}; !rest.empty();) {
        const auto line = take_line(rest);
        const auto content = trimmed(line);
        if (content == "[]" && !empty_list)
            empty_list = true;
        else if (content.empty() || content.front() == '#')
            out += line;
        else
            return text;
    }
    return empty_list ? out : text;
}

/// Reports a list that ends in a way that nothing can be added behind it: in brackets, or with the end of the
/// document.
bool is_closed(const std::string& path, const std::string& text, Diagnostics& diagnostics) {
    Diagnostics reported_before;
    const auto document = yaml::parse(path, text, reported_before);
    const auto root = document ? document->root() : yaml::Node{};
    std::size_t at =
        root.is_sequence() && text.substr(root.offset(), 1) == "[" ? root.offset() : std::string::npos;
    for (std::string_view rest{text}; !rest.empty();) {
        const auto start = text.size() - rest.size();
        // At the margin: a text of a record may have such a line, too.
        const auto line = take_line(rest);
        if (line.starts_with("...") && trimmed(line) == "...") at = start;
    }
    if (at == std::string::npos) return false;
    diagnostics.error("closed-list", yaml::place_in(path, text, at),
                      say("store.closed_list", text.substr(at, 1) == "[" ? "[" : "..."),
                      say("store.open_list"));
    return true;
}

/// The indent of the list, as its first item has it.
std::string indent_of(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto dash = text.find_first_not_of(' ', at);
        if (dash < end && text[dash] == '-') return text.substr(at, dash - at);
        at = end + 1;
    }
    return {};
}

/// The list with more lines, indented and ended as the others.
std::string with_more(const std::string& text, std::span<const std::string> lines) {
    const std::string ending = text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
    const std::string indent = indent_of(text);
    std::string result = text;
    if (!result.empty() && result.back() != '\n') result += ending;
    for (const auto& line : lines) result.append(indent).append(line).append(ending);
    return result;
}

}  // namespace

bool DayFile::open(const team::Names& names, Diagnostics& diagnostics) {
    const auto kind = path_kind(lock_.root(), path_);
    if (kind == PathKind::missing) return true;
    if (kind != PathKind::file) {
        diagnostics.error("not-a-file", {path_, {}, {}, 0}, say("store.not_a_file"));
        return false;
    }
    auto bytes = read_file(lock_.root() / path_, yaml::Limits{}.bytes);
    if (!bytes) {
        diagnostics.error("too-large", {path_, {}, {}, 0},
                          say("store.too_large", yaml::Limits{}.bytes >> 20U));
        return false;
    }
    Mark mark;
    if (!sound(path_, *bytes, names, {}, diagnostics, items_, mark)) return false;
    text_ = without_empty_list(*bytes);
    return !is_closed(path_, text_, diagnostics);
}

std::optional<Appended> DayFile::add(const MakeLine& make_line, const team::Names& names,
                                     const CheckFile& check, Diagnostics& diagnostics) {
    const std::string line = make_line(text_);
    std::string result = with_more(text_, {&line, 1});
    std::size_t items = 0;
    Mark mark;
    if (!sound(path_, result, names, check, diagnostics, items, mark)) return std::nullopt;
    if (items != items_ + 1) {
        diagnostics.error("not-a-list", {path_, {}, {}, 0}, say("store.not_appendable"));
        return std::nullopt;
    }
    text_ = std::move(result);
    items_ = items;
    return Appended{path_, line, mark};
}

std::optional<team::Source> DayFile::with(const std::vector<std::string>& lines,
                                          const team::Names& names) const {
    Diagnostics found;
    auto document = yaml::parse(path_, with_more(text_, lines), found);
    if (!document || items_of(*document) != items_ + lines.size()) return std::nullopt;
    team::Source source{path_, team::FileKind::log, std::move(document)};
    team::read_records(source, 0, names, found);
    return found.has_errors() ? std::nullopt : std::optional{std::move(source)};
}

void DayFile::take(const std::vector<std::string>& lines) {
    text_ = with_more(text_, lines);
    items_ += lines.size();
}

bool DayFile::remove(std::uint32_t line, const team::Names& names, const CheckFile& check,
                     Diagnostics& diagnostics) {
    std::string result;
    std::uint32_t number = 0;
    for (std::string_view rest{text_}; !rest.empty();) {
        const auto one = take_line(rest);
        if (++number != line) result += one;
    }
    std::size_t items = 0;
    Mark mark;
    if (!sound(path_, result, names, check, diagnostics, items, mark)) return false;
    if (items + 1 != items_) {
        diagnostics.error("not-a-list", {path_, {}, {}, 0}, say("store.not_removable", line));
        return false;
    }
    text_ = std::move(result);
    items_ = items;
    return true;
}

void DayFile::commit(const std::function<void()>& announce, Diagnostics& diagnostics) {
    const auto path = lock_.root() / path_;
    bool synced = true;
    if (trimmed(text_).empty()) {
        if (announce) announce();
        if (::unlink(path.c_str()) != 0) throw SystemError("write", path, errno);
        note_change();
        synced = sync_directory(path.parent_path());
    } else {
        Replacement replacement{path, lock_.temporary(), text_};
        if (announce) announce();
        synced = replacement.commit();
        note_change();
    }
    if (!synced) diagnostics.warning("not-synced", {path_, {}, {}, 0}, say("store.not_synced"));
}

void commit_days(const WriteLock& lock, std::vector<DayFile>& days, const std::function<void()>& announce,
                 Diagnostics& diagnostics) {
    if (days.size() == 1) return days.front().commit(announce, diagnostics);
    Transaction transaction{lock};
    for (const auto& day : days) transaction.write(day.path(), day.text());
    if (announce) announce();
    if (!transaction.commit())
        diagnostics.warning("not-synced", {days.front().path(), {}, {}, 0}, say("store.not_synced"));
}

std::optional<Appended> append_record(const std::filesystem::path& root, Date date, const MakeLine& make_line,
                                      const team::Names& names, const CheckFile& check,
                                      Diagnostics& diagnostics, const Announce& announce) {
    const WriteLock lock{root};
    DayFile day{lock, date};
    if (!day.open(names, diagnostics)) return std::nullopt;
    const auto appended = day.add(make_line, names, check, diagnostics);
    if (!appended) return std::nullopt;
    day.commit(
        [&] {
            if (announce) announce(*appended);
        },
        diagnostics);
    return appended;
}

std::optional<std::string> with_lines(const std::string& path, const std::string& text,
                                      const std::vector<std::string>& lines, Diagnostics& diagnostics) {
    const auto items = [&](const std::string& of) -> std::optional<std::size_t> {
        if (of.empty()) return 0;
        const auto document = yaml::parse(path, of, diagnostics);
        if (!document || diagnostics.has_errors()) return std::nullopt;
        return items_of(*document);
    };
    const auto before = items(text);
    if (!before) return std::nullopt;
    const auto open = without_empty_list(text);
    if (!open.empty() && is_closed(path, open, diagnostics)) return std::nullopt;
    auto result = with_more(open, lines);
    const auto after = items(result);
    if (!after) return std::nullopt;
    if (*after == *before + lines.size()) return result;
    diagnostics.error("not-a-list", {path, {}, {}, 0}, say("store.not_appendable"));
    return std::nullopt;
}

}  // namespace teamctl::store
