// What the standings say.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_standings() {
    static constexpr Word words[] = {
        {"standings.title", "{0} {1}龙虎榜", "{0}: standings, {1}"},
        {"standings.title_of", "{0} {1}龙虎榜，{2}", "{0}: standings, {1}, {2}"},
        {"standings.order", "先比积分，再比业绩，再按花名册顺序",
         "By points, then sales, then the order of the roster"},
        {"standings.order_by", "先比{0}，再比积分、业绩，再按花名册顺序",
         "By {0}, then points, then sales, then the order of the roster"},
        {"standings.order_points", "先比积分，再按花名册顺序", "By points, then the order of the roster"},
        {"standings.order_by_points", "先比{0}，再比积分，再按花名册顺序",
         "By {0}, then points, then the order of the roster"},
        {"standings.place", "名次", "Place"},
        {"standings.who", "姓名", "Name"},
        {"standings.last", "末位", "last"},
        {"standings.value", "{0}", "{0}"},
        {"standings.no_value", "没有", "none"},
    };
    return words;
}

}  // namespace teamctl::lang
