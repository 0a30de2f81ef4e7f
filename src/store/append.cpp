#include "store/append.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "store/load.hpp"
#include "store/lock.hpp"
#include "team/files.hpp"

namespace teamctl::store {
namespace {

/// Parses and checks the text as that log file; true where it has no error.
bool sound(const std::string& path, const std::string& text, const team::Names& names, const CheckFile& check,
           Diagnostics& diagnostics, std::size_t& items, Mark& last) {
    Diagnostics found;
    const auto document = yaml::parse(path, text, found);
    if (document) {
        const team::Source source{path, team::FileKind::log, document};
        team::read_records(source, 0, names, found);
        if (check && !found.has_errors()) check(source, found);
        items = document->root().is_sequence() ? document->root().size() : 0;
        for (auto item = document->root().is_sequence() ? document->root().first() : yaml::Node{}; item;
             item = item.next())
            last = item.mark();
    }
    // Warnings only of what is new; those of the file as it stands are for `check` to say.
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

}  // namespace

std::optional<Appended> append_record(const std::filesystem::path& root, Date date, const MakeLine& make_line,
                                      const team::Names& names, const CheckFile& check,
                                      Diagnostics& diagnostics, const Announce& announce) {
    const WriteLock lock{root};
    const std::string path = team::log_path(date);
    std::string text;
    std::size_t before = 0;
    Mark mark;
    switch (path_kind(root, path)) {
        case PathKind::missing:
            break;
        case PathKind::file: {
            auto bytes = read_file(root / path, yaml::Limits{}.bytes);
            if (!bytes) {
                diagnostics.error("too-large", {path, {}, {}, 0},
                                  say("store.too_large", yaml::Limits{}.bytes >> 20U));
                return std::nullopt;
            }
            text = std::move(*bytes);
            if (!sound(path, text, names, {}, diagnostics, before, mark)) return std::nullopt;
            text = without_empty_list(text);
            if (is_closed(path, text, diagnostics)) return std::nullopt;
            break;
        }
        default:
            diagnostics.error("not-a-file", {path, {}, {}, 0}, say("store.not_a_file"));
            return std::nullopt;
    }
    const std::string line = make_line(text);
    const std::string ending = text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
    std::string result = text;
    if (!result.empty() && result.back() != '\n') result += ending;
    result += indent_of(text) + line + ending;
    std::size_t after = 0;
    if (!sound(path, result, names, check, diagnostics, after, mark)) return std::nullopt;
    if (after != before + 1) {
        diagnostics.error("not-a-list", {path, {}, {}, 0}, say("store.not_appendable"));
        return std::nullopt;
    }
    const Appended appended{path, line, mark};
    Replacement replacement{root / path, lock.temporary(), result};
    if (announce) announce(appended);
    if (!replacement.commit()) diagnostics.warning("not-synced", {path, {}, {}, 0}, say("store.not_synced"));
    return appended;
}

bool add_file(const std::filesystem::path& root, const std::string& path, const std::string& text,
              Diagnostics& diagnostics) {
    const WriteLock lock{root};
    if (path_kind(root, path) != PathKind::missing) {
        diagnostics.error("in-the-way", {path, {}, {}, 0}, say("store.in_the_way"));
        return false;
    }
    if (!yaml::parse(path, text, diagnostics) || diagnostics.has_errors()) return false;
    Replacement{root / path, lock.temporary(), text}.commit();
    return true;
}

}  // namespace teamctl::store
