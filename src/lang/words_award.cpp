// What the award command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_award() {
    static constexpr Word words[] = {
        {"award.title", "{0} 评奖", "{0}: awards"},
        {"award.heading", "{0}，{1}", "{0}, {1}"},
        {"award.none", "没有设奖项（awards.yaml）", "There are no awards (awards.yaml)"},
        {"award.asks", "条件", "Conditions"},
        {"award.by", "评比", "Decided by"},
        {"award.places", "名额", "Places"},
        {"award.condition", "{0} {1} {2}", "{0} {1} {2}"},
        {"award.nominated", "要有人提名", "a nomination"},
        {"award.highest", "{0}最高", "{0}, highest first"},
        {"award.lowest", "{0}最低", "{0}, lowest first"},
        {"award.prize_line", "{0} {1} 名，每名 {2}", "{0} × {1}, {2} each"},
        {"award.place_line", "{0} {1} 名", "{0} × {1}"},
        {"award.winner", "获奖", "winner"},
        {"award.place_1", "一等奖", "first prize"},
        {"award.place_2", "二等奖", "second prize"},
        {"award.place_3", "三等奖", "third prize"},
        {"award.nth_place", "第 {0} 等奖", "prize no. {0}"},
        {"award.won", "{0}：{1}", "{0}: {1}"},
        {"award.won_prize", "{0}：{1}，奖金 {2}", "{0}: {1}, {2}"},
        {"award.nobody", "没有人符合条件", "Nobody is eligible"},
        {"award.nothing_reached", "没有人获奖：符合条件的人，{0}都没有超过 0",
         "Nobody wins: {0} is above 0 for nobody who is eligible"},
        {"award.open", "并列，要定一位：{0}。定了以后记一笔：",
         "Tied: {0}. Once it is decided, write it down:"},
        {"award.tied", "并列{0}", "tied for {0}"},
        {"award.eligible", "符合条件", "eligible"},
        {"award.not_eligible", "不符合", "not eligible"},
        {"award.result", "结果", "Result"},
        {"award.holds", "✓ {0}", "✓ {0}"},
        {"award.fails", "✗ {0}", "✗ {0}"},
        {"award.nominations", "提名", "Nominations"},
        {"award.nomination", "{0}（{1:day}，{2}提名）：{3}。例子：{4}",
         "{0} ({1:day}, by {2}): {3}; for example: {4}"},
        {"award.certificate", "荣誉证书", "Certificate of Honour"},
        {"award.certificate_of", "{0}的荣誉证书", "Certificate of {0}"},
        {"award.presented_to", "兹授予", "This certificate is presented to"},
        {"award.for", "在{0}的评选中表现突出，荣获", "for outstanding work in {0}"},
        {"award.with_place", "“{0}”{1}", "{0}, {1}"},
        {"award.with_prize", "奖金 {0} 元。特发此证，以资鼓励。", "with a prize of {0} yuan"},
        {"award.in_recognition", "特发此证，以资鼓励。", "in recognition and with thanks"},
        {"award.dated", "{0}{1}日", "{1} {0}"},
        {"award.not_won", "{0}这段时间没有获奖，不能打印证书",
         "{0} has won no award in this period: there is no certificate"},
        {"award.see_award", "看谁得了奖：teamctl award", "see who won: teamctl award"},
    };
    return words;
}

}  // namespace teamctl::lang
