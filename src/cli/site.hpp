// The pages of a team, for `site` of one team and of several.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/period.hpp"
#include "cli/session.hpp"
#include "rules/context.hpp"
#include "store/published.hpp"

namespace teamctl::cli {

using Pages = std::vector<store::PublishedFolder::Page>;

/// The twelve months up to this one.
Period last_year(Date today);
/// A digest of all that the pages of a team rest on: of the same there are the same pages.
std::string site_made_of(const Session& session, const std::filesystem::path& root, Moment now,
                         const Period& period);
Pages site_pages(const Session& session, const rules::Context& context, const Period& period);

}  // namespace teamctl::cli
