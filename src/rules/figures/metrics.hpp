// The catalogue of metrics (teamctl-rules(7), METRICS): one row each. Awards, targets, standings, summaries
// and `explain` find them here; a metric is added in one place.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/figures/books.hpp"
#include "rules/figures/value.hpp"

namespace teamctl::rules {

class Sink;
struct Metric;

/// The name of a metric that the code itself gives. tests/team/names_in_code_test.cpp holds lists and calls
/// of this type to the catalogue.
using MetricName = std::string_view;

/// Gives every piece of evidence that the books hold for the metric, of everybody.
using Collect = void (*)(const Books&, const Metric&, Sink&);
/// Gives what belongs to one subject as such and is no sum over people: its target.
using CollectOf = void (*)(const Books&, const Subject&, Sink&);

struct Metric {
    std::string name;  ///< as files and JSON name it
    Phrase title;
    Measure unit = Measure::count;
    std::string_view from;  ///< kinds of records it comes from, with commas; `plan` for turns
    Collect collect = nullptr;
    CollectOf collect_of = nullptr;
    bool less_is_better = false;
    std::string role;          ///< of turns_<role>
    bool in_fen = false;       ///< parts of the evidence, and bases of a quotient, are amounts in fen
    team::AssetId asset = {};  ///< of consumption(<asset>)
};

/// The rows of teamctl-rules(7), METRICS, then turns_<role> for every role of the team's meetings and rotas,
/// and consumption(<asset>) for every meter and tank.
std::vector<Metric> metrics(const team::Team& team);

/// The places of sums: of each person one for every stretch of days with the same terms, so that a unit has
/// what was done in it; the last place is nobody's.
class SumPlaces {
  public:
    explicit SumPlaces(const team::Team& team);
    std::size_t count() const { return first_.back() + 1; }
    std::size_t place(team::PersonId who, Date date) const;
    /// The places whose figures belong to the subject.
    std::vector<std::size_t> of(const Subject& subject) const;

  private:
    const team::Team* team_;
    std::vector<std::size_t> first_;  // by person; then nobody's
};

/// Where evidence goes: into sums by person, or, for one subject, into a list with notes.
class Sink {
  public:
    /// Sums for everybody; the last place is nobody's.
    explicit Sink(const team::Team& team) : team_{&team}, places_{team}, sums_(places_->count()) {}
    /// The list of one subject's evidence.
    Sink(const team::Team& team, const Subject& subject) : team_{&team}, subject_{subject} {}

    /// What is added tells how things stand on that day, whenever it happened: it belongs to the unit of that
    /// day.
    void stand_at(Date date) { stands_at_ = date; }

    /// `note` makes the words; it is called only where they are wanted.
    template <class Note>
    void add(Evidence evidence, Note&& note) {
        const Date date = stands_at_.value_or(evidence.date);
        if (!subject_) {
            sums_[places_->place(evidence.who, date)].add(evidence.part, evidence.base);
        } else if (belongs(*team_, evidence.who, *subject_, date)) {
            evidence.note = note();
            list_.push_back(std::move(evidence));
        }
    }
    /// A record that counts `part` (and `base` to a denominator) for a person.
    template <class Note>
    void add(team::PersonId who, const team::Record& record, Ratio part, std::int64_t base, Note&& note) {
        add(Evidence{who, record.date, part, base, &record, record.origin, {}}, std::forward<Note>(note));
    }

    const std::vector<Sum>& sums() const { return sums_; }
    std::vector<Evidence>& list() { return list_; }

  private:
    const team::Team* team_;
    std::optional<SumPlaces> places_;  ///< of sums
    std::optional<Subject> subject_;
    std::optional<Date> stands_at_;
    std::vector<Sum> sums_;
    std::vector<Evidence> list_;
};

/// All figures of one period. Sums are worked out once a metric, for everybody.
class Figures {
  public:
    explicit Figures(const Books& books);

    const Books& books() const { return *books_; }
    const std::vector<Metric>& catalogue() const { return catalogue_; }
    /// Null where there is no such metric: for names that users write.
    const Metric* find(std::string_view name) const;
    /// The same for names that the code gives: a std::logic_error where there is none.
    const Metric& metric(MetricName name) const;

    /// What the value is made of: sums over subjects add up where values do not.
    Sum sum(const Metric& metric, const Subject& subject) const;
    Value value(const Metric& metric, const Subject& subject) const;
    Value value(MetricName name, const Subject& subject) const { return value(metric(name), subject); }
    /// The value with everything that it was made of.
    Figure figure(const Metric& metric, const Subject& subject) const;

  private:
    const std::vector<Sum>& sums(const Metric& metric) const;

    const Books* books_;
    SumPlaces places_;
    std::vector<Metric> catalogue_;
    mutable std::map<std::string, std::vector<Sum>, std::less<>> sums_;
};

}  // namespace teamctl::rules
