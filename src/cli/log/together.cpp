#include "cli/log/together.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "check/check.hpp"
#include "entry/open_things.hpp"
#include "entry/references.hpp"
#include "entry/repeats.hpp"
#include "entry/words.hpp"
#include "store/with_file.hpp"

namespace teamctl::cli {
namespace {

/// Whether what later lines may name is other with that record.
bool changes_choices(const team::RecordSpec& spec) {
    using team::Effect;
    return spec.effect == Effect::opens || spec.effect == Effect::closes ||
           spec.entity == team::EntityKind::deal;
}

/// Whether a record of the kind names what others opened.
bool names_choices(const team::RecordSpec& spec) {
    return std::ranges::any_of(spec.fields, [](const team::FieldSpec& field) {
        return field.type == team::FieldType::entity || field.named == team::Named::thing;
    });
}

/// Whether the answer tells what there is of a spare part then. As what is ticked of a list, it rests on the
/// records of the lines before.
bool moves_stock(const team::RecordSpec& spec) {
    return spec.name == "part_taken" || spec.name == "part_received" || spec.name == "part_counted";
}

std::size_t lines_in(std::string_view text) {
    const auto ends = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    return ends + (text.empty() || text.back() == '\n' ? 0 : 1);
}

class Taking {
  public:
    Taking(const Session& session, store::DayFile& day, Date date)
        : session_{session}, day_{day}, date_{date}, lines_before_{lines_in(day.text())} {}

    /// False where they have to be taken one by one.
    bool take(const Said& line) {
        if (line.refused) return refuse(line, *line.refused);
        const int kind = entry::kind_named(line.words.front());
        if (kind < 0) return refuse(line, unknown_kind(line.words.front()));
        const auto& spec = team::record_specs()[static_cast<std::size_t>(kind)];
        const bool history = entry::Draft::needs_history(spec, team());
        if (moves_stock(spec) || (history && spec.name == "check")) return false;
        auto reading = reading_for(spec, history);
        if (!reading) return false;
        entry::Draft draft{session_.directory(), session_.now(), session_.words(), spec, date_,
                           std::move(*reading)};
        const bool taken = add(line, draft, history);
        readings_[history ? 1 : 0] = draft.hand_on();
        return taken;
    }

    std::optional<Together> finish() && {
        if (result_.lines.empty()) return std::move(result_);
        const entry::Draft plain{session_.directory(), session_.now(), session_.words(),
                                 team::record_spec("note"), date_};
        const auto with = day_.with(result_.lines, plain.loaded.names);
        if (!with || !stands_as_told(*with, plain.loaded.names)) return std::nullopt;
        const auto of_day = check::news_of_each(plain.loaded, *with, old_items_);
        const auto of_history = of_day ? news_of_history(*with) : std::nullopt;
        if (!of_history) return std::nullopt;
        for (std::size_t i = 0; i < added_.size(); ++i)
            warn(*with, i, added_[i].history ? (*of_history)[i] : (*of_day)[i]);
        day_.take(result_.lines);
        session_.directory().pretend(day_.path(), day_.text());
        return std::move(result_);
    }

  private:
    struct Added {
        const team::RecordSpec* spec = nullptr;
        bool history = false;
        bool typed_time = false;
    };

    const team::Team& team() const { return session_.directory().rules().team; }

    bool refuse(const Said& line, const entry::Refusal& refusal) {
        result_.refused.emplace_back(line.number, refusal);
        return true;
    }

    /// What a draft of the kind reads, with the records of the lines before; nothing where the team has
    /// errors.
    std::optional<entry::Reading> reading_for(const team::RecordSpec& spec, bool history) {
        auto& known = readings_[history ? 1 : 0];
        if (!known) {
            entry::Draft fresh{session_.directory(), session_.now(), session_.words(), spec, date_};
            if (!in_the_way(fresh).empty()) return std::nullopt;
            known = fresh.hand_on();
            if (history) known_records_ = 0;
        }
        if (stale_ && names_choices(spec)) catch_up(*known);
        return std::move(known);
    }

    /// Puts the records of the lines before where later lines look.
    void catch_up(entry::Reading& reading) {
        auto& records = reading.loaded.team.records;
        const auto later =
            std::ranges::find_if(records, [&](const auto& record) { return date_ < record.date; });
        records.insert(later, records_.begin() + static_cast<std::ptrdiff_t>(known_records_), records_.end());
        known_records_ = records_.size();
        reading.entities = entry::all_entities(reading.loaded.team);
        stale_ = false;
    }

    bool add(const Said& line, entry::Draft& draft, bool history) {
        draft.chance = by_chance();
        draft.me = who_am_i();
        draft.said_on = date_;
        if (const auto refusal = entry::take_words(draft, {line.words.begin() + 1, line.words.end()}))
            return refuse(line, *refusal);
        entry::add_defaults(draft);
        if (const auto refusal = entry::which_meeting(draft, line.text)) return refuse(line, *refusal);
        if (const auto refusal = entry::which_thing(draft)) return refuse(line, *refusal);
        const auto records = draft.team().records.size();
        const auto until = draft.team().carried.until;
        entry::look_back(draft);
        // More was read for it, which the others are not to see.
        if (draft.team().records.size() != records || draft.team().carried.until != until) return false;
        const auto* list = draft.spec.name == "check" ? draft.checklist() : nullptr;
        if (list != nullptr && list->ordered) return false;
        const auto made = entry::line_of(draft, free_id(draft));
        if (const auto* refusal = std::get_if<entry::Refusal>(&made)) return refuse(line, *refusal);
        const auto& text = std::get<std::string>(made);
        auto record = entry::record_of(draft, text);
        if (!record) return false;
        const auto number = static_cast<std::uint32_t>(lines_before_ + result_.lines.size() + 1);
        record->origin.mark.line = number;
        result_.told += said_of(session_, draft, {day_.path(), text, record->origin.mark});
        result_.lines.push_back(text);
        records_.push_back(std::move(*record));
        added_.push_back({&draft.spec, history, entry::time_is_typed(draft)});
        stale_ |= changes_choices(draft.spec);
        return true;
    }

    /// An id that neither the day nor a line before has.
    std::string free_id(entry::Draft& draft) {
        for (;; ++draft.chance) {
            auto id = entry::made_id(draft, day_.text());
            if (id.empty() || ids_.insert(id).second) return id;
        }
    }

    /// Whether each line is a record where it was told to be.
    bool stands_as_told(const team::Source& with, const team::Names& names) {
        Diagnostics ignored;
        const auto all = team::read_records(with, 0, names, ignored);
        if (all.size() < records_.size()) return false;
        old_items_ = all.size() - records_.size();
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (all[old_items_ + i].origin.mark.line != records_[i].origin.mark.line) return false;
        }
        all_ = all;
        return true;
    }

    /// What each of the lines that bear on other days brings. Nothing where that is more than a warning of
    /// its own.
    std::optional<std::vector<Diagnostics>> news_of_history(const team::Source& with) const {
        std::vector<Diagnostics> by_line(added_.size());
        const auto historic = std::ranges::find(added_, true, &Added::history);
        if (historic == added_.end()) return by_line;
        const entry::Draft before{session_.directory(), session_.now(), session_.words(), *historic->spec,
                                  date_};
        const auto news = check::news_of(before.loaded, store::with_day(before.loaded, with));
        if (news.has_errors() || news.all().size() >= problems_a_file) return std::nullopt;
        for (const auto& problem : news.all()) {
            const auto first = lines_before_ + 1;
            if (problem.place.file != day_.path() || problem.place.mark.line < first) return std::nullopt;
            // Where old records are closed, the line alone is looked at with all of them.
            if (before.team().carried.until && problem.related.empty()) return std::nullopt;
            by_line[problem.place.mark.line - first].add(problem);
        }
        return by_line;
    }

    void warn(const team::Source& with, std::size_t i, const Diagnostics& news) {
        if (repeats_ == nullptr) {
            repeats_ = std::make_unique<entry::Repeats>(team());
            for (std::size_t old = 0; old < old_items_; ++old) repeats_->add(all_[old]);
        }
        const auto& record = all_[old_items_ + i];
        const auto earlier = repeats_->find(record, added_[i].typed_time);
        repeats_->add(record);
        if (earlier) result_.warnings.append(told_twice(with, record.origin.mark, *earlier));
        for (const auto& problem : news.all()) {
            if (!earlier || problem.code != "recorded-twice") result_.warnings.add(problem);
        }
        result_.warnings.append(told_ahead(*added_[i].spec, date_, session_.now().date));
        if (i == 0) result_.warnings.append(told_closed(session_.root(), date_));
    }

    const Session& session_;
    store::DayFile& day_;
    Date date_;
    std::size_t lines_before_;
    Together result_;
    std::array<std::optional<entry::Reading>, 2> readings_;  ///< of the day, and of its history
    std::vector<team::Record> records_;                      ///< of the lines
    std::vector<Added> added_;
    std::size_t known_records_ = 0;  ///< of them, those that the reading of the history holds
    bool stale_ = false;
    std::set<std::string> ids_;
    std::vector<team::Record> all_;  ///< of the day, the new ones last
    std::size_t old_items_ = 0;
    std::unique_ptr<entry::Repeats> repeats_;
};

}  // namespace

std::optional<Together> take_together(const Session& session, store::DayFile& day,
                                      std::span<const Said> lines) {
    Taking taking{session, day, lines.front().date};
    for (const auto& line : lines) {
        if (!taking.take(line)) return std::nullopt;
    }
    return std::move(taking).finish();
}

}  // namespace teamctl::cli
