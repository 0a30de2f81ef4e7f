// What a question needs of a team directory.
#pragma once

#include <optional>

#include "base/period.hpp"

namespace teamctl::store {

/// The files beside those that every question reads; Directory::load() reads them. Which days a question
/// needs is for the rules to say (rules/look_back.hpp).
struct Need {
    std::optional<Period> plans;    ///< months of published plans that touch this period
    std::optional<Period> records;  ///< days of records
    std::optional<Period> leave;    ///< leave and wishes that may be of these days

    /// The first day whose records are needed as they stand: those before may come from a closing. Without it
    /// all are read.
    std::optional<Date> stands_from = std::nullopt;
    /// The plans go back as far as the records that are read.
    bool plans_with_records = false;
    /// Leave goes back so far before the records that are read.
    Days leave_before{0};
    /// Only a closing that ends before this day may be used: later ones are about to be written anew.
    std::optional<Date> closed_before = std::nullopt;
    /// The closing that stands for the records before; Directory::load() chooses it.
    std::optional<Month> closing = std::nullopt;
};

/// The first and last day that any file may name: "all there is".
Period always();

}  // namespace teamctl::store
