#include <set>
#include <tuple>

#include "check/check.hpp"

namespace teamctl::check {
namespace {

Diagnostics everything(const store::Loaded& loaded, Date today) {
    Diagnostics all = loaded.diagnostics;
    problems_of(loaded, today, all);
    check_future(loaded, today, all);
    return all;
}

}  // namespace

Diagnostics brought_by(const store::Loaded& before, const store::Loaded& after, Date today) {
    const auto key = [](const Diagnostic& problem) {
        return std::tuple{problem.code.name(), problem.place.file, problem.place.mark};
    };
    std::set<std::tuple<std::string_view, std::string, Mark>> known;
    const auto old = everything(before, today);
    for (const auto& problem : old.all()) known.insert(key(problem));
    Diagnostics news;
    const auto now = everything(after, today);
    for (const auto& problem : now.all()) {
        if (!known.contains(key(problem))) news.add(problem);
    }
    return news;
}

}  // namespace teamctl::check
