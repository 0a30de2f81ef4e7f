// How the parser library is given a text: in steps, and never far beyond what it has reported.
#pragma once

#include <algorithm>
#include <streambuf>
#include <string_view>

namespace teamctl::yaml {

/// Thrown through the parser library when it has read on for too long without an event.
struct ValueTooLong {};

/// Hands the text out in steps. The library keeps every token of a collection in brackets in memory until the
/// collection ends, a hundred bytes and more for each; so it may not read further than `limit` bytes beyond
/// the last event.
class SteppedBuffer : public std::streambuf {
  public:
    SteppedBuffer(std::string_view text, std::size_t limit) : text_{text}, limit_{limit + 2 * step} {
        hand_out(0, 0);
    }
    void reached(std::size_t offset) { reached_ = std::max(reached_, offset); }

  protected:
    int_type underflow() override {
        const auto given = static_cast<std::size_t>(gptr() - eback());
        if (given == text_.size()) return traits_type::eof();
        if (given > reached_ + limit_) throw ValueTooLong{};
        hand_out(given, std::min(text_.size(), given + step));
        return traits_type::to_int_type(*gptr());
    }

  private:
    static constexpr std::size_t step = 4096;

    void hand_out(std::size_t current, std::size_t end) {
        char* begin = const_cast<char*>(text_.data());  // never written to: streambuf's interface wants it
        setg(begin, begin + current, begin + end);
    }

    std::string_view text_;
    std::size_t limit_;
    std::size_t reached_ = 0;
};

}  // namespace teamctl::yaml
