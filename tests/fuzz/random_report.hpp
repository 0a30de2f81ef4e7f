// A report made of the bytes of a fuzzer: every kind of block and cell, texts taken from the input.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/report.hpp"

namespace teamctl::fuzz {

/// Takes choices and texts off the front of the input; zeros once it is used up.
class Source {
  public:
    explicit Source(std::string_view bytes) : bytes_{bytes} {}
    bool empty() const { return bytes_.empty(); }
    /// 0 to below `count`.
    std::size_t number(std::size_t count) {
        if (bytes_.empty()) return 0;
        const auto value = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return value % count;
    }
    std::int64_t wide() {
        std::uint64_t value = 0;
        for (int i = 0; i < 8; ++i) value = value << 8U | number(256);
        return static_cast<std::int64_t>(value);
    }
    std::string text() {
        const auto size = std::min(number(40), bytes_.size());
        std::string taken{bytes_.substr(0, size)};
        bytes_.remove_prefix(size);
        return taken;
    }
    Date date() { return make_date(1900, 1, 1) + Days{static_cast<int>(number(256) * 256 + number(256))}; }
    Tone tone() { return static_cast<Tone>(number(6)); }
    Phrase phrase() { return verbatim(text()); }
    Ratio ratio() { return {wide() / 1000000, static_cast<std::int64_t>(number(256)) * 1000 + 1}; }
    Cell cell() {
        switch (number(9)) {
            case 0:
                return {};
            case 1:
                return Cell{wide(), tone()};
            case 2:
                return Cell{Money{wide()}, tone()};
            case 3:
                return Cell{ratio(), tone()};
            case 4:
                return Cell{date(), tone()};
            case 5:
                return Cell{TimeOfDay{static_cast<int>(number(145)) * 10}, tone()};
            case 6:
                return Cell{phrase(), text(), tone()};
            default:
                return Cell{text(), tone()};
        }
    }

  private:
    std::string_view bytes_;
};

inline ListItem random_item(Source& source, int depth) {
    ListItem item{source.phrase(), source.tone(), {}, {}};
    if (source.number(2) == 1) item.ticked = source.number(2) == 1;
    for (std::size_t i = source.number(3); depth < 4 && i > 0; --i)
        item.children.push_back(random_item(source, depth + 1));
    return item;
}

inline Table random_table(Source& source) {
    Table table;
    table.id = "t" + std::to_string(source.number(3));
    table.caption = source.phrase();
    for (std::size_t i = 1 + source.number(12); i > 0; --i)
        table.columns.push_back(
            {"c" + std::to_string(i), source.phrase(), static_cast<ColumnType>(source.number(7))});
    const auto row = [&] {
        std::vector<Cell> cells;
        for (std::size_t i = source.number(table.columns.size() + 1); i > 0; --i)
            cells.push_back(source.cell());
        return cells;
    };
    for (std::size_t i = source.number(6); i > 0; --i) table.rows.push_back(row());
    if (source.number(2) == 1) table.footer = row();
    return table;
}

inline Block random_block(Source& source) {
    switch (source.number(8)) {
        case 0:
            return Heading{static_cast<int>(source.number(8)), source.phrase()};
        case 1:
            return Paragraph{source.phrase(), source.tone()};
        case 2:
            return Notice{source.phrase(), source.tone()};
        case 3: {
            List list;
            list.numbered = source.number(2) == 1;
            for (std::size_t i = source.number(4); i > 0; --i) list.items.push_back(random_item(source, 0));
            return list;
        }
        case 4: {
            Facts facts;
            for (std::size_t i = source.number(4); i > 0; --i)
                facts.rows.emplace_back(source.phrase(), source.cell());
            return facts;
        }
        case 5: {
            Bars bars{source.phrase(), {}};
            for (std::size_t i = source.number(4); i > 0; --i)
                bars.rows.push_back({source.phrase(), source.ratio(), source.phrase(), source.tone()});
            return bars;
        }
        case 6: {
            MonthGrid grid;
            grid.month = month_of(source.date());
            for (Date date = first_day(grid.month); date <= last_day(grid.month); date += Days{1}) {
                if (source.number(4) == 3)
                    grid.days.push_back({date, source.tone(), {source.phrase(), source.phrase()}});
            }
            return grid;
        }
        default:
            return random_table(source);
    }
}

inline Event random_event(Source& source) {
    Event event;
    event.uid = source.text();
    event.date = source.date();
    if (source.number(2) == 1) event.start = event.date + std::chrono::minutes{source.number(1450)};
    if (event.start && source.number(2) == 1)
        event.end = *event.start + std::chrono::minutes{source.number(5000)};
    event.days = 1 + static_cast<int>(source.number(4));
    event.summary = source.phrase();
    event.description = source.phrase();
    event.place = source.text();
    for (std::size_t i = source.number(3); i > 0; --i)
        event.alarms.push_back(static_cast<int>(source.number(3000)) - 1000);
    event.cancelled = source.number(2) == 1;
    return event;
}

inline Report random_report(Source& source) {
    Report report;
    report.name = "fuzz";
    report.title = source.phrase();
    report.year = source.number(2) == 1 ? 2026 : 0;
    report.made = source.date();
    for (std::size_t i = source.number(3); i > 0; --i) report.events.push_back(random_event(source));
    for (int i = 0; i < 12 && !source.empty(); ++i) report.blocks.push_back(random_block(source));
    return report;
}

}  // namespace teamctl::fuzz
