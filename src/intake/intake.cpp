#include "intake/intake.hpp"

#include <array>

#include "base/id.hpp"
#include "base/text.hpp"
#include "intake/readers.hpp"

namespace teamctl::intake {
namespace {
constexpr std::size_t longest_id = 120;  ///< bytes: file names have 255, and endings come behind
}

std::span<const Importer> importers() {
    static constexpr std::array<Importer, 9> all{{
        {"assets", {}, read_assets, "资产登记表（表格）", "an asset register (a table)"},
        {"roster", {}, read_roster, "人员名单（表格）", "a list of people (a table)"},
        {"attendance",
         {.meeting = true, .records = true, .leave = true},
         read_attendance,
         "钉钉、企业微信、考勤机导出的考勤（表格）",
         "attendance as DingTalk, WeCom or a machine exports it (a table)"},
        {"customers", {.records = true}, read_customers, "客户名单（表格）", "a list of customers (a table)"},
        {"stock", {.records = true}, read_stock, "盘点表（表格）", "a stock-take (a table)"},
        {"leave", {.leave = true}, read_leave_list, "请假表（表格）", "a list of leave (a table)"},
        {"holidays",
         {.calendar = true},
         read_holidays,
         "一年的节假日和调休（holiday-cn 的 JSON，或 iCalendar）",
         "the public holidays of a year (JSON of holiday-cn, or iCalendar)"},
        {"irc-meetings",
         {},
         read_irc_meetings,
         "OpenDev 社区的会议文件（YAML）",
         "meeting files of the OpenDev community (YAML)"},
        {"ics", {}, read_ics, "日历里的会议（iCalendar）", "meetings of a calendar (iCalendar)"},
    }};
    return all;
}

const Importer* find_importer(std::string_view name) {
    for (const auto& importer : importers()) {
        if (importer.name == name) return &importer;
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
        const bool in_use = is_ascii_word || (v >= 0x3400 && v <= 0x9FFF) || (v >= 0xC0 && v <= 0x24F);
        if (in_use && belongs_in_id(v))
            out += text.substr(pos, c.bytes);
        else if (!out.empty() && out.back() != '-')
            out += '-';
        pos += c.bytes;
    }
    // A name that begins with a dot is that of a hidden file; one of 255 bytes none at all.
    out.erase(0, out.find_first_not_of(".-"));
    while (out.size() > longest_id) {
        do out.pop_back();
        while ((static_cast<unsigned char>(out[out.size() - 1]) & 0xC0U) == 0x80U);
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

}  // namespace teamctl::intake
