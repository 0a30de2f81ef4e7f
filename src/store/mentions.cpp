#include "store/mentions.hpp"

#include <algorithm>
#include <array>

#include "store/closings/closing_file.hpp"
#include "store/listing.hpp"
#include "team/files.hpp"
#include "yaml/document.hpp"

namespace teamctl::store {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool in_id(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
           c == '-';
}

/// The ids, and which characters end one: most words are told by their last one to be none of them.
class WantedIds {
  public:
    explicit WantedIds(const std::set<std::string, std::less<>>& ids) : ids_{ids} {
        for (int c = 0; c < 256; ++c) part_[static_cast<std::size_t>(c)] = in_id(static_cast<char>(c));
        for (const auto& id : ids) last_[static_cast<unsigned char>(id.back())] = true;
    }

    bool among(std::string_view bytes) const {
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            const bool ends = at + 1 == bytes.size() || !part_[static_cast<unsigned char>(bytes[at + 1])];
            if (!last_[static_cast<unsigned char>(bytes[at])] || !ends) continue;
            auto from = at;
            while (from > 0 && part_[static_cast<unsigned char>(bytes[from - 1])]) --from;
            if (ids_.contains(bytes.substr(from, at + 1 - from))) return true;
        }
        return false;
    }

  private:
    const std::set<std::string, std::less<>>& ids_;
    std::array<bool, 256> part_{};
    std::array<bool, 256> last_{};
};

bool holds(const std::string& bytes, const Mentions& what, const WantedIds& ids) {
    const auto found = [&](const std::string& text) { return bytes.find(text) != std::string::npos; };
    if (std::any_of(what.texts.begin(), what.texts.end(), found)) return true;
    if (!what.ids.empty() && ids.among(bytes)) return true;
    if (what.numbers.empty()) return false;
    std::string digits;
    std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(digits), is_digit);
    return std::any_of(what.numbers.begin(), what.numbers.end(),
                       [&](const std::string& number) { return digits.find(number) != std::string::npos; });
}

/// Months whose closings say that none of the customers was registered in them.
std::set<Month> months_without(Directory& directory, Date until, const Mentions& what) {
    auto months = closed_months(directory);
    std::erase_if(months, [&](Month month) { return until < last_day(month); });
    std::vector<std::string> paths;
    for (const auto month : months) paths.push_back(team::closing_path(month));
    std::vector<char> without(paths.size());
    directory.see_texts(paths, [&](std::size_t i, const std::string* text) {
        const auto said = text != nullptr ? registered_in(*text) : std::nullopt;
        if (!said) return;
        const auto among = [&](const std::string& one) {
            return said->find(yaml::quoted_scalar(one)) != std::string_view::npos;
        };
        without[i] = std::none_of(what.texts.begin(), what.texts.end(), among) &&
                             std::none_of(what.numbers.begin(), what.numbers.end(), among)
                         ? 1
                         : 0;
    });
    std::set<Month> found;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (without[i] != 0) found.insert(months[i]);
    }
    return found;
}

/// The log files that may hold one of them, by what closings tell.
std::vector<std::string> files_before(Directory& directory, Date until, const Mentions& what) {
    if (!what.of_customers) return log_files(directory, {always().from, until, Period::Unit::range});
    const auto without = months_without(directory, until, what);
    std::vector<std::string> paths;
    for (const auto& name : directory.names("log")) {
        const auto month = parse_month(name);
        if (!month || until < first_day(*month) || without.contains(*month)) continue;
        auto files =
            log_files(directory, {first_day(*month), std::min(last_day(*month), until), Period::Unit::range});
        std::move(files.begin(), files.end(), std::back_inserter(paths));
    }
    return paths;
}

}  // namespace

bool is_plain_id(std::string_view id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), in_id);
}

std::vector<std::string> files_mentioning(Directory& directory, Date until, const Mentions& what) {
    auto paths = files_before(directory, until, what);
    const WantedIds ids{what.ids};
    std::vector<char> found(paths.size());
    directory.see_texts(paths, [&](std::size_t i, const std::string* text) {
        found[i] = text == nullptr || holds(*text, what, ids) ? 1 : 0;
    });
    std::size_t i = 0;
    std::erase_if(paths, [&](const std::string&) { return found[i++] == 0; });
    return paths;
}

}  // namespace teamctl::store
