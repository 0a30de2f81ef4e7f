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
        {"role_mark.backup", "备", "B"},
        {"role_mark.deputy", "副", "V"},
        {"role_mark.duty", "值", "D"},
        {"role_mark.host", "主", "H"},
        {"role_mark.lecturer", "讲", "L"},
        {"role_mark.post", "岗", "P"},
        {"role_mark.recorder", "记", "R"},
        {"role.backup", "备选", "Backup"},
        {"role.deputy", "副手", "Deputy"},
        {"role.duty", "值班", "On duty"},
        {"role.host", "主持", "Host"},
        {"role.lecturer", "主讲", "Lecturer"},
        {"role.post", "岗位", "Post"},
        {"role.recorder", "记录", "Recorder"},
    };
    return words;
}

}  // namespace teamctl::lang
