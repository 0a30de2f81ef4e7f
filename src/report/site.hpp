// `site`: the whole team as pages that lead to each other, every figure to the records that it comes from.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/report.hpp"
#include "rules/context.hpp"
#include "store/need.hpp"

namespace teamctl::report {

struct SiteOptions {
    bool phones = false;  ///< telephone and email of people too
};

/// A page as it is made. `anchors` names headings, by the number of their block.
struct SitePart {
    Report report;
    std::map<std::size_t, std::string> anchors = {};
};

struct SitePage {
    std::string path;                ///< `people/ada.html`, below the site
    std::string section;             ///< the page above it in the bar, by the first part of its path
    Phrase kind;                     ///< what it is, where pages are searched
    Phrase title;                    ///< whose or which it is there
    std::optional<Month> month;      ///< whose figures it shows
    team::PersonId who = {};         ///< on whose page figures are this person's
    std::function<SitePart()> make;  ///< pure: pages may be made side by side
};

class Site {
  public:
    /// The pages of the months that the period touches, as things stand. Context and words outlive it.
    Site(const rules::Context& context, const Period& period, const SiteOptions& options,
         const Translator& words);

    const std::vector<SitePage>& pages() const { return pages_; }
    /// Whether the site has that page.
    bool has(const std::string& path) const { return paths_.contains(path); }
    /// The page that explains a metric of the month of the page; empty where there is none.
    std::string metric_target(const SitePage& page, const std::string& metric) const {
        return figure_target(page, metric, {});
    }
    /// The page of a person; empty where there is none.
    std::string person_target(const std::string& who) const;
    /// Where a cell of that page leads, from the top of the site; empty: nowhere. A file and line leads to
    /// `source` + `/FILE#LLINE`, where a source is given.
    std::string target(const SitePage& page, const Table& table, const std::vector<Cell>& row,
                       std::size_t column, bool is_footer, const std::string& source) const;

  private:
    void add(SitePage page);
    void add_months(const Period& period);
    void add_people(const SiteOptions& options);
    void add_things();
    void add_explained(Month month);
    std::string figure_target(const SitePage& page, const std::string& metric, const std::string& who) const;

    const rules::Context& context_;
    const Translator& words_;
    std::vector<SitePage> pages_;
    std::set<std::string> paths_;
    std::set<std::string> metrics_;
};

/// What it needs: whatever pages of the period's months and of today rest on.
store::Need site_need(const Period& period, Date today);

}  // namespace teamctl::report
