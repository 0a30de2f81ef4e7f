#include "store/rename_role.hpp"

#include <algorithm>

#include "team/known_roles.hpp"
#include "team/metric_words.hpp"

namespace teamctl::store {
namespace {

using team::FileKind;
using team::Source;

/// Of a text that names a metric, the part that does: `turns_host` of `turns_host >= 2`.
std::string_view metric_part(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    const auto sign = text.find_first_of("<>=", begin);
    auto part = text.substr(begin, sign == std::string_view::npos ? sign : sign - begin);
    if (sign == std::string_view::npos) part = part.substr(0, part.find(' '));
    while (part.ends_with(' ')) part.remove_suffix(1);
    return part;
}

/// Where the files say what a role is called.
class RoleUses {
  public:
    RoleUses(const team::Team& team, std::string before, std::string after)
        : team_{team}, before_{std::move(before)}, after_{std::move(after)} {}

    void find(Changes& changes, const Source& source) const {
        const auto root = source.document->root();
        switch (source.kind) {
            case FileKind::meeting:
            case FileKind::rota:
                return in_series(changes, source);
            case FileKind::limits:
                return in_limits(changes, root);
            case FileKind::plan:
                return in_plan(changes, root);
            case FileKind::awards:
                for (auto award = root.first(); award; award = award.next()) in_award(changes, award);
                return;
            case FileKind::targets:
                for (auto target = root.first(); target; target = target.next())
                    if (target.is_mapping()) metric(changes, target.get("metric"));
                return;
            case FileKind::rules:
                return metric(changes, root.get("commission").get("on"));
            case FileKind::closing:
                return in_closing(changes, root);
            default:
                return;
        }
    }

  private:
    bool has_role(std::string_view series) const {
        const auto found = std::ranges::find(team_.series, series, &team::Series::id);
        return found != team_.series.end() &&
               std::ranges::find(found->roles, before_, &team::Role::name) != found->roles.end();
    }

    /// Calls `one` for a text, or for each of a list.
    template <class One>
    static void each(yaml::Node list, const One& one) {
        if (list && list.is_scalar()) one(list);
        for (auto item = list && list.is_sequence() ? list.first() : yaml::Node{}; item; item = item.next())
            one(item);
    }

    void key(Changes& changes, yaml::Node mapping) const {
        for (auto key = mapping.is_mapping() ? mapping.first() : yaml::Node{}; key; key = key.next())
            add_change(changes, key, before_, after_);
    }

    void in_series(Changes& changes, const Source& source) const {
        const auto root = source.document->root();
        if (!root.is_mapping()) return;
        const auto roles = root.get("roles");
        const bool has_it = has_role(team::id_of_path(source.path));
        for (auto role = roles.is_mapping() ? roles.first() : yaml::Node{}; role; role = role.next()) {
            if (has_it) add_change(changes, role, before_, after_);
            if (has_it && role.text() == before_) keep_function(changes, source, role.value());
            if (role.value().is_mapping()) series_role(changes, role.value().get("fair"));
        }
        if (!has_it) return;
        each(root.get("agenda"), [&](yaml::Node item) {
            if (item.is_mapping()) add_change(changes, item.get("by"), before_, after_);
        });
    }

    /// What the role does came with its name; under another it has to be said.
    void keep_function(Changes& changes, const Source& source, yaml::Node role) const {
        const auto* known = team::known_role(before_);
        const auto* other = team::known_role(after_);
        const auto now = known != nullptr ? known->function : team::RoleFunction::holds;
        const auto then = other != nullptr ? other->function : team::RoleFunction::holds;
        if (now == then || now == team::RoleFunction::holds) return;
        if (!role.is_mapping() || role.get("acts_as") || !role.first()) return;
        const auto first = role.first();
        const std::string said = "acts_as: " + std::string{team::role_that(now)};
        const auto& text = source.document->text();
        const bool flow = text[role.offset()] == '{';
        const auto line = text.rfind('\n', first.offset()) + 1;
        const auto behind = flow ? ", " : "\n" + std::string(first.offset() - line, ' ');
        changes.push_back({first.offset(), "", said + behind, true});
    }

    /// `desk.duty`
    void series_role(Changes& changes, yaml::Node node) const {
        if (!node || !node.is_scalar()) return;
        const auto text = node.text();
        const auto tail = "." + before_;
        if (!text.ends_with(tail) || !has_role(text.substr(0, text.size() - tail.size()))) return;
        changes.push_back({node.offset(), std::string{text},
                           std::string{text.substr(0, text.size() - before_.size())} + after_});
    }

    void in_limits(Changes& changes, yaml::Node root) const {
        for (auto limit = root.first(); limit; limit = limit.next()) {
            if (!limit.is_mapping()) continue;
            const auto one = [&](yaml::Node item) { series_role(changes, item); };
            each(limit.get("of"), one);
            if (const auto after = limit.get("not_after"); after.is_mapping()) each(after.get("of"), one);
        }
    }

    void in_plan(Changes& changes, yaml::Node root) const {
        for (auto line = root.first(); line; line = line.next()) {
            if (!line.is_mapping() || !has_role(line.get("series").text())) continue;
            key(changes, line);
            each(line.get("pin"), [&](yaml::Node item) { add_change(changes, item, before_, after_); });
        }
    }

    void in_award(Changes& changes, yaml::Node award) const {
        if (!award.is_mapping()) return;
        metric(changes, award.get("best"));
        each(award.get("require"), [&](yaml::Node item) { metric(changes, item); });
    }

    /// `turns_host`, 主持次数: how often somebody held it.
    void metric(Changes& changes, yaml::Node node) const {
        if (!node || !node.is_scalar()) return;
        const std::string text{node.text()};
        const auto part = metric_part(text);
        if (team::metric_word(team_, part) != "turns_" + before_) return;
        const auto named = "turns_" + after_;
        const auto title = part.starts_with("turns_") ? std::string{} : team::metric_title(named);
        const auto at = static_cast<std::size_t>(part.data() - text.data());
        auto made = text;
        made.replace(at, part.size(), title.empty() ? named : title);
        changes.push_back({node.offset(), text, made});
    }

    /// `turns: duty 1, host 2` of a person.
    void in_closing(Changes& changes, yaml::Node root) const {
        for (auto item = root.first(); item; item = item.next()) {
            const auto turns = item.is_mapping() ? item.get("person").get("turns") : yaml::Node{};
            if (!turns || !turns.is_scalar()) continue;
            const std::string text{turns.text()};
            auto made = ", " + text;
            const auto at = made.find(", " + before_ + " ");
            if (at == std::string::npos) continue;
            made.replace(at + 2, before_.size(), after_);
            changes.push_back({turns.offset(), text, made.substr(2)});
        }
    }

    const team::Team& team_;
    std::string before_;
    std::string after_;
};

}  // namespace

void add_change(Changes& changes, yaml::Node node, const std::string& before, const std::string& after) {
    if (node && node.is_scalar() && node.text() == before) changes.push_back({node.offset(), before, after});
}

void find_role(Changes& changes, const Source& source, const team::Team& team, const std::string& before,
               const std::string& after) {
    RoleUses{team, before, after}.find(changes, source);
}

}  // namespace teamctl::store
