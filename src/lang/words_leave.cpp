// What leave and leaving say: turns that fall, what is left behind.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_leave() {
    static constexpr Word words[] = {
        {"leave.kind", "请假种类", "kind of leave"},
        {"leave.title", "{0} {1} {2}", "{0}, {1}: {2}"},
        {"leave.day", "{0:year}", "{0:year}"},
        {"leave.days", "{0:year}至{1:year}", "{0:year} to {1:year}"},
        {"leave.written", "已写入 {0}", "written to {0}"},
        {"leave.turns", "落空的轮值", "Turns that fall"},
        {"leave.no_turns", "这几天没有排到轮值", "no turn is planned in these days"},
        {"leave.steps_in", "{0} {1} {2}：由{3}顶上", "{0}, {1}, {2}: {3} steps in"},
        {"leave.nobody", "{0} {1} {2}：没有人顶，定一个人：{3}",
         "{0}, {1}, {2}: nobody steps in; name somebody: {3}"},
        {"leave.for_the_group", "发到群里", "For the group"},
        {"leave.tell", "{0} {1} {2}", "{0} is away {1} ({2})"},
        {"leave.tell_day", "{0}", "on {0}"},
        {"leave.tell_days", "{0}至{1}", "from {0} to {1}"},
        {"leave.tell_in", "{0} {1}的{2}由{3}代", "{1} on {0}: {3} is {2}"},
        {"leave.tell_open", "{0} {1}的{2}待定", "{1} on {0}: {2} is still open"},
        {"leave.tell_turns", "{0}。{1}。", "{0}. {1}."},
        {"leave.there_is", "{0}这几天已经请了假：{1}", "{0} has leave in these days already: {1}"},
        {"leave.change_it", "改那一行", "change that line"},
        {"leave.too_many_words", "多了“{0}”", "“{0}” is too much"},
        {"leaver.title", "{0}，最后一天 {1:year}", "{0}, last day {1:year}"},
        {"leaver.due", "等着办的", "What waits"},
        {"leaver.customers", "还没结的客户 {0} 位", "Open customers: {0}"},
        {"leaver.turns", "之后还排着的轮值", "Turns planned after that"},
        {"leaver.turn", "{0} {1} {2}", "{0}, {1}: {2}"},
        {"leaver.people", "带着的单位和人", "Units and people in their care"},
        {"leaver.leads", "{0}的负责人", "leads {0}"},
        {"leaver.mentors", "{0}的师傅", "mentors {0}"},
        {"leaver.assets", "负责的资产", "Assets they answer for"},
        {"leaver.asset", "{0}（{1}）", "{0} ({1})"},
        {"leaver.nothing", "手上没有未了的事", "nothing is left open"},
        {"leaver.next", "接着做", "What to do next"},
        {"leaver.replan", "重排轮值：{0}", "plan the turns anew: {0}"},
    };
    return words;
}

}  // namespace teamctl::lang
