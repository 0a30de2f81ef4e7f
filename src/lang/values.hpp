// Values as a language writes them inside a sentence.
#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/period.hpp"
#include "lang/lang.hpp"

namespace teamctl::lang {

/// 周一, Mon
std::string weekday_name(Language language, Weekday weekday);
/// 2026年11月, November 2026
std::string month_name(Language language, Month month);
/// As a table shows it: `11-23 周一`, `Mon 23 Nov`; with the year: `2026-11-23 周一`, `Mon 23 Nov 2026`.
std::string table_date(Language language, Date date, bool with_year);

/// `form` is what a pattern asks for behind the colon: nothing (11月23日 周一, Mon 23 Nov), `year` (the same
/// with the year), `day` (11月23日, 23 Nov) or `iso` (2026-11-23).
std::string date_in_words(Language language, Date date, std::string_view form);
/// Always with its year: 2026年11月23日 周一, 2026年第48周, 2026年11月, 2026年第4季度, 2026年,
/// 2026年11月23日至12月4日.
std::string period_in_words(Language language, const Period& period);
/// `form`: nothing (88.9 %) or a number of decimals (`.4`: 0.8889).
std::string ratio_in_words(Ratio ratio, std::string_view form);

}  // namespace teamctl::lang
