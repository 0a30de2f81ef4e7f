#!/bin/sh
# A record is judged the same whether a month-end closing stands for the records of old or not: what is written, what is
# said, and the exit code. Where a closing is enough the old files are not read.
. "$(dirname "$0")/common.sh"
today=2026-11-24T12:00

# Two years of three salespeople, and on a day of the first what may be come back to after that.
"$source/tests/bench/make_team.sh" open 3 2 || exit 2
day=open/log/2025-02/2025-02-28.yaml
cat >> $day <<'END'
- customer: {id: c-old-won, name: 赵老板, phone: "138 0013-8000", owner: p1, at: "10:06"}
- customer_closed: {customer: c-old-won, outcome: won, at: "11:00"}
- customer: {id: c-old-lost, name: 钱老板, phone: "13900139000", owner: p2, at: "10:07"}
- customer_closed: {customer: c-old-lost, outcome: lost, at: "11:00"}
- customer: {id: c-old-open, name: 孙老板, phone: "13700137000", owner: p2, at: "10:07"}
- deal: {id: d-old-open, who: p2, customer: c-old-open, amount: 5000.00, paid: 0.00}
- deal: {id: d-old-paid, who: p2, customer: c-old-open, amount: 600.00, paid: 600.00}
- ticket: {id: t-old, kind: request, priority: normal, text: 换锁, at: "09:00"}
- ticket_closed: {ticket: t-old, by: p1, at: "10:00"}
- problem: {id: p-old, who: p1, text: 报价慢}
- done: {id: p-old, by: p1}
- fund: {amount: 300.00, for: 活动, by: p1}
END
cp -R open closed
expect 0 '' teamctl -C closed -q close 2026-10
expect 0 '' teamctl -C closed check

# same WORDS...: `log WORDS` in both, from the same state.
same() {
    tried=$((tried + 1))
    for team in open closed; do
        cp $team/log/2026-11/2026-11-24.yaml kept
        teamctl -C $team log "$@" > $team.out 2>&1 < /dev/null
        echo "exit $?" >> $team.out
        cat $team/log/2026-11/2026-11-24.yaml >> $team.out
        cp kept $team/log/2026-11/2026-11-24.yaml
    done
    # Ids that are made end by chance.
    sed -i -E 's/\b([a-z][0-9]{6}(-[a-z0-9]+)*)-[a-z0-9]{3}\b/\1-…/g' open.out closed.out
    cmp -s open.out closed.out || { complain "log $*"; diff open.out closed.out | head -n 6; }
    grep -q "$said" closed.out || { complain "log $*: says nothing of '$said'"; head -n 6 closed.out; }
}
said='exit 0'
same contact who=p1 customer=cp1-123 by=phone
same contact who=p1 customer=王先生p2-124
same contact who=p2 customer=孙老板
same contact who=p2 customer=孙
same contact who=p2 customer=old-open
same payment deal=d-old-open amount=5000
same deal who=p1 customer=赵老板 amount=100
same refund who=p1 deal=d-old-paid amount=10
same customer name=李老板 owner=p1 phone=13600136000
same action who=p1 text=跟进 from=p-old
said=registered-twice
same customer name=老赵 owner=p2 phone=+8613800138000
same customer name=赵老板 owner=p2 phone=13800138000
said='exit 0'
same customer name=钱老板 owner=p1 phone=13900139000
same customer name=李老板 owner=p1 id=c-new
said=duplicate-id
same customer name=李老板 owner=p1 id=c-old-won
said=already-closed
same contact who=p1 customer=c-old-lost
same contact who=p1 customer=钱老板
said=closed-twice
same ticket_closed ticket=t-old by=p1
same done id=p-old by=p1
said=deal-money
same payment deal=d-old-paid amount=1
same payment deal=d-old-open amount=5001
said=unknown-customer
same contact who=p1 customer=nobody
same contact who=p1 customer=周老板
said=fund-overdrawn
same fund amount=-301 for=聚餐 by=p1
said='exit 0'
same fund amount=-299 for=聚餐 by=p1

# Closings of every month are small: what stands in the log is named and not repeated. (Three people write so little
# that digests are most of it; of fifty, closings are a tenth of the log.)
expect 0 '' teamctl -C closed -q close 2025-01..2026-10
sum() { cat "$@" | wc -c; }
tried=$((tried + 1))
[ $(($(sum closed/closings/*) * 2)) -le "$(sum closed/log/*/*)" ] ||
    complain "closings are $(sum closed/closings/*) bytes, the log $(sum closed/log/*/*)"
# One whose month was changed is not built upon; nor is one that names lines of a file that was.
for month in 2026-10 2026-09; do
    day=$(cd open/log/$month && grep -l '^- customer: ' -- *.yaml | tail -n 1)
    for team in open closed; do
        sed -i 's/^- customer: {id: \(c[^,]*\), name: 王/- customer: {id: \1, name: 汪/' "$team/log/$month/$day"
    done
    said=already-closed
    same contact who=p1 customer="$(sed -n 's/^- customer: {id: \(c[^,]*\),.*/\1/p' open/log/$month/$day | head -n 1)"
    said=registered-twice
    same customer owner=p2 name="$(sed -n 's/^- customer: {id: c[^,]*, name: \([^,]*\),.*/\1/p' open/log/$month/$day | head -n 1)"
    for what in agenda due 'summary 2026-11'; do
        tried=$((tried + 1))
        # shellcheck disable=SC2086
        for team in open closed; do teamctl -C $team $what > $team.out 2>&1; done
        cmp -s open.out closed.out || { complain "$what after $day was changed"; diff open.out closed.out | head -n 6; }
    done
done
expect 0 '' teamctl -C closed -q close 2026-09..2026-10

# The old files can be gone where nobody asks for them.
mkdir hidden
mv closed/log/2025-* hidden
expect 0 '' teamctl -C closed log contact who=p1 customer=cp1-123 by=phone
expect 0 '' teamctl -C closed log payment deal=d-old-open amount=1
finish
