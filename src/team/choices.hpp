// Words of enums that more than one schema file reads.
#pragma once

#include "team/schema.hpp"

namespace teamctl::team {

template <>
struct Choices<Level> {
    static constexpr std::pair<std::string_view, Level> names[]{
        {"decision", Level::decision}, {"management", Level::management}, {"execution", Level::execution}};
};

template <>
struct Choices<LeaveKind> {
    static constexpr std::pair<std::string_view, LeaveKind> names[]{{"annual", LeaveKind::annual},
                                                                    {"sick", LeaveKind::sick},
                                                                    {"private", LeaveKind::personal},
                                                                    {"in_lieu", LeaveKind::in_lieu},
                                                                    {"marriage", LeaveKind::marriage},
                                                                    {"maternity", LeaveKind::maternity},
                                                                    {"paternity", LeaveKind::paternity},
                                                                    {"bereavement", LeaveKind::bereavement},
                                                                    {"family_visit", LeaveKind::family_visit},
                                                                    {"injury", LeaveKind::injury},
                                                                    {"childcare", LeaveKind::childcare},
                                                                    {"carer", LeaveKind::carer},
                                                                    {"business", LeaveKind::business}};
};

/// The word that files write for the value; empty where they have none.
template <class E>
std::string_view word_of(E value) {
    for (const auto& [word, named] : Choices<E>::names) {
        if (named == value) return word;
    }
    return {};
}

}  // namespace teamctl::team
