#include "intake/sheet.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace teamctl::intake {
namespace {

std::optional<std::string> converted(std::string_view bytes, const char* from) {
    const iconv_t handle = ::iconv_open("UTF-8", from);
    if (handle == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string in{bytes};
    std::string out(bytes.size() * 3 + 16, '\0');
    char* source = in.data();
    char* target = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    const auto result = ::iconv(handle, &source, &left, &target, &room);
    ::iconv_close(handle);
    if (result == static_cast<std::size_t>(-1) || left > 0) return std::nullopt;
    out.resize(out.size() - room);
    return out;
}

/// The separator that most of the first lines hold most of.
char separator_of(std::string_view text) {
    const auto head = text.substr(0, 4096);
    char best = ',';
    for (const char candidate : {';', '\t'}) {
        if (std::count(head.begin(), head.end(), candidate) > std::count(head.begin(), head.end(), best))
            best = candidate;
    }
    return best;
}

/// One pass over the text, a sign at a time.
class CsvReader {
  public:
    explicit CsvReader(std::string_view text) : text_{text}, separator_{separator_of(text)} {}

    std::vector<SheetRow> rows() {
        while (at_ < text_.size()) read_row();
        return std::move(rows_);
    }

  private:
    void read_row() {
        SheetRow row;
        row.number = rows_.size() + 1;
        do row.cells.push_back(read_cell());
        while (take(separator_));
        take('\r');
        take('\n');
        rows_.push_back(std::move(row));
    }
    std::string read_cell() {
        std::string cell;
        if (take('"')) {
            while (at_ < text_.size()) {
                if (text_[at_] != '"') {
                    cell += text_[at_++];
                    continue;
                }
                ++at_;
                if (!take('"')) break;
                cell += '"';
            }
        }
        // What follows a closing quote is kept too: nothing is lost.
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            cell += text_[at_++];
        return cell;
    }
    bool take(char sign) {
        if (at_ >= text_.size() || text_[at_] != sign) return false;
        ++at_;
        return true;
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::vector<SheetRow> rows_;
};

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
           (c >= 0x2000 && c <= 0x200B);
}

void append_utf8(std::string& out, char32_t c) {
    const auto code = static_cast<unsigned>(c);
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0U | code >> 6U);
        out += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        out += static_cast<char>(0xE0U | code >> 12U);
        out += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

}  // namespace

bool SheetRow::blank() const {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return tidied(cell).empty(); });
}

const std::string& SheetRow::cell(std::size_t column) const {
    static const std::string none;
    return column < cells.size() ? cells[column] : none;
}

const std::string& Sheet::text(const SheetRow& row, std::size_t column) const {
    const auto at = merged.find({row.number, column});
    if (at == merged.end()) return row.cell(column);
    const auto first =
        std::lower_bound(rows.begin(), rows.end(), at->second.row,
                         [](const SheetRow& other, auto number) { return other.number < number; });
    return first != rows.end() && first->number == at->second.row ? first->cell(at->second.column)
                                                                  : row.cell(column);
}

std::optional<std::pair<std::string, std::string>> decoded(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xEF\xBB\xBF"sv)) bytes.remove_prefix(3);
    for (const auto& [mark, name] :
         {std::pair{"\xFF\xFE"sv, "UTF-16LE"}, std::pair{"\xFE\xFF"sv, "UTF-16BE"}}) {
        if (!bytes.starts_with(mark)) continue;
        auto text = converted(bytes.substr(2), name);
        if (!text) return std::nullopt;
        return std::pair{std::move(*text), std::string{name}};
    }
    if (!invalid_utf8(bytes)) return std::pair{std::string{bytes}, std::string{"UTF-8"}};
    auto text = converted(bytes, "GB18030");
    if (!text) return std::nullopt;
    return std::pair{std::move(*text), std::string{"GB18030"}};
}

Sheet read_sheet(std::string_view text) {
    return {{}, CsvReader{text}.rows(), {}, {}};
}

std::string tidied(std::string_view cell) {
    std::string out;
    bool space = false;
    for (std::size_t pos = 0; pos < cell.size();) {
        const auto c = code_point_at(cell, pos);
        if (is_space(c.value)) {
            space = true;
        } else {
            if (space && !out.empty()) out += ' ';
            space = false;
            if (!is_harmful(c.value)) out += cell.substr(pos, c.bytes);
        }
        pos += c.bytes;
    }
    return out;
}

std::string half_width(std::string_view cell) {
    std::string out;
    for (std::size_t pos = 0; pos < cell.size();) {
        const auto c = code_point_at(cell, pos);
        if (c.value >= 0xFF01 && c.value <= 0xFF5E)
            append_utf8(out, c.value - 0xFEE0);
        else
            out += cell.substr(pos, c.bytes);
        pos += c.bytes;
    }
    return out;
}

}  // namespace teamctl::intake
