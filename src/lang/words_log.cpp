// What `log` says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_log() {
    static constexpr Word words[] = {
        {"log.after_today", "这天还没到，今天是{0}", "that day is still to come; today is {0}"},
        {"log.ambiguous", "“{0}”可能指 {1} 个，写编号或写得更全",
         "“{0}” may mean any of {1}; give an id or more of the name"},
        {"log.ask.colon", "：", ": "},
        {"log.ask.confirm", "记下吗？回车记下，n 放弃：", "Write it down? Enter: yes, n: no"},
        {"log.ask.head", "{0}，{1}。* 必填；回车跳过；Ctrl-D 放弃。",
         "{0}, {1}. * is required; Enter skips; Ctrl-D gives up."},
        {"log.ask.kind", "记哪一种？", "What kind of record?"},
        {"log.ask.number", "序号、编号或名字", "number, id or name"},
        {"log.ask.required", "这一项必填", "this one is required"},
        {"log.ask.which", "序号或名称，回车放弃：", "number or name, Enter gives up: "},
        {"log.ask.yes_no", "（是/否）", " (yes/no)"},
        {"log.candidates", "候选：{0}", "candidates: {0}"},
        {"log.delete_twice", "若不是两件事，删掉这一行", "unless there were two, delete this line"},
        {"log.edit_again", "回车再改，n 放弃：", "Enter: edit again, n: give up"},
        {"log.editor_failed", "编辑器没有正常结束：{0}", "the editor failed: {0}"},
        {"log.form.done", "做完的项，去掉前面的 #", "what is done: take away its #"},
        {"log.form.failed", "不合格的项，去掉前面的 #", "what failed: take away its #"},
        {"log.form.head", "{0}，{1:year}", "{0}, {1:year}"},
        {"log.form.how", "存盘退出就记下；全部清空就不记；# 开头的行不算。",
         "Save and leave to write it down; empty it to give up. Lines that begin with # do not count."},
        {"log.form.name", "表单", "form"},
        {"log.form.readings", "读数填在冒号后", "readings go behind the colons"},
        {"log.form.required", "{0}（必填）", "{0} (required)"},
        {"log.in_words", "{0}：{1}", "{0}: {1}"},
        {"log.kept_in", "写好的内容还在 {0}", "what you wrote is kept in {0}"},
        {"log.key_twice", "{0} 写了两次", "{0} is given twice"},
        {"log.kinds", "记录的种类和内容：", "Kinds of records and their fields:"},
        {"log.not_key_value", "“{0}”不是 键=值", "“{0}” is not key=value"},
        {"log.not_utf8", "“{0}”不是 UTF-8 文字", "“{0}” is not valid UTF-8"},
        {"log.no_editor", "没有这个编辑器：{0}", "there is no such editor: {0}"},
        {"log.nothing_written", "没有写入任何内容", "nothing was written"},
        {"log.one_day", "记录只能记到某一天", "a record goes to one day"},
        {"log.quote_text", "有空格的文字用引号括起来", "put a text with spaces in quotes"},
        {"log.required_mark", "带 * 的必填。例：teamctl log praise who=wangli for=主动帮新人",
         "* is required. Example: teamctl log praise who=wangli for='helped the newcomer'"},
        {"log.set_editor", "换一个，例如 EDITOR=nano teamctl log …", "set another one: EDITOR=nano teamctl log ..."},
        {"log.see_kinds", "teamctl log 列出所有种类", "teamctl log lists all kinds"},
        {"log.twice", "今天已有一条同样的记录", "the day has the same record already"},
        {"log.send_utf8", "把终端或脚本的编码改为 UTF-8", "let the terminal or script send UTF-8"},
        {"log.two_texts", "不带键的文字只能有一段：“{0}”“{1}”",
         "only one text goes without a key: “{0}”, “{1}”"},
    };
    return words;
}

}  // namespace teamctl::lang
