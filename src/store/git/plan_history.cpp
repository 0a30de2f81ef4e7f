#include "store/git/plan_history.hpp"

#include <algorithm>

#include "base/process.hpp"
#include "base/text.hpp"

namespace teamctl::store {
namespace {

constexpr std::size_t most_versions = 200;

/// Git itself would complain where there is none.
bool is_kept_by_git(const std::filesystem::path& root) {
    std::error_code ignored;
    auto folder = std::filesystem::absolute(root, ignored);
    for (; !folder.empty(); folder = folder.parent_path()) {
        if (std::filesystem::exists(folder / ".git", ignored)) return true;
        if (folder == folder.parent_path()) return false;
    }
    return false;
}

std::string git_output(const std::filesystem::path& root, std::vector<std::string> words) {
    words.insert(words.begin(), {"git", "-C", root.string()});
    const auto ran = run_program(words);
    return ran && ran->code == 0 ? ran->output : std::string{};
}

}  // namespace

std::vector<std::vector<team::PlanLine>> committed_plans(const std::filesystem::path& root,
                                                         const team::Team& team, const team::Names& names,
                                                         Month month) {
    std::vector<std::vector<team::PlanLine>> versions;
    if (!is_kept_by_git(root) || git_output(root, {"rev-parse", "-q", "--verify", "HEAD"}).empty())
        return versions;
    const std::string path = team::plan_path(month);
    std::vector<std::string> commits;
    const auto listed = git_output(root, {"log", "--format=%H", "--", path});
    for (std::size_t at = 0; at < listed.size() && commits.size() < most_versions;) {
        const auto end = std::min(listed.find('\n', at), listed.size());
        commits.push_back(listed.substr(at, end - at));
        at = end + 1;
    }
    std::ranges::reverse(commits);
    for (const auto& commit : commits) {
        Diagnostics ignored;  // people and roles that are no more
        team::Team then;
        then.series = team.series;
        then.people = team.people;
        const auto document = yaml::parse(path, git_output(root, {"show", commit + ":./" + path}), ignored);
        if (!document) continue;
        team::Reader reader{names, ignored, 0};
        team::read_plan(reader, document->root(), month, then);
        versions.push_back(std::move(then.plan));
    }
    return versions;
}

}  // namespace teamctl::store
