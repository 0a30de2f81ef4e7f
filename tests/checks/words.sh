#!/bin/sh
# Words that a Chinese office or a native reader would not use, and those that have another name here: none of them stands
# in what users read.
# usage: words.sh SOURCE_DIR
set -eu
src=$1
status=0
while IFS= read -r word; do
    if grep -rnF -e "$word" "$src/lang" "$src/cli" "$src/team" "$src/report" --include='*.cpp' | grep -v '^[^"]*//' >&2; then
        echo "words.sh: not to be said: $word" >&2
        status=1
    fi
done <<'WORDS'
少说话
多说话
个位置全部有人
应轮
"差额"
差额平方和
"系列"
还没了结
超期和漏掉
看不懂的期间
没有可比的数字
不认识的键
不带键的文字
没有编号，取了一个
结账
没做检查
的来历
送检
采纳建议最高
sum of squares
not proven
proven so
to {1} meant
WORDS
exit $status
