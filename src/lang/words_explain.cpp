// What the explain command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_explain() {
    static constexpr Word words[] = {
        {"explain.title", "{1}{0}的来历", "{0}, {1}: where it comes from"},
        {"explain.title_of", "{2}{1}{0}的来历", "{0} of {2}, {1}: where it comes from"},
        {"explain.catalogue", "指标一览", "Metrics"},
        {"explain.metric", "指标", "metric"},
        {"explain.metric_name", "名称", "Name"},
        {"explain.metric_title", "意思", "Meaning"},
        {"explain.metric_unit", "单位", "Unit"},
        {"explain.metric_from", "来自哪些记录", "Comes from"},
        {"explain.unit_count", "次数", "count"},
        {"explain.unit_points", "分", "points"},
        {"explain.unit_minutes", "分钟", "minutes"},
        {"explain.unit_money", "元", "yuan"},
        {"explain.unit_ratio", "比率", "ratio"},
        {"explain.unit_score", "百分制", "mean, in per cent"},
        {"explain.also",
         "看来历：teamctl explain 名称 [--who 谁]；另有 fund（团队基金）、customer（客户归谁）",
         "To see where a figure comes from: teamctl explain NAME [--who ID]; also: fund (the team's fund), "
         "customer "
         "(whose customer it is)"},
        {"explain.nothing", "没有记录", "No records"},
        {"explain.date", "日期", "Date"},
        {"explain.at", "时间", "Time"},
        {"explain.who", "姓名", "Who"},
        {"explain.record", "记录", "Record"},
        {"explain.note", "说明", "Note"},
        {"explain.part", "分子", "Part"},
        {"explain.base", "分母", "Base"},
        {"explain.counts", "计", "Counts"},
        {"explain.sum", "累计", "Sum"},
        {"explain.place", "出处", "From"},
        {"explain.total", "合计", "Total"},
        {"explain.is", "{0} {1}", "{0}: {1}"},
        {"explain.adds_up", "{0} 条加起来：{1} {2}", "{0} {0:item adds|items add} up: {1} {2}"},
        {"explain.division", "{0} = {1} ÷ {2} = {3}", "{0} = {1} ÷ {2} = {3}"},
        {"explain.no_base", "{0}：没有分母，算不出来", "{0}: nothing to divide by, so there is no figure"},
        {"explain.rests_on", "由{0} {1} 算来", "It rests on {0}: {1}"},
        {"explain.target", "目标 {0}", "Target {0}"},
        {"explain.target_split", "由总目标 {0} 分下来（{1}）", "A share of the target {0} ({1})"},
        {"explain.target_written", "写在 {0}", "Written in {0}"},
        {"explain.share", "目标", "Target"},
        {"explain.split", "平分所得", "by the split"},
        {"explain.written", "单独写明", "written"},
        {"explain.fund", "团队基金", "The team's fund"},
        {"explain.fund_sum", "期初 {0} + 罚款 {1} + 其他收入 {2} − 支出 {3} = 结余 {4}",
         "Opening {0} + fines {1} + other income {2} − spent {3} = balance {4}"},
        {"explain.opening", "期初结余", "opening balance"},
        {"explain.spent", "支出：{0}", "spent: {0}"},
        {"explain.income", "收入：{0}", "income: {0}"},
        {"explain.whose", "客户“{0}”归谁", "Whose customer is “{0}”?"},
        {"explain.not_registered", "没有登记过这位客户，只在下面这些记录里提到",
         "This customer was never registered; these records speak of the name"},
        {"explain.date_time", "{0:day} {1}", "{0:day} {1}"},
        {"explain.date_only", "{0:day}", "{0:day}"},
        {"explain.belongs", "{0}归{1}：{2}登记（{3}）", "{0} belongs to {1}: registered {2} ({3})"},
        {"explain.keeps", "{0}归{1}：{2}先登记，先登记的有效（{3}）",
         "{0} belongs to {1}: registered first, {2}, and the first registration counts ({3})"},
        {"explain.registered_later", "撞单：{0} {1}又登记（{4}），以{2} {3}的登记为准",
         "Conflict: {0} registered again {1} ({4}); that of {2}, {3}, counts"},
        {"explain.no_customer", "没有客户“{0}”的记录", "no record speaks of the customer “{0}”"},
        {"explain.see_customers", "客户一览：teamctl records customer",
         "list customers: teamctl records customer"},
        {"explain.one_subject", "--who 和 --unit 只能用一个", "--who and --unit do not go together"},
    };
    return words;
}

}  // namespace teamctl::lang
