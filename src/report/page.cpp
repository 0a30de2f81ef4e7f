#include "report/page.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <string>

namespace teamctl::report {
namespace {

/// Blocks from one heading of the second level to the next.
struct Section {
    Phrase title;
    std::vector<Block> blocks;
    std::size_t rank = 0;  ///< the higher, the sooner it goes
};

std::vector<Section> sections_of(const Report& report, const PageSpec& spec) {
    std::vector<Section> sections(1);
    for (const auto& block : report.blocks) {
        const auto* heading = std::get_if<Heading>(&block);
        if (heading != nullptr && heading->level == 2) {
            sections.push_back({heading->text, {}, 0});
            const auto place = std::ranges::find(spec.first, heading->text.key);
            // What bears a name of the team's own, a meeting, is what was asked for.
            const bool own = heading->text.key.empty() || heading->text.key == spec.own;
            sections.back().rank = own ? 0
                                       : static_cast<std::size_t>(place - spec.first.begin()) + 1 +
                                             (place == spec.first.end() ? sections.size() : 0);
        }
        sections.back().blocks.push_back(block);
    }
    return sections;
}

std::size_t count_items(const std::vector<ListItem>& items) {
    std::size_t count = items.size();
    for (const auto& item : items) count += count_items(item.children);
    return count;
}

/// So many lines the report has in any case: rows and items have one each. To know it costs nothing beside
/// showing it.
std::size_t least_lines(const Report& report) {
    std::size_t count = 0;
    for (const auto& block : report.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) count += table->rows.size();
        if (const auto* bars = std::get_if<Bars>(&block)) count += bars->rows.size();
        if (const auto* list = std::get_if<List>(&block)) count += count_items(list->items);
    }
    return count;
}

bool is_bad(const ListItem& item) {
    return item.tone == Tone::warn || item.tone == Tone::bad;
}

/// Cuts blocks to so many rows, and knows whether anything went.
class Cutter {
  public:
    Cutter(const PageSpec& spec, const Translator& words, std::size_t rows)
        : spec_{spec}, words_{words}, asked_{rows}, rows_{rows} {}

    bool cut() const { return cut_; }
    void begin(const Section& section) {
        rows_ = asked_;
        for (const auto& [key, least] : spec_.least)
            if (section.title.key == key) rows_ = std::max(rows_, least);
    }
    /// Something went that is not to be told by number.
    void leave_out() { cut_ = true; }

    void add(Report& report, const Block& block) {
        if (std::holds_alternative<Chart>(block) && !spec_.charts) {
            cut_ = true;
            return;
        }
        Block shown = block;
        if (auto* list = std::get_if<List>(&shown)) cut_list(*list);
        if (auto* table = std::get_if<Table>(&shown)) cut_rows(*table);
        if (auto* bars = std::get_if<Bars>(&shown)) {
            if (bars->rows.size() > std::max<std::size_t>(rows_, 5))
                bars->rows.resize(std::max<std::size_t>(rows_, 5));
        }
        report.blocks.push_back(std::move(shown));
        if (left_ > 0) report.blocks.push_back(Paragraph{say("page.more_rows", left_), Tone::muted});
        left_ = 0;
    }

  private:
    void cut_list(List& list) {
        const bool nested = list.numbered || std::ranges::any_of(list.items, [](const auto& item) {
                                return !item.children.empty();
                            });
        if (!nested) return cut_items(list.items);
        for (auto& item : list.items) {
            if (!item.children.empty()) cut_items(item.children);
        }
    }

    void cut_items(std::vector<ListItem>& items) {
        if (spec_.once) {
            const auto before = items.size();
            std::erase_if(items,
                          [&](const ListItem& item) { return !said_.insert(words_.say(item.text)).second; });
            if (items.empty() && before > 0) items.push_back({say("page.as_above"), Tone::muted, {}, {}});
            cut_ = cut_ || items.size() < before;
        }
        if (items.size() <= rows_) return;
        std::stable_partition(items.begin(), items.end(), is_bad);
        const auto left = items.size() - rows_;
        items.resize(rows_);
        items.back().text = say("page.and_more", items.back().text, left);
        cut_ = true;
    }

    void cut_rows(Table& table) {
        if (table.rows.size() <= rows_ + 1) return;
        left_ = table.rows.size() - rows_;
        table.rows.resize(rows_);
        table.footer.clear();  // it would not add up
        cut_ = true;
    }

    const PageSpec& spec_;
    const Translator& words_;
    std::size_t asked_;
    std::size_t rows_;  ///< of the section
    std::size_t left_ = 0;
    bool cut_ = false;
    std::set<std::string> said_;
};

/// What is to be acted on stays, wherever it stood.
void add_notices(Report& page, const std::vector<Section>& sections, const std::set<std::size_t>& gone) {
    for (const auto i : gone) {
        for (const auto& block : sections[i].blocks) {
            if (std::holds_alternative<Notice>(block)) page.blocks.push_back(block);
        }
    }
}

Report composed(const Report& report, const std::vector<Section>& sections, const std::set<std::size_t>& gone,
                const PageSpec& spec, const Translator& words, std::size_t rows) {
    Report page = report;
    page.blocks.clear();
    Cutter cutter{spec, words, rows};
    std::vector<Phrase> left;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (gone.contains(i)) {
            left.push_back(sections[i].title);
            continue;
        }
        const bool one = std::ranges::find(spec.one_table, sections[i].title.key) != spec.one_table.end();
        bool had_table = false;
        cutter.begin(sections[i]);
        for (const auto& block : sections[i].blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table != nullptr && std::ranges::find(spec.never, table->id) != spec.never.end())
                cutter.leave_out();
            else if (!(one && table != nullptr && had_table))
                cutter.add(page, block);
            had_table = had_table || table != nullptr;
        }
        if (i == 0) add_notices(page, sections, gone);
    }
    if (!left.empty())
        page.add(Paragraph{say("page.left_out", PhraseList{std::move(left)}), Tone::muted});
    else if (cutter.cut())
        page.add(Paragraph{say("page.cut"), Tone::muted});
    return page;
}

}  // namespace

Report on_one_page(const Report& report, const PageSpec& spec, const Translator& words,
                   const std::function<std::size_t(const Report&)>& lines) {
    const auto fits = [&](const Report& page, std::size_t most) {
        return least_lines(page) <= most && lines(page) <= most;
    };
    if (fits(report, spec.lines / 2)) return report;
    const auto sections = sections_of(report, spec);
    std::set<std::size_t> gone;
    for (std::size_t i = 1; i < sections.size(); ++i) {
        if (std::ranges::find(spec.never, sections[i].title.key) != spec.never.end()) gone.insert(i);
    }
    std::vector<std::size_t> tried{std::numeric_limits<std::size_t>::max() - 1};
    tried.insert(tried.end(), spec.rows.begin(), spec.rows.end());
    Report page;
    for (const auto rows : tried) {
        page = composed(report, sections, gone, spec, words, rows);
        if (fits(page, spec.lines)) return page;
    }
    // Not all of them fit: from the one that matters most on, each that does.
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i < sections.size(); ++i) {
        if (!gone.contains(i)) order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return sections[i].rank; });
    gone.insert(order.begin(), order.end());
    for (const auto i : order) {
        gone.erase(i);
        auto longer = composed(report, sections, gone, spec, words, tried.back());
        if (sections[i].rank == 0 || i == order.front() || fits(longer, spec.lines))
            page = std::move(longer);
        else
            gone.insert(i);
    }
    if (!spec.least.empty() && !fits(page, spec.lines)) {
        PageSpec shorter = spec;
        shorter.least.clear();
        return on_one_page(report, shorter, words, lines);
    }
    return page;
}

}  // namespace teamctl::report
