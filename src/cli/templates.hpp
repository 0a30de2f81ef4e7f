// The example teams inside the binary.
#pragma once

#include <span>
#include <string_view>

namespace teamctl::cli {

struct TemplateFile {
    std::string_view path;  ///< below examples/: sales/roster.yaml, sales-en/roster.yaml
    std::string_view text;
};

/// Every file of every example team, by path.
std::span<const TemplateFile> template_files();

}  // namespace teamctl::cli
