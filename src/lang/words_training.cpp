// What reports say of the training plan.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_training() {
    static constexpr Word words[] = {
        {"training.heading", "培训计划", "Training plan"},
        {"training.sum", "计划 {0} 次，办了 {1} 次，还差 {2} 次", "{0} planned, {1} held, {2} still open"},
        {"training.came", "应到 {1} 人次，到了 {0} 人次", "{0} of {1} expected came"},
        {"training.day", "{0}", "{0}"},
        {"training.day_time", "{0} {1}", "{0} {1}"},
        {"training.by_end_of", "{0}内", "in {0}"},
        {"training.held_on", "{0:day}", "{0:day}"},
        {"training.not_held", "没办", "not held"},
        {"training.to_come", "还没到", "to come"},
        {"training.took_part", "{0}：{1:day}参加", "{0}: came on {1:day}"},
        {"training.missed", "{0}：{1:day}没参加", "{0}: not there on {1:day}"},
        {"training.wanted", "{0}：{1}", "{0}: {1}"},
        {"training.of_person", "计划内 {1} 次，参加 {0} 次", "{0} of {1} planned attended"},
        {"training.with_minutes", "{0}（{1} 分钟）", "{0} ({1} {1:minute|minutes})"},
        {"training.next", "培训：{0}，{1}", "Training: {0}, {1}"},
        {"training.next_by", "培训：{0}，{1}，{2}", "Training: {0}, {1}, {2}"},
        {"training.column.topic", "内容", "Topic"},
        {"training.column.on", "计划", "Planned"},
        {"training.column.by", "讲师", "Trainer"},
        {"training.column.held", "办了", "Held"},
        {"training.column.expected", "应到", "Expected"},
        {"training.column.attended", "到了", "Came"},
        {"training.column.missing", "没到", "Missing"},
    };
    return words;
}

}  // namespace teamctl::lang
