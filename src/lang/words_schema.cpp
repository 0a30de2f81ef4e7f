// What the schema command says.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_schema() {
    static constexpr Word words[] = {
        {"schema.title", "团队目录里的文件", "Files of a team directory"},
        {"schema.kind", "种类", "Kind"},
        {"schema.files", "文件", "Files"},
        {"schema.meaning", "内容", "What it holds"},
        {"schema.how", "teamctl schema 种类 打印这种文件的 JSON Schema，供编辑器检查和补全",
         "teamctl schema KIND prints the JSON Schema of such a file, for editors"},
    };
    return words;
}

}  // namespace teamctl::lang
