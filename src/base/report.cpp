#include "base/report.hpp"

namespace teamctl {

Cell::Cell() = default;
Cell::Cell(Phrase phrase, std::string raw_text, Tone t)
    : value{std::move(phrase)}, raw{std::move(raw_text)}, tone{t} {}
Cell::Cell(std::string text, Tone t) : value{verbatim(std::move(text))}, tone{t} {}
Cell::Cell(std::int64_t number, Tone t) : value{number}, tone{t} {}
Cell::Cell(int number, Tone t) : value{std::int64_t{number}}, tone{t} {}
Cell::Cell(Money money, Tone t) : value{money}, tone{t} {}
Cell::Cell(Ratio ratio, Tone t) : value{ratio}, tone{t} {}
Cell::Cell(Date date, Tone t) : value{date}, tone{t} {}
Cell::Cell(TimeOfDay time, Tone t) : value{time}, tone{t} {}
Cell::Cell(const Cell& other) = default;
Cell::Cell(Cell&& other) noexcept = default;
Cell& Cell::operator=(const Cell& other) = default;
Cell& Cell::operator=(Cell&& other) noexcept = default;
Cell::~Cell() = default;

namespace {
template <class B>
B& append(std::vector<Block>& blocks, B&& block) {
    return std::get<B>(blocks.emplace_back(std::move(block)));
}
}  // namespace

Heading& Report::add(Heading block) {
    return append(blocks, std::move(block));
}
Paragraph& Report::add(Paragraph block) {
    return append(blocks, std::move(block));
}
Notice& Report::add(Notice block) {
    return append(blocks, std::move(block));
}
List& Report::add(List block) {
    return append(blocks, std::move(block));
}
Facts& Report::add(Facts block) {
    return append(blocks, std::move(block));
}
Table& Report::add(Table block) {
    return append(blocks, std::move(block));
}
Bars& Report::add(Bars block) {
    return append(blocks, std::move(block));
}
Chart& Report::add(Chart block) {
    return append(blocks, std::move(block));
}
MonthGrid& Report::add(MonthGrid block) {
    return append(blocks, std::move(block));
}
Honour& Report::add(Honour block) {
    return append(blocks, std::move(block));
}
Tiles& Report::add(Tiles block) {
    return append(blocks, std::move(block));
}

}  // namespace teamctl
