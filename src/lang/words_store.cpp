// What the store says of directories and files.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_store() {
    static constexpr Word words[] = {
        {"store.closed_list", "文件到这里以 {0} 结束，后面加不了记录",
         "the list is written with {0}, so that no line can be added to it"},
        {"store.open_list", "改成一行一条“- …”，删掉方括号或 ...",
         "write a record a line, with “- ”, without brackets and without ..."},
        {"store.copy", "看名字是另一个文件的副本（可能是同步冲突留下的），没有读",
         "by its name a copy of another file, left by a conflict perhaps; it is not read"},
        {"store.compare_copy", "和原文件核对以后删掉它，或者另起一个名字",
         "compare the two, then delete it or give it another name"},
        {"store.in_the_way", "已经有这个文件，不会覆盖", "the file is there already and is not overwritten"},
        {"store.link_outside", "链接指向团队目录之外，没有打开",
         "a link to a place outside the team directory; not opened"},
        {"store.missing", "没有这个文件", "there is no such file"},
        {"store.name_like", "文件名写成 {0} 这样", "name it such as {0}"},
        {"store.no_calendar", "找不到节假日历 {0}", "no such calendar: {0}"},
        {"store.no_folder", "应是文件夹，没有打开", "not a folder; not opened"},
        {"store.not_a_file", "不是普通文件，没有打开", "not a plain file; not opened"},
        {"store.not_synced", "已写入，但磁盘没有确认：断电可能丢失这次修改",
         "written, but the disk did not confirm: a power failure could undo it"},
        {"store.outside", "{0} 在团队目录之外", "{0} lies outside the team directory"},
        {"store.put_a_folder", "删掉它，或换成文件夹", "delete it, or put a folder there"},
        {"store.put_a_file", "删掉它，或换成文本文件", "delete it, or put a text file there"},
        {"store.replace_link", "把文件本身放进来", "put the file itself there"},
        {"store.stay_inside", "只用团队目录内的相对路径", "use a relative path inside the directory"},
        {"store.too_large", "文件超过 {0} MiB", "the file is larger than {0} MiB"},
        {"store.unknown_file", "teamctl 不认识这个文件", "not a file that teamctl knows"},
        {"system.create", "无法新建 {0}：{1}", "cannot create {0}: {1}"},
        {"system.device", "读写设备出错", "Input/output error"},
        {"system.directory", "这是目录", "Is a directory"},
        {"system.held", "无法写入：进程 {1} 占用着 {0}", "cannot write: process {1} holds {0}"},
        {"system.link", "不打开链接", "links are not followed here"},
        {"system.lock", "无法加锁 {0}：{1}", "cannot lock {0}: {1}"},
        {"system.many_files", "打开的文件太多", "Too many open files"},
        {"system.no_directory", "路径中有一段不是目录", "Not a directory"},
        {"system.no_memory", "内存不足", "out of memory"},
        {"system.no_permission", "没有权限", "Permission denied"},
        {"system.no_space", "磁盘已满", "No space left on device"},
        {"system.not_there", "没有这个文件或目录", "No such file or directory"},
        {"system.open", "无法打开 {0}：{1}", "cannot open {0}: {1}"},
        {"system.read", "无法读取 {0}：{1}", "cannot read {0}: {1}"},
        {"system.read_only", "文件系统是只读的", "Read-only file system"},
        {"system.start", "无法启动 {0}：{1}", "cannot start {0}: {1}"},
        {"system.write", "无法写入 {0}：{1}", "cannot write {0}: {1}"},
    };
    return words;
}

}  // namespace teamctl::lang
