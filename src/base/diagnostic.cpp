#include "base/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace teamctl {

std::string to_string(const Place& place) {
    if (place.mark.line == 0) return place.file;
    return fmt::format("{}:{}:{}", place.file, place.mark.line, place.mark.column);
}

Diagnostic& Diagnostics::add(Diagnostic diagnostic) {
    return all_.emplace_back(std::move(diagnostic));
}

Diagnostic& Diagnostics::error(Code code, Place place, Phrase message, Phrase hint) {
    return add({Severity::error, code, std::move(place), std::move(message), std::move(hint), {}});
}

Diagnostic& Diagnostics::warning(Code code, Place place, Phrase message, Phrase hint) {
    return add({Severity::warning, code, std::move(place), std::move(message), std::move(hint), {}});
}

bool Diagnostics::has_errors() const {
    return std::any_of(all_.begin(), all_.end(), [](const auto& d) { return d.severity == Severity::error; });
}

void Diagnostics::sort(const std::vector<std::string>& file_order) {
    const auto rank = [&](const Diagnostic& d) {
        return std::find(file_order.begin(), file_order.end(), d.place.file) - file_order.begin();
    };
    std::vector<std::pair<std::ptrdiff_t, std::size_t>> order;
    order.reserve(all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i) order.emplace_back(rank(all_[i]), i);
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return std::tie(a.first, all_[a.second].place.mark) < std::tie(b.first, all_[b.second].place.mark);
    });
    std::vector<Diagnostic> sorted;
    sorted.reserve(all_.size());
    for (const auto& [unused, index] : order) sorted.push_back(std::move(all_[index]));
    all_ = std::move(sorted);
}

void Diagnostics::append(const Diagnostics& other) {
    all_.insert(all_.end(), other.all_.begin(), other.all_.end());
}

}  // namespace teamctl
