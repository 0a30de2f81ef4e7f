// How people, roles and leave are called.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_naming() {
    static constexpr Word words[] = {
        {"leave.annual", "年假", "annual leave"},
        {"leave.business", "公出", "away on business"},
        {"leave.half_am", "上午{0}", "{0}, morning"},
        {"leave.half_pm", "下午{0}", "{0}, afternoon"},
        {"leave.private", "事假", "private leave"},
        {"leave.sick", "病假", "sick leave"},
        {"name.bilingual", "{0}", "{1}"},
        {"name.clauses", "{0:clauses}", "{0:clauses}"},
        {"name.comma", "{0}，{1}", "{0}, {1}"},
        {"name.listed", "{0}", "{0}"},
        {"name.nobody", "—", "—"},
    };
    return words;
}

}  // namespace teamctl::lang
