# changes that change nothing, or twice on one day
mkdir -p roster
printf 'people:\n  - {id: sunyan, name: 孙燕, changes: [{from: 2026-12-01}]}\n  - {id: heli, name: 何丽, changes: [{from: 2026-12-01, share: 0.5}, {from: 2026-12-01, works: [mon]}]}\n  - {id: majun, name: 马俊, left: 2026-11-30, changes: [{from: 2026-12-01, skils: [host]}]}\n' > roster/a103.yaml
