// A report cut to one page of a terminal: what matters first, the worst of each list, and where the rest is.
// Programs and other formats get all of it.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/phrase.hpp"
#include "base/report.hpp"

namespace teamctl::report {

/// How a report is cut.
struct PageSpec {
    std::size_t lines = 60;                    ///< of the page, at most
    std::vector<std::string_view> first = {};  ///< phrase keys of the sections that stay longest
    std::string_view own = {};                 ///< of those that are what was asked for, and always stay
    std::vector<std::string_view> never = {};  ///< of those that are only in the full report; ids of tables
    std::vector<std::string_view> one_table = {};  ///< of those of which only the first table stays
    /// Rows that tables of a section keep at least, where the page holds them.
    std::vector<std::pair<std::string_view, std::size_t>> least = {};
    bool once = false;    ///< what one list has said, a later one does not repeat
    bool charts = false;  ///< whether charts stay
    std::vector<std::size_t> rows = {12, 8, 5, 3, 2};  ///< of a list or table, tried in this order
};

/// The report as it is where half the page holds it, else cut. `lines` measures a report as it will be shown.
Report on_one_page(const Report& report, const PageSpec& spec, const Translator& words,
                   const std::function<std::size_t(const Report&)>& lines);

}  // namespace teamctl::report
