#include "team/reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "team/files.hpp"
#include "team/fixed_words.hpp"

namespace teamctl::team {
namespace {

/// What stands there, as a message quotes it.
Phrase shown(yaml::Node node) {
    switch (node.kind()) {
        case yaml::Kind::null:
            return say("check.found_nothing");
        case yaml::Kind::sequence:
            return say("check.found_list");
        case yaml::Kind::mapping:
            return say("check.found_mapping");
        case yaml::Kind::scalar:
            break;
    }
    return say("check.found_text", fitted(made_harmless(node.text()), 40));
}

constexpr std::array<std::string_view, 2> wide_commas{"，", "、"};

bool has_wide_comma(std::string_view text) {
    return std::any_of(wide_commas.begin(), wide_commas.end(),
                       [&](auto comma) { return text.find(comma) != std::string_view::npos; });
}

/// `【a, b】` is no list either.
std::string_view without_wide_brackets(std::string_view text) {
    for (const std::string_view open : {"【", "［"}) {
        if (text.starts_with(open)) text.remove_prefix(open.size());
    }
    for (const std::string_view close : {"】", "］"}) {
        if (text.ends_with(close)) text.remove_suffix(close.size());
    }
    return text;
}

/// What stands between commas of any width.
std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    text = without_wide_brackets(text);
    std::size_t start = 0;
    for (std::size_t pos = 0; pos <= text.size();) {
        std::size_t comma = pos == text.size() || text[pos] == ',' ? 1 : 0;
        for (const auto wide : wide_commas) comma = text.substr(pos).starts_with(wide) ? wide.size() : comma;
        if (comma == 0) {
            ++pos;
            continue;
        }
        if (const auto part = trimmed(text.substr(start, pos - start)); !part.empty()) parts.push_back(part);
        start = pos += comma;
    }
    return parts;
}

bool seems_a_list(std::string_view text) {
    return parts_of(text).size() > 1 || without_wide_brackets(text).size() != text.size();
}

/// `who：Ann` and `who:Ann` as they are meant: `who: Ann`; nothing where no such colon stands in the key.
std::optional<std::string> colon_in(std::string_view key) {
    for (const std::string_view colon : {"：", ":"}) {
        const auto at = key.find(colon);
        if (at == std::string_view::npos || at == 0) continue;
        return std::string{key.substr(0, at)} + ": " + std::string{trimmed(key.substr(at + colon.size()))};
    }
    return std::nullopt;
}

/// How such a thing is called, and the code where a name is of none.
struct RefWords {
    std::string_view noun;
    Code unknown;
};

RefWords words_of(RefKind kind) {
    switch (kind) {
        case RefKind::person:
            break;
        case RefKind::unit:
            return {"ref.unit", "unknown-unit"};
        case RefKind::series:
            return {"ref.series", "unknown-series"};
        case RefKind::queue:
            return {"ref.queue", "unknown-queue"};
        case RefKind::checklist:
            return {"ref.checklist", "unknown-checklist"};
        case RefKind::asset:
            return {"ref.asset", "unknown-asset"};
        case RefKind::award:
            return {"ref.award", "unknown-award"};
    }
    return {"ref.person", "unknown-person"};
}

}  // namespace

bool Reader::counts_only() {
    if (!diagnostics_.is_full(Severity::error, told_in_)) return false;
    diagnostics_.count_one_more(Severity::error, told_in_);
    return true;
}

bool Reader::error(yaml::Node node, Code code, Phrase message, Phrase hint) {
    if (counts_only()) return false;
    if (told_in_.empty()) told_in_ = node.place().file;
    diagnostics_.error(code, node.place(), std::move(message), std::move(hint));
    return false;
}

void Reader::warning(yaml::Node node, Code code, Phrase message, Phrase hint) {
    diagnostics_.warning(code, node.place(), std::move(message), std::move(hint));
}

bool Reader::conflict(yaml::Node node, Code code, Phrase message, const Place& other, Phrase hint) {
    diagnostics_.error(code, node.place(), std::move(message), std::move(hint)).related.push_back(other);
    return false;
}

bool Reader::wrong(yaml::Node node, std::string_view what, std::string_view example) {
    return wrong(node, what, say("check.write_like", example));
}

bool Reader::wrong(yaml::Node node, std::string_view what, Phrase hint) {
    return error(node, "wrong-type", say("check.wrong_type", Phrase{std::string{what}, {}}, shown(node)),
                 list_or(node, std::move(hint)));
}

bool Reader::bad_choice(yaml::Node node, const std::vector<std::string>& known) {
    const auto near = nearest_word(node.text(), known);
    return error(node, "bad-choice", say("check.bad_choice", made_harmless(node.text())),
                 list_or(node, near ? say("check.did_you_mean", word_shown(*near))
                                    : say("check.choose_from", words_shown(known))));
}

bool Reader::unknown_role(yaml::Node node, const std::vector<std::string>& known) {
    const auto near = nearest(node.text(), known);
    return error(node, "unknown-role", say("check.unknown_role", made_harmless(node.text())),
                 list_or(node, near ? say("check.did_you_mean", *near)
                                    : say("check.known_names", joined(known, ", "))));
}

bool Reader::unknown_series(yaml::Node node, const std::vector<std::string>& known) {
    if (!node.is_scalar())
        return error(node, "wrong-type", say("check.wrong_type", say("ref.series"), shown(node)),
                     say("check.name_by_id"));
    const auto near = nearest(node.text(), known);
    constexpr std::size_t few = 12;
    Phrase hint = near                  ? say("check.did_you_mean", *near)
                  : known.empty()       ? say("check.none_defined", say("ref.series"))
                  : known.size() <= few ? say("check.known_names", joined(known, ", "))
                                        : Phrase{};
    return error(node, "unknown-series",
                 say("check.unknown_ref", say("ref.series"), made_harmless(node.text())),
                 list_or(node, std::move(hint)));
}

bool Reader::take_words(yaml::Node list, const std::vector<std::string>& known,
                        std::vector<std::string>& words) {
    const InList scope{*this, list};
    bool good = true;
    std::size_t at = 0;
    for (auto item = list.is_sequence() ? list.first() : list; item; item = item.next(), ++at) {
        good &= take_words(item, known, words[at]);
        if (item == list) break;
    }
    return good;
}

bool Reader::take_words(yaml::Node node, const std::vector<std::string>& known, std::string& word) {
    const auto found = word_in(word, known);
    if (found.empty()) return bad_choice(node, known);
    word = found;
    return true;
}

void Reader::check_commas(yaml::Node list) {
    const InList scope{*this, list};
    for (auto item = list.is_sequence() ? list.first() : list; item; item = item.next()) {
        if (item.is_scalar() && !item.quoted() && seems_a_list(item.text())) {
            const auto word = made_harmless(item.text());
            if (has_wide_comma(item.text()))
                warning(item, "full-width-comma", say("check.one_word_wide", word), list_or(item, {}));
            else
                warning(item, "missing-brackets", say("check.one_word", word), list_or(item, {}));
        }
        if (item == list) break;
    }
}

Phrase Reader::list_or(yaml::Node item, Phrase otherwise) const {
    if (!list_ || !item.is_scalar()) return otherwise;
    bool its_own = item == list_;
    std::vector<std::string> parts;
    for (auto one = list_.is_sequence() ? list_.first() : list_; one; one = one.next()) {
        its_own = its_own || one == item;
        for (const auto part : parts_of(one.text())) parts.push_back(yaml::quoted_scalar(part));
        if (one == list_) break;
    }
    if (!its_own || !seems_a_list(item.text())) return otherwise;
    const auto key = has_wide_comma(item.text()) ? "check.write_ascii_commas" : "check.write_brackets";
    return say(key, made_harmless(fitted("[" + joined(parts, ", ") + "]", 78)));
}

void Reader::unknown_key(yaml::Node key, const std::vector<std::string>& known) {
    if (const auto colon = colon_in(key.text()); colon && !key.quoted()) {
        error(key, "unknown-key", say("check.unknown_key", made_harmless(key.text())),
              say("check.write_colon", made_harmless(*colon)));
        return;
    }
    const auto near = nearest(key.text(), known);
    error(key, "unknown-key", say("check.unknown_key", made_harmless(key.text())),
          near ? say("check.did_you_mean", *near) : say("check.known_keys", joined(known, ", ")));
}

int Reader::resolve(yaml::Node node, RefKind kind) {
    if (node.is_scalar()) {
        const int found = names_.find(kind, node.text());
        if (names_.notes() && found >= 0) names_.note({kind, file_, node.offset(), std::string{node.text()}});
        if (found >= 0 || names_.may_hide(kind, node.text())) return found;
    }
    if (counts_only()) return -1;
    const auto [noun_key, unknown] = words_of(kind);
    const Phrase noun{std::string{noun_key}, {}};
    if (!node.is_scalar()) {
        error(node, "wrong-type", say("check.wrong_type", noun, shown(node)), say("check.name_by_id"));
        return -1;
    }
    const std::string text = made_harmless(node.text());
    const auto several = kind == RefKind::person ? names_.meant(node.text()) : std::vector<std::string>{};
    if (!several.empty()) {
        error(node, "ambiguous-name", say("check.ambiguous_name", text),
              say("check.use_the_id", made_harmless(joined(several, ", "))));
        return -1;
    }
    const auto file = file_kind(node.place().file);
    // Who writes a record may know no more than the name.
    const bool by_name = file == FileKind::log && kind != RefKind::person;
    const auto things = by_name ? names_.things(kind) : std::vector<NamedThing>{};
    if (const auto alike = things_called(node.text(), things); alike.size() > 1) {
        error(node, "ambiguous-name", say("check.ambiguous_thing", text),
              say("check.use_the_id", things_shown(alike)));
        return -1;
    }
    if (!things.empty()) {
        error(node, unknown, say("check.unknown_ref", noun, text), list_or(node, hint_of_near(text, things)));
        return -1;
    }
    const auto known = names_.all(kind);
    const auto near = nearest(node.text(), known);
    // What is dated may well name who or what is gone: all that is there would be no help.
    const bool plan = file == FileKind::plan;
    const bool dated = plan || file == FileKind::log || file == FileKind::leave;
    Phrase hint = near                               ? say("check.did_you_mean", *near)
                  : plan && kind == RefKind::series  ? say("check.ended_stays")
                  : known.empty()                    ? say("check.none_defined", noun)
                  : dated && kind == RefKind::person ? say("check.left_stays")
                  : known.size() <= 12               ? say("check.known_names", joined(known, ", "))
                                                     : Phrase{};
    error(node, unknown, say("check.unknown_ref", noun, text), list_or(node, std::move(hint)));
    return -1;
}

bool Reader::expect_mapping(yaml::Node node, std::string_view key) {
    return node.is_mapping() || wrong(node, "check.a_mapping", fmt::format("{{{}: …}}", key));
}

bool Reader::expect_words(yaml::Node node) {
    return !node.is_scalar() || !trimmed(node.text()).empty() || wrong(node, "check.a_text", "…");
}

bool Reader::expect_sequence(yaml::Node node, std::string_view like) {
    return node.is_sequence() || wrong(node, "check.a_list", like);
}

}  // namespace teamctl::team
