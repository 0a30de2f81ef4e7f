#include "rules/scope/scope.hpp"

#include <algorithm>

#include "rules/people/absences.hpp"

namespace teamctl::rules {

bool Scope::shows_any(const std::vector<team::PersonId>& who, Date date) const {
    return subject.is_team() ||
           std::any_of(who.begin(), who.end(), [&](team::PersonId person) { return shows(person, date); });
}

std::int64_t Scope::count(MetricName metric) const {
    const auto figure = value(metric);
    const auto* whole = std::get_if<std::int64_t>(&figure);
    return whole != nullptr ? *whole : 0;
}

Scope scope_of(const Figures& figures, const Subject& subject) {
    const auto& books = figures.books();
    Scope scope{figures, books, subject, {}, books.context().days};
    for (std::int32_t i = 0; i < std::ssize(books.team().people); ++i) {
        const team::PersonId person{i};
        if (belongs_in(books.team(), person, subject, books.period()) && employed_in(books.team()[person], books.period()))
            scope.people.push_back(person);
    }
    return scope;
}

}  // namespace teamctl::rules
