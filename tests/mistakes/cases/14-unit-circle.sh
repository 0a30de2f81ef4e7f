# units that stand above each other
mkdir -p roster; printf 'units:\n  - {id: east, name: 东, parent: west}\n  - {id: west, name: 西, parent: east}\n' > roster/a14.yaml
