// Every id of the team's files, gathered before any file is read in detail, so that references resolve in any
// order.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/near.hpp"

namespace teamctl::team {

/// What an id may name. Meetings and rotas share one space of ids: a series.
enum class RefKind { person, unit, series, queue, checklist, asset, award };
inline constexpr std::size_t ref_kinds = 7;
/// What schemas call such a thing: person, unit, ...
std::string_view noun_of(RefKind kind);

/// A reference that was read of a file: where it stands and how it is written there.
struct Use {
    RefKind kind{};
    std::uint32_t file = 0;  ///< of the sources
    std::size_t offset = 0;  ///< of its first byte, a quote included
    std::string text;        ///< an id, or a name
};

class Names {
  public:
    /// Appends an id; false where it stands already, and then the index still counts on. An empty id is
    /// counted only.
    bool add(RefKind kind, std::string_view id, const Place& place);
    /// A person's display name; usable as a reference while only one person bears it.
    void add_person_name(std::string_view name, int index);

    /// Index of the id, or -1. For people also a name that only one bears; a text that is one person's id and
    /// another's name is neither.
    int find(RefKind kind, std::string_view id) const;
    /// The ids of the people whom that text may mean, where it means several: their name, or the id of one of
    /// them.
    std::vector<std::string> meant(std::string_view text) const;
    /// Where the id was first given.
    const Place* place(RefKind kind, std::string_view id) const;
    /// A file that gives such ids could not be read. What stands in its text is not reported as unknown.
    void hide(RefKind kind, std::string text);
    bool may_hide(RefKind kind, std::string_view id) const;
    /// The same of a log file, for the ids that records give.
    void hide_records(std::string text) { hidden_records_.push_back(std::move(text)); }
    bool may_hide_record(std::string_view id) const;
    int count(RefKind kind) const { return spaces_[static_cast<std::size_t>(kind)].count; }
    /// From now on what is read with these names is noted there, in one thread.
    void note_uses(std::vector<Use>& uses) { uses_ = &uses; }
    void note(Use use) const {
        if (uses_ != nullptr) uses_->push_back(std::move(use));
    }
    bool notes() const { return uses_ != nullptr; }
    /// What people call the thing of that id, which is there.
    void call(RefKind kind, std::string_view id, std::string_view name);
    /// All of the kind but people, by their ids in order, with their names.
    std::vector<NamedThing> things(RefKind kind) const;
    /// All ids in order, then for people their names that are no id: what a hint may suggest.
    std::vector<std::string> all(RefKind kind) const;

  private:
    struct Entry {
        int index;
        Place place;
        std::string name = {};
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class T>
    using ByText = std::unordered_map<std::string, T, Hash, std::equal_to<>>;
    struct Space {
        ByText<Entry> ids;
        int count = 0;
        std::vector<std::string> hidden;
    };
    std::array<Space, ref_kinds> spaces_;
    std::vector<std::string> hidden_records_;
    ByText<std::vector<int>> person_names_;  ///< who bear it
    std::vector<Use>* uses_ = nullptr;
};

}  // namespace teamctl::team
