#include "team/fixed_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "team/record.hpp"

namespace teamctl::team {
namespace {

struct FixedWord {
    std::string_view word;
    std::array<std::string_view, 6> zh;
};

constexpr FixedWord fixed_words[]{
    // people and leave
    {"decision", {"决策层", "决策"}},
    {"management", {"管理层", "管理"}},
    {"execution", {"执行层", "执行"}},
    {"annual", {"年假", "年休假"}},
    {"sick", {"病假"}},
    {"private", {"事假", "私事", "私假"}},
    {"in_lieu", {"调休", "补休", "倒休"}},
    {"marriage", {"婚假"}},
    {"maternity", {"产假", "生育假"}},
    {"paternity", {"陪产假", "陪产护理假"}},
    {"bereavement", {"丧假"}},
    {"family_visit", {"探亲假"}},
    {"injury", {"工伤假", "工伤"}},
    {"childcare", {"育儿假"}},
    {"carer", {"护理假", "陪护假"}},
    {"business", {"公出", "公事", "出差", "公差", "公假", "外出"}},
    {"am", {"上午"}},
    {"pm", {"下午"}},
    {"newcomer", {"新人"}},
    {"leaver", {"离职人", "离职的人"}},
    {"mentor", {"师傅", "导师", "带教"}},
    {"lead", {"负责人", "主管", "组长"}},
    {"off", {"休息", "不排"}},
    {"on", {"排班", "想排"}},
    {"zh", {"中文", "汉语"}},
    {"en", {"英文", "英语"}},
    // meetings and what they show
    {"standup", {"晨会", "站会", "早会"}},
    {"regular", {"例会"}},
    {"training", {"培训"}},
    {"review", {"总结会", "复盘", "评审会"}},
    {"celebration", {"表彰会", "庆功会"}},
    {"other", {"其他", "其它"}},
    {"attendance", {"考勤", "点名"}},
    {"yesterday", {"昨日", "昨天"}},
    {"today", {"今日", "今天"}},
    {"tomorrow", {"明日", "明天"}},
    {"praise", {"表扬"}},
    {"topic", {"专题", "题目"}},
    {"problems", {"问题"}},
    {"overdue", {"逾期"}},
    {"birthdays", {"生日"}},
    {"birthdays_month", {"本月生日"}},
    {"plans", {"各人计划", "当日计划"}},
    {"orders", {"批复安排", "次日安排"}},
    {"awards", {"获奖", "颁奖"}},
    {"documents", {"会前文件", "文件"}},
    {"next month", {"下月", "下个月"}},
    {"since_last", {"上次以来", "上次会后"}},
    {"attend", {"参会人", "参会的人"}},
    {"team", {"全队", "全团队"}},
    {"contact", {"被访人"}},
    {"department", {"部门"}},
    {"position", {"职务"}},
    {"reason", {"事由"}},
    {"aim", {"想要的结果", "目的"}},
    {"result", {"结果"}},
    {"owner", {"登记人", "归属人"}},
    {"seller", {"成交人"}},
    {"announcements", {"通知", "公告"}},
    {"targets", {"目标"}},
    {"standings", {"排名", "积分榜"}},
    {"duty", {"值班", "当值"}},
    {"checklists", {"检查清单", "清单", "检查"}},
    {"tickets", {"工单"}},
    {"reserve", {"备用内容", "备用"}},
    // when
    {"mon", {"周一", "星期一", "礼拜一"}},
    {"tue", {"周二", "星期二", "礼拜二"}},
    {"wed", {"周三", "星期三", "礼拜三"}},
    {"thu", {"周四", "星期四", "礼拜四"}},
    {"fri", {"周五", "星期五", "礼拜五"}},
    {"sat", {"周六", "星期六", "礼拜六"}},
    {"sun", {"周日", "星期日", "星期天", "周天"}},
    {"day", {"每天", "每日"}},
    {"workday", {"每个工作日", "每工作日", "工作日"}},
    {"occurrence", {"每次", "按次"}},
    {"week", {"每周", "周"}},
    {"month", {"每月", "月", "本月"}},
    {"quarter", {"每季度", "每季", "季度"}},
    {"year", {"每年", "年"}},
    {"never", {"从不", "不清零"}},
    {"skip", {"跳过", "不办"}},
    {"previous", {"提前"}},
    {"next", {"顺延", "下一步"}},
    {"keep", {"照常"}},
    {"working", {"工作时间"}},
    {"clock", {"全天", "昼夜"}},
    // targets
    {"person", {"个人", "按人"}},
    {"unit", {"单位", "按单位"}},
    {"none", {"不分"}},
    // what a role does
    {"host", {"主持"}},
    {"lecturer", {"主讲"}},
    {"backup", {"备选"}},
    {"recorder", {"记录"}},
    // records
    {"all", {"全体", "全部", "全员", "所有人"}},
    {"rest", {"其余", "其他人", "其余的人", "全到", "到齐"}},
    {"absent", {"缺席", "旷会"}},
    {"late", {"迟到"}},
    {"left_early", {"早退"}},
    {"exam", {"考试"}},
    {"lecture", {"讲课"}},
    {"customer", {"客户评分", "客户"}},
    {"appraisal", {"考评"}},
    {"skill", {"技能"}},
    {"operating", {"操作差错", "操作"}},
    {"principle", {"原则性错误", "原则"}},
    {"open", {"在跟", "未结案"}},
    {"new", {"未跟进", "新客户"}},
    {"contacted", {"跟进中"}},
    {"closed", {"已结案", "结案"}},
    {"won", {"成交"}},
    {"lost", {"流失"}},
    {"invalid", {"无效"}},
    {"fault", {"故障", "报修"}},
    {"opinion", {"意见"}},
    {"accepted", {"采纳", "接受"}},
    {"passed", {"合格", "通过"}},
    {"failed", {"不合格", "未通过"}},
    {"declined", {"不采纳", "谢绝"}},
    {"passed_up", {"上报", "转上级"}},
    {"request", {"请求", "服务请求"}},
    {"complaint", {"投诉"}},
    {"incident", {"突发事件", "突发"}},
    {"urgent", {"紧急", "特急"}},
    {"high", {"高"}},
    {"normal", {"一般", "普通", "中"}},
    {"low", {"低"}},
};

/// The pieces of values of several words. Longer ones stand before those that they begin with.
struct Piece {
    std::string_view zh;
    std::string_view word;  ///< empty: says nothing of its own
};

constexpr Piece pieces[]{
    {"隔周", "2 week"},
    {"隔天", "2 day"},
    {"隔日", "2 day"},
    {"每个工作日", "workday"},
    {"个工作日", "workday"},
    {"工作日", "workday"},
    {"星期一", "mon"},
    {"星期二", "tue"},
    {"星期三", "wed"},
    {"星期四", "thu"},
    {"星期五", "fri"},
    {"星期六", "sat"},
    {"星期日", "sun"},
    {"星期天", "sun"},
    {"周一", "mon"},
    {"周二", "tue"},
    {"周三", "wed"},
    {"周四", "thu"},
    {"周五", "fri"},
    {"周六", "sat"},
    {"周日", "sun"},
    {"第一", "first"},
    {"第二", "second"},
    {"第三", "third"},
    {"第四", "fourth"},
    {"第五", "fifth"},
    {"最后一", "last"},
    {"最后", "last"},
    {"前", "first"},
    {"个月", "month"},
    {"个季度", "quarter"},
    {"季度", "quarter"},
    {"个小时", "hours"},
    {"小时", "hours"},
    {"分钟", "minutes"},
    {"周", "week"},
    {"星期", "week"},
    {"月", "month"},
    {"年", "year"},
    {"天", "day"},
    {"日", "day"},
    {"两", "2"},
    {"二", "2"},
    {"三", "3"},
    {"四", "4"},
    {"六", "6"},
    {"每", ""},
    {"号", "day"},
    {"个", ""},
};

}  // namespace

std::vector<std::string_view> chinese_of(std::string_view word) {
    std::vector<std::string_view> spellings;
    const auto* found = std::ranges::find(fixed_words, word, &FixedWord::word);
    if (found != std::end(fixed_words))
        std::ranges::copy_if(found->zh, std::back_inserter(spellings), [](auto zh) { return !zh.empty(); });
    return spellings;
}

std::string_view word_in(std::string_view text, std::span<const std::string> known) {
    for (const auto& word : known) {
        if (word == text) return word;
    }
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return {};
    for (const auto& word : known) {
        if (std::ranges::count(chinese_of(word), text) > 0) return word;
    }
    return {};
}

std::string_view priority_word(std::string_view text) {
    static const std::vector<std::string> known{known_priorities.begin(), known_priorities.end()};
    const auto word = word_in(text, known);
    return word.empty() ? text : word;
}

std::optional<std::string> nearest_word(std::string_view text, std::span<const std::string> known) {
    std::vector<std::string> spellings;
    for (const auto& word : known) {
        spellings.push_back(word);
        for (const auto zh : chinese_of(word)) spellings.emplace_back(zh);
    }
    const auto near = nearest(text, spellings);
    return near ? std::optional<std::string>{word_in(*near, known)} : std::nullopt;
}

Phrase word_shown(std::string_view word) {
    const auto spellings = chinese_of(word);
    return bilingual(spellings.empty() ? word : spellings.front(), word);
}

Phrase words_shown(std::span<const std::string> words) {
    std::vector<Phrase> parts;
    for (const auto& word : words) parts.push_back(word_shown(word));
    return listed(std::move(parts));
}

std::string in_file_words(std::string_view text) {
    std::string words;
    bool chinese = false;
    bool number = false;  // digits go on
    for (auto rest = text; !rest.empty();) {
        const bool digit = rest.front() >= '0' && rest.front() <= '9';
        const auto* piece =
            std::ranges::find_if(pieces, [&](const Piece& one) { return rest.starts_with(one.zh); });
        if (piece == std::end(pieces) && !digit && rest.front() != ' ') return std::string{text};
        const auto word = digit ? rest.substr(0, 1) : piece == std::end(pieces) ? "" : piece->word;
        if (!word.empty() && !words.empty() && !(digit && number)) words += ' ';
        words += word;
        chinese = chinese || piece != std::end(pieces);
        number = digit;
        rest.remove_prefix(piece == std::end(pieces) ? 1 : piece->zh.size());
    }
    return chinese ? words : std::string{text};
}

}  // namespace teamctl::team
