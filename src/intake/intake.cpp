#include "intake/intake.hpp"

#include <array>

#include "base/text.hpp"
#include "intake/readers.hpp"

namespace teamctl::intake {

std::span<const Format> formats() {
    static constexpr std::array<Format, 5> all{{
        {"assets", false, read_assets, "资产登记表（CSV，UTF-8 或 GBK）",
         "an asset register (CSV, UTF-8 or GBK)"},
        {"roster", false, read_roster, "人员名单（CSV）", "a list of people (CSV)"},
        {"attendance", true, read_attendance, "考勤机、钉钉、企业微信导出的考勤（CSV）",
         "attendance as a machine or chat program exports it (CSV)"},
        {"irc-meetings", false, read_irc_meetings, "OpenDev 社区的会议文件（YAML）",
         "meeting files of the OpenDev community (YAML)"},
        {"ics", false, read_ics, "日历里的会议（iCalendar）", "meetings of a calendar (iCalendar)"},
    }};
    return all;
}

const Format* find_format(std::string_view name) {
    for (const auto& format : formats()) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

std::string as_id(std::string_view text) {
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        const auto v = c.value;
        const bool is_ascii_word = (v >= 'a' && v <= 'z') || (v >= 'A' && v <= 'Z') ||
                                   (v >= '0' && v <= '9') || v == '_' || v == '.';
        if (is_ascii_word || (v >= 0x3400 && v <= 0x9FFF) || (v >= 0xC0 && v <= 0x24F))
            out += text.substr(pos, c.bytes);
        else if (!out.empty() && out.back() != '-')
            out += '-';
        pos += c.bytes;
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

}  // namespace teamctl::intake
