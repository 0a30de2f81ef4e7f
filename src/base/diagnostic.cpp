#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace teamctl {

std::string to_string(const Place& place) {
    if (place.mark.line == 0) return place.file;
    return fmt::format("{}:{}:{}", place.file, place.mark.line, place.mark.column);
}

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
    auto& count = counts_[{diagnostic.place.file, diagnostic.severity}];
    if (++count <= problems_a_file) return all_.emplace_back(std::move(diagnostic));
    return spare_ = std::move(diagnostic);
}

bool Diagnostics::is_full(Severity severity, const std::string& file) const {
    const auto count = counts_.find({file, severity});
    return count != counts_.end() && count->second >= problems_a_file;
}

std::vector<std::pair<std::string, std::size_t>> Diagnostics::more() const {
    std::vector<std::pair<std::string, std::size_t>> files;
    for (const auto& [of, count] : counts_) {
        if (count <= problems_a_file) continue;
        if (files.empty() || files.back().first != of.first) files.emplace_back(of.first, 0);
        files.back().second += count - problems_a_file;
    }
    return files;
}

Diagnostic& Diagnostics::error(Code code, Place place, Phrase message, Phrase hint) {
    return add({Severity::error, code, std::move(place), std::move(message), std::move(hint), {}});
}

Diagnostic& Diagnostics::warning(Code code, Place place, Phrase message, Phrase hint) {
    return add({Severity::warning, code, std::move(place), std::move(message), std::move(hint), {}});
}

bool Diagnostics::has_errors() const {
    return std::any_of(counts_.begin(), counts_.end(),
                       [](const auto& count) { return count.first.second == Severity::error; });
}

void Diagnostics::sort(const std::vector<std::string>& file_order) {
    std::unordered_map<std::string_view, std::size_t> ranks;
    for (std::size_t i = 0; i < file_order.size(); ++i) ranks.try_emplace(file_order[i], i);
    std::vector<std::pair<std::size_t, std::size_t>> order;
    order.reserve(all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const auto rank = ranks.find(all_[i].place.file);
        order.emplace_back(rank != ranks.end() ? rank->second : file_order.size(), i);
    }
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return std::tie(a.first, all_[a.second].place.mark) < std::tie(b.first, all_[b.second].place.mark);
    });
    std::vector<Diagnostic> sorted;
    sorted.reserve(all_.size());
    for (const auto& [unused, index] : order) sorted.push_back(std::move(all_[index]));
    all_ = std::move(sorted);
}

void Diagnostics::append(const Diagnostics& other) {
    for (const auto& problem : other.all_) add(problem);
    for (const auto& [of, count] : other.counts_) {
        if (count > problems_a_file) counts_[of] += count - problems_a_file;
    }
}

}  // namespace teamctl
