// Workbooks (ECMA-376) by libxlsxwriter: a sheet a section, with what stands before the first on one of their
// own, a sheet a month, and last the rows that CSV carries. Figures, money, shares, dates and times are such,
// so that a spreadsheet reckons with them. The same report gives the same bytes.
#include <xlsxwriter.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <optional>
#include <system_error>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/render.hpp"
#include "render/xlsx_library.hpp"
#include "render/xlsx_sheet.hpp"

namespace teamctl::render {
namespace {

/// A folder for the file in the making and what the library needs besides; it goes with its contents.
class ScratchFolder {
  public:
    ScratchFolder() {
        path_ = (std::filesystem::temp_directory_path() / "teamctl.XXXXXX").string();
        if (::mkdtemp(path_.data()) == nullptr)
            throw std::system_error{errno, std::generic_category(), "mkdtemp " + path_};
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    std::string& path() { return path_; }

  private:
    std::string path_;
};

std::string bytes_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A report as sheets.
class BookWriter {
  public:
    BookWriter(lxw_workbook* book, const Report& report, const Translator& words)
        : report_{report}, words_{words}, styles_{book}, book_{book} {}

    void write() {
        begin_section(say("render.overview"), true);
        for (const auto& block : report_.blocks) std::visit([&](const auto& one) { write(one); }, block);
        if (report_.rows || sheets_ == 0) {
            begin_section(say("render.data"));
            if (report_.rows) sheet().table(*report_.rows, {}, true);
        }
    }

  private:
    /// The sheet of the section, made once there is something to stand on it.
    SheetWriter& sheet() {
        if (!sheet_) {
            ++sheets_;
            sheet_.emplace(book_, styles_, words_, words_.say(section_), words_.say(report_.title));
            if (!titled_ && is_overview_ && !report_.title.empty()) {
                titled_ = true;
                sheet_->line(words_.say(report_.title), styles_.title());
            }
        }
        return *sheet_;
    }
    void begin_section(const Phrase& name, bool is_overview = false) {
        sheet_.reset();  // which lays out what it has
        section_ = name;
        is_overview_ = is_overview;
    }

    void write(const Heading& heading) {
        if (heading.level > 1) begin_section(heading.text);
    }
    void write(const Paragraph& paragraph) { sheet().line(words_.say(paragraph.text), styles_.text()); }
    void write(const Notice& notice) { sheet().line("! " + words_.say(notice.text), styles_.strong()); }
    void write(const List& list) { write_items(list.items, 0); }
    void write_items(const std::vector<ListItem>& items, int depth) {
        for (const auto& item : items) {
            const std::string box = item.ticked ? (*item.ticked ? "[x] " : "[ ] ") : "";
            sheet().line(std::string(static_cast<std::size_t>(depth) * 4, ' ') + box + words_.say(item.text),
                         styles_.text());
            write_items(item.children, depth + 1);
        }
    }
    void write(const Facts& facts) {
        for (const auto& [label, cell] : facts.rows) sheet().fact(words_.say(label), cell);
    }
    void write(const Table& table) { sheet().table(table, words_.say(table.caption), false); }
    void write(const Bars& bars) {
        if (!bars.caption.empty()) sheet().line(words_.say(bars.caption), styles_.strong());
        for (const auto& row : bars.rows)
            sheet().fact(words_.say(row.label), Cell{row.share}, words_.say(row.text));
    }
    void write(const Chart& chart) { sheet().chart(chart); }
    void write(const MonthGrid& grid) {
        begin_section(verbatim(words_.month(grid.month)));
        sheet().month(grid);
        begin_section(say("render.overview"), true);
    }
    void write(const Tiles& /*of a page: the tables have all figures*/) {}
    void write(const Honour& honour) {
        for (const auto& part : {honour.heading, honour.before, honour.recipient, honour.reason, honour.award,
                                 honour.closing, honour.issuer, honour.date})
            if (!part.empty()) sheet().line(words_.say(part), styles_.text());
    }

    const Report& report_;
    const Translator& words_;
    BookStyles styles_;
    lxw_workbook* book_;
    Phrase section_;
    std::optional<SheetWriter> sheet_;
    int sheets_ = 0;
    bool is_overview_ = false;  ///< what stands before the first section
    bool titled_ = false;
};

/// When the workbook was made, as far as it is told: a day of the team, not the clock.
std::time_t created(const Report& report) {
    const Date day = report.made == Date{} ? make_date(2000, 1, 1) : report.made;
    return std::chrono::system_clock::to_time_t(std::chrono::sys_days{day});
}

}  // namespace

std::string xlsx(const Report& report, const Translator& words, const Style& /*style*/) {
    ScratchFolder folder;
    const std::string path = folder.path() + "/book.xlsx";
    lxw_workbook_options options{};
    options.tmpdir = folder.path().data();
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) throw std::bad_alloc{};
    std::string title = words.say(report.title);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = created(report);
    workbook_set_properties(book, &properties);
    BookWriter{book, report, words}.write();
    if (const auto failed = workbook_close(book); failed != LXW_NO_ERROR)
        throw std::system_error{errno, std::generic_category(), lxw_strerror(failed)};
    return bytes_of(path);
}

}  // namespace teamctl::render
