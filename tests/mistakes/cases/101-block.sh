# blocks without a beginning, and one that begins on another day than it says
printf 'name: 周班\nwhen: {every: day}\nroles:\n  a: {who: all, per: 2 weeks}\n  b: {who: all, per: week, starts: thu, from: 2026-12-02}\n  c: {who: all, starts: thu}\n  d: {who: all, per: fortnight}\n' > rotas/a101.yaml
