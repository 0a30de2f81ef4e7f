// Reading one file's tree into the model: problems go to the diagnostics with their place, reading goes on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "team/id.hpp"
#include "team/names.hpp"
#include "yaml/document.hpp"

namespace teamctl::team {

class Reader {
  public:
    Reader(const Names& names, Diagnostics& diagnostics, std::uint32_t file)
        : names_{names}, diagnostics_{diagnostics}, file_{file} {}

    const Names& names() const { return names_; }
    Origin origin(yaml::Node node) const { return {file_, node.mark()}; }

    /// Reports an error at the node; always false, so that readers can return it.
    bool error(yaml::Node node, std::string code, Phrase message, Phrase hint = {});
    void warning(yaml::Node node, std::string code, Phrase message, Phrase hint = {});
    /// An error that names a second place.
    bool conflict(yaml::Node node, std::string code, Phrase message, const Place& other, Phrase hint = {});

    /// "expected a date such as 2026-11-23, found ...": `what` is a key of words_check, `example` a value.
    bool wrong(yaml::Node node, std::string_view what, std::string_view example);
    /// Reports a key that the mapping does not know, with the nearest known one.
    void unknown_key(yaml::Node key, const std::vector<std::string>& known);
    /// Index of the named thing, or -1 with a report.
    int resolve(yaml::Node node, RefKind kind);
    bool expect_mapping(yaml::Node node);
    bool expect_sequence(yaml::Node node);

  private:
    const Names& names_;
    Diagnostics& diagnostics_;
    std::uint32_t file_;
};

}  // namespace teamctl::team
