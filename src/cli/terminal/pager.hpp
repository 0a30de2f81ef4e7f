// What only a terminal gets: a pager for what is longer than it, and a word while it waits.
#pragma once

#include <string>
#include <string_view>

namespace teamctl::cli {

/// Shows the text on stdout, a terminal, by $PAGER (less where there is none) if it has more lines than the
/// terminal. False: nothing was shown, write it yourself.
bool show_paged(std::string_view text);

/// Says on stderr what is being done, if that is a terminal and it takes more than a second; takes it back at
/// the end. One at a time.
class Working {
  public:
    explicit Working(std::string text);
    ~Working();
    Working(const Working&) = delete;
    Working& operator=(const Working&) = delete;
};

}  // namespace teamctl::cli
