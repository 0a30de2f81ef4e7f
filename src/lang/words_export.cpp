// What the export command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_export() {
    static constexpr Word words[] = {
        {"export.metrics", "{0} 指标", "Metrics, {0}"},
        {"export.assets", "资产台账", "Asset register"},
        {"export.from", "从", "From"},
        {"export.to", "到", "To"},
        {"export.who", "谁", "Who"},
        {"export.unit", "单位", "Unit"},
        {"export.value", "值", "Value"},
        {"export.kind", "可导出的内容", "kind of export"},
        {"export.no_period", "{0} 没有期间", "{0} takes no period"},
    };
    return words;
}

}  // namespace teamctl::lang
