// What the next command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_next() {
    static constexpr Word words[] = {
        {"next.title", "{0} {1}", "{0}, {1}"},
        {"next.answer", "下一位：{0}", "Next: {0}"},
        {"next.nobody", "现在没有人可以接待", "Nobody is there to take a customer"},
        {"next.because_turn", "按顺序，第 {0} 轮", "In order, round {0}"},
        {"next.because_owed", "补 {0}第 {1} 轮因公欠下的一次",
         "A turn of round {1} is owed: away on business on {0}"},
        {"next.passed_owed", "{0}不在（{1}）：这次记着，回来先补", "{0} is away ({1}): the turn is owed"},
        {"next.passed_lost", "{0}不在（{1}）：本轮作废", "{0} is away ({1}): the turn of this round is lost"},
        {"next.out_on_visit", "外出拜访 {0}", "out to visit {0}"},
        {"next.not_working", "不上班", "not working"},
        {"next.no_queue", "这个团队还没有轮流接待的队列",
         "the team has no queue in which customers are taken"},
        {"next.make_queue",
         "建一个文件 queues/reception.yaml，写 name: 前台接待 和 who: all；值班看 teamctl schedule",
         "make a file queues/reception.yaml that says name: Reception and who: all; for the rota see "
         "teamctl schedule"},
        {"next.then", "之后：{0}", "Then: {0}"},
        {"next.owed", "欠下的轮次", "Owed turns"},
        {"next.owed_line", "{0}（{1}，第 {2} 轮）", "{0} ({1}, round {2})"},
        {"next.taken", "最近的接待", "Latest turns"},
        {"next.column.date", "日期", "Date"},
        {"next.column.at", "时间", "Time"},
        {"next.column.who", "谁接待", "Who"},
        {"next.column.customer", "客户", "Customer"},
        {"next.column.round", "轮", "Round"},
        {"next.column.note", "说明", "Note"},
        {"next.note.owed", "补轮", "owed turn"},
        {"next.note.out_of_turn", "未按顺序", "out of turn"},
    };
    return words;
}

}  // namespace teamctl::lang
