#include "team/reader.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

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

/// The phrase that names such a thing; behind the dot stands the word that codes use.
std::string_view ref_key(RefKind kind) {
    switch (kind) {
        case RefKind::person:
            return "ref.person";
        case RefKind::unit:
            return "ref.unit";
        case RefKind::series:
            return "ref.series";
        case RefKind::queue:
            return "ref.queue";
        case RefKind::checklist:
            return "ref.checklist";
        case RefKind::asset:
            return "ref.asset";
        case RefKind::award:
            return "ref.award";
    }
    return "ref.person";
}

}  // namespace

bool Reader::error(yaml::Node node, std::string code, Phrase message, Phrase hint) {
    diagnostics_.error(std::move(code), node.place(), std::move(message), std::move(hint));
    return false;
}

void Reader::warning(yaml::Node node, std::string code, Phrase message, Phrase hint) {
    diagnostics_.warning(std::move(code), node.place(), std::move(message), std::move(hint));
}

bool Reader::conflict(yaml::Node node, std::string code, Phrase message, const Place& other, Phrase hint) {
    diagnostics_.error(std::move(code), node.place(), std::move(message), std::move(hint))
        .related.push_back(other);
    return false;
}

bool Reader::wrong(yaml::Node node, std::string_view what, std::string_view example) {
    return error(node, "wrong-type", say("check.wrong_type", Phrase{std::string{what}, {}}, shown(node)),
                 say("check.write_like", example));
}

void Reader::unknown_key(yaml::Node key, const std::vector<std::string>& known) {
    const auto near = nearest(key.text(), known);
    error(key, "unknown-key", say("check.unknown_key", made_harmless(key.text())),
          near ? say("check.did_you_mean", *near) : say("check.known_keys", joined(known, ", ")));
}

int Reader::resolve(yaml::Node node, RefKind kind) {
    const Phrase noun{std::string{ref_key(kind)}, {}};
    const auto word = ref_key(kind).substr(4);
    if (!node.is_scalar()) {
        error(node, "wrong-type", say("check.wrong_type", noun, shown(node)), say("check.name_by_id"));
        return -1;
    }
    const int index = names_.find(kind, node.text());
    if (index >= 0 || names_.may_hide(kind, node.text())) return index;
    const std::string text = made_harmless(node.text());
    if (kind == RefKind::person && names_.ambiguous(node.text())) {
        error(node, "ambiguous-name", say("check.ambiguous_name", text), say("check.use_the_id"));
        return -1;
    }
    const auto known = names_.all(kind);
    const auto near = nearest(node.text(), known);
    Phrase hint = near                 ? say("check.did_you_mean", *near)
                  : known.empty()      ? say("check.none_defined", noun)
                  : known.size() <= 12 ? say("check.known_names", joined(known, ", "))
                                       : Phrase{};
    error(node, fmt::format("unknown-{}", word), say("check.unknown_ref", noun, text), std::move(hint));
    return -1;
}

bool Reader::expect_mapping(yaml::Node node) {
    return node.is_mapping() || wrong(node, "check.a_mapping", "{name: …}");
}

bool Reader::expect_sequence(yaml::Node node) {
    return node.is_sequence() || wrong(node, "check.a_list", "[…]");
}

}  // namespace teamctl::team
