// The example teams inside the binary.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace teamctl::cli {

struct TemplateFile {
    std::string_view path;  ///< below examples/: sales/roster.yaml, sales-en/roster.yaml
    std::string_view text;
};

/// Every file of every example team, by path.
std::span<const TemplateFile> template_files();
/// The names of the templates, whatever their language.
std::vector<std::string> template_names();

}  // namespace teamctl::cli
