// What the store says of directories and files.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_store() {
    static constexpr Word words[] = {
        {"store.in_the_way", "已经有这个文件，不会覆盖", "the file is there already and is not overwritten"},
        {"store.link_outside", "链接指向团队目录之外，没有打开",
         "a link to a place outside the team directory; not opened"},
        {"store.missing", "没有这个文件", "there is no such file"},
        {"store.name_like", "文件名写成 {0} 这样", "name it such as {0}"},
        {"store.no_calendar", "找不到节假日历 {0}", "no such calendar: {0}"},
        {"store.not_a_file", "不是普通文件，没有打开", "not a plain file; not opened"},
        {"store.not_synced", "已写入，但磁盘没有确认：断电可能丢失这次修改",
         "written, but the disk did not confirm: a power failure could undo it"},
        {"store.outside", "{0} 在团队目录之外", "{0} lies outside the team directory"},
        {"store.put_a_file", "删掉它，或换成文本文件", "delete it, or put a text file there"},
        {"store.replace_link", "把文件本身放进来", "put the file itself there"},
        {"store.stay_inside", "只用团队目录内的相对路径", "use a relative path inside the directory"},
        {"store.too_large", "文件超过 {0} MiB", "the file is larger than {0} MiB"},
        {"store.unknown_file", "teamctl 不认识这个文件", "not a file that teamctl knows"},
    };
    return words;
}

}  // namespace teamctl::lang
