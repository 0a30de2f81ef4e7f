// Reports that the tests of all formats render.
#pragma once

#include <string>
#include <vector>

#include "base/report.hpp"
#include "lang/lang.hpp"

namespace teamctl::samples {

inline const Translator& zh = lang::translator(lang::Language::zh);
inline const Translator& en = lang::translator(lang::Language::en);

/// A month summary with every kind of block, Chinese and Latin text mixed.
Report month_summary();

/// Texts that try to be more than text, one for each trick.
std::vector<std::string> hostile_texts();
/// A report that says `text` in every place where a text of a file may stand.
Report saying(const std::string& text);

/// All lines of a text, without their line feeds.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace teamctl::samples
